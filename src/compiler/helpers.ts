import * as natives from "../bytecode/natives.ts";
import { CLASS_PREFIX } from "../bytecode/special-names.ts";
import { isOwnSource } from "../language/modules/sources.ts";
import type { CheckedProgram, UserClass, UserFunction } from "../language/program.ts";
import type { Pattern } from "../language/tree.ts";
import { walk } from "../language/walk.ts";

/// The methods by which objects are gone through.
export const GONE_THROUGH: readonly string[] = ["__iter__", "__next__", "__getitem__", `${CLASS_PREFIX}__iter__`];

/// What the machine calls for values that have instances in them, by the method that it stands for, and the methods of classes that
/// make it needed: with natives, only if the program names one of them.
const HELPERS: readonly (readonly [
  method: string,
  helper: string,
  needed: readonly string[],
  by?: readonly natives.Native[],
])[] = [
  ["__repr__", "_quoted", ["__repr__"]],
  ["__str__", "_text_of", ["__repr__", "__str__"]],
  ["__format__", "_in_form", ["__format__"]],
  ["__bool__", "_is_true", ["__bool__", "__len__"], [natives.ANY, natives.ALL]],
  ["__add__", "_added", ["__add__", "__radd__"], [natives.SUM]],
  ["__eq__", "_are_equal", ["__eq__"]],
  ["__hash__", "_hash_of", ["__hash__"]],
  ["__contains__", "_contains", ["__eq__", ...GONE_THROUGH]],
  ["hasattr", "_has_attribute", ["__getattr__"], [natives.HASATTR]],
  ["getattr", "_attribute_or", ["__getattr__"], [natives.GETATTR]],
  ["__index__", "_index_of", ["__index__"]],
  ["__new__", "_construct", ["__new__"]],
  ["__iter__", "_by_index", ["__getitem__"]],
  ["__lt__", "_is_less", ["__lt__", "__gt__"]],
  ["sort", "_order_of", ["__lt__", "__gt__"], [natives.SORTED, natives.SORT]],
];

/// What takes a value apart for a kind of pattern, in modules/builtins.py: a list of the parts, or None if it does not fit.
export const PATTERN_HELPERS: Partial<Record<Pattern["kind"], string>> = {
  SequencePattern: "_sequence",
  MappingPattern: "_mapping",
  ClassPattern: "_attributes",
};

/// The helpers that a program with these classes needs.
export function helpersFor(
  { own, meaning, modules, attributes }: CheckedProgram,
  classes: readonly UserClass[],
): ReadonlyMap<string, UserFunction> {
  if (classes.length === 0) return new Map();
  // A class may get a method from outside of its body.
  const methods = new Set([...classes.flatMap(({ names }) => [...names.keys()]), ...attributes.assigned]);
  const found = new Map<string, UserFunction>();
  const called = (native: natives.Native): boolean =>
    native.module === "method"
      ? isNamed(modules, native.name)
      : [...meaning.values()].some((one) => one.kind === "native" && one.native === native);
  for (const [method, helper, needed, by] of HELPERS) {
    const symbol = own.get(helper);
    const isNeeded = needed.some((name) => methods.has(name)) && (by === undefined || by.some(called));
    if (symbol !== undefined && isNeeded) found.set(method, symbol);
  }
  return found;
}

/// Whether a program's own files name an attribute.
function isNamed(modules: CheckedProgram["modules"], name: string): boolean {
  let isFound = false;
  for (const { tree, text } of modules) {
    if (isOwnSource(text)) continue;
    walk(tree.body, (node) => {
      if (node.kind === "Attribute" && node.name.name === name) isFound = true;
    });
  }
  return isFound;
}
