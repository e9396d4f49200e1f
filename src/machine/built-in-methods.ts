import * as isa from "../bytecode/isa.ts";
import * as natives from "../bytecode/natives.ts";
import { NATIVE_METHODS, OPERATOR_METHODS, UNARY_METHODS } from "../bytecode/special-names.ts";
import { BOOL, NONE } from "../bytecode/values.ts";
import { unary } from "./arithmetic.ts";
import type { Chip, Core } from "./chip.ts";
import { compare } from "./comparison.ts";
import { readElement } from "./elements.ts";
import { storeIterator } from "./iterators.ts";
import { binary } from "./operators.ts";
import { deleteElement, writeElement } from "./slices.ts";
import { FAULTED, setSlot } from "./slots.ts";

// The special methods of built-in types, such as the `__setitem__` of a dictionary: what operators do with their values.

/// What is done with the values in slots from w on; the result goes to slot d. Below 0 with a fault.
interface BuiltInMethod {
  readonly values: number;
  act(chip: Chip, core: Core, d: number, w: number): number;
}

function comparison(op: number, of: (w: number) => readonly [a: number, b: number]): BuiltInMethod {
  return {
    values: 2,
    act(chip, core, d, w) {
      const found = compare(chip, core, op, ...of(w));
      if (found < 0) return FAULTED;
      setSlot(chip, d, BOOL, found);
      return 0;
    },
  };
}

function operator(op: number): BuiltInMethod {
  if (op >= isa.EQ && op <= isa.GE) return comparison(op, (w) => [w, w + 2]);
  return { values: 2, act: (chip, core, d, w) => binary(chip, core, op, d, w, w + 2) };
}

/// A change, which gives nothing.
function change(values: number, make: (chip: Chip, core: Core, w: number) => number): BuiltInMethod {
  return {
    values,
    act(chip, core, d, w) {
      const result = make(chip, core, w);
      if (result >= 0) setSlot(chip, d, NONE, 0);
      return result;
    },
  };
}

const methods: ReadonlyMap<string, BuiltInMethod> = new Map([
  ...[...OPERATOR_METHODS].filter(([op]) => op !== isa.ADDTO).map(([op, [name]]) => [name, operator(op)] as const),
  ...[...UNARY_METHODS].map(([op, name]) => {
    const act: BuiltInMethod["act"] = (chip, core, d, w) => unary(chip, core, op, d, w);
    return [name, { values: 1, act }] as const;
  }),
  ["__contains__", comparison(isa.IN, (w) => [w + 2, w])],
  ["__getitem__", { values: 2, act: (chip, core, d, w) => readElement(chip, core, d, w, w + 2) }],
  ["__setitem__", change(3, (chip, core, w) => writeElement(chip, core, w, w + 2, w + 4))],
  ["__delitem__", change(2, (chip, core, w) => deleteElement(chip, core, w, w + 2))],
  ["__iter__", { values: 1, act: (chip, core, d, w) => storeIterator(chip, core, d, w) }],
]);

/// The method with this name that takes `count` values, the object included.
export function builtInMethod(name: string, values: number): BuiltInMethod["act"] | undefined {
  const found = methods.get(name);
  return found?.values === values ? found.act : undefined;
}

const byNative: ReadonlyMap<string, natives.Native> = new Map([
  ...[...NATIVE_METHODS].flatMap(([number, names]) => {
    const native = natives.nativeByNumber(number);
    return native === undefined ? [] : names.map((name) => [name, native] as const);
  }),
  ["__len__", natives.LEN],
  ["__bool__", natives.BOOL],
  ["__str__", natives.STR],
  ["__repr__", natives.REPR],
]);

/// The built-in function that does what the method with this name does.
export function nativeOfMethod(name: string): natives.Native | undefined {
  return byNative.get(name);
}
