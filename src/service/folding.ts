import { lineStarts, positionAt } from "../base/span.ts";
import type { Words } from "../language/tokens.ts";
import { piecesOf } from "./tokens.ts";

/// Lines, one-based and both included, of which all but the first can be hidden.
export interface Fold {
  readonly first: number;
  readonly last: number;
  readonly kind: "block" | "comment" | "imports" | "text";
}

/// What can be folded: blocks, runs of comment lines and of imports, and what is written over several lines.
/// With names the text is read as classic ePython.
export function folds(text: string, classic?: Words): readonly Fold[] {
  const { all, tokens, comments } = piecesOf(text, classic);
  const starts = lineStarts(text);
  const lineOf = (offset: number) => positionAt(starts, offset).line;
  const found: Fold[] = [];
  const add = (first: number, last: number, kind: Fold["kind"]) => {
    if (last > first) found.push({ first, last, kind });
  };

  const open: number[] = [];
  let ended = 0;
  for (const { kind, from, to } of all) {
    if (kind === "newline") ended = from;
    else if (kind === "indent") open.push(lineOf(ended));
    else if (kind === "dedent") add(open.pop() ?? Number.POSITIVE_INFINITY, lineOf(ended), "block");
    else if (to > from) {
      const lines = text.slice(from, to);
      if (/[\n\r]/.test(lines)) add(lineOf(from), lineOf(to), "text");
    }
  }

  const alone = comments.map(({ from }) => from).filter((from) => isAlone(text, from));
  runs(alone.map(lineOf), (first, last) => add(first, last, "comment"));
  const imports = tokens.filter(
    ({ kind, text: word, from }) => kind === "keyword" && (word === "import" || word === "from") && isAlone(text, from),
  );
  runs(
    imports.map(({ from }) => lineOf(from)),
    (first, last) => add(first, last, "imports"),
  );
  return found.sort((a, b) => a.first - b.first || b.last - a.last);
}

function isAlone(text: string, from: number): boolean {
  return /(?:^|[\n\r])[ \t]*$/.test(text.slice(Math.max(0, from - 200), from));
}

function runs(lines: readonly number[], found: (first: number, last: number) => void): void {
  let first = lines[0];
  for (const [i, line] of lines.entries()) {
    if (lines[i + 1] === line + 1) continue;
    if (first !== undefined) found(first, line);
    first = lines[i + 1];
  }
}
