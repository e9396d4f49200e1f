import type { Span } from "./span.ts";

export type Severity = "error" | "warning" | "hint";

/// A replacement of one range of the file the diagnostic is in.
export interface Edit extends Span {
  readonly text: string;
}

/// A mend that can be applied as it stands.
export interface QuickFix {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/// One thing to tell the learner about their program.
export interface Diagnostic extends Span {
  /// Stable, such as `missing-colon`; the key into the catalogue of explanations.
  readonly code: string;
  readonly severity: Severity;
  /// The file's name in the project, such as `hello.py`.
  readonly file: string;
  /// One line in the learner's words.
  readonly message: string;
  readonly fixes: readonly QuickFix[];
}
