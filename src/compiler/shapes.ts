import { SHAPE_OWN_DEFAULTS, SHAPE_STAR, SHAPE_STAR_STAR, type ShapeRow } from "../bytecode/image-parts.ts";
import type { CheckedProgram } from "../language/program.ts";
import { type Def, defaultsOf, isLiteral, type Parameter } from "../language/tree.ts";
import type { Captures } from "./captures.ts";

/// How many parameters stand before the first one with a default.
export function firstDefault(parameters: Def["parameters"]): number {
  const first = parameters.findIndex(({ fallback, kind }) => fallback !== undefined || isStarred(kind));
  return first < 0 ? parameters.length : first;
}

/// Whether a parameter takes all arguments that no other takes.
export function isStarred(kind: Parameter["kind"]): boolean {
  return kind === "star" || kind === "star-star";
}

/// Whether a function has such a parameter.
export function takesFurther({ parameters }: Def): boolean {
  return isStarred(parameters.at(-1)?.kind);
}

/// Which parameters some call gives by name to a function that is known only when the program runs.
export interface NamesGiven {
  readonly names: Set<string>;
  /// Any, as with `**`.
  all: boolean;
}

/// Whether the value of a function holds its defaults, since they are computed each time that it is defined.
export function hasOwnDefaults({ closures }: CheckedProgram, def: Def): boolean {
  return closures.has(def) && !defaultsOf(def).every(isLiteral);
}

interface ShapeFacts {
  readonly program: CheckedProgram;
  readonly captures: Captures;
  readonly namesGiven: NamesGiven;
}

/// What a function of the image is beyond taking its arguments by position; undefined if it is nothing more.
export function shapeOf({ program, captures, namesGiven }: ShapeFacts, def: Def, number: number): ShapeRow | undefined {
  const { parameters } = def;
  const cells = captures.of(def).length;
  const having = (kind: Parameter["kind"]): number => parameters.filter((one) => one.kind === kind).length;
  const flags =
    (hasOwnDefaults(program, def) ? SHAPE_OWN_DEFAULTS : 0) |
    (having("star") > 0 ? SHAPE_STAR : 0) |
    (having("star-star") > 0 ? SHAPE_STAR_STAR : 0);
  const names = parameters
    .filter(({ kind }) => !isStarred(kind))
    .map(({ name }) => (namesGiven.all || namesGiven.names.has(name.name) ? name.name : ""));
  while (names.at(-1) === "") names.pop();
  const positionalOnly = having("positional-only");
  const keywordOnly = having("keyword-only");
  if (cells + flags + positionalOnly + keywordOnly + names.length === 0) return undefined;
  return { function: number, flags, positionalOnly, keywordOnly, cells, names };
}
