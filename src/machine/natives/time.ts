import { SLEEP } from "../../bytecode/natives.ts";
import { NONE } from "../../bytecode/values.ts";
import type { Chip, Core } from "../chip.ts";
import { NEGATIVE_TIME, setFault } from "../faults.ts";
import { isNumber, numberIn, setReal, setSlot } from "../slots.ts";
import { clock, waitUntil } from "../timing/clock.ts";
import { NATIVE_DONE, NATIVE_FAULT, type NativeResult, wrongArgument } from "./native.ts";

/// time(): the core's virtual clock in seconds. Clocks of virtual cores count in the chip's cycles too.
export function time(chip: Chip, core: Core, _args: number, _count: number, d: number): NativeResult {
  setReal(chip, d, clock(chip, core) / chip.map.config.model.frequency);
  return NATIVE_DONE;
}

/// sleep(seconds): the core waits, and takes no energy meanwhile. Nobody who looks on has to.
export function sleep(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  if (!isNumber(chip.words[args + 1] as number)) return wrongArgument(chip, core, SLEEP.number, args, 0);
  const seconds = numberIn(chip, args);
  if (!(seconds >= 0 && seconds < Number.POSITIVE_INFINITY)) {
    setFault(chip, core, NEGATIVE_TIME);
    return NATIVE_FAULT;
  }
  waitUntil(chip, core, clock(chip, core) + seconds * chip.map.config.model.frequency);
  setSlot(chip, d, NONE, 0);
  return NATIVE_DONE;
}
