import { derivesFrom, nameOfClass, OBJECT_CLASS } from "../../bytecode/exceptions.ts";
import * as natives from "../../bytecode/natives.ts";
import {
  BOOL,
  BOUND,
  BYTEARRAY,
  BYTES,
  CLASS,
  CLOSURE,
  COMPLEX,
  DICT,
  FROZENSET,
  FUNCTION,
  GENERATOR,
  INSTANCE,
  INT,
  ITERATOR,
  LIST_TAG,
  NATIVE_FUNCTION,
  NONE,
  RANGE,
  REAL,
  SET,
  SINGLETON,
  SLICE_TAG,
  STRING,
  TUPLE_TAG,
  TYPE_TAG,
  UNSET,
  VIEW,
} from "../../bytecode/values.ts";
import type { Chip, Core } from "../chip.ts";
import { numberOfFunction } from "../closures.ts";
import { classOf } from "../exceptions.ts";
import { setFault, UNSET_VARIABLE } from "../faults.ts";
import { functionAttribute } from "../function-attributes.ts";
import { functionOf } from "../generators.ts";
import { typedSlot } from "../held.ts";
import { elementTag, elementWord, listLength } from "../lists.ts";
import { recordSlot } from "../records.ts";
import { setSlot } from "../slots.ts";
import { storeText } from "../store-text.ts";
import { kindOfView } from "../views.ts";
import {
  asResult,
  NATIVE_DONE,
  NATIVE_FAULT,
  type NativeImplementation,
  type NativeResult,
  noMethod,
  wrongArgument,
  wrongElement,
} from "./native.ts";

// Types as values: what `type` gives is what `int`, `str` and the like stand for, so that the two can be compared.

const types: Readonly<Record<number, natives.Native>> = {
  [INT]: natives.INT,
  [REAL]: natives.FLOAT,
  [NONE]: natives.NONE_TYPE,
  [BOOL]: natives.BOOL,
  [STRING]: natives.STR,
  [LIST_TAG]: natives.LIST,
  [TUPLE_TAG]: natives.TUPLE,
  [FUNCTION]: natives.FUNCTION_TYPE,
  [CLOSURE]: natives.FUNCTION_TYPE,
  [NATIVE_FUNCTION]: natives.NATIVE_TYPE,
  [TYPE_TAG]: natives.TYPE,
  [GENERATOR]: natives.GENERATOR_TYPE,
  [ITERATOR]: natives.ITERATOR_TYPE,
  [RANGE]: natives.RANGE,
  [DICT]: natives.DICT,
  [SET]: natives.SET,
  [FROZENSET]: natives.FROZENSET,
  [CLASS]: natives.TYPE,
  [BYTES]: natives.BYTES,
  [BYTEARRAY]: natives.BYTEARRAY,
  [COMPLEX]: natives.COMPLEX,
  [SLICE_TAG]: natives.SLICE,
};

const viewTypes = [natives.KEYS_TYPE, natives.VALUES_TYPE, natives.ITEMS_TYPE];

/// The number of the native that is the type of values with this tag.
export function typeNumber(tag: number): number {
  return (types[tag] ?? natives.FUNCTION_TYPE).number;
}

/// The number of the type of the value in a slot; -1 of an instance, whose type is a class.
function typeOf(chip: Chip, slot: number): number {
  const tag = chip.words[slot + 1] as number;
  if (tag === SINGLETON) return natives.SINGLETON_TYPES[chip.words[slot] as number]?.number ?? -1;
  const type = tag === VIEW ? viewTypes[kindOfView(chip, chip.words[slot] as number)] : types[tag];
  return type?.number ?? -1;
}

function type(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  const tag = chip.words[args + 1] as number;
  if (tag === UNSET) {
    setFault(chip, core, UNSET_VARIABLE, 0, 0, args);
    return NATIVE_FAULT;
  }
  if (tag === INSTANCE) setSlot(chip, d, CLASS, classOf(chip, args));
  else setSlot(chip, d, TYPE_TAG, typeOf(chip, args));
  return NATIVE_DONE;
}

const DEEPEST = 50;

function isinstance(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  const { words } = chip;
  const tag = words[args + 1] as number;
  const own = typeOf(chip, typedSlot(chip, args));
  // True and False are ints too, as in Python.
  const matches = (wanted: number): boolean => wanted === own || (tag === BOOL && wanted === natives.INT.number);
  let wrong = UNSET;
  /// Like Python, looks at no further type once one has matched.
  const any = (wantedTag: number, word: number, depth: number): boolean => {
    const value = words[word] as number;
    if (wantedTag === TYPE_TAG) return matches(value);
    if (wantedTag === CLASS)
      return value === OBJECT_CLASS || (tag === INSTANCE && derivesFrom(chip.image, classOf(chip, args), value));
    if (wantedTag !== TUPLE_TAG || depth > DEEPEST) {
      wrong = wantedTag;
      return true;
    }
    for (let k = 0; k < listLength(chip, value); k++) {
      if (any(elementTag(chip, value, k), elementWord(chip, value, k), depth + 1)) return true;
    }
    return false;
  };
  const found = any(words[args + 3] as number, args + 2, 0);
  if (wrong !== UNSET) {
    return words[args + 3] === TUPLE_TAG
      ? wrongElement(chip, core, natives.ISINSTANCE.number, 1, wrong)
      : wrongArgument(chip, core, natives.ISINSTANCE.number, args, 1);
  }
  setSlot(chip, d, BOOL, found ? 1 : 0);
  return NATIVE_DONE;
}

