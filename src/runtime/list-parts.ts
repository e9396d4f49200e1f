import type { Chip, Core } from "../machine/chip.ts";
import { LIST_BYTES, LIST_CAPACITY, LIST_DATA, LIST_ELEMENTS, LIST_LENGTH, MIXED } from "../machine/list-layout.ts";
import { LOCAL_BYTES } from "../machine/memory-map.ts";

// The parts of a list in the memory of a core that may be running: nothing here trusts a length or an address.

/// What a list or tuple consists of, if an address of a core's is one.
export interface ListParts {
  readonly elements: number;
  readonly length: number;
  readonly capacity: number;
  readonly data: number;
}

/// Whether bytes lie in a core's memory, from a whole word on.
export function lies(core: Core, from: number, bytes: number): boolean {
  if (!Number.isInteger(from) || from % 4 !== 0 || bytes < 0) return false;
  const { base, area } = core.place;
  return [{ from: base, to: base + LOCAL_BYTES }, area, core.code].some(
    (part) => from >= part.from && from + bytes <= part.to,
  );
}

export function listAt(chip: Chip, core: Core, address: number): ListParts | undefined {
  if (!lies(core, address, LIST_BYTES)) return undefined;
  const at = address >> 2;
  const [elements, length, capacity, data] = [LIST_ELEMENTS, LIST_LENGTH, LIST_CAPACITY, LIST_DATA].map(
    (word) => chip.words[at + word] as number,
  ) as [number, number, number, number];
  if (length < 0 || length > capacity) return undefined;
  if (capacity > 0 && !lies(core, data, capacity * (elements === MIXED ? 5 : 4))) return undefined;
  return { elements, length, capacity, data };
}
