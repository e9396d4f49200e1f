import { NONBLOCKING_SEND, PROBE, RECV, SEND, SENDRECV, TEST_SENT, WAIT_SENT } from "../../bytecode/natives.ts";
import { BOOL, INT, isReference, LIST_TAG, NONE, STRING, TUPLE_TAG, UNSET } from "../../bytecode/values.ts";
import type { Chip, Core } from "../chip.ts";
import {
  CROSSED_CALLS,
  LENGTH_MISMATCH,
  MESSAGE_TO_SELF,
  NEGATIVE_LENGTH,
  NO_SUCH_CORE,
  setFault,
  TOO_FEW_ELEMENTS,
  UNSET_VARIABLE,
} from "../faults.ts";
import { append, listLength, newList } from "../lists.ts";
import { ARRIVAL, PHASE, PHASE_A, PHASE_B, WAIT_EXCHANGE, WAIT_RECV, WAIT_SEND } from "../memory-map.ts";
import {
  acknowledge,
  answer,
  box,
  clockOf,
  forget,
  isFull,
  KIND_ANSWERED,
  KIND_EXCHANGE,
  KIND_NONBLOCKING,
  KIND_SEND,
  kindOf,
  put,
  state,
  stateWord,
  tagOf,
} from "../postbox.ts";
import { outOfMemory, setSlot } from "../slots.ts";
import { clock, waitUntil, work } from "../timing/clock.ts";
import { carry } from "../timing/mesh.ts";
import { canTravel, copyInto, type Load, loadOf } from "../transfer.ts";
import { waitFor } from "../waiting.ts";
import { isGiven, NATIVE_DONE, NATIVE_FAULT, NATIVE_WAIT, type NativeResult, wrongArgument } from "./native.ts";

// Messages between two cores. Each native is a small state machine: PHASE says how far the call has come, so that it can
// be left when the core has to wait and taken up again.

export function phase(chip: Chip, core: Core): number {
  return chip.words[core.registers + PHASE] as number;
}

export function setPhase(chip: Chip, core: Core, value: number): void {
  chip.words[core.registers + PHASE] = value;
}

/// The core that an argument names; undefined with a fault if no message can go to it.
function peerAt(chip: Chip, core: Core, native: number, args: number, index: number): Core | undefined {
  const slot = args + index * 2;
  if (chip.words[slot + 1] !== INT) {
    wrongArgument(chip, core, native, args, index);
    return undefined;
  }
  const id = chip.words[slot] as number;
  const peer = chip.core(id);
  if (peer === undefined) setFault(chip, core, NO_SUCH_CORE, id, chip.cores.length);
  else if (peer === core) setFault(chip, core, MESSAGE_TO_SELF, id);
  else return peer;
  return undefined;
}

/// When a message to a core can be put into its box, which is free: not before the one before it was taken.
function whenFree(chip: Chip, core: Core, peer: Core): number {
  return Math.max(clock(chip, core), clockOf(chip, peer, core.id));
}

/// The cycles that a message between full Python and a core of the chip takes; undefined for one between others.
function overLink(chip: Chip, from: Core, to: Core, { bytes }: Load): number | undefined {
  if (from.pythonCore) return chip.timing.copyToDevice(bytes);
  if (to.pythonCore) return chip.timing.copyFromDevice(bytes);
  return undefined;
}

/// How many elements of the value in a slot are sent; -1 with a fault if it cannot be sent.
function lengthToSend(chip: Chip, core: Core, native: number, args: number, count: number, at: number): number {
  const tag = chip.words[args + 1] as number;
  if (tag === UNSET) {
    setFault(chip, core, UNSET_VARIABLE, 0, 0, args);
    return -1;
  }
  const isList = tag === LIST_TAG || tag === TUPLE_TAG;
  const length = isList ? listLength(chip, chip.words[args] as number) : 1;
  const slot = args + at * 2;
  let wanted = length;
  if (isGiven(chip, args, count, at)) {
    if (chip.words[slot + 1] !== INT) {
      wrongArgument(chip, core, native, args, at);
      return -1;
    }
    wanted = chip.words[slot] as number;
    if (wanted < 0) setFault(chip, core, NEGATIVE_LENGTH, wanted);
    else if (wanted > length) setFault(chip, core, TOO_FEW_ELEMENTS, wanted, length);
    if (wanted < 0 || wanted > length) return -1;
  }
  return canTravel(chip, core, tag, chip.words[args] as number, isList ? wanted : -1) ? wanted : -1;
}

