import type { Chip, Core } from "./chip.ts";
import { LOCAL_BYTES, SHARED_ADDRESS } from "./memory-map.ts";

// Addresses as the machine has them: a core's local memory at ((row << 6 | column) << 20), shared memory at 0x8e000000. A
// virtual core has neither: its 32 KB are at 0 and its area behind.

/// One piece of a core's memory: `offset` is where it lies in the chip memory.
export interface MemoryPart {
  readonly name: "local" | "shared" | "code";
  readonly from: number;
  readonly offset: number;
  readonly bytes: number;
}

/// The local memory of a core, its area of shared memory and, if it lies there too, the byte code that all cores share.
export function partsOf(chip: Chip, core: Core): readonly MemoryPart[] {
  const { map } = chip;
  const { base, area } = core.place;
  const bytes = area.to - area.from;
  const shared = (offset: number): number => SHARED_ADDRESS + offset - map.shared.from;
  const parts: MemoryPart[] = core.host
    ? [
        { name: "local", from: 0, offset: base, bytes: LOCAL_BYTES },
        { name: "shared", from: LOCAL_BYTES, offset: area.from, bytes },
      ]
    : [
        { name: "local", from: map.globalAddress(core.id, 0) >>> 0, offset: base, bytes: LOCAL_BYTES },
        { name: "shared", from: shared(area.from), offset: area.from, bytes },
      ];
  if (chip.placement.code === "shared") {
    const { from, to } = core.code;
    parts.push({ name: "code", from: shared(from), offset: from, bytes: to - from });
  }
  return parts;
}

/// The machine's address of an offset of the chip memory that belongs to a core; 0 if it does not.
export function addressOf(chip: Chip, core: Core, offset: number): number {
  const part = partsOf(chip, core).find((one) => offset >= one.offset && offset < one.offset + one.bytes);
  return part === undefined ? 0 : part.from + offset - part.offset;
}

/// The offset in the chip memory of an address; undefined if it is not the core's.
export function offsetOf(chip: Chip, core: Core, address: number): number | undefined {
  const part = partsOf(chip, core).find(({ from, bytes }) => address >= from && address < from + bytes);
  return part === undefined ? undefined : part.offset + address - part.from;
}
