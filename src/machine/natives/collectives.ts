import { BCAST, REDUCE } from "../../bytecode/natives.ts";
import { BOOL, INT, NONE, STRING, UNSET } from "../../bytecode/values.ts";
import type { Chip, Core } from "../chip.ts";
import {
  contribution,
  done,
  doneWord,
  enter,
  entered,
  enteredWord,
  finish,
  KIND_BCAST,
  KIND_BCAST_TAKER,
  KIND_REDUCE,
  kindOfContribution,
  tagOfContribution,
  whenDone,
  whenEntered,
} from "../contribution.ts";
import { CROSSED_CALLS, NO_SUCH_CORE, setFault, UNKNOWN_OPERATOR, UNSET_VARIABLE } from "../faults.ts";
import { elementTag, listLength } from "../lists.ts";
import {
  ARRIVAL,
  BCASTS,
  MONITOR_BARRIER_CLOCK,
  MONITOR_BARRIER_COUNT,
  MONITOR_BARRIER_GENERATION,
  PC,
  PHASE_A,
  REDUCES,
  SYNCS,
  WAIT_BARRIER,
  WAIT_COLLECTIVE,
} from "../memory-map.ts";
import { isNumber, setSlot } from "../slots.ts";
import { loadString } from "../strings.ts";
import { clock, waitUntil, work } from "../timing/clock.ts";
import { carry } from "../timing/mesh.ts";
import { copyInto, loadOf } from "../transfer.ts";
import { waitFor } from "../waiting.ts";
import { combine, isList } from "./combining.ts";
import { phase, setPhase } from "./messages.ts";
import { NATIVE_DONE, NATIVE_FAULT, NATIVE_WAIT, type NativeResult, wrongArgument, wrongElement } from "./native.ts";

// Calls that every core takes part in. What they cost in time is what the original's chains of messages cost there, counted
// from the last core's arrival.

function count(chip: Chip, core: Core, call: number): void {
  chip.words[core.registers + call]!++;
}

function waitForPeer(chip: Chip, core: Core, peer: Core, word: number, value: number): NativeResult {
  waitFor(chip, core, WAIT_COLLECTIVE, peer.id, word, value);
  return NATIVE_WAIT;
}

/// Waits until every other core has entered more than `n` collectives. From the last core down, as it mostly comes last:
/// once it is there the others mostly are too.
function untilEntered(chip: Chip, core: Core, n: number): NativeResult {
  const { members: cores } = chip;
  for (let k = cores.length - 1; k >= 0; k--) {
    const peer = cores[k] as Core;
    const count = entered(chip, peer);
    if (count <= n) return waitForPeer(chip, core, peer, enteredWord(peer), count);
  }
  return NATIVE_DONE;
}

/// Waits until every other core is done with more than `n` collectives.
function untilDone(chip: Chip, core: Core, n: number): NativeResult {
  const { members: cores } = chip;
  for (let k = cores.length - 1; k >= 0; k--) {
    const peer = cores[k] as Core;
    if (peer === core) continue;
    const count = done(chip, peer);
    if (count <= n) return waitForPeer(chip, core, peer, doneWord(peer), count);
  }
  return NATIVE_DONE;
}

/// Waits until all have read what this core brought to the collective whose place its n-th takes, the one before the last.
function untilFree(chip: Chip, core: Core, n: number): NativeResult {
  // Who comes out of a reduction has met everyone there.
  return kindOfContribution(chip, core, n - 1) === KIND_REDUCE ? NATIVE_DONE : untilDone(chip, core, n - 2);
}

// How far a call has come.
const START = 0;
const ENTERED = 1;
const TAKEN = 2;