const SEND_START = 0;
const SEND_UNDERWAY = 1;

/// send(data, pid[, n])
export function send(chip: Chip, core: Core, args: number, count: number, d: number): NativeResult {
  const peer = peerAt(chip, core, SEND.number, args, 1);
  if (peer === undefined) return NATIVE_FAULT;
  const at = box(peer, core.id);
  if (phase(chip, core) === SEND_START) {
    const length = lengthToSend(chip, core, SEND.number, args, count, 2);
    if (length < 0) return NATIVE_FAULT;
    const before = state(chip, at);
    if (isFull(before)) {
      waitFor(chip, core, WAIT_SEND, peer.id, stateWord(at), before);
      return NATIVE_WAIT;
    }
    put(
      chip,
      peer,
      core,
      KIND_SEND,
      chip.words[args + 1] as number,
      chip.words[args] as number,
      length,
      whenFree(chip, core, peer),
    );
    setPhase(chip, core, SEND_UNDERWAY);
  }
  return finishSend(chip, core, peer, d);
}

// Until the other side has taken the message.
function finishSend(chip: Chip, core: Core, peer: Core, d: number): NativeResult {
  const at = box(peer, core.id);
  const now = state(chip, at);
  if (isFull(now)) {
    waitFor(chip, core, WAIT_SEND, peer.id, stateWord(at), now);
    return NATIVE_WAIT;
  }
  setPhase(chip, core, 0);
  forget(chip, peer, core.id);
  waitUntil(chip, core, clockOf(chip, peer, core.id));
  setSlot(chip, d, NONE, 0);
  return NATIVE_DONE;
}

/// Faults if the message that waits belongs to a collective call.
function isForTwo(chip: Chip, core: Core, peer: Core, boxState: number): boolean {
  const kind = kindOf(boxState);
  if (kind <= KIND_NONBLOCKING || kind === KIND_ANSWERED) return true;
  refuse(chip, core, peer, CROSSED_CALLS, kind);
  return false;
}

/// Fails because of the message that waits. A core that has seen a message is no earlier than when it was sent, whether or not
/// it had to wait for it.
function refuse(chip: Chip, core: Core, peer: Core, fault: number, second: number): NativeResult {
  waitUntil(chip, core, clockOf(chip, core, peer.id));
  setFault(chip, core, fault, peer.id, second);
  return NATIVE_FAULT;
}

/// How many single values have come to a core that is in a recv for several elements.
export function singlesReceived(chip: Chip, core: Core): number {
  return phase(chip, core) === MANY_SINGLES ? (chip.words[core.registers + PHASE_A] as number) : 0;
}

/// recv(pid[, n])
export function recv(chip: Chip, core: Core, args: number, count: number, d: number): NativeResult {
  const peer = peerAt(chip, core, RECV.number, args, 0);
  if (peer === undefined) return NATIVE_FAULT;
  if (phase(chip, core) === MANY_SINGLES) return recvMany(chip, core, peer, args, d);
  const wanted = isGiven(chip, args, count, 1);
  if (wanted && chip.words[args + 3] !== INT) return wrongArgument(chip, core, RECV.number, args, 1);
  if (wanted && (chip.words[args + 2] as number) < 0) {
    setFault(chip, core, NEGATIVE_LENGTH, chip.words[args + 2] as number);
    return NATIVE_FAULT;
  }
  return wanted ? recvMany(chip, core, peer, args, d) : recvOne(chip, core, peer, d);
}

function recvOne(chip: Chip, core: Core, peer: Core, d: number): NativeResult {
  const at = box(core, peer.id);
  const now = state(chip, at);
  if (!isFull(now)) {
    waitFor(chip, core, WAIT_RECV, peer.id, stateWord(at), now);
    return NATIVE_WAIT;
  }
  return take(chip, core, peer, d) ? NATIVE_DONE : NATIVE_FAULT;
}

