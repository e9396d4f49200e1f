import * as v from "valibot";
import { chipModels, coresOf, EPIPHANY_III } from "../machine/chip-models.ts";

// Which chips a lesson, a run of its check or an assignment may name: those of the run settings, by the same names.

export const usualChip = EPIPHANY_III.name;
export const mostCores = Math.max(...chipModels.map(coresOf));
export const chipName = v.picklist(chipModels.map(({ name }) => name));

/// The cores of the chip of this name.
export function coresOfChip(chip: string): number {
  return coresOf(chipModels.find(({ name }) => name === chip) ?? EPIPHANY_III);
}

/// What is wrong with asking this chip for `cores` cores; undefined if it has them.
export function tooManyCores(chip: string, cores: number): string | undefined {
  const most = coresOfChip(chip);
  return cores > most ? `the ${chip} has ${most.toLocaleString("en")} cores, not ${cores}` : undefined;
}
