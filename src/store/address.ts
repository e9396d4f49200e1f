import { EPIPHANY_III, LOCAL_BYTES, SHARED_ADDRESS } from "../machine/memory-map.ts";

/// Cores in a row of the chip, and cores altogether.
export const meshWidth = EPIPHANY_III.columns;
export const meshCores = EPIPHANY_III.rows * meshWidth;
export const localBytes = LOCAL_BYTES;

/// The address by which every core can reach `local` of core `id`, as in the E16G301 reference.
export function globalAddress(id: number, local: number): number {
  const row = EPIPHANY_III.firstRow + Math.floor(id / meshWidth);
  const column = EPIPHANY_III.firstColumn + (id % meshWidth);
  return ((((row << 6) | column) << 20) | local) >>> 0;
}

/// The address of a byte of shared memory, the same for every core.
export function sharedAddress(offset: number): number {
  return SHARED_ADDRESS + offset;
}

/// As eight hexadecimal digits: `0x80800000`.
export function formatAddress(address: number): string {
  return `0x${address.toString(16).toUpperCase().padStart(8, "0")}`;
}
