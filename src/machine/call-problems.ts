import type { Image } from "../bytecode/image.ts";
import { SHAPE_STAR, SHAPE_STAR_STAR } from "../bytecode/image-parts.ts";
import { FUNCTION } from "../bytecode/values.ts";

// What is wrong with a call of a function that is known only when the program runs, in the words of CPython.

export function functionName(fn: number, image: Image | undefined): string {
  return `${qualifiedName(fn, image)}()`;
}

/// The name of a function, with that of its class if it is a method.
export function qualifiedName(fn: number, image: Image | undefined): string {
  const name = image?.debug.functions[fn]?.name ?? "f";
  const owner = image?.classes?.find(({ members }) =>
    members.some(({ slot }) => {
      const constant = image.constants[slot - image.globals];
      return constant?.tag === FUNCTION && constant.value === fn;
    }),
  );
  return `${owner === undefined ? "" : `${owner.name}.`}${name}`;
}

export function parameterName(fn: number, index: number, image: Image | undefined): string {
  return `'${image?.debug.functions[fn]?.locals[index] ?? "x"}'`;
}

/// How many parameters can be given by position, how many of them must be, and how many parameters there are but for starred ones.
function parametersOf(fn: number, image: Image | undefined): { most: number; least: number; all: number } {
  const row = image?.functions[fn];
  const shape = image?.shapes?.find((one) => one.function === fn);
  const flags = shape?.flags ?? 0;
  const starred = (flags & SHAPE_STAR ? 1 : 0) + (flags & SHAPE_STAR_STAR ? 1 : 0);
  const all = (row?.parameters ?? 0) - starred;
  const most = all - (shape?.keywordOnly ?? 0);
  return { most, least: Math.min(row?.required ?? 0, most), all };
}

export function tooManyArguments(fn: number, given: number, image: Image | undefined): string {
  const { most, least } = parametersOf(fn, image);
  const positional = given & 0xffff;
  const named = given >> 16;
  const takes = least === most ? `${most}` : `from ${least} to ${most}`;
  const noun = (n: number): string => `positional argument${n === 1 ? "" : "s"}`;
  const only = named === 0 ? "" : ` ${noun(positional)} (and ${named} keyword-only argument${named === 1 ? "" : "s"})`;
  const verb = positional === 1 && named === 0 ? "was" : "were";
  return `${functionName(fn, image)} takes ${takes} ${noun(most)} but ${positional}${only} ${verb} given`;
}

/// `missing` has a bit for each parameter.
export function missingArguments(fn: number, missing: number, image: Image | undefined): string {
  const { most, all } = parametersOf(fn, image);
  const bits = Array.from({ length: Math.min(all, 31) }, (_, k) => k).filter((k) => (missing >> k) & 1);
  const positional = bits.filter((k) => k < most);
  const kind = positional.length > 0 ? "positional" : "keyword-only";
  const names = (positional.length > 0 ? positional : bits).map((k) => parameterName(fn, k, image));
  const last = names.at(-1);
  const list = names.length < 3 ? names.join(" and ") : `${names.slice(0, -1).join(", ")}, and ${last}`;
  const noun = `argument${names.length === 1 ? "" : "s"}`;
  return `${functionName(fn, image)} missing ${names.length} required ${kind} ${noun}: ${list}`;
}
