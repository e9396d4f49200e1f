import type { QuickFix, Severity } from "../base/diagnostic.ts";
import type { Span } from "../base/span.ts";
import type { Analysis } from "./analysis.ts";

export interface FoundFix extends QuickFix {
  /// What it mends.
  readonly problem: Span & { readonly code: string; readonly message: string; readonly severity: Severity };
}

/// The mends of what is wrong in a range of the file, of an empty one at its place.
export function quickFixes({ diagnostics, file }: Analysis, { from, to }: Span): readonly FoundFix[] {
  return diagnostics
    .filter((one) => one.file === file.name && one.from <= to && from <= one.to)
    .flatMap(({ fixes, ...problem }) => fixes.map((fix) => ({ ...fix, problem })));
}
