import type { Chip, Core } from "../machine/chip.ts";
import { lies } from "./list-parts.ts";

/// So many characters of a text are shown.
export const LONGEST_TEXT = 200;

/// The length and first characters of a string, if an address of a core's is one.
export function stringAt(
  chip: Chip,
  core: Core,
  address: number,
  from = 0,
  most = LONGEST_TEXT,
): { readonly length: number; readonly wide: boolean; readonly text: string } | undefined {
  if (!lies(core, address, 4)) return undefined;
  const head = chip.words[address >> 2] as number;
  const wide = (head & 1) === 1;
  const length = head >> 1;
  if (length < 0 || !lies(core, address, 4 + length * (wide ? 4 : 1))) return undefined;
  let text = "";
  for (let k = from; k < Math.min(length, from + most); k++) {
    const code = (wide ? chip.words[(address >> 2) + 1 + k] : chip.bytes[address + 4 + k]) as number;
    text += code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "\u{fffd}";
  }
  return { length, wide, text };
}
