import { type ChipModel, chipModels, coresOf, EPIPHANY_III } from "../../machine/chip-models.ts";
import { LOCAL_BYTES, SHARED_ADDRESS } from "../../machine/memory-map.ts";

export { type ChipModel, chipModels, coresOf } from "../../machine/chip-models.ts";

/// The chip of this name; the Epiphany-III if there is none.
export function chipNamed(name: string): ChipModel {
  return chipModels.find((model) => model.name === name) ?? EPIPHANY_III;
}

/// The chip of this name if it has that many cores, else the smallest that has.
export function chipWith(cores: number, name: string): ChipModel {
  const named = chipNamed(name);
  return [named, ...chipModels].find((model) => coresOf(model) >= cores) ?? named;
}

/// Cores in a row of the Epiphany-III, and cores altogether.
export const meshWidth = EPIPHANY_III.columns;
export const meshCores = coresOf(EPIPHANY_III);
export const localBytes = LOCAL_BYTES;

/// The address by which every core can reach `local` of core `id`, as in the E16G301 reference.
export function globalAddress(id: number, local: number, model: ChipModel): number {
  const row = model.firstRow + Math.floor(id / model.columns);
  const column = model.firstColumn + (id % model.columns);
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
