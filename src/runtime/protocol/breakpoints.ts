// Where and when the cores are to pause.

/// Where a run is to be paused.
export type Breakpoint = LineBreakpoint | MessageBreakpoint;

export interface LineBreakpoint {
  readonly kind: "line";
  /// The caller's own, unique among the breakpoints of a run.
  readonly id: number;
  readonly file: string;
  /// One-based. A line without code stands for the next one that has some.
  readonly line: number;
  /// Only on these cores; null: on any.
  readonly cores: readonly number[] | null;
  /// Only when this is true in Python's sense; null: always. `store/run/condition.ts` makes it from text.
  readonly condition: Condition | null;
}

/// Pauses when a message has been put into one of these cores' postboxes; null: into anyone's.
export interface MessageBreakpoint {
  readonly kind: "message";
  readonly id: number;
  readonly cores: readonly number[] | null;
}

/// What became of a breakpoint: the line it stands for; null if there is no code from its line on, or not in this program.
export interface PlacedBreakpoint {
  readonly id: number;
  readonly line: number | null;
}

/// An expression over a core's variables, as plain data.
export type Condition =
  | { readonly kind: "int" | "real"; readonly value: number }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "bool"; readonly value: boolean }
  | { readonly kind: "none" }
  /// A variable: the innermost call's, else the program's.
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "index"; readonly of: Condition; readonly at: Condition }
  /// `coreid()`, `numcores()`, `len(x)`, `abs(x)`.
  | { readonly kind: "call"; readonly name: ConditionCall; readonly of: readonly Condition[] }
  | { readonly kind: "unary"; readonly op: "not" | "-" | "+"; readonly of: Condition }
  | { readonly kind: "binary"; readonly op: ConditionOperator; readonly left: Condition; readonly right: Condition };

export type ConditionCall = "coreid" | "numcores" | "len" | "abs" | "ishost" | "isdevice";

export type ConditionOperator =
  | ("and" | "or" | "==" | "!=" | "<" | "<=" | ">" | ">=")
  | ("in" | "not in" | "is" | "is not" | "+" | "-" | "*" | "/" | "//" | "%");
