// Where and when the cores are to pause, or to tell something on their way.

/// Where a run is to be paused.
export type Breakpoint = LineBreakpoint | MessageBreakpoint | DataBreakpoint | FaultBreakpoint;

export interface LineBreakpoint {
  readonly kind: "line";
  /// The caller's own, unique among the breakpoints of a run.
  readonly id: number;
  readonly file: string;
  /// One-based. A line without code stands for the next one that has some.
  readonly line: number;
  /// Only on these cores; null: on any.
  readonly cores: readonly number[] | null;
  /// Only when this is true in Python's sense; null: always. `store/run/expression.ts` makes it from text.
  readonly condition: Condition | null;
  /// Of a logpoint: what it tells, as an event `log`. It does not pause the run.
  readonly log?: readonly LogPart[];
}

/// A part of a logpoint's message: text as it is, or an expression whose value takes its place.
export type LogPart = string | { readonly text: string; readonly value: Condition };

/// Pauses when a message has been put into one of these cores' postboxes; null: into anyone's.
export interface MessageBreakpoint {
  readonly kind: "message";
  readonly id: number;
  readonly cores: readonly number[] | null;
  /// Only messages of these cores; null or left out: of any.
  readonly from?: readonly number[] | null;
}

/// Pauses when the value of an expression has changed on a core, at its next line. A list has changed when one of its elements has.
export interface DataBreakpoint {
  readonly kind: "data";
  readonly id: number;
  /// The expression as it was written.
  readonly text: string;
  readonly value: Condition;
  /// Only on these cores; null: on any.
  readonly cores: readonly number[] | null;
}

/// Pauses when a core fails. A run with any other breakpoint does so, too.
export interface FaultBreakpoint {
  readonly kind: "fault";
  readonly id: number;
}

/// What became of a breakpoint: the line it stands for; null if there is no code from its line on, or not in this program.
export interface PlacedBreakpoint {
  readonly id: number;
  readonly line: number | null;
}

/// An expression over a core's variables, as plain data: a condition, a watch, or a part of a logpoint's message.
export type Condition =
  | { readonly kind: "int" | "real"; readonly value: number }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "bool"; readonly value: boolean }
  | { readonly kind: "none" }
  /// A variable: the innermost call's, else the program's.
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "index"; readonly of: Condition; readonly at: Condition }
  | { readonly kind: "attribute"; readonly of: Condition; readonly name: string }
  /// `coreid()`, `numcores()`, `len(x)`, `abs(x)`.
  | { readonly kind: "call"; readonly name: ConditionCall; readonly of: readonly Condition[] }
  | { readonly kind: "unary"; readonly op: "not" | "-" | "+"; readonly of: Condition }
  | { readonly kind: "binary"; readonly op: ConditionOperator; readonly left: Condition; readonly right: Condition };

export type ConditionCall = "coreid" | "numcores" | "len" | "abs" | "ishost" | "isdevice";

export type ConditionOperator =
  | ("and" | "or" | "==" | "!=" | "<" | "<=" | ">" | ">=")
  | ("in" | "not in" | "is" | "is not" | "+" | "-" | "*" | "/" | "//" | "%");
