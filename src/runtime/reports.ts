import type { Chip, Core } from "../machine/chip.ts";
import { usedBytes } from "../machine/heap.ts";
import {
  CLOCK,
  FP,
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
  WAIT_OUTPUT,
  WAIT_PEER,
  WAIT_RECV,
  WAIT_SEND,
} from "../machine/memory-map.ts";
import { isFull, state } from "../machine/postbox.ts";
import { kindOf } from "./explain.ts";
import { lineOf } from "./places.ts";
import type { CoreReport, CoreState, MemorySegment } from "./protocol.ts";

const waiting: Readonly<Record<number, CoreState>> = {
  [WAIT_SEND]: "sending",
  [WAIT_RECV]: "receiving",
  [WAIT_EXCHANGE]: "exchanging",
  [WAIT_COLLECTIVE]: "collective",
  [WAIT_BARRIER]: "barrier",
  [WAIT_INPUT]: "input",
  [WAIT_OUTPUT]: "output",
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

/// A core as it is now. `state` overrides what its registers say: deadlocked, or stopped.
export function reportOf(chip: Chip, core: Core, state = stateOf(chip, core)): CoreReport {
  const peer = chip.words[core.registers + WAIT_PEER] as number;
  const waits = chip.words[core.registers + STATUS] === STATUS_WAITING;
  return {
    id: core.id,
    kind: kindOf(core),
    state,
    line: state === "ended" ? null : lineOf(chip, core),
    peer: waits && peer >= 0 && chip.words[core.registers + WAIT_KIND] !== WAIT_BARRIER ? peer : null,
    cycles: chip.doubles[(core.registers + CLOCK) >> 1] as number,
    memory: core.host ? [] : segmentsOf(chip, core),
  };
}

function segmentsOf(chip: Chip, core: Core): MemorySegment[] {
  const { local, words } = chip;
  const size = (area: { from: number; to: number }): number => area.to - area.from;
  const fp = words[core.registers + FP] as number;
  const row = chip.program.functions[words[fp - 1] as number];
  const top = (fp + (row?.words ?? 0)) * 4;
  const inCore = top > core.stack.from && top <= core.stack.to;
  let boxes = 0;
  for (const other of chip.cores) {
    if (isFull(state(chip, (core.postboxes + other.id * POSTBOX_BYTES) >> 2))) boxes++;
  }
  return [
    { name: "interpreter", from: 0, size: RUNTIME_BYTES, used: RUNTIME_BYTES },
    { name: "globals", from: local.globals.from, size: size(local.globals), used: size(local.globals) },
    { name: "code", from: local.code.from, size: size(local.code), used: chip.codeBytes },
    { name: "postboxes", from: local.postboxes.from, size: size(local.postboxes), used: boxes * POSTBOX_BYTES },
    {
      name: "stack",
      from: local.stack.from,
      size: size(local.stack),
      used: inCore ? top - core.stack.from : size(local.stack),
    },
    { name: "heap", from: local.heap.from, size: size(local.heap), used: usedBytes(chip, core.heap) },
  ];
}
