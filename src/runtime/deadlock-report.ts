import { idRanges } from "../base/id-ranges.ts";
import { CALLV, NATIVE } from "../bytecode/isa.ts";
import { nativeByNumber } from "../bytecode/natives.ts";
import { readInstruction } from "../bytecode/reader.ts";
import type { Chip, Core } from "../machine/chip.ts";
import {
  done,
  entered,
  KIND_BCAST,
  KIND_BCAST_TAKER,
  KIND_REDUCE,
  kindOfContribution,
} from "../machine/contribution.ts";
import { cycleOf, type Stuck } from "../machine/deadlock.ts";
import {
  HOST_CALL,
  PC,
  PHASE,
  PHASE_B,
  STATUS,
  STATUS_ENDED,
  STATUS_FAILED,
  WAIT_COLLECTIVE,
  WAIT_EXCHANGE,
} from "../machine/memory-map.ts";
import { EXCHANGE_RECEIVED, EXCHANGE_SENT } from "../machine/natives/messages.ts";
import { findBox, isFull, KIND_NONBLOCKING, KIND_SEND, state } from "../machine/postbox.ts";
import { kindOf } from "./explain.ts";
import { metLine, mismatchAmong, senderLine } from "./mismatch.ts";
import { callsOf, placeOf, standingAt } from "./places.ts";
import type { SourcePlace } from "./protocol/cores.ts";
import type { MonitorEvent, UnreadMessage, Wait, WaitLine } from "./protocol/events.ts";
import { unreadOf, unreadText } from "./unread.ts";

// How the monitor explains cores that can never continue.

/// Who waits for whom, where, and what may help.
export function deadlockEvent(chip: Chip, stuck: readonly Stuck[]): MonitorEvent & { kind: "deadlock" } {
  const absent = absentees(chip);
  const found = stuck.map((one) => waitOf(chip, one, absent));
  const cycle = cycleOf(stuck);
  const stuckIds = new Set(found.map(({ wait }) => wait.core));
  const unread = unreadOf(chip).filter(({ to }) => stuckIds.has(to) || fateOf(chip, to) !== undefined);
  const waits = found.map(({ wait }) => wait);
  const suggested = suggestion(chip, found, cycle);
  const lines = waitLines(waits);
  const message = [
    waits.length === 1 ? "Deadlock: a core can never continue." : `Deadlock: ${waits.length} cores can never continue.`,
    ...lines.map(({ text }) => text),
    // A message whose sender still waits is in the lines above.
    ...unread.filter((one) => !waits.some((wait) => isSending(wait, one))).map(unreadText),
    suggested,
  ].join("\n");
  return { kind: "deadlock", waits, lines, cycle, unread, suggestion: suggested, message };
}

function isSending(wait: Wait, message: UnreadMessage): boolean {
  return wait.core === message.from && wait.on.includes(message.to) && wait.call === message.call;
}

/// A wait, and what the other side of a sendrecv has done instead.
interface Found {
  readonly wait: Wait;
  readonly met: Met | undefined;
}

interface Met {
  readonly core: number;
  readonly call: "send" | "nonblocking_send" | "recv";
  readonly line: number;
}

function waitOf(chip: Chip, { core, waitKind, on: first }: Stuck, absent: Absentees): Found {
  const on = waitKind === WAIT_COLLECTIVE ? absent(core, first) : first;
  const over: { core: number; how: "ended" | "failed" }[] = [];
  for (const id of on) {
    const how = fateOf(chip, id);
    if (how !== undefined) over.push({ core: id, how });
  }
  const call = callAt(chip, core);
  const met = waitKind === WAIT_EXCHANGE ? metOf(chip, core, on[0]) : undefined;
  const whom = whomText(chip, core, call, on);
  const why = whyText(call, core.id, over, met);
  return {
    wait: { core: core.id, kind: kindOf(core), call, place: waitingPlace(chip, core), on, over, whom, why },
    met,
  };
}

/// The cores that one in a collective waits for: all that are not there. What it waits for at the moment is one of them.
type Absentees = (core: Core, first: readonly number[]) => readonly number[];

