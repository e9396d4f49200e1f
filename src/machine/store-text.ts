import { STRING } from "../bytecode/values.ts";
import type { Chip, Core } from "./chip.ts";
import { formatValue } from "./display-value.ts";
import { BAD_CODE, BAD_FORMAT } from "./faults.ts";
import type { FormatProblem } from "./format-problems.ts";
import { formatSpec } from "./format-spec.ts";
import { allocate, RAW } from "./heap.ts";
import { FAULTED, fault, outOfMemory, requireSet, setSlot } from "./slots.ts";
import { codesOf, loadString, storeString, stringBytes, stringLength } from "./strings.ts";
import { askToJoin } from "./timing/clock.ts";
import { forgetTouched, touchCharacters } from "./work-budget.ts";

// Text that the machine makes, put into a slot as a new string.

/// d = a new string of these characters.
export function storeCodes(chip: Chip, core: Core, d: number, codes: ArrayLike<number>): number {
  const bytes = stringBytes(codes);
  chip.work += codes.length >> 1;
  const address = allocate(chip, core, bytes, RAW);
  if (address === 0) return outOfMemory(chip, core, bytes);
  storeString(chip, address, codes);
  touchCharacters(chip, codes.length);
  setSlot(chip, d, STRING, address);
  return 0;
}

/// d = a new string with this text.
export function storeText(chip: Chip, core: Core, d: number, text: string): number {
  return storeCodes(chip, core, d, codesOf(text));
}

/// Characters of the value in a slot that must be copied to shared memory before the monitor can join them to others:
/// those of a text that lies on the core.
export function charactersToCopy(chip: Chip, tag: number, value: number): number {
  return tag === STRING && value < chip.beyondCores ? stringLength(chip, value) : 0;
}

/// d = a new string with this text, which the monitor makes, once `toCopy` characters have been copied to it.
export function storeJoined(chip: Chip, core: Core, d: number, codes: ArrayLike<number>, toCopy: number): number {
  const stored = storeCodes(chip, core, d, codes);
  forgetTouched(chip);
  askToJoin(chip, core, toCopy);
  return stored;
}

/// d = a new string with this text, made by the monitor; or a fault that says why it cannot be made.
export function storeFormatted(
  chip: Chip,
  core: Core,
  d: number,
  text: string | FormatProblem,
  toCopy: number,
): number {
  return typeof text === "string"
    ? storeJoined(chip, core, d, codesOf(text), toCopy)
    : fault(chip, core, BAD_FORMAT, text.why, text.detail);
}

/// d = a as text, in the form that the string in `spec` says.
export function formatted(chip: Chip, core: Core, d: number, a: number, spec: number): number {
  const { words } = chip;
  if (!requireSet(chip, core, a)) return FAULTED;
  if (words[spec + 1] !== STRING) return fault(chip, core, BAD_CODE);
  const form = loadString(chip, words[spec] as number);
  const tag = words[a + 1] as number;
  const text = formatSpec(chip, tag, a, form);
  return storeFormatted(chip, core, d, text, charactersToCopy(chip, tag, words[a] as number));
}

/// d = the texts of `count` values from w on, one after the other.
export function joinValues(chip: Chip, core: Core, d: number, w: number, count: number): number {
  let text = "";
  let toCopy = 0;
  for (let slot = w; slot < w + count * 2; slot += 2) {
    if (!requireSet(chip, core, slot)) return FAULTED;
    const tag = chip.words[slot + 1] as number;
    text += formatValue(chip, tag, slot);
    toCopy += charactersToCopy(chip, tag, chip.words[slot] as number);
  }
  return storeJoined(chip, core, d, codesOf(text), toCopy);
}
