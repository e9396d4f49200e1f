import type { CoreKind } from "./cores.ts";

// What the cores hold and have done when a run is over.

/// A value of a program as plain data; tuples and sets are arrays, dictionaries arrays of pairs, functions their names.
export type PlainValue = number | string | boolean | null | readonly PlainValue[];

/// What a core holds and has done.
export interface CoreTally {
  readonly core: number;
  readonly coreKind: CoreKind;
  /// Its virtual clock.
  readonly cycles: number;
  /// Of these, spent waiting for other cores.
  readonly waited: number;
  /// How often it has come through these calls.
  readonly bcast: number;
  readonly reduce: number;
  readonly sync: number;
  /// The variables of the program and its modules that have a value, by name.
  readonly variables: Readonly<Record<string, PlainValue>>;
}

/// What the cores of a run hold and have done.
export interface Tally {
  /// Cores in a row of the mesh.
  readonly columns: number;
  /// Cycles in a second.
  readonly frequency: number;
  readonly cores: readonly CoreTally[];
  /// Messages between two cores, by sender, then receiver; those who sent none to one another are left out.
  readonly messages: readonly { readonly from: number; readonly to: number; readonly count: number }[];
}
