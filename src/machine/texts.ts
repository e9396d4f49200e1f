import { STRING } from "../bytecode/values.ts";
import type { Chip, Core } from "./chip.ts";
import { BAD_CODE, BAD_FORMAT } from "./faults.ts";
import { formatValue } from "./format.ts";
import { allocate, RAW } from "./heap.ts";
import { FAULTED, fault, outOfMemory, requireSet, setSlot } from "./slots.ts";
import { codesOf, loadString, storeString, stringBytes } from "./strings.ts";
import { formatSpec, type Problem } from "./text-format.ts";
import { touch } from "./work.ts";

// Text that the machine makes, put into a slot as a new string.

/// d = a new string of these characters.
export function storeCodes(chip: Chip, core: Core, d: number, codes: ArrayLike<number>): number {
  const bytes = stringBytes(codes);
  chip.work += codes.length >> 1;
  const address = allocate(chip, core, bytes, RAW);
  if (address === 0) return outOfMemory(chip, core, bytes);
  storeString(chip, address, codes);
  touch(chip, codes.length);
  setSlot(chip, d, STRING, address);
  return 0;
}

/// d = a new string with this text.
export function storeText(chip: Chip, core: Core, d: number, text: string): number {
  return storeCodes(chip, core, d, codesOf(text));
}

/// d = a new string with this text; or a fault that says why there is none.
export function storeFormatted(chip: Chip, core: Core, d: number, text: string | Problem): number {
  return typeof text === "string"
    ? storeText(chip, core, d, text)
    : fault(chip, core, BAD_FORMAT, text.why, text.detail);
}

/// d = a as text, in the form that the string in `spec` says.
export function formatted(chip: Chip, core: Core, d: number, a: number, spec: number): number {
  const { words } = chip;
  if (!requireSet(chip, core, a)) return FAULTED;
  if (words[spec + 1] !== STRING) return fault(chip, core, BAD_CODE);
  const form = loadString(chip, words[spec] as number);
  return storeFormatted(chip, core, d, formatSpec(chip, words[a + 1] as number, a, form));
}

/// d = the texts of so many values from w on, one after the other.
export function joinValues(chip: Chip, core: Core, d: number, w: number, count: number): number {
  let text = "";
  for (let slot = w; slot < w + count * 2; slot += 2) {
    if (!requireSet(chip, core, slot)) return FAULTED;
    text += formatValue(chip, chip.words[slot + 1] as number, slot);
  }
  return storeText(chip, core, d, text);
}