/// Takes the message that waits into slot d and acknowledges it.
function take(chip: Chip, core: Core, peer: Core, d: number, isExchange = false): boolean {
  const { words, timing } = chip;
  const at = box(core, peer.id);
  const now = state(chip, at);
  if (!isForTwo(chip, core, peer, now)) return false;
  const tag = tagOf(now);
  const length = words[at + 2] as number;
  const isList = tag === LIST_TAG || tag === TUPLE_TAG;
  if (!copyInto(chip, core, d, tag, words[at] as number, isList ? length : -1)) return false;
  const load = loadOf(chip, tag, words[d] as number);
  waitUntil(chip, core, clockOf(chip, core, peer.id));
  const hops = chip.map.hops(peer.id, core.id);
  const onMesh = isExchange ? timing.exchange(hops, load.elements) : timing.message(hops, load.elements);
  work(chip, core, overLink(chip, peer, core, load) ?? onMesh);
  carry(chip, peer, core, load.elements);
  acknowledge(chip, core, peer.id, clock(chip, core));
  return true;
}

const MANY_START = 0;
const MANY_SINGLES = 1;

// n elements, whether they come as one list or as n single values. Singles are collected in a list that the slot of the
// argument n keeps; n itself is then in PHASE_B and how many have come in PHASE_A.
function recvMany(chip: Chip, core: Core, peer: Core, args: number, d: number): NativeResult {
  const { words } = chip;
  const { registers } = core;
  const at = box(core, peer.id);
  for (;;) {
    const singles = phase(chip, core) === MANY_SINGLES;
    const wanted = (singles ? words[registers + PHASE_B] : words[args + 2]) as number;
    if (singles && words[registers + PHASE_A] === wanted) {
      setPhase(chip, core, MANY_START);
      setSlot(chip, d, LIST_TAG, words[args + 2] as number);
      return NATIVE_DONE;
    }
    const now = state(chip, at);
    if (!isFull(now)) {
      waitFor(chip, core, WAIT_RECV, peer.id, stateWord(at), now);
      return NATIVE_WAIT;
    }
    const tag = tagOf(now);
    if ((tag === LIST_TAG || tag === TUPLE_TAG) && !singles) {
      const length = words[at + 2] as number;
      if (length !== wanted) return refuse(chip, core, peer, LENGTH_MISMATCH, wanted);
      return take(chip, core, peer, d) ? NATIVE_DONE : NATIVE_FAULT;
    }
    // In a list among single values, how many elements were meant to come is anyone's guess.
    const isMeant = wanted > 0 && tag !== LIST_TAG && tag !== TUPLE_TAG;
    if (!isMeant) return refuse(chip, core, peer, LENGTH_MISMATCH, wanted);
    if (!singles && !startCollecting(chip, core, args, wanted)) return NATIVE_FAULT;
    if (!take(chip, core, peer, d)) return NATIVE_FAULT;
    if (!append(chip, core, words[args + 2] as number, words[d] as number, words[d + 1] as number)) {
      outOfMemory(chip, core, 4);
      return NATIVE_FAULT;
    }
    words[registers + PHASE_A] = (words[registers + PHASE_A] as number) + 1;
  }
}

function startCollecting(chip: Chip, core: Core, args: number, wanted: number): boolean {
  const { words } = chip;
  const list = newList(chip, core, wanted, false);
  if (list === 0) {
    outOfMemory(chip, core, wanted * 4);
    return false;
  }
  setSlot(chip, args + 2, LIST_TAG, list);
  words[core.registers + PHASE_A] = 0;
  words[core.registers + PHASE_B] = wanted;
  setPhase(chip, core, MANY_SINGLES);
  return true;
}

const EXCHANGE_START = 0;
export const EXCHANGE_SENT = 1;
/// PHASE_B then has the kind of message that came; of one that was no exchange, PHASE_A has where its sender was.
export const EXCHANGE_RECEIVED = 2;

