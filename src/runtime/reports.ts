import type { Chip, Core } from "../machine/chip.ts";
import {
  AREA_USED,
  type Area,
  FP,
  HEAP_USED,
  POSTBOX_BYTES,
  RUNTIME_BYTES,
  STATUS,
  STATUS_ENDED,
  STATUS_FAILED,
  STATUS_READY,
  STATUS_WAITING,
  WAIT_BARRIER,
  WAIT_COLLECTIVE,
  WAIT_EXCHANGE,
  WAIT_INPUT,
  WAIT_KIND,
  WAIT_LAUNCH,
  WAIT_OUTPUT,
  WAIT_PEER,
  WAIT_RECV,
  WAIT_RESULT,
  WAIT_SEND,
} from "../machine/memory-map.ts";
import { findBox, isFull, state } from "../machine/postbox.ts";
import { clock, shownTime } from "../machine/timing/clock.ts";
import { kindOf } from "./explain.ts";
import { standingAt } from "./places.ts";
import type { CoreReport, CoreState, MemorySegment, SharedSegment } from "./protocol/cores.ts";
import type { TraceKind } from "./protocol/trace.ts";

const waiting: Readonly<Record<number, CoreState>> = {
  [WAIT_SEND]: "sending",
  [WAIT_RECV]: "receiving",
  [WAIT_EXCHANGE]: "exchanging",
  [WAIT_COLLECTIVE]: "collective",
  [WAIT_BARRIER]: "barrier",
  [WAIT_INPUT]: "input",
  [WAIT_OUTPUT]: "output",
  [WAIT_LAUNCH]: "idle",
  [WAIT_RESULT]: "receiving",
};

/// What a core is doing that is in a call which is recorded.
export const callStates: Readonly<Record<TraceKind, CoreState>> = {
  send: "sending",
  nonblocking_send: "sending",
  wait_sent: "sending",
  recv: "receiving",
  sendrecv: "exchanging",
  bcast: "collective",
  reduce: "collective",
  sync: "barrier",
  input: "input",
  print: "output",
  launch: "receiving",
  copy_to: "receiving",
  copy_from: "sending",
  result: "sending",
  finish: "idle",
};

/// What a core is doing, read from its registers while it may be running.
export function stateOf(chip: Chip, core: Core): CoreState {
  switch (Atomics.load(chip.words, core.registers + STATUS)) {
    case STATUS_READY:
      return "running";
    case STATUS_WAITING:
      return waiting[chip.words[core.registers + WAIT_KIND] as number] ?? "running";
    case STATUS_ENDED:
      return "ended";
    case STATUS_FAILED:
      return "failed";
    default:
      return "idle";
  }
}

/// A core as it is now. `state` overrides what its registers say: deadlocked, or stopped. What is told of its memory is taken from a
/// report `before` if it has not changed.
export function reportOf(chip: Chip, core: Core, state = stateOf(chip, core), before?: CoreReport): CoreReport {
  // A program may name a core that takes no part.
  const named = chip.words[core.registers + WAIT_PEER] as number;
  const peer = named < chip.map.ids ? named : -1;
  const waits = chip.words[core.registers + STATUS] === STATUS_WAITING;
  const { place, line } = standingAt(chip, core);
  const stack = core.host ? noStack : stackUse(chip, core);
  return {
    id: core.id,
    kind: kindOf(core),
    ...(core.pythonCore && { usesPython: true as const }),
    state,
    line: state === "ended" ? null : line,
    place: state === "ended" ? null : place,
    ...(waits && { waitsIn: stateOf(chip, core) }),
    peer: waits && peer >= 0 && chip.words[core.registers + WAIT_KIND] !== WAIT_BARRIER ? peer : null,
    cycles: shownTime(clock(chip, core)),
    memory: core.host ? [] : segmentsOf(chip, core, stack, before?.memory),
    shared: core.host ? [] : sharedOf(chip, core, stack, before?.shared),
  };
}

/// Bytes of the stack in use: on the core, and in its area. Frames lie in one of the two, from its start, once they have flowed
/// over.
interface StackUse {
  readonly local: number;
  readonly shared: number;
}

const noStack: StackUse = { local: 0, shared: 0 };

function stackUse(chip: Chip, core: Core): StackUse {
  const fp = chip.words[core.registers + FP] as number;
  const row = chip.program.functions[chip.words[fp - 1] as number];
  const top = (fp + (row?.words ?? 0)) * 4;
  const inCore = top > core.stack.from && top <= core.stack.to;
  return inCore
    ? { local: top - core.stack.from, shared: 0 }
    : { local: core.stack.to - core.stack.from, shared: Math.max(0, top - core.areaStack.from) };
}

function size(area: Area): number {
  return area.to - area.from;
}

/// What is told of the bytes of an area that are in use.
function within(area: Area, used: number): number {
  return atMost(size(area), used);
}

function atMost(size: number, used: number): number {
  return Math.max(0, Math.min(size, used));
}

// Reports are made many times a second, of thousands of cores, and what these have in use seldom changes.
function isAsBefore<Name extends string>(
  before: readonly { readonly name: Name; readonly size: number; readonly used: number }[] | undefined,
  used: Readonly<Record<Name, number>>,
): before is NonNullable<typeof before> {
  return before?.every((part) => part.used === atMost(part.size, used[part.name])) ?? false;
}

function segmentsOf(
  chip: Chip,
  core: Core,
  stack: StackUse,
  before: readonly MemorySegment[] | undefined,
): readonly MemorySegment[] {
  const { local, words } = chip;
  let boxes = 0;
  // Only boxes that lie on the core count as its memory.
  if (chip.boxTable === undefined) {
    for (const other of chip.cores) if (isFull(state(chip, findBox(core, other.id)))) boxes++;
  }
  const used: Readonly<Record<MemorySegment["name"], number>> = {
    interpreter: RUNTIME_BYTES,
    globals: size(local.globals),
    code: core.codeShared ? 0 : chip.codeBytes,
    postboxes: boxes * POSTBOX_BYTES,
    stack: stack.local,
    heap: words[core.registers + HEAP_USED] as number,
  };
  if (isAsBefore(before, used)) return before;
  const parts = (["globals", "code", "postboxes", "stack", "heap"] as const).map((name) => {
    return { name, from: local[name].from, size: size(local[name]), used: within(local[name], used[name]) };
  });
  return [
    { name: "interpreter", from: 0, size: RUNTIME_BYTES, used: RUNTIME_BYTES },
    ...parts.filter((part) => part.size > 0),
  ];
}

function sharedOf(
  chip: Chip,
  core: Core,
  stack: StackUse,
  before: readonly SharedSegment[] | undefined,
): readonly SharedSegment[] {
  const used: Readonly<Record<SharedSegment["name"], number>> = {
    code: chip.codeBytes,
    stack: stack.shared,
    globals: size(core.globals),
    heap: chip.words[core.registers + AREA_USED] as number,
  };
  if (isAsBefore(before, used)) return before;
  const part = (name: SharedSegment["name"], area: Area): SharedSegment => {
    return { name, from: area.from - chip.map.shared.from, size: size(area), used: within(area, used[name]) };
  };
  return [
    ...(core.codeShared ? [part("code", core.code)] : []),
    part("stack", core.areaStack),
    ...(core.dataShared ? [part("globals", core.globals)] : []),
    part("heap", core.areaHeap),
  ];
}
