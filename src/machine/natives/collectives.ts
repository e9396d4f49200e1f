import { BCAST, REDUCE } from "../../bytecode/natives.ts";
import { BOOL, INT, NONE, STRING, UNSET } from "../../bytecode/values.ts";
import type { Chip, Core } from "../chip.ts";
import {
  arrive,
  asksForSame,
  type Brought,
  callIn,
  callOf,
  contribution,
  doCallsDiffer,
  done,
  doneWord,
  enter,
  entered,
  enteredWord,
  finish,
  isUnfit,
  KIND_BCAST,
  KIND_BCAST_TAKER,
  KIND_REDUCE,
  KIND_SYNC,
  kindOfContribution,
  operationIn,
  pass,
  tagOfContribution,
  UNFIT,
  whenDone,
  whenEntered,
  whenEnteredIn,
} from "../contribution.ts";
import {
  DIFFERENT_CALLS,
  DIFFERENT_OPERATIONS,
  DIFFERENT_ROOTS,
  DIFFERENT_VALUES,
  NO_SUCH_CORE,
  setFault,
  UNKNOWN_OPERATOR,
  UNSET_VARIABLE,
} from "../faults.ts";
import { elementTag, listLength } from "../lists.ts";
import {
  ARRIVAL,
  BCASTS,
  MONITOR_BARRIER_CLOCK,
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
import { canTravel, copyInto, loadOf } from "../transfer.ts";
import { waitFor } from "../waiting.ts";
import { combine, isList, type Operator, operators } from "./combining.ts";
import { phase, setPhase } from "./messages.ts";
import { NATIVE_DONE, NATIVE_FAULT, NATIVE_WAIT, type NativeResult, wrongArgument, wrongElement } from "./native.ts";

// Calls that every core takes part in. What they cost in time is what the original's chains of messages cost there, counted
// from the last core's arrival.
//
// All cores' n-th calls must match. Who compares them must not depend on which thread runs first, so each core looks only at
// what it waits for anyway: in a reduction at all, the root of a broadcast at one after the other, those who take its value at
// the root. A core that has failed with its own arguments has entered all the same, so that others can say what it did.
// One file, since they share how cores enter, compare and leave.

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
  if (n < 2) return NATIVE_DONE;
  // Who comes out of a reduction or a barrier has met everyone there, unless it failed at once.
  const before = kindOfContribution(chip, core, n - 1);
  const metAll = (before === KIND_REDUCE || before === KIND_SYNC) && !isUnfit(chip, core, n - 1);
  return metAll ? NATIVE_DONE : untilDone(chip, core, n - 2);
}

/// Lets all see what a core brings to its n-th collective that it has failed with, so that they do not wait for it.
function fail(chip: Chip, core: Core, n: number, brought: Brought): NativeResult {
  // Full Python may catch the exception, and call again.
  if (!core.pythonCore) enter(chip, core, n, { ...brought, kind: brought.kind | UNFIT }, clock(chip, core));
  return NATIVE_FAULT;
}

/// Notes that two cores' n-th calls do not match. Names them by ascending id.
function noteMismatch(chip: Chip, core: Core, one: Core, other: Core, n: number): NativeResult {
  const [first, second] = one.id < other.id ? [one, other] : [other, one];
  setFault(chip, core, mismatch(chip, first, second, n), first.id, second.id);
  return NATIVE_FAULT;
}

/// The fault that two cores' n-th calls are together, both of which have been entered; 0 if they match.
export function mismatch(chip: Chip, one: Core, other: Core, n: number): number {
  const kind = callOf(kindOfContribution(chip, one, n));
  if (kind !== callOf(kindOfContribution(chip, other, n))) return DIFFERENT_CALLS;
  const a = contribution(one, n);
  const b = contribution(other, n);
  if (kind === KIND_BCAST) {
    if (!asksForSame(chip, a, b)) return DIFFERENT_ROOTS;
  } else if (kind === KIND_REDUCE) {
    if (operationIn(chip, a) !== operationIn(chip, b)) return DIFFERENT_OPERATIONS;
    if (callIn(chip, a) !== callIn(chip, b) || shapeIn(chip, a) !== shapeIn(chip, b)) return DIFFERENT_VALUES;
  }
  return 0;
}