/// Whether a class is another one or made of it.
function isMadeOf(chip: Chip, number: number, other: number): boolean {
  return chip.program.classes.classes[number]?.order.includes(other) === true;
}

function issubclass(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  const { words } = chip;
  const tag = words[args + 1] as number;
  const value = words[args] as number;
  const isOne = (wantedTag: number, word: number): boolean => {
    const wanted = words[word] as number;
    if (wantedTag === CLASS && wanted === OBJECT_CLASS) return true;
    if (wantedTag !== tag) return false;
    return tag === CLASS
      ? isMadeOf(chip, value, wanted)
      : value === wanted || (value === natives.BOOL.number && wanted === natives.INT.number);
  };
  if (tag !== CLASS && tag !== TYPE_TAG) return wrongArgument(chip, core, natives.ISSUBCLASS.number, args, 0);
  const wantedTag = words[args + 3] as number;
  if (wantedTag !== CLASS && wantedTag !== TYPE_TAG && wantedTag !== TUPLE_TAG)
    return wrongArgument(chip, core, natives.ISSUBCLASS.number, args, 1);
  const list = words[args + 2] as number;
  const found =
    wantedTag === TUPLE_TAG
      ? Array.from({ length: listLength(chip, list) }, (_, k) => k).some((k) =>
          isOne(elementTag(chip, list, k), elementWord(chip, list, k)),
        )
      : isOne(wantedTag, args + 2);
  setSlot(chip, d, BOOL, found ? 1 : 0);
  return NATIVE_DONE;
}

/// The name of the function in a slot, or of the one that a generator is of.
function nameOfFunction(chip: Chip, slot: number): string {
  const tag = chip.words[slot + 1] as number;
  const value = chip.words[slot] as number;
  const number = tag === GENERATOR ? functionOf(chip.words, value) : numberOfFunction(chip, tag, value);
  return chip.image.debug.functions[number]?.name ?? "";
}

function nameOf(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  // A method has the name of its function.
  const called = chip.words[args + 1] === BOUND ? recordSlot(chip.words[args] as number, 1) : args;
  const value = chip.words[called] as number;
  switch (chip.words[called + 1]) {
    case FUNCTION:
    case CLOSURE:
    case GENERATOR: {
      const own = functionAttribute(chip, core, called, "__name__");
      if (own === 0) return asResult(storeText(chip, core, d, nameOfFunction(chip, called)));
      setSlot(chip, d, chip.words[own + 1] as number, chip.words[own] as number);
      return NATIVE_DONE;
    }
    case CLASS:
      return asResult(storeText(chip, core, d, nameOfClass(chip.image, value)));
    case NATIVE_FUNCTION:
    case TYPE_TAG:
      return asResult(storeText(chip, core, d, natives.nativeByNumber(value)?.name ?? ""));
    default:
      return noMethod(chip, core, natives.NAME_OF.number, args);
  }
}

function none(chip: Chip, _core: Core, _args: number, _count: number, d: number): NativeResult {
  setSlot(chip, d, NONE, 0);
  return NATIVE_DONE;
}

/// Functions are made by `def` only.
function noFunction(native: natives.Native): NativeImplementation {
  return (chip, core, args) => wrongArgument(chip, core, native.number, args, 0);
}

/// The implementations of what has to do with types, by number.
export const typeNatives: readonly (readonly [number, NativeImplementation])[] = [
  [natives.TYPE.number, type],
  [natives.ISINSTANCE.number, isinstance],
  [natives.ISSUBCLASS.number, issubclass],
  [natives.NAME_OF.number, nameOf],
  [natives.NONE_TYPE.number, none],
  [natives.FUNCTION_TYPE.number, noFunction(natives.FUNCTION_TYPE)],
  [natives.NATIVE_TYPE.number, noFunction(natives.NATIVE_TYPE)],
  ...natives.SINGLETON_TYPES.map((native) => [native.number, noFunction(native)] as const),
  [natives.GENERATOR_TYPE.number, noFunction(natives.GENERATOR_TYPE)],
  [natives.ITERATOR_TYPE.number, noFunction(natives.ITERATOR_TYPE)],
];