/// sendrecv(data, pid[, n])
export function sendrecv(chip: Chip, core: Core, args: number, count: number, d: number): NativeResult {
  const { words } = chip;
  const peer = peerAt(chip, core, SENDRECV.number, args, 1);
  if (peer === undefined) return NATIVE_FAULT;
  const theirs = box(peer, core.id);
  const mine = box(core, peer.id);
  const tag = words[args + 1] as number;
  if (phase(chip, core) === EXCHANGE_START) {
    const length = lengthToSend(chip, core, SENDRECV.number, args, count, 2);
    if (length < 0) return NATIVE_FAULT;
    const before = state(chip, theirs);
    if (isFull(before)) {
      waitFor(chip, core, WAIT_EXCHANGE, peer.id, stateWord(theirs), before);
      return NATIVE_WAIT;
    }
    put(chip, peer, core, KIND_EXCHANGE, tag, words[args] as number, length, whenFree(chip, core, peer));
    setPhase(chip, core, EXCHANGE_SENT);
  }
  if (phase(chip, core) === EXCHANGE_SENT) {
    const now = state(chip, mine);
    if (!isFull(now)) {
      waitFor(chip, core, WAIT_EXCHANGE, peer.id, stateWord(mine), now);
      return NATIVE_WAIT;
    }
    // Who is in a sendrecv too will take what this core has sent. Who has only sent something may never do so.
    const meetsExchange = kindOf(now) === KIND_EXCHANGE;
    const waits = isReference(tag) || !meetsExchange;
    if (!meetsExchange) {
      words[core.registers + PHASE_A] = words[mine + 3] as number;
      answer(chip, theirs);
    }
    words[core.registers + PHASE_B] = kindOf(now);
    if (!take(chip, core, peer, waits ? args : d, true)) return NATIVE_FAULT;
    if (!waits) {
      setPhase(chip, core, 0);
      return NATIVE_DONE;
    }
    // What a native does to its core's clock before it waits is undone: it is noted until it is done.
    chip.doubles[(core.registers + ARRIVAL) >> 1] = clock(chip, core);
    setPhase(chip, core, EXCHANGE_RECEIVED);
  }
  // What was sent lies in this core's memory: it must stay until the other side has copied it.
  const now = state(chip, theirs);
  if (isFull(now)) {
    waitFor(chip, core, WAIT_EXCHANGE, peer.id, stateWord(theirs), now);
    return NATIVE_WAIT;
  }
  setPhase(chip, core, 0);
  forget(chip, peer, core.id);
  work(chip, core, (chip.doubles[(core.registers + ARRIVAL) >> 1] as number) - clock(chip, core));
  waitUntil(chip, core, clockOf(chip, peer, core.id));
  setSlot(chip, d, words[args + 1] as number, words[args] as number);
  return NATIVE_DONE;
}

/// nonblocking_send(data, pid[, n])
export function nonblockingSend(chip: Chip, core: Core, args: number, count: number, d: number): NativeResult {
  const { words } = chip;
  const peer = peerAt(chip, core, NONBLOCKING_SEND.number, args, 1);
  if (peer === undefined) return NATIVE_FAULT;
  const length = lengthToSend(chip, core, NONBLOCKING_SEND.number, args, count, 2);
  if (length < 0) return NATIVE_FAULT;
  const at = box(peer, core.id);
  const before = state(chip, at);
  if (isFull(before)) {
    // A postbox holds one message: the one before must have been taken.
    waitFor(chip, core, WAIT_SEND, peer.id, stateWord(at), before);
    return NATIVE_WAIT;
  }
  forget(chip, peer, core.id);
  // The program may change its list before the other side takes it, so a copy is what waits.
  const tag = words[args + 1] as number;
  if (!copyInto(chip, core, args, tag, words[args] as number, tag === STRING ? -1 : length)) return NATIVE_FAULT;
  waitUntil(chip, core, clockOf(chip, peer, core.id));
  put(chip, peer, core, KIND_NONBLOCKING, tag, words[args] as number, length, clock(chip, core));
  setSlot(chip, d, NONE, 0);
  return NATIVE_DONE;
}

/// test_sent(pid)
export function testSent(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  const peer = peerAt(chip, core, TEST_SENT.number, args, 0);
  if (peer === undefined) return NATIVE_FAULT;
  const taken = !isFull(state(chip, box(peer, core.id)));
  if (taken) forget(chip, peer, core.id);
  setSlot(chip, d, BOOL, taken ? 1 : 0);
  return NATIVE_DONE;
}

/// wait_sent(pid)
export function waitSent(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  const peer = peerAt(chip, core, WAIT_SENT.number, args, 0);
  return peer === undefined ? NATIVE_FAULT : finishSend(chip, core, peer, d);
}

/// probe(pid)
export function probe(chip: Chip, core: Core, args: number, _count: number, d: number): NativeResult {
  const peer = peerAt(chip, core, PROBE.number, args, 0);
  if (peer === undefined) return NATIVE_FAULT;
  setSlot(chip, d, BOOL, isFull(state(chip, box(core, peer.id))) ? 1 : 0);
  return NATIVE_DONE;
}
