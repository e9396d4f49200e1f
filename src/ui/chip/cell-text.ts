// Texts in the cells of a drawing, which break no lines by themselves.

/// At most `lines` lines of a text, of so many letters; the last of them is cut.
export function wrap(text: string, letters: number, lines: number): readonly string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest !== "" && parts.length < lines) {
    const space = rest.lastIndexOf(" ", letters);
    const end = parts.length === lines - 1 || rest.length <= letters || space <= 0 ? letters : space;
    parts.push(parts.length === lines - 1 ? cut(rest, letters) : rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return parts;
}

/// A text of so many letters at most.
export function cut(text: string, letters: number): string {
  return text.length <= letters ? text : `${text.slice(0, Math.max(1, letters - 1))}…`;
}
