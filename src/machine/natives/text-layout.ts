import * as natives from "../../bytecode/natives.ts";
import type { Chip, Core } from "../chip.ts";
import { isTooLong } from "../concatenation.ts";
import { FILL_LENGTH, setFault } from "../faults.ts";
import { outOfMemory } from "../slots.ts";
import { storeCodes } from "../store-text.ts";
import { asResult, isGiven, NATIVE_FAULT, type NativeImplementation } from "./native.ts";
import { intArgument, onText, type TextMethod, textArgument } from "./text-arguments.ts";

// The methods that fill up a string to a given width.

const SPACE = 0x20;
const ZERO = 0x30;
const TAB = 0x09;

/// Faults with no room if a text of this length fits in no memory, before any of it is made.
function fits(chip: Chip, core: Core, length: number): boolean {
  if (!isTooLong(core, length)) return true;
  outOfMemory(chip, core, length);
  return false;
}

function fillArgument(chip: Chip, core: Core, native: number, args: number, count: number): number | undefined {
  if (!isGiven(chip, args, count, 2)) return SPACE;
  const fill = textArgument(chip, core, native, args, 2);
  if (fill === undefined || fill.length === 1) return fill?.[0];
  setFault(chip, core, FILL_LENGTH, fill.length);
  return undefined;
}

/// center, ljust and rjust: `before` says how many of the missing characters go in front.
function justified(native: number, before: (missing: number, width: number) => number): TextMethod {
  return (chip, core, text, args, count, d) => {
    const width = intArgument(chip, core, native, args, 1);
    const fill = width === undefined ? undefined : fillArgument(chip, core, native, args, count);
    if (width === undefined || fill === undefined || !fits(chip, core, width)) return NATIVE_FAULT;
    const missing = Math.max(0, width - text.length);
    const front = before(missing, width);
    const codes = [...new Array(front).fill(fill), ...text, ...new Array(missing - front).fill(fill)];
    return asResult(storeCodes(chip, core, d, codes));
  };
}

const zfill: TextMethod = (chip, core, text, args, _count, d) => {
  const width = intArgument(chip, core, natives.ZFILL.number, args, 1);
  if (width === undefined || !fits(chip, core, width)) return NATIVE_FAULT;
  const sign = text[0] === 0x2b || text[0] === 0x2d ? 1 : 0;
  const zeros = new Array(Math.max(0, width - text.length)).fill(ZERO);
  return asResult(storeCodes(chip, core, d, [...text.slice(0, sign), ...zeros, ...text.slice(sign)]));
};

const expandtabs: TextMethod = (chip, core, text, args, count, d) => {
  const size = count > 1 ? intArgument(chip, core, natives.EXPANDTABS.number, args, 1) : 8;
  if (size === undefined) return NATIVE_FAULT;
  const codes: number[] = [];
  let column = 0;
  for (const code of text) {
    if (code === TAB) {
      const spaces = size > 0 ? size - (column % size) : 0;
      if (!fits(chip, core, codes.length + spaces)) return NATIVE_FAULT;
      for (let k = 0; k < spaces; k++) codes.push(SPACE);
      column += spaces;
    } else {
      codes.push(code);
      column = code === 0x0a || code === 0x0d ? 0 : column + 1;
    }
  }
  return asResult(storeCodes(chip, core, d, codes));
};

/// The implementations of these methods, by number.
export const textLayout: readonly (readonly [number, NativeImplementation])[] = (
  [
    // As CPython has it: of an odd number of missing characters, one more goes in front if the width is odd too.
    [natives.CENTER, justified(natives.CENTER.number, (missing, width) => (missing >> 1) + (missing & width & 1))],
    [natives.LJUST, justified(natives.LJUST.number, () => 0)],
    [natives.RJUST, justified(natives.RJUST.number, (missing) => missing)],
    [natives.ZFILL, zfill],
    [natives.EXPANDTABS, expandtabs],
  ] as const
).map(([native, method]) => [native.number, onText(native.number, method)] as const);
