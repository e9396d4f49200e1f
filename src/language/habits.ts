import type { Meaning } from "./program.ts";
import type { Name } from "./tree.ts";

/// What the checker sees of a file's variables on its way, for what can only be said at its end.
export interface Habits {
  /// Where each variable is first given a value that is no function.
  readonly given: Map<Meaning, Name>;
  /// The variables that are called.
  readonly called: Set<Meaning>;
}

export function newHabits(): Habits {
  return { given: new Map(), called: new Set() };
}
