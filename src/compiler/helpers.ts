import type { CheckedProgram, UserClass, UserFunction } from "../language/program.ts";

/// The methods by which objects are gone through.
export const GONE_THROUGH: readonly string[] = ["__iter__", "__next__", "__getitem__"];

/// What the machine calls for lists and tuples that have instances in them, by the method that it stands for, and the methods of
/// classes that make it needed.
const HELPERS: readonly (readonly [method: string, helper: string, needed: readonly string[]])[] = [
  ["__repr__", "_repr_of", ["__repr__", "__str__"]],
  ["__eq__", "_equal", ["__eq__"]],
  ["__contains__", "_contains", ["__eq__", ...GONE_THROUGH]],
  ["__iter__", "_by_index", ["__getitem__"]],
  ["__lt__", "_less", ["__lt__", "__gt__"]],
];

/// The helpers that a program with these classes needs.
export function helpersFor({ own }: CheckedProgram, classes: Iterable<UserClass>): ReadonlyMap<string, UserFunction> {
  const methods = new Set([...classes].flatMap(({ names }) => [...names.keys()]));
  const found = new Map<string, UserFunction>();
  for (const [method, helper, needed] of HELPERS) {
    const symbol = own.get(helper);
    if (symbol !== undefined && needed.some((name) => methods.has(name))) found.set(method, symbol);
  }
  return found;
}
