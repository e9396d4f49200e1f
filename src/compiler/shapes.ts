import { SHAPE_OWN_DEFAULTS, type ShapeRow } from "../bytecode/image-parts.ts";
import type { CheckedProgram } from "../language/program.ts";
import { type Def, defaultsOf, isLiteral } from "../language/tree.ts";
import type { Shared } from "./slots.ts";

/// How many parameters stand before the first one with a default.
export function firstDefault(parameters: Def["parameters"]): number {
  const first = parameters.findIndex(({ fallback }) => fallback !== undefined);
  return first < 0 ? parameters.length : first;
}

/// Whether the value of a function holds its defaults, since they are computed each time that it is defined.
export function hasOwnDefaults({ closures }: CheckedProgram, def: Def): boolean {
  return closures.has(def) && !defaultsOf(def).every(isLiteral);
}

/// What a function of the image is beyond taking its arguments by position; undefined if it is nothing more.
export function shapeOf({ program, captures }: Shared, def: Def, number: number): ShapeRow | undefined {
  const cells = captures.of(def).length;
  const flags = hasOwnDefaults(program, def) ? SHAPE_OWN_DEFAULTS : 0;
  if (cells === 0 && flags === 0) return undefined;
  return { function: number, flags, positionalOnly: 0, keywordOnly: 0, cells, names: [] };
}
