import { BUILT_IN_CLASS, classOrder } from "./class-order.ts";
import { hasClass } from "./exceptions.ts";
import type { FunctionRow, Image } from "./image.ts";
import {
  type ClassRow,
  MEMBER_DELETER,
  SHAPE_OWN_DEFAULTS,
  SHAPE_STAR,
  SHAPE_STAR_STAR,
  type ShapeRow,
} from "./image-parts.ts";

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
  for (const { from, to, slot } of image.handled ?? []) {
    const row = image.functions[ownerOf.get(from) ?? -1];
    if (row === undefined || from >= to) return "what is handled is in no function";
    if (slot >= row.frame) return "what is handled is outside its variables";
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

/// As many classes, and names in all of them, as an image may have: a table has room for each name in each class.
const MOST_CLASSES = 255;
const MOST_NAMES = 4096;

function verifyClasses(image: Image, classes: readonly ClassRow[]): string | undefined {
  if (classes.length > MOST_CLASSES) return "it has too many classes";
  const names = classes.reduce((sum, { fields, members }) => sum + fields.length + members.length, 0);
  if (names > MOST_NAMES) return "its classes have too many attributes";
  const moduleSlots = image.globals + image.constants.length;
  const orders: (readonly number[])[] = [];
  for (const [number, row] of classes.entries()) {
    // A base stands before what is made of it, so that there are no rings.
    if (row.bases.some((base) => !hasClass(image, base) || (base < BUILT_IN_CLASS && base >= number))) {
      return `class ${number} has a base that does not exist`;
    }
    if (new Set(row.bases).size < row.bases.length) return `class ${number} has a base twice`;
    const order = classOrder(number, row.bases, (base) => orders[base]);
    if (order === undefined) return `the bases of class ${number} contradict each other`;
    orders.push(order);
    if (new Set(row.fields).size < row.fields.length) return `class ${number} has a field twice`;
    if (row.members.some(({ slot, kind }) => slot >= moduleSlots || kind > MEMBER_DELETER)) {
      return `class ${number} has a member that does not exist`;
    }
  }
  return undefined;
}