/// bcast(data, root)
export function bcast(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  const { words } = chip;
  if (words[args + 3] !== INT) return wrongArgument(chip, core, BCAST.number, args, 1);
  const root = chip.core(words[args + 2] as number);
  if (root === undefined) {
    setFault(chip, core, NO_SUCH_CORE, words[args + 2] as number, chip.members.length);
    return NATIVE_FAULT;
  }
  const n = done(chip, core);
  if (phase(chip, core) === START) {
    const tag = words[args + 1] as number;
    if (root === core && tag === UNSET) {
      setFault(chip, core, UNSET_VARIABLE, 0, 0, args);
      return NATIVE_FAULT;
    }
    const ready = untilFree(chip, core, n);
    if (ready !== NATIVE_DONE) return ready;
    if (root === core) enter(chip, core, n, KIND_BCAST, tag, words[args] as number, clock(chip, core));
    else enter(chip, core, n, KIND_BCAST_TAKER, NONE, 0, clock(chip, core));
    setPhase(chip, core, ENTERED);
  }
  return root === core ? bcastFrom(chip, core, n, args, d) : bcastTo(chip, core, root, n, d);
}

function bcastFrom(chip: Chip, core: Core, n: number, args: number, d: number): NativeResult {
  const { words, members: cores } = chip;
  for (const peer of cores) {
    const count = done(chip, peer);
    if (peer !== core && count <= n) return waitForPeer(chip, core, peer, doneWord(peer), count);
  }
  const tag = words[args + 1] as number;
  // Nobody else has copied the value of a core that is alone: it may be a list that lies in itself.
  const elements = cores.length === 1 ? 0 : loadOf(chip, tag, words[args] as number).elements;
  work(chip, core, chip.timing.bcast(cores.length, elements));
  for (const peer of cores) if (peer !== core) waitUntil(chip, core, whenDone(chip, peer, n));
  setPhase(chip, core, START);
  finish(chip, core, n, clock(chip, core));
  count(chip, core, BCASTS);
  setSlot(chip, d, tag, words[args] as number);
  return NATIVE_DONE;
}

function bcastTo(chip: Chip, core: Core, root: Core, n: number, d: number): NativeResult {
  const come = entered(chip, root);
  if (come <= n) return waitForPeer(chip, core, root, enteredWord(root), come);
  const kind = kindOfContribution(chip, root, n);
  if (kind !== KIND_BCAST) return crossed(chip, core, root, kind);
  const tag = tagOfContribution(chip, root, n);
  const { words } = chip;
  const value = words[contribution(root, n)] as number;
  if (!copyInto(chip, core, d, tag, value)) return NATIVE_FAULT;
  const { elements } = loadOf(chip, tag, value);
  waitUntil(chip, core, whenEntered(chip, root, n));
  work(chip, core, chip.timing.bcast(chip.members.length, elements));
  carry(chip, root, core, elements);
  chip.onTaken?.(
    core,
    root.id,
    {
      kind,
      tag,
      value,
      length: -1,
      pc: words[root.registers + PC] as number,
      sent: whenEntered(chip, root, n),
    },
    clock(chip, core),
  );
  setPhase(chip, core, START);
  finish(chip, core, n, clock(chip, core));
  count(chip, core, BCASTS);
  return NATIVE_DONE;
}

function crossed(chip: Chip, core: Core, peer: Core, kind: number): NativeResult {
  setFault(chip, core, CROSSED_CALLS, peer.id, kind);
  return NATIVE_FAULT;
}

