import * as natives from "../../bytecode/natives.ts";
import { BYTEARRAY, DICT, FROZENSET, LIST_TAG, RANGE, SET, STRING, TUPLE_TAG } from "../../bytecode/values.ts";
import { isBytes } from "../bytes.ts";
import { gather } from "./building.ts";
import { methodOfBytearray } from "./bytearrays.ts";
import { bytesNatives } from "./bytes.ts";
import { clearOfTable, copyOfDict, dictNatives, popKey, type TableMethod, updateDict } from "./dicts.ts";
import {
  clearOfList,
  copyOfList,
  countInList,
  indexInList,
  listMethods,
  type Method,
  popFromList,
  removeFromList,
} from "./lists.ts";
import { type NativeImplementation, noMethod } from "./native.ts";
import { numberNatives } from "./numbers.ts";
import { copyOfSet, popFromSet, removeFromSet, setNatives, updateSet } from "./sets.ts";
import { countInText, indexInText, textMethods } from "./text.ts";
import { onText, type TextMethod } from "./text-arguments.ts";
import { textCase } from "./text-case.ts";
import { textLayout } from "./text-layout.ts";
import { textParts } from "./text-parts.ts";
import { textTables } from "./text-tables.ts";

// All methods. Some have one name for values of several types: what the receiver is at run time chooses.

function onEither(native: number, ofList: Method, ofText: TextMethod): NativeImplementation {
  const ofCharacters = onText(native, ofText);
  return (chip, core, args, count, d) => {
    const tag = chip.words[args + 1] as number;
    const receiver = chip.words[args] as number;
    if (tag === STRING || isBytes(tag)) return ofCharacters(chip, core, args, count, d);
    if (tag === RANGE && gather(chip, core, args) > 0) {
      return ofList(chip, core, chip.words[args] as number, args, count, d);
    }
    if (tag === LIST_TAG || tag === TUPLE_TAG) return ofList(chip, core, receiver, args, count, d);
    return noMethod(chip, core, native, args);
  };
}

/// A method that lists, dictionaries and sets have, each in their own way. `ofFrozen`: sets that cannot change have it too.
function onItems(
  native: number,
  ofList: Method | undefined,
  ofDict: TableMethod | undefined,
  ofSet: TableMethod | undefined,
  ofFrozen = false,
): NativeImplementation {
  return (chip, core, args, count, d) => {
    const tag = chip.words[args + 1];
    const ofBytes = tag === BYTEARRAY ? methodOfBytearray(native) : undefined;
    if (ofBytes !== undefined) return ofBytes(chip, core, args, count, d);
    const method =
      tag === LIST_TAG
        ? ofList
        : tag === DICT
          ? ofDict
          : tag === SET || (ofFrozen && tag === FROZENSET)
            ? ofSet
            : undefined;
    return method === undefined
      ? noMethod(chip, core, native, args)
      : method(chip, core, chip.words[args] as number, args, count, d);
  };
}

/// The implementations of methods, by number.
export const methodNatives: readonly (readonly [number, NativeImplementation])[] = [
  ...listMethods,
  ...textMethods,
  ...textParts,
  ...textTables,
  ...textLayout,
  ...textCase,
  ...dictNatives,
  ...setNatives,
  ...bytesNatives,
  ...numberNatives,
  [natives.POP.number, onItems(natives.POP.number, popFromList, popKey, popFromSet)],
  [natives.REMOVE.number, onItems(natives.REMOVE.number, removeFromList, undefined, removeFromSet)],
  [natives.COPY.number, onItems(natives.COPY.number, copyOfList, copyOfDict, copyOfSet, true)],
  [natives.CLEAR.number, onItems(natives.CLEAR.number, clearOfList, clearOfTable, clearOfTable)],
  [natives.UPDATE.number, onItems(natives.UPDATE.number, undefined, updateDict, updateSet)],
  [natives.INDEX_OF.number, onEither(natives.INDEX_OF.number, indexInList, indexInText)],
  [natives.COUNT.number, onEither(natives.COUNT.number, countInList, countInText)],
];