/// The length of the list that is brought in a place; -1 if that is a single value.
function shapeIn(chip: Chip, at: number): number {
  return isList((chip.words[at + 1] as number) & 0xff) ? listLength(chip, chip.words[at] as number) : -1;
}

/// Faults if not all cores' n-th calls match, which all have entered. All name the same two cores: the first, and the first of
/// those that differ from it.
function allMatch(chip: Chip, core: Core, n: number): boolean {
  const { members } = chip;
  const first = members[0] as Core;
  const other = members.find((peer) => mismatch(chip, first, peer, n) !== 0);
  if (other === undefined) return true;
  noteMismatch(chip, core, first, other, n);
  return false;
}

// How far a call has come.
const START = 0;
const ENTERED = 1;
const TAKEN = 2;

/// bcast(data, root)
export function bcast(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  const { words } = chip;
  const n = done(chip, core);
  const asked = words[args + 2] as number;
  const askedTag = words[args + 3] as number;
  const root = askedTag === INT ? chip.core(asked) : undefined;
  if (phase(chip, core) === START) {
    const tag = words[args + 1] as number;
    if (root === core && tag === UNSET) {
      setFault(chip, core, UNSET_VARIABLE, 0, 0, args);
      return NATIVE_FAULT;
    }
    if (root === core && !canTravel(chip, core, tag, words[args] as number)) return NATIVE_FAULT;
    const ready = untilFree(chip, core, n);
    if (ready !== NATIVE_DONE) return ready;
    const taker: Brought = { kind: KIND_BCAST_TAKER, tag: NONE, value: 0, askedTag, asked, operation: 0 };
    if (root === undefined) {
      if (askedTag !== INT) wrongArgument(chip, core, BCAST.number, args, 1);
      else setFault(chip, core, NO_SUCH_CORE, asked, chip.members.length);
      return fail(chip, core, n, taker);
    }
    const value = words[args] as number;
    enter(chip, core, n, root === core ? { ...taker, kind: KIND_BCAST, tag, value } : taker, clock(chip, core));
    setPhase(chip, core, ENTERED);
  }
  return root === undefined || root === core ? bcastFrom(chip, core, n, args, d) : bcastTo(chip, core, root, n, d);
}

