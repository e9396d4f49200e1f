import { idRanges } from "../base/id-ranges.ts";
import { CALLV, NATIVE } from "../bytecode/isa.ts";
import { nativeByNumber } from "../bytecode/natives.ts";
import { readInstruction } from "../bytecode/reader.ts";
import type { Chip, Core } from "../machine/chip.ts";
import { cycleOf, type Stuck } from "../machine/deadlock.ts";
import { HOST_CALL, PC, STATUS, STATUS_ENDED, STATUS_FAILED } from "../machine/memory-map.ts";
import { kindOf } from "./explain.ts";
import { callsOf, placeOf, standingAt } from "./places.ts";
import type { MonitorEvent, SourcePlace, UnreadMessage, Wait, WaitLine } from "./protocol.ts";
import { unreadOf, unreadText } from "./unread.ts";

// What the monitor says to people about cores that can never go on.

/// Who waits for whom, where, and what may help.
export function deadlockEvent(chip: Chip, stuck: readonly Stuck[]): MonitorEvent & { kind: "deadlock" } {
  const waits = stuck.map((one) => waitOf(chip, one));
  const cycle = cycleOf(stuck);
  const stuckIds = new Set(waits.map(({ core }) => core));
  const unread = unreadOf(chip).filter(({ to }) => stuckIds.has(to) || fateOf(chip, to) !== undefined);
  const suggested = suggestion(chip, waits, cycle);
  const lines = waitLines(waits);
  const message = [
    waits.length === 1 ? "Deadlock: a core can never go on." : `Deadlock: ${waits.length} cores can never go on.`,
    ...lines.map(({ text }) => text),
    // What a core sends that waits until it is received has been told just now.
    ...unread.filter((one) => !waits.some((wait) => isSending(wait, one))).map(unreadText),
    suggested,
  ].join("\n");
  return { kind: "deadlock", waits, lines, cycle, unread, suggestion: suggested, message };
}

function isSending(wait: Wait, message: UnreadMessage): boolean {
  return wait.core === message.from && wait.on.includes(message.to) && wait.call === message.call;
}

function waitOf(chip: Chip, stuck: Stuck): Wait {
  const { core, on } = stuck;
  const over: { core: number; how: "ended" | "failed" }[] = [];
  for (const id of on) {
    const how = fateOf(chip, id);
    if (how !== undefined) over.push({ core: id, how });
  }
  return { core: core.id, kind: kindOf(core), call: callAt(chip, core), place: waitingPlace(chip, core), on, over };
}

/// The call a waiting core is in, as the learner wrote it.
function callAt(chip: Chip, core: Core): string {
  if (core.guest) return nativeByNumber(chip.words[core.registers + HOST_CALL] as number)?.name ?? "wait";
  const read = readInstruction(chip.image.code, chip.words[core.registers + PC] as number);
  if (typeof read === "string") return "a call";
  if (read.row.number === NATIVE) return nativeByNumber(read.operands[1] as number)?.name ?? "a call";
  return read.row.number === CALLV ? "a call" : read.row.name;
}

// The line of the program's own file, if the call stands in one of ours.
function waitingPlace(chip: Chip, core: Core): SourcePlace {
  if (core.guest) return standingAt(chip, core).place;
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
  const alike = new Map<string, number[]>();
  for (const wait of waits) {
    const how = `in ${wait.call}${target(wait)}, line ${wait.place.line}${fateText(wait)}`;
    const cores = alike.get(how);
    if (cores === undefined) alike.set(how, [wait.core]);
    else cores.push(wait.core);
  }
  return Array.from(alike, ([how, ids]) => ({
    text: `${cores(ids)} ${ids.length === 1 ? "waits" : "wait"} ${how}`,
    cores: ids,
  }));
}

function target(wait: Wait): string {
  if (wait.on.length === 0) return "";
  if (wait.call === "sync") return ` until ${cores(wait.on)} ${wait.on.length === 1 ? "comes" : "come"} there too`;
  if (wait.call === "wait") return ` until ${cores(wait.on)} ${wait.on.length === 1 ? "has" : "have"} run the kernel`;
  const preposition = wait.call === "recv" || wait.call === "bcast" ? "from" : wait.call === "send" ? "to" : "with";
  return ` ${preposition} ${cores(wait.on)}`;
}

function cores(ids: readonly number[]): string {
  return ids.length === 1 ? `core ${ids[0]}` : `cores ${idRanges(ids)}`;
}

function fateText({ over }: Wait): string {
  const failed = over.filter(({ how }) => how === "failed").map(({ core }) => core);
  if (failed.length > 0) return `, but ${cores(failed)} ${failed.length === 1 ? "has" : "have"} failed`;
  const ended = over.map(({ core }) => core);
  if (ended.length > 0) return `, but ${cores(ended)} ${ended.length === 1 ? "has" : "have"} ended`;
  return "";
}

const COLLECTIVES = ["sync", "reduce", "bcast"];

function suggestion(chip: Chip, waits: readonly Wait[], cycle: readonly number[]): string {
  if (waits.some(({ over }) => over.some(({ how }) => how === "failed"))) {
    return "Mend the core that failed first; the others wait for it.";
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
  if (waits.some(({ call }) => COLLECTIVES.includes(call))) {
    return "Every core has to reach the same sync, reduce or bcast: look at which cores take another way.";
  }
  const first = waits[0];
  const other = first?.on[0];
  if (waits.length === 1 && first !== undefined && other !== undefined && chip.core(other) === undefined) {
    return `Core ${other} takes no part in this run.`;
  }
  if (waits.some(({ call }) => call === "send"))
    return "Every send needs a recv on the other core, with this core's id.";
  if (waits.some(({ call }) => call === "sendrecv"))
    return "Every sendrecv needs one on the other core, with this core's id.";
  return "Every recv needs a send on the other core, with this core's id.";
}

/// The core of a ring that waits for this one.
function receivesFrom(ring: readonly Wait[], core: number): number {
  const at = ring.findIndex((wait) => wait.core === core);
  return (ring[(at + ring.length - 1) % ring.length] as Wait).core;
}
