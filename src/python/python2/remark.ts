import type { Diagnostic } from "../../base/diagnostic.ts";
import type { SourceFile } from "../../base/source.ts";
import { lineStarts } from "../../base/span.ts";
import { asPython3 } from "./python2.ts";

export const PYTHON2 = {
  code: "python-2",
  explanation:
    "Parts of this program are Python 2, the version in use when the Parallella was new. Full Python here is Python 3. It reads " +
    "the program as if it were rewritten, so it does the same as in Python 2. The quick fix rewrites the program itself.",
} as const;

/// The hints for a full Python program that was read as Python 2.
export function python2Remarks(file: SourceFile): Diagnostic[] {
  const { notes, edits } = asPython3(file.text);
  if (notes.length === 0) return [];
  const starts = lineStarts(file.text);
  const fixes = [{ title: "Rewrite as Python 3", edits }];
  return notes.map(({ what, lines }) => {
    const line = lines[0] ?? 1;
    const from = starts[line - 1] ?? 0;
    const end = starts[line] === undefined ? file.text.length : starts[line] - 1;
    const more = lines.length > 1 ? `, and in ${lines.length - 1} more ${lines.length === 2 ? "line" : "lines"}` : "";
    const message = `Read as Python 2: ${what}${more}.`;
    return { code: PYTHON2.code, severity: "hint", file: file.name, from, to: Math.max(from, end), message, fixes };
  });
}
