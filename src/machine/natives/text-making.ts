import * as natives from "../../bytecode/natives.ts";
import { INT, isReference, STRING, UNSET } from "../../bytecode/values.ts";
import type { Chip, Core } from "../chip.ts";
import { asciiText, quotedValue } from "../display-value.ts";
import { setFault, UNSET_VARIABLE } from "../faults.ts";
import { formatFields } from "../format-fields.ts";
import { formatSpec } from "../format-spec.ts";
import { setSlot } from "../slots.ts";
import { charactersToCopy, storeFormatted, storeText } from "../store-text.ts";
import { loadString } from "../strings.ts";
import { askForText } from "../timing/clock.ts";
import { spend } from "../work-budget.ts";
import {
  asResult,
  isGiven,
  NATIVE_DONE,
  NATIVE_FAULT,
  type NativeImplementation,
  type NativeResult,
  noMethod,
  wrongArgument,
} from "./native.ts";

// Values as text in a form, and what says of a value what it is.

/// Whether all arguments have a value.
function areSet(chip: Chip, core: Core, args: number, count: number): boolean {
  for (let slot = args; slot < args + count * 2; slot += 2) {
    if (chip.words[slot + 1] !== UNSET) continue;
    setFault(chip, core, UNSET_VARIABLE, 0, 0, slot);
    return false;
  }
  return true;
}

/// repr and ascii.
function written(change: (text: string) => string): NativeImplementation {
  return (chip, core, args, count, d) => {
    if (!areSet(chip, core, args, count)) return NATIVE_FAULT;
    const text = change(quotedValue(chip, chip.words[args + 1] as number, args));
    spend(chip, text.length >> 1);
    askForText(chip, core);
    return asResult(storeText(chip, core, d, text));
  };
}

function format(chip: Chip, core: Core, args: number, count: number, d: number): NativeResult {
  if (!areSet(chip, core, args, count)) return NATIVE_FAULT;
  const given = isGiven(chip, args, count, 1);
  if (given && chip.words[args + 3] !== STRING) return wrongArgument(chip, core, natives.FORMAT.number, args, 1);
  const spec = given ? loadString(chip, chip.words[args + 2] as number) : "";
  const tag = chip.words[args + 1] as number;
  const text = formatSpec(chip, tag, args, spec === "" ? "" : `:${spec}`);
  return asResult(storeFormatted(chip, core, d, text, charactersToCopy(chip, tag, chip.words[args] as number)));
}

/// text.format(…), its values from an argument on, the last of which have names.
function formatWith(from: number, namesOf: (chip: Chip, args: number) => readonly string[]): NativeImplementation {
  return (chip, core, args, count, d) => {
    if (!areSet(chip, core, args, count)) return NATIVE_FAULT;
    if (chip.words[args + 1] !== STRING) return noMethod(chip, core, natives.FORMAT_TEXT.number, args);
    const template = loadString(chip, chip.words[args] as number);
    const names = namesOf(chip, args);
    let toCopy = charactersToCopy(chip, STRING, chip.words[args] as number);
    const values = Array.from({ length: count - from }, (_, k) => {
      const word = args + (from + k) * 2;
      const tag = chip.words[word + 1] as number;
      toCopy += charactersToCopy(chip, tag, chip.words[word] as number);
      return { tag, word };
    });
    const places = values.slice(0, values.length - names.length);
    const named = new Map(values.slice(places.length).map((value, k) => [names[k] ?? "", value]));
    spend(chip, template.length >> 1);
    const text = formatFields(chip, template, { places, named: (name) => named.get(name) });
    return asResult(storeFormatted(chip, core, d, text, toCopy));
  };
}

function namesAfterText(chip: Chip, args: number): readonly string[] {
  return chip.words[args + 3] === STRING ? loadString(chip, chip.words[args + 2] as number).split(",") : [];
}

/// Of a value in memory its address; of any other one a number above all addresses that goes by what it is.
function identity(chip: Chip, core: Core, args: number, count: number, d: number): NativeResult {
  if (!areSet(chip, core, args, count)) return NATIVE_FAULT;
  const value = chip.words[args] as number;
  const tag = chip.words[args + 1] as number;
  setSlot(chip, d, INT, isReference(tag) ? value : 0x40000000 + ((Math.imul(value, 32) + tag) & 0x3fffffff));
  return NATIVE_DONE;
}

/// The implementations of these natives, by number.
export const textMaking: readonly (readonly [number, NativeImplementation])[] = [
  [natives.REPR.number, written((text) => text)],
  [natives.ASCII.number, written(asciiText)],
  [natives.FORMAT.number, format],
  [natives.FORMAT_TEXT.number, formatWith(1, () => [])],
  [natives.FORMAT_NAMED.number, formatWith(2, namesAfterText)],
  [natives.IDENTITY.number, identity],
];
