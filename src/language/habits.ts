import type { Native } from "../bytecode/natives.ts";
import type { Meaning } from "./program.ts";
import type { DefScope } from "./scopes.ts";
import type { Call, Expression, Name } from "./tree.ts";

/// What the checker sees of a file's variables on its way, for what can only be said at its end.
export interface Habits {
  /// Where each variable is first given a value that is no function.
  readonly given: Map<Meaning, Name>;
  /// The variables that are called.
  readonly called: Set<Meaning>;
  /// Variables that may hold something that could not be found or read.
  readonly unknown: Set<Meaning>;
  /// How often each function that all cores call for a value is called …
  readonly collectives: Map<Native, number>;
  /// … and the calls of them that are statements of their own.
  readonly forgotten: { readonly call: Call; readonly native: Native }[];
  /// What gives a variable a function itself …
  readonly functions: Map<Meaning, readonly Expression[]>;
  /// … and the variables that are used as numbers are.
  readonly reckoned: Set<Meaning>;
  /// The first assignment to each variable, and the function that it is in.
  readonly assigned: Map<
    Meaning,
    { readonly def: DefScope | undefined; readonly target: Name; readonly value: Expression }
  >;
}

export function newHabits(): Habits {
  return {
    given: new Map(),
    called: new Set(),
    unknown: new Set(),
    collectives: new Map(),
    forgotten: [],
    functions: new Map(),
    reckoned: new Set(),
    assigned: new Map(),
  };
}
