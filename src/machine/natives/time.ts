import type { Chip, Core } from "../chip.ts";
import { setReal } from "../slots.ts";
import { clock } from "../timing/clock.ts";
import { NATIVE_DONE, type NativeResult } from "./native.ts";

/// time(): the core's virtual clock in seconds. Clocks of virtual cores count in the chip's cycles too.
export function time(chip: Chip, core: Core, _args: number, _count: number, d: number): NativeResult {
  setReal(chip, d, clock(chip, core) / chip.map.config.model.frequency);
  return NATIVE_DONE;
}
