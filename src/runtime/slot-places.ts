import { CELL } from "../bytecode/values.ts";
import type { Chip, Core } from "../machine/chip.ts";
import { MIXED } from "../machine/list-layout.ts";
import { SLOT_BYTES } from "../machine/memory-map.ts";
import { type ListParts, lies } from "./list-parts.ts";

/// A value and where it stands: a slot, or an element of a list.
export interface Place {
  readonly tag: number;
  /// Word index of the value.
  readonly word: number;
  /// Bytes of the place itself.
  readonly bytes: number;
}

/// The place of a variable: its slot, or the cell that it lies in.
export function variablePlace(chip: Chip, core: Core, slot: number): Place {
  const place = slotPlace(chip, slot);
  const cell = chip.words[slot] as number;
  return place.tag === CELL && lies(core, cell, SLOT_BYTES) ? slotPlace(chip, cell >> 2) : place;
}

export function slotPlace(chip: Chip, slot: number): Place {
  return { tag: chip.words[slot + 1] as number, word: slot, bytes: SLOT_BYTES };
}

/// The place of a list's element.
export function elementPlace(chip: Chip, list: ListParts, index: number): Place {
  const mixed = list.elements === MIXED;
  const tag = mixed ? (chip.bytes[list.data + list.capacity * 4 + index] as number) : list.elements;
  return { tag, word: (list.data >> 2) + index, bytes: mixed ? 5 : 4 };
}