/// reduce(data, op)
export function reduce(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  const { words, members: cores } = chip;
  const tag = words[args + 1] as number;
  const n = phase(chip, core) === TAKEN ? done(chip, core) - 1 : done(chip, core);
  if (phase(chip, core) === START) {
    if (!canReduce(chip, core, args)) return NATIVE_FAULT;
    if (words[args + 3] !== STRING) return wrongArgument(chip, core, REDUCE.number, args, 1);
    const ready = untilFree(chip, core, n);
    if (ready !== NATIVE_DONE) return ready;
    enter(chip, core, n, KIND_REDUCE, tag, words[args] as number, clock(chip, core));
    setPhase(chip, core, ENTERED);
  }
  if (phase(chip, core) === ENTERED) {
    const all = untilEntered(chip, core, n);
    if (all !== NATIVE_DONE) return all;
    const contributions: number[] = [];
    let last = 0;
    for (const peer of cores) {
      const kind = kindOfContribution(chip, peer, n);
      if (kind !== KIND_REDUCE) return crossed(chip, core, peer, kind);
      contributions.push(contribution(peer, n));
      const time = whenEntered(chip, peer, n);
      // Of several at once, the core itself: then it has waited for nobody.
      if (time > last || (time === last && peer === core)) {
        last = time;
        words[core.registers + PHASE_A] = peer.id;
      }
    }
    const combined = combineAll(chip, core, contributions, args);
    chip.doubles[(core.registers + ARRIVAL) >> 1] = last;
    // Those whose list this core has read do not wait for it in vain if it has failed.
    finish(chip, core, n, last);
    if (!combined) return NATIVE_FAULT;
    setPhase(chip, core, TAKEN);
  }
  // A list lies in this core's memory, and may change when it goes on: others must have read it.
  if (isList(tag)) {
    const read = untilDone(chip, core, n);
    if (read !== NATIVE_DONE) return read;
  }
  const { elements } = loadOf(chip, tag, words[args] as number);
  waitUntil(chip, core, chip.doubles[(core.registers + ARRIVAL) >> 1] as number);
  work(chip, core, chip.timing.reduce(cores.length, elements));
  carryInChain(chip, core, elements);
  count(chip, core, REDUCES);
  setPhase(chip, core, START);
  setSlot(chip, d, words[args + 3] as number, words[args + 2] as number);
  return NATIVE_DONE;
}

// Sums go up the row of cores, the result comes down again: 2P−3 exchanges, the uppermost two swapping.
function carryInChain(chip: Chip, core: Core, elements: number): void {
  const at = chip.members.indexOf(core);
  for (const k of [at - 1, at + 1]) {
    const peer = chip.members[k];
    if (peer !== undefined) carry(chip, core, peer, elements);
  }
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
// It goes where the operator stood: the value itself must stay while others read it.
function combineAll(chip: Chip, core: Core, contributions: readonly number[], args: number): boolean {
  const op = loadString(chip, chip.words[args + 2] as number);
  if (op !== "sum" && op !== "min" && op !== "max" && op !== "prod") {
    setFault(chip, core, UNKNOWN_OPERATOR);
    return false;
  }
  return combine(chip, core, op, contributions, args + 2);
}

const SYNC_START = 0;
const SYNC_WAITING = 1;

/// sync()
export function sync(chip: Chip, core: Core, _args: number, _count: number, d: number): NativeResult {
  const { words, doubles, members: cores } = chip;
  const control = chip.map.control >> 2;
  const generation = control + MONITOR_BARRIER_GENERATION;
  if (phase(chip, core) === SYNC_START) {
    doubles[(core.registers + ARRIVAL) >> 1] = clock(chip, core);
    words[core.registers + PHASE_A] = Atomics.load(words, generation);
    setPhase(chip, core, SYNC_WAITING);
    if (Atomics.add(words, control + MONITOR_BARRIER_COUNT, 1) + 1 === cores.length) {
      let last = 0;
      for (const other of cores) last = Math.max(last, doubles[(other.registers + ARRIVAL) >> 1] as number);
      doubles[(control + MONITOR_BARRIER_CLOCK) >> 1] = last + chip.timing.sync;
      Atomics.store(words, control + MONITOR_BARRIER_COUNT, 0);
      Atomics.add(words, generation, 1);
      chip.wake(-1, generation);
    }
  }
  const before = words[core.registers + PHASE_A] as number;
  if (Atomics.load(words, generation) === before) {
    waitFor(chip, core, WAIT_BARRIER, -1, generation, before);
    return NATIVE_WAIT;
  }
  setPhase(chip, core, SYNC_START);
  // The next barrier cannot be complete before this core has arrived there, so the clock is still this one's.
  const complete = doubles[(control + MONITOR_BARRIER_CLOCK) >> 1] as number;
  waitUntil(chip, core, complete - chip.timing.sync);
  work(chip, core, chip.timing.sync);
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
