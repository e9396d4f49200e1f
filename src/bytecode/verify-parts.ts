import type { FunctionRow, Image } from "./image.ts";
import { type ClassRow, SHAPE_OWN_DEFAULTS, SHAPE_STAR, SHAPE_STAR_STAR, type ShapeRow } from "./image-parts.ts";

// Whether what only some images have could harm the core that runs it.

/// Says why, or undefined if it cannot. `ownerOf` has the function of each instruction, by its pc.
export function verifyParts(image: Image, ownerOf: ReadonlyMap<number, number>): string | undefined {
  for (const { from, to, handler, slot } of image.handlers ?? []) {
    const owner = ownerOf.get(handler);
    const row = owner === undefined ? undefined : (image.functions[owner] as FunctionRow);
    if (row === undefined || ownerOf.get(from) !== owner || from >= to)
      return "a handler is not in the function it is for";
    const end = image.functions[(owner as number) + 1]?.entry ?? image.code.length;
    if (to > end || (to < end && ownerOf.get(to) !== owner)) return "a handler is for more than its function";
    if (slot >= row.frame) return "a handler writes outside its variables";
  }
  const shaped = new Set<number>();
  for (const shape of image.shapes ?? []) {
    const row = image.functions[shape.function];
    if (row === undefined || shape.function === 0 || shaped.has(shape.function)) return "a shape is of no function";
    shaped.add(shape.function);
    const { cells, flags } = shape;
    if (row.parameters + cells > row.locals) return "a shape has more cells than its function has variables";
    const extra = starred(flags);
    if (shape.positionalOnly + shape.keywordOnly + extra > row.parameters)
      return "a shape has more parameters than its function";
    if (shape.names.length > row.parameters) return "a shape has more names than its function has parameters";
  }
  return verifyClasses(image, image.classes ?? []);
}

/// How many of a function's parameters take all that is left.
function starred(flags: number): number {
  return ((flags & SHAPE_STAR) === 0 ? 0 : 1) + ((flags & SHAPE_STAR_STAR) === 0 ? 0 : 1);
}

/// How many values a function value holds: cells, and defaults of its own.
export function heldBy(row: FunctionRow, shape: ShapeRow | undefined): number {
  if (shape === undefined) return 0;
  const { cells, flags } = shape;
  return cells + ((flags & SHAPE_OWN_DEFAULTS) === 0 ? 0 : row.parameters - row.required - starred(flags));
}

const BUILT_IN = 0x8000;

function verifyClasses(image: Image, classes: readonly ClassRow[]): string | undefined {
  const moduleSlots = image.globals + image.constants.length;
  for (const [number, row] of classes.entries()) {
    // A base stands before what is made of it, so that there are no rings.
    if (row.bases.some((base) => base < BUILT_IN && base >= number))
      return `class ${number} has a base that does not exist`;
    if (row.members.some(({ slot }) => slot >= moduleSlots)) return `class ${number} has a member that does not exist`;
  }
  return undefined;
}