function absentees(chip: Chip): Absentees {
  // Of thousands of cores most wait for the same ones.
  const known = new Map<string, readonly number[]>();
  return (core, first) => {
    const n = done(chip, core);
    const kind = entered(chip, core) > n ? kindOfContribution(chip, core, n) : 0;
    if (kind !== KIND_REDUCE && kind !== KIND_BCAST) return first;
    const key = kind === KIND_REDUCE ? `reduce ${n}` : `bcast ${n} ${core.id}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const isMissing = (peer: Core): boolean =>
      peer !== core && (kind === KIND_REDUCE ? entered(chip, peer) <= n : done(chip, peer) <= n);
    const missing = chip.members.filter(isMissing).map(({ id }) => id);
    known.set(key, missing.length > 0 ? missing : first);
    return missing.length > 0 ? missing : first;
  };
}

/// What the other side of a sendrecv has done that cannot be its half of it.
function metOf(chip: Chip, core: Core, peerId: number | undefined): Met | undefined {
  const { words } = chip;
  const peer = peerId === undefined ? undefined : chip.core(peerId);
  if (peer === undefined) return undefined;
  const phase = words[core.registers + PHASE] as number;
  const theirs = findBox(peer, core.id);
  if (phase === EXCHANGE_SENT && theirs !== 0 && !isFull(state(chip, theirs)))
    return { core: peer.id, call: "recv", line: senderLine(chip, peer, words[theirs + 3] as number) };
  if (phase !== EXCHANGE_RECEIVED) return undefined;
  const kind = words[core.registers + PHASE_B];
  if (kind !== KIND_SEND && kind !== KIND_NONBLOCKING) return undefined;
  return { core: peer.id, call: kind === KIND_SEND ? "send" : "nonblocking_send", line: metLine(chip, core, peer) };
}

/// The call a waiting core is in, as the learner wrote it.
function callAt(chip: Chip, core: Core): string {
  if (core.pythonCore) return nativeByNumber(chip.words[core.registers + HOST_CALL] as number)?.name ?? "wait";
  const read = readInstruction(chip.image.code, chip.words[core.registers + PC] as number);
  if (typeof read === "string") return "a call";
  if (read.row.number === NATIVE) return nativeByNumber(read.operands[1] as number)?.name ?? "a call";
  return read.row.number === CALLV ? "a call" : read.row.name;
}

// The line of the program's own file, if the call stands in one of ours.
function waitingPlace(chip: Chip, core: Core): SourcePlace {
  if (core.pythonCore) return standingAt(chip, core).place;
  const { debug } = chip.image;
  const main = debug.files[debug.files.length - 1];
  const own = callsOf(chip, core).find((call) => call.place.file === main);
  return own?.place ?? placeOf(chip.image, chip.words[core.registers + PC] as number);
}

function fateOf(chip: Chip, id: number): "ended" | "failed" | undefined {
  const core = chip.core(id);
  const status = core === undefined ? STATUS_ENDED : Atomics.load(chip.words, core.registers + STATUS);
  if (status === STATUS_ENDED) return "ended";
  return status === STATUS_FAILED ? "failed" : undefined;
}

/// Cores that wait in the same way are told in one line.
function waitLines(waits: readonly Wait[]): readonly WaitLine[] {
  const alike = new Map<string, Wait[]>();
  for (const wait of waits) {
    const how = `in ${wait.call}${wait.whom && ` ${wait.whom}`}, line ${wait.place.line}${whyOfSeveral(wait)}`;
    const others = alike.get(how);
    if (others === undefined) alike.set(how, [wait]);
    else others.push(wait);
  }
  return Array.from(alike, ([how, [first, ...others]]) => {
    const ids = [first as Wait, ...others].map(({ core }) => core);
    const line = (first as Wait).place.line;
    const { call, whom, why } = first as Wait;
    if (ids.length > 1) return { text: `${cores(ids)} wait ${how}`, cores: ids };
    return {
      text: `${cores(ids)} waits in ${call}${whom && ` ${whom}`}, line ${line}${why && `, but ${why}`}`,
      cores: ids,
    };
  });
}

/// The same without the core's own id, which is not the others'.
function whyOfSeveral({ core, why }: Wait): string {
  return why && `, but ${why.replace(new RegExp(` core ${core}$`), " them")}`;
}

function whomText(chip: Chip, core: Core, call: string, on: readonly number[]): string {
  if (on.length === 0) return "";
  const n = done(chip, core);
  const isTaker = entered(chip, core) > n && kindOfContribution(chip, core, n) === KIND_BCAST_TAKER;
  switch (call) {
    case "sync":
    case "reduce":
      return `until ${cores(on)} ${on.length === 1 ? "gets" : "get"} there too`;
    case "bcast":
      return isTaker ? `from ${cores(on)}` : `until ${cores(on)} ${on.length === 1 ? "gets" : "get"} there too`;
    case "wait":
      return `until ${cores(on)} ${on.length === 1 ? "has" : "have"} run the kernel`;
    case "wait_sent":
      return `until ${cores(on)} receives`;
    case "recv":
      return `from ${cores(on)}`;
    case "send":
    case "nonblocking_send":
      return `to ${cores(on)}`;
    default:
      return `with ${cores(on)}`;
  }
}

function cores(ids: readonly number[]): string {
  return ids.length === 1 ? `core ${ids[0]}` : `cores ${idRanges(ids)}`;
}

function whyText(call: string, core: number, over: Wait["over"], met: Met | undefined): string {
  const failed = over.filter(({ how }) => how === "failed").map(({ core }) => core);
  if (failed.length > 0) return `${cores(failed)} ${failed.length === 1 ? "has" : "have"} failed`;
  const ended = over.map(({ core }) => core);
  if (met !== undefined) {
    const only = met.call === "recv" ? "received" : "sent";
    return `core ${met.core} only ${only} (${met.call}, line ${met.line})${ended.length > 0 ? " and ended" : ""}`;
  }
  if (ended.length === 0) return "";
  switch (call) {
    case "recv":
      return `${cores(ended)} ended without sending to core ${core}`;
    case "send":
    case "nonblocking_send":
    case "wait_sent":
      return `${cores(ended)} ended without receiving from core ${core}`;
    case "sendrecv":
      return `${cores(ended)} ended without a sendrecv with core ${core}`;
    case "sync":
    case "reduce":
    case "bcast":
      return `${cores(ended)} ended without getting there`;
    default:
      return `${cores(ended)} ${ended.length === 1 ? "has" : "have"} ended`;
  }
}

const COLLECTIVES = ["sync", "reduce", "bcast"];

function suggestion(chip: Chip, found: readonly Found[], cycle: readonly number[]): string {
  const waits = found.map(({ wait }) => wait);
  if (waits.some(({ over }) => over.some(({ how }) => how === "failed"))) {
    return "Fix the core that failed first: the others wait for it.";
  }
  const half = found.find(({ met }) => met !== undefined);
  if (half?.met !== undefined) {
    const { wait, met } = half;
    return `${met.call} and sendrecv do not match: use sendrecv on both cores, in line ${met.line} on core ${met.core} and in line ${wait.place.line} on core ${wait.core}. Or use send and recv on core ${met.core}.`;
  }
  const ring = cycle.map((id) => waits.find(({ core }) => core === id)).filter((wait) => wait !== undefined);
  const last = ring.at(-1);
  if (last !== undefined && ring.every(({ call }) => call === "send")) {
    const swap = ring.length === 2 ? ", or use sendrecv on both" : "";
    const before = receivesFrom(ring, last.core);
    return `All of them send first. Let core ${last.core} receive from core ${before} before its send in line ${last.place.line}${swap}.`;
  }
  if (last !== undefined && ring.every(({ call }) => call === "recv")) {
    const before = receivesFrom(ring, last.core);
    return `All of them receive first. Let core ${last.core} send to core ${before} before its recv in line ${last.place.line}.`;
  }
  if (last !== undefined && ring.length > 2 && ring.every(({ call }) => call === "sendrecv")) {
    return `Each core swaps with the next one, but a sendrecv is for two cores that name each other. Let every core send to the next and receive from the one before: cores with even ids send first, the others receive first.`;
  }
  const taker = waits.find(({ call, on }) => call === "recv" && isRootOf(waits, on[0]));
  if (taker !== undefined) {
    return `A recv cannot receive a bcast: let core ${taker.core} call bcast too, with core ${taker.on[0]} as the root, in place of its recv in line ${taker.place.line}.`;
  }
  const stuck = waits.filter(({ call }) => COLLECTIVES.includes(call)).map(({ core }) => chip.core(core));
  const differ = mismatchAmong(
    chip,
    stuck.filter((core) => core !== undefined),
  );
  if (differ !== undefined) return `These calls do not match: ${differ}. All cores must make the same call.`;
  if (waits.some(({ call }) => COLLECTIVES.includes(call))) {
    return "Every core must reach the same sync, reduce or bcast: check which cores take another path.";
  }
  const first = waits[0];
  const other = first?.on[0];
  if (waits.length === 1 && first !== undefined && other !== undefined && chip.core(other) === undefined) {
    return `Core ${other} takes no part in this run.`;
  }
  if (waits.some(({ call }) => call === "send" || call === "wait_sent"))
    return "Every send needs a recv on the other core, with this core's id.";
  if (waits.some(({ call }) => call === "sendrecv"))
    return "Every sendrecv needs a sendrecv on the other core, with this core's id.";
  return "Every recv needs a send on the other core, with this core's id.";
}

function isRootOf(waits: readonly Wait[], core: number | undefined): boolean {
  const root = waits.find((wait) => wait.core === core);
  return root?.call === "bcast" && root.whom.startsWith("until");
}

/// The core of a ring that waits for this one.
function receivesFrom(ring: readonly Wait[], core: number): number {
  const at = ring.findIndex((wait) => wait.core === core);
  return (ring[(at + ring.length - 1) % ring.length] as Wait).core;
}