function bcastFrom(chip: Chip, core: Core, n: number, args: number, d: number): NativeResult {
  const { words, members: cores } = chip;
  // In the order of ids, so that it is always the same core that is found to do something else.
  for (const peer of cores) {
    if (peer === core) continue;
    const come = entered(chip, peer);
    if (come <= n) return waitForPeer(chip, core, peer, enteredWord(peer), come);
    if (mismatch(chip, core, peer, n) !== 0) return noteMismatch(chip, core, core, peer, n);
    const count = done(chip, peer);
    if (count <= n) return waitForPeer(chip, core, peer, doneWord(peer), count);
  }
  const tag = words[args + 1] as number;
  // A core that is alone sends nothing.
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
  if (mismatch(chip, core, root, n) !== 0) return noteMismatch(chip, core, core, root, n);
  const kind = kindOfContribution(chip, root, n);
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

/// reduce(data, op)
export function reduce(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  const { words, members: cores } = chip;
  const tag = words[args + 1] as number;
  const n = phase(chip, core) === TAKEN ? done(chip, core) - 1 : done(chip, core);
  if (phase(chip, core) === START) {
    const ready = untilFree(chip, core, n);
    if (ready !== NATIVE_DONE) return ready;
    const askedTag = words[args + 3] as number;
    const asked = words[args + 2] as number;
    const operation = askedTag === STRING ? operationOf(loadString(chip, asked)) : 0;
    const brought: Brought = { kind: KIND_REDUCE, tag, value: words[args] as number, askedTag, asked, operation };
    if (!canReduce(chip, core, args)) return fail(chip, core, n, brought);
    if (operation === 0) {
      if (askedTag !== STRING) wrongArgument(chip, core, REDUCE.number, args, 1);
      else setFault(chip, core, UNKNOWN_OPERATOR);
      return fail(chip, core, n, brought);
    }
    enter(chip, core, n, brought, clock(chip, core));
    setPhase(chip, core, ENTERED);
  }
  if (phase(chip, core) === ENTERED) {
    const all = untilEntered(chip, core, n);
    if (all !== NATIVE_DONE) return all;
    const mine = contribution(core, n);
    const call = callIn(chip, mine);
    const shape = shapeIn(chip, mine);
    const contributions: number[] = [];
    let last = 0;
    // With thousands of cores this is what a reduction takes.
    for (const peer of cores) {
      const at = contribution(peer, n);
      if (callIn(chip, at) !== call || shapeIn(chip, at) !== shape) {
        allMatch(chip, core, n);
        return NATIVE_FAULT;
      }
      contributions.push(at);
      const time = whenEnteredIn(chip, at);
      // Of several at once, the core itself: then it has waited for nobody.
      if (time > last || (time === last && peer === core)) {
        last = time;
        words[core.registers + PHASE_A] = peer.id;
      }
    }
    // In the order of ids on every core, so that rounding is the same everywhere and all get the same result.
    // It goes where the operator stood: the value itself must stay while others read it.
    const combined = combine(chip, core, operators[operationIn(chip, mine) - 1] as Operator, contributions, args + 2);
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

/// The number of an operation, from 1; 0 if there is none of that name.
function operationOf(name: string): number {
  return (operators as readonly string[]).indexOf(name) + 1;
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

const SYNC_START = 0;
const SYNC_WAITING = 1;

/// sync()
export function sync(chip: Chip, core: Core, _args: number, _count: number, d: number): NativeResult {
  const { words, doubles } = chip;
  const control = chip.map.control >> 2;
  const generation = control + MONITOR_BARRIER_GENERATION;
  if (phase(chip, core) === SYNC_START) {
    const n = done(chip, core);
    const ready = untilFree(chip, core, n);
    if (ready !== NATIVE_DONE) return ready;
    doubles[(core.registers + ARRIVAL) >> 1] = clock(chip, core);
    // This comes before the check whether the calls differ, because a core that finds a difference changes this word.
    words[core.registers + PHASE_A] = Atomics.load(words, generation);
    enter(chip, core, n, BARRIER, clock(chip, core));
    setPhase(chip, core, SYNC_WAITING);
    if (arrive(chip, n) === chip.members.length) letAllGoOn(chip, n);
  }
  const n = entered(chip, core) - 1;
  if (done(chip, core) <= n) {
    if (doCallsDiffer(chip, n)) {
      const all = untilEntered(chip, core, n);
      if (all !== NATIVE_DONE) return all;
      if (!allMatch(chip, core, n)) return NATIVE_FAULT;
    }
    waitFor(chip, core, WAIT_BARRIER, -1, generation, words[core.registers + PHASE_A] as number);
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

const BARRIER: Brought = { kind: KIND_SYNC, tag: NONE, value: 0, askedTag: NONE, asked: 0, operation: 0 };

/// The n-th collective is a barrier that all have come to.
function letAllGoOn(chip: Chip, n: number): void {
  const { words, doubles, members: cores } = chip;
  const control = chip.map.control >> 2;
  let last = 0;
  for (const core of cores) last = Math.max(last, doubles[(core.registers + ARRIVAL) >> 1] as number);
  doubles[(control + MONITOR_BARRIER_CLOCK) >> 1] = last + chip.timing.sync;
  for (const core of cores) pass(chip, core, n);
  const generation = control + MONITOR_BARRIER_GENERATION;
  Atomics.add(words, generation, 1);
  chip.wake(-1, generation);
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
