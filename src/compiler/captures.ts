import type { CheckedProgram, Meaning, OuterVariable } from "../language/program.ts";
import type { Def } from "../language/tree.ts";

/// Which variables functions share. Such a variable lies in a cell, a block of its own in the heap: its slot in the frame of the
/// function that owns it holds the cell, and so does one in every function value that uses it.
export class Captures {
  private readonly inCells = new Set<Meaning>();
  private readonly byDef = new Map<Def, readonly OuterVariable[]>();

  constructor({ modules, closures }: CheckedProgram) {
    if (closures.size === 0) return;
    const scopes = modules.flatMap(({ functions }) => functions);
    // A variable that always holds the same function needs no capture.
    const constant = new Set<Meaning>();
    for (const { functions } of scopes) {
      for (const { def, variable } of functions.values())
        if (variable !== undefined && !closures.has(def)) constant.add(variable);
    }
    for (const { symbol, outerVariables } of scopes) {
      const used = [...outerVariables].filter((variable) => !constant.has(variable));
      if (used.length === 0) continue;
      this.byDef.set(symbol.def, used);
      for (const variable of used) this.inCells.add(variable);
    }
  }

  get isEmpty(): boolean {
    return this.inCells.size === 0;
  }

  /// Whether a variable lies in a cell.
  has(variable: Meaning): boolean {
    return this.inCells.has(variable);
  }

  /// The variables of functions around it that a function has cells of.
  of(def: Def | undefined): readonly OuterVariable[] {
    return (def && this.byDef.get(def)) ?? [];
  }
}
