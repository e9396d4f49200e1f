import * as natives from "../../bytecode/natives.ts";
import { LIST_TAG, STRING, TUPLE_TAG } from "../../bytecode/values.ts";
import { countInList, indexInList, listMethods, type Method } from "./lists.ts";
import { type NativeImplementation, noMethod } from "./native.ts";
import { countInText, indexInText, textMethods } from "./text.ts";
import { codesOfText, type TextMethod } from "./text-arguments.ts";
import { textCase } from "./text-case.ts";
import { textLayout } from "./text-layout.ts";
import { textParts } from "./text-parts.ts";

// All methods. Two have one name for lists and for strings: what the receiver is at run time chooses.

function onEither(native: number, ofList: Method, ofText: TextMethod): NativeImplementation {
  return (chip, core, args, count, d) => {
    const tag = chip.words[args + 1];
    const receiver = chip.words[args] as number;
    if (tag === STRING) return ofText(chip, core, codesOfText(chip, receiver), args, count, d);
    if (tag === LIST_TAG || tag === TUPLE_TAG) return ofList(chip, core, receiver, args, count, d);
    return noMethod(chip, core, native, args);
  };
}

/// The implementations of methods, by number.
export const methodNatives: readonly (readonly [number, NativeImplementation])[] = [
  ...listMethods,
  ...textMethods,
  ...textParts,
  ...textLayout,
  ...textCase,
  [natives.INDEX_OF.number, onEither(natives.INDEX_OF.number, indexInList, indexInText)],
  [natives.COUNT.number, onEither(natives.COUNT.number, countInList, countInText)],
];
