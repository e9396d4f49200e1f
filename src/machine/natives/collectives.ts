import { BCAST, REDUCE } from "../../bytecode/natives.ts";
import { BOOL, INT, LIST_TAG, NONE, STRING, TUPLE_TAG, UNSET } from "../../bytecode/values.ts";
import type { Chip, Core } from "../chip.ts";
import { CROSSED_CALLS, NO_SUCH_CORE, setFault, UNKNOWN_OPERATOR, UNSET_VARIABLE } from "../faults.ts";
import { elementTag, listLength } from "../lists.ts";
import {
  ARRIVAL,
  BCASTS,
  MONITOR_BARRIER_CLOCK,
  MONITOR_BARRIER_COUNT,
  MONITOR_BARRIER_GENERATION,
  PHASE_A,
  REDUCES,
  SYNCS,
  WAIT_BARRIER,
  WAIT_COLLECTIVE,
} from "../memory-map.ts";
import {
  acknowledge,
  box,
  clockOf,
  isFull,
  KIND_BCAST,
  KIND_REDUCE,
  kindOf,
  put,
  state,
  stateWord,
  tagOf,
} from "../postbox.ts";
import { isNumber, setSlot } from "../slots.ts";
import { loadString } from "../strings.ts";
import { bcastCost, reduceCost, SYNC } from "../timing/costs.ts";
import { copyInto } from "../transfer.ts";
import { waitFor } from "../waiting.ts";
import { combine, isList, type Operator, type Part } from "./combining.ts";
import { clock, phase, setClock, setPhase, waitUntil, whenFree } from "./messages.ts";
import { NATIVE_DONE, NATIVE_FAULT, NATIVE_WAIT, type NativeResult, wrongArgument, wrongElement } from "./native.ts";

// Calls that every core takes part in. Broadcast and reduction go through the postboxes, core by core, as the original's
// do; what they cost in time is the original's measured cost, counted from the last core's arrival.

function count(chip: Chip, core: Core, call: number): void {
  chip.words[core.registers + call]!++;
}

function waitOnBox(chip: Chip, core: Core, peer: Core, boxAt: number, now: number): NativeResult {
  waitFor(chip, core, WAIT_COLLECTIVE, peer.id, stateWord(boxAt), now);
  return NATIVE_WAIT;
}

/// Puts a value into the box of every other core, from the PHASE-th on. NATIVE_DONE when all have it.
function putToAll(chip: Chip, core: Core, kind: number, slot: number, length: number): NativeResult {
  const { cores } = chip;
  for (let k = phase(chip, core); k < cores.length; k++) {
    const peer = cores[k] as Core;
    if (peer !== core) {
      const at = box(peer, core.id);
      const before = state(chip, at);
      if (isFull(before)) return waitOnBox(chip, core, peer, at, before);
      put(
        chip,
        peer,
        core,
        kind,
        chip.words[slot + 1] as number,
        chip.words[slot] as number,
        length,
        whenFree(chip, core, peer),
      );
    }
    setPhase(chip, core, k + 1);
  }
  return NATIVE_DONE;
}

/// bcast(data, root)
export function bcast(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  const { words } = chip;
  if (words[args + 3] !== INT) return wrongArgument(chip, core, BCAST.number, args, 1);
  const root = chip.core(words[args + 2] as number);
  if (root === undefined) {
    setFault(chip, core, NO_SUCH_CORE, words[args + 2] as number, chip.cores.length);
    return NATIVE_FAULT;
  }
  return root === core ? bcastFrom(chip, core, args, d) : bcastTo(chip, core, root, d);
}

function bcastFrom(chip: Chip, core: Core, args: number, d: number): NativeResult {
  const { words, cores } = chip;
  const tag = words[args + 1] as number;
  if (tag === UNSET) {
    setFault(chip, core, UNSET_VARIABLE, 0, 0, args);
    return NATIVE_FAULT;
  }
  if (phase(chip, core) < cores.length) {
    const isList = tag === LIST_TAG || tag === TUPLE_TAG;
    const put = putToAll(chip, core, KIND_BCAST, args, isList ? listLength(chip, words[args] as number) : 1);
    if (put !== NATIVE_DONE) return put;
  }
  const done = clock(chip, core) + bcastCost(cores.length);
  let last = done;
  for (const peer of cores) {
    if (peer === core) continue;
    const at = box(peer, core.id);
    const now = state(chip, at);
    if (isFull(now)) return waitOnBox(chip, core, peer, at, now);
    last = Math.max(last, clockOf(chip, peer, core.id));
  }
  setPhase(chip, core, 0);
  setClock(chip, core, done);
  waitUntil(chip, core, last);
  count(chip, core, BCASTS);
  setSlot(chip, d, tag, words[args] as number);
  return NATIVE_DONE;
}

function bcastTo(chip: Chip, core: Core, root: Core, d: number): NativeResult {
  const at = box(core, root.id);
  const now = state(chip, at);
  if (!isFull(now)) return waitOnBox(chip, core, root, at, now);
  if (kindOf(now) !== KIND_BCAST) {
    setFault(chip, core, CROSSED_CALLS, root.id, kindOf(now));
    return NATIVE_FAULT;
  }
  if (!copyInto(chip, core, d, tagOf(now), chip.words[at] as number)) return NATIVE_FAULT;
  const done = waitUntil(chip, core, clockOf(chip, core, root.id)) + bcastCost(chip.cores.length);
  setClock(chip, core, done);
  count(chip, core, BCASTS);
  acknowledge(chip, core, root.id, done);
  return NATIVE_DONE;
}

