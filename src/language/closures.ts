import type { OuterVariable } from "./program.ts";
import type { DefScope } from "./scopes.ts";
import { type Def, defaultsOf, isLiteral } from "./tree.ts";

/// The functions that are a value of their own each time they are defined: they use variables of a function around them, have
/// defaults that are computed there, or may be used before they are defined. All others are the same whenever they are defined, and are called by number.
export function closuresOf(scopes: readonly DefScope[]): ReadonlySet<Def> {
  const closures = new Set<Def>();
  const functionIn = new Map<OuterVariable, Def>();
  for (const { functions } of scopes) {
    for (const { variable, def } of functions.values()) if (variable !== undefined) functionIn.set(variable, def);
  }
  for (const { symbol, isRepeated, isUsedEarly } of scopes) {
    if (isUsedEarly) closures.add(symbol.def);
    else if (isRepeated && !defaultsOf(symbol.def).every(isLiteral)) closures.add(symbol.def);
  }
  const isHeld = (variable: OuterVariable): boolean => {
    const def = functionIn.get(variable);
    return def === undefined || closures.has(def);
  };
  for (let again = true; again; ) {
    again = false;
    for (const { symbol, outerVariables } of scopes) {
      if (closures.has(symbol.def) || ![...outerVariables].some(isHeld)) continue;
      closures.add(symbol.def);
      again = true;
    }
  }
  return closures;
}
