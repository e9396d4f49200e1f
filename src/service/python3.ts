import type { Span } from "../base/span.ts";
import { lineEndAt } from "../language/characters.ts";
import { python2Mark } from "../language/python2-marks.ts";
import { python3Edits } from "../language/python3-rewrite.ts";
import type { Analysis } from "./analysis.ts";
import type { FoundFix } from "./quick-fixes.ts";

/// Rewrites a file that is read as Python 2. It is offered where the first thing stands that only Python 2 can read; else in the
/// first line.
export function python3Fix(analysis: Analysis, { from, to }: Span): readonly FoundFix[] {
  const { module, file, library } = analysis;
  if (module.dialect !== "python2" || module.broken) return [];
  const mark = python2Mark(file.text);
  const span = mark ?? { from: 0, to: lineEndAt(file.text, 0) };
  const end = lineEndAt(file.text, span.to);
  if (from > end || to < span.from) return [];
  const message = mark === undefined ? "Read as Python 2." : `Read as Python 2: here is ${mark.what}.`;
  const edits = python3Edits(file.text, module.tree, library.meaning, file.python === 2);
  const problem = { code: "python-2", severity: "hint", message, from: span.from, to: span.to } as const;
  return [{ title: "Rewrite as Python 3", edits, problem }];
}
