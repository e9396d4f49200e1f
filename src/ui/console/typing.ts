/// The white space that the line after these begins with.
export function indentAfter(text: string): string {
  const line = text.slice(text.lastIndexOf("\n") + 1);
  const indent = /^[ \t]*/.exec(line)?.[0] ?? "";
  // A line of nothing else ends its block.
  if (line.trim() === "") return "";
  return /:\s*(?:#.*)?$/.test(line) ? `${indent}    ` : indent;
}

/// Whether more lines must follow, as far as the last one shows at once: Python itself knows the rest.
export function isOpen(text: string): boolean {
  const line = text.slice(text.lastIndexOf("\n") + 1);
  return /:\s*(?:#.*)?$|\\$/.test(line) || /^[ \t]+\S/.test(line);
}

/// A text with another put into it, and the place behind that.
export function insertAt(text: string, at: number, what: string): { readonly text: string; readonly at: number } {
  return { text: text.slice(0, at) + what + text.slice(at), at: at + what.length };
}

/// What all of these begin with.
export function sharedStart(names: readonly string[]): string {
  const [first = "", ...rest] = names;
  let length = first.length;
  for (const name of rest) {
    while (!name.startsWith(first.slice(0, length))) length--;
  }
  return first.slice(0, length);
}