/// reduce(data, op)
export function reduce(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  const { words, cores } = chip;
  if (phase(chip, core) === 0) {
    if (!canReduce(chip, core, args)) return NATIVE_FAULT;
    if (words[args + 3] !== STRING) return wrongArgument(chip, core, REDUCE.number, args, 1);
    // This core may go on and change its list while others still read: they get to see a copy.
    const tag = words[args + 1] as number;
    if (isList(tag) && !copyInto(chip, core, args, tag, words[args] as number)) return NATIVE_FAULT;
  }
  const length = isList(words[args + 1] as number) ? listLength(chip, words[args] as number) : 1;
  if (phase(chip, core) < cores.length) {
    const put = putToAll(chip, core, KIND_REDUCE, args, length);
    if (put !== NATIVE_DONE) return put;
  }
  // From the last core down, as it mostly comes last: once it is there the others mostly are too.
  for (let k = cores.length - 1; k >= 0; k--) {
    const peer = cores[k] as Core;
    if (peer === core) continue;
    const at = box(core, peer.id);
    const now = state(chip, at);
    if (!isFull(now)) return waitOnBox(chip, core, peer, at, now);
    if (kindOf(now) !== KIND_REDUCE) {
      setFault(chip, core, CROSSED_CALLS, peer.id, kindOf(now));
      return NATIVE_FAULT;
    }
  }
  const op = loadString(chip, words[args + 2] as number);
  if (op !== "sum" && op !== "min" && op !== "max" && op !== "prod") {
    setFault(chip, core, UNKNOWN_OPERATOR);
    return NATIVE_FAULT;
  }
  setPhase(chip, core, 0);
  return combineAll(chip, core, op, args, length, d) ? NATIVE_DONE : NATIVE_FAULT;
}

/// Whether a value is a number or a list of numbers; notes a fault if not.
function canReduce(chip: Chip, core: Core, args: number): boolean {
  const tag = chip.words[args + 1] as number;
  if (isNumber(tag)) return true;
  if (!isList(tag)) {
    wrongArgument(chip, core, REDUCE.number, args, 0);
    return false;
  }
  const list = chip.words[args] as number;
  for (let k = 0; k < listLength(chip, list); k++) {
    const element = elementTag(chip, list, k);
    if (isNumber(element)) continue;
    wrongElement(chip, core, REDUCE.number, 0, element);
    return false;
  }
  return true;
}

// In the order of ids on every core, so that rounding is the same everywhere and all get the same result.
function combineAll(chip: Chip, core: Core, op: Operator, args: number, elements: number, d: number): boolean {
  let last = 0;
  const parts = chip.cores.map((peer): Part => {
    if (peer === core) {
      last = Math.max(last, clock(chip, core));
      return { tag: chip.words[args + 1] as number, at: args };
    }
    last = Math.max(last, clockOf(chip, core, peer.id));
    const at = box(core, peer.id);
    return { tag: tagOf(state(chip, at)), at };
  });
  if (!combine(chip, core, op, parts, d)) return false;
  const done = waitUntil(chip, core, last) + reduceCost(chip.cores.length) * Math.max(1, elements);
  for (const peer of chip.cores) if (peer !== core) acknowledge(chip, core, peer.id, done);
  setClock(chip, core, done);
  count(chip, core, REDUCES);
  return true;
}

const SYNC_START = 0;
const SYNC_WAITING = 1;

/// sync()
export function sync(chip: Chip, core: Core, _args: number, _count: number, d: number): NativeResult {
  const { words, doubles, cores } = chip;
  const control = chip.map.control >> 2;
  const generation = control + MONITOR_BARRIER_GENERATION;
  if (phase(chip, core) === SYNC_START) {
    doubles[(core.registers + ARRIVAL) >> 1] = clock(chip, core);
    words[core.registers + PHASE_A] = Atomics.load(words, generation);
    setPhase(chip, core, SYNC_WAITING);
    if (Atomics.add(words, control + MONITOR_BARRIER_COUNT, 1) + 1 === cores.length) {
      let last = 0;
      for (const other of cores) last = Math.max(last, doubles[(other.registers + ARRIVAL) >> 1] as number);
      doubles[(control + MONITOR_BARRIER_CLOCK) >> 1] = last + SYNC;
      Atomics.store(words, control + MONITOR_BARRIER_COUNT, 0);
      Atomics.add(words, generation, 1);
      chip.wake(-1);
    }
  }
  const before = words[core.registers + PHASE_A] as number;
  if (Atomics.load(words, generation) === before) {
    waitFor(chip, core, WAIT_BARRIER, -1, generation, before);
    return NATIVE_WAIT;
  }
  setPhase(chip, core, SYNC_START);
  // The next barrier cannot be complete before this core has arrived there, so the clock is still this one's.
  waitUntil(chip, core, (doubles[(control + MONITOR_BARRIER_CLOCK) >> 1] as number) - SYNC);
  setClock(chip, core, doubles[(control + MONITOR_BARRIER_CLOCK) >> 1] as number);
  count(chip, core, SYNCS);
  setSlot(chip, d, NONE, 0);
  return NATIVE_DONE;
}

/// coreid(), numcores(), ishost(), isdevice()
export function coreid(chip: Chip, core: Core, _args: number, _count: number, d: number): NativeResult {
  setSlot(chip, d, INT, core.id);
  return NATIVE_DONE;
}

export function numcores(chip: Chip, _core: Core, _args: number, _count: number, d: number): NativeResult {
  setSlot(chip, d, INT, chip.cores.length);
  return NATIVE_DONE;
}

export function ishost(chip: Chip, core: Core, _args: number, _count: number, d: number): NativeResult {
  setSlot(chip, d, BOOL, core.host ? 1 : 0);
  return NATIVE_DONE;
}

export function isdevice(chip: Chip, core: Core, _args: number, _count: number, d: number): NativeResult {
  setSlot(chip, d, BOOL, core.host ? 0 : 1);
  return NATIVE_DONE;
}
