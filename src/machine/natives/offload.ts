import { LIST_TAG, NONE, TUPLE_TAG } from "../../bytecode/values.ts";
import type { Chip, Core } from "../chip.ts";
import { NO_SUCH_CORE, setFault } from "../faults.ts";
import { listLength } from "../lists.ts";
import { WAIT_LAUNCH, WAIT_SEND } from "../memory-map.ts";
import {
  acknowledge,
  box,
  clockOf,
  deliver,
  forget,
  isFull,
  KIND_LAUNCH,
  KIND_RESULT,
  kindOf,
  state,
  stateWord,
  tagOf,
} from "../postbox.ts";
import { setSlot } from "../slots.ts";
import { clock, waitUntil } from "../timing/clock.ts";
import { copyInto } from "../transfer.ts";
import { waitFor } from "../waiting.ts";
import { NATIVE_DONE, NATIVE_FAULT, NATIVE_WAIT, type NativeResult } from "./native.ts";

// How kernels come to a core and their values go back: through the postboxes of the core and of full Python, as messages
// of two kinds of their own, so that a kernel can exchange messages with its host as well. The host pays for the copies.
//
// A launch carries a task, a tuple that begins with a number (python/library/epython/values.py packs it):
//
//   k ≥ 0      run kernel k; its arguments follow
//   -1         the program is over
//   -2 - 2k    a new value for the k-th variable that stays on the cores; it follows
//   -3 - 2k    give back the k-th of these variables

export const TASK_LAUNCH = 0;
export const TASK_FINISH = 1;
export const TASK_COPY_TO = 2;
export const TASK_COPY_FROM = 3;

/// What a task is, by the number that it begins with.
export function taskOf(number: number): number {
  if (number >= 0) return TASK_LAUNCH;
  if (number === -1) return TASK_FINISH;
  return (number & 1) === 0 ? TASK_COPY_TO : TASK_COPY_FROM;
}

function hostOf(chip: Chip, core: Core): Core | undefined {
  if (chip.pythonCore === undefined) setFault(chip, core, NO_SUCH_CORE, chip.map.ids, chip.cores.length);
  return chip.pythonCore;
}

/// next_launch()
export function nextLaunch(chip: Chip, core: Core, _args: number, _count: number, d: number): NativeResult {
  const host = hostOf(chip, core);
  if (host === undefined) return NATIVE_FAULT;
  const at = box(core, host.id);
  const now = state(chip, at);
  // A message that waits there was for the kernel before: its sender is stuck, because no kernel will take it.
  if (!isFull(now) || kindOf(now) !== KIND_LAUNCH) {
    waitFor(chip, core, WAIT_LAUNCH, host.id, stateWord(at), now);
    return NATIVE_WAIT;
  }
  const copied = copyInto(chip, core, d, tagOf(now), chip.words[at] as number);
  waitUntil(chip, core, clockOf(chip, core, host.id));
  // What it has no room for it has been given all the same: the next launch needs the box.
  acknowledge(chip, core, host.id, clockOf(chip, core, host.id));
  return copied ? NATIVE_DONE : NATIVE_FAULT;
}

/// give_back(value)
export function giveBack(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  const host = hostOf(chip, core);
  if (host === undefined) return NATIVE_FAULT;
  const at = box(host, core.id);
  const before = state(chip, at);
  if (isFull(before)) {
    waitFor(chip, core, WAIT_SEND, host.id, stateWord(at), before);
    return NATIVE_WAIT;
  }
  forget(chip, host, core.id);
  const { words } = chip;
  const tag = words[args + 1] as number;
  // What the kernel has returned may be resident and change with the next kernel: a copy is what waits.
  if (!copyInto(chip, core, args, tag, words[args] as number)) return NATIVE_FAULT;
  const isList = tag === LIST_TAG || tag === TUPLE_TAG;
  const length = isList ? listLength(chip, words[args] as number) : 1;
  deliver(chip, host, core, KIND_RESULT, tag, words[args] as number, length, clock(chip, core));
  setSlot(chip, d, NONE, 0);
  return NATIVE_DONE;
}
