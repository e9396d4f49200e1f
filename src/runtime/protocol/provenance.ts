import type { SourcePlace } from "./cores.ts";

// Where a value comes from: the statements that made it and handed it on, back to where it began.

/// A place of a core's that holds a value.
export type ValueSpot =
  /// A variable's slot, by the machine's address of it.
  | { readonly kind: "slot"; readonly core: number; readonly address: number }
  /// An element of the list or tuple at an address.
  | { readonly kind: "element"; readonly core: number; readonly object: number; readonly index: number };

/// Up to where writes count: those of instructions that begin before a time, in cycles; or, exactly, those before the core came to
/// an instruction in a frame, at that time.
export interface Before {
  readonly time: number;
  readonly pc?: number;
  readonly fp?: number;
}

export type OriginQuestion =
  | { readonly of: "value"; readonly spot: ValueSpot; readonly before: Before }
  /// What a core printed when its clock said this.
  | { readonly of: "line"; readonly core: number; readonly time: number };

export type OriginKind =
  /// Worked out from other values, or from none.
  | "computed"
  | "constant"
  /// From another variable, or another element.
  | "copied"
  /// Given to a parameter by a call.
  | "argument"
  /// A call has given it; the step after it is the `return`.
  | "call"
  | "returned"
  | "received"
  | "sent"
  /// All cores' values together, by reduce.
  | "combined"
  /// The answer to input.
  | "asked"
  | "printed";

/// A value that a step was made from, which can be asked about in turn.
export interface OriginInput {
  /// As in the program where it has a name there: `x`, `a[3]`; else what it is, such as `recv` or `core 3`.
  readonly name: string;
  readonly value: string;
  readonly question: OriginQuestion;
}

/// One statement on the way of a value.
export interface OriginStep {
  readonly kind: OriginKind;
  readonly core: number;
  /// When its instruction began, in cycles; of a message, when it was sent and when it had come.
  readonly time: number;
  readonly place: SourcePlace;
  /// What it put the value into: `x`, `a[3]`; empty where that has no name.
  readonly name: string;
  /// The value as text.
  readonly value: string;
  /// The other core of a message, or null.
  readonly peer: number | null;
  readonly inputs: readonly OriginInput[];
}

export interface Origin {
  /// The last statement first.
  readonly steps: readonly OriginStep[];
  /// Whether it goes further back than is told.
  readonly more: boolean;
}
