import { CALLV, NATIVE } from "../bytecode/isa.ts";
import { nativeByNumber } from "../bytecode/natives.ts";
import { readInstruction } from "../bytecode/reader.ts";
import type { Chip, Core } from "../machine/chip.ts";
import type { Stuck } from "../machine/deadlock.ts";
import { ASSERTION_FAILED, describeFault, UNSET_VARIABLE } from "../machine/faults.ts";
import { formatValue } from "../machine/format.ts";
import {
  FAULT_A,
  FAULT_B,
  FAULT_CODE,
  FAULT_SLOT,
  PC,
  STATUS,
  STATUS_ENDED,
  STATUS_FAILED,
} from "../machine/memory-map.ts";
import { callsOf, placeOf } from "./places.ts";
import type { CoreKind, SourcePlace, Wait } from "./protocol.ts";

// What the monitor says to people about faults and deadlocks.

export interface FaultReport {
  readonly code: string;
  readonly message: string;
  readonly calls: readonly { readonly name: string; readonly place: SourcePlace }[];
}

export function kindOf(core: Core): CoreKind {
  return core.host ? "host" : "device";
}

/// What went wrong on a core that has failed.
export function faultOf(chip: Chip, core: Core): FaultReport {
  const { words } = chip;
  const registers = core.registers;
  const number = words[registers + FAULT_CODE] as number;
  const { code, message } = describeFault(
    number,
    words[registers + FAULT_A] as number,
    words[registers + FAULT_B] as number,
  );
  const calls = callsOf(chip, core);
  const subject =
    number === UNSET_VARIABLE
      ? nameOfSlot(chip, core, words[registers + FAULT_SLOT] as number, calls[0]?.slots ?? 0)
      : "";
  return {
    code,
    message: number === UNSET_VARIABLE ? `${subject} ${message}` : message + assertionText(chip, core, number),
    calls: calls.map(({ name, place }) => ({ name, place })),
  };
}

/// What an assertion says of itself.
function assertionText(chip: Chip, core: Core, number: number): string {
  const slot = chip.words[core.registers + FAULT_SLOT] as number;
  if (number !== ASSERTION_FAILED || slot === 0) return "";
  return `: ${formatValue(chip, chip.words[slot + 1] as number, slot)}`;
}

/// The variable that a slot belongs to.
function nameOfSlot(chip: Chip, core: Core, slot: number, fp: number): string {
  const { debug } = chip.image;
  const global = (slot - core.module) / 2;
  const pc = chip.words[core.registers + PC] as number;
  const local = (slot - fp) / 2;
  const name =
    global >= 0 && global < debug.globals.length
      ? debug.globals[global]
      : debug.functions[chip.functionAt(pc)]?.locals[local];
  return name === undefined ? "a value" : `'${name}'`;
}

/// The call a waiting core is in, as the learner wrote it.
function callAt(chip: Chip, core: Core): string {
  const read = readInstruction(chip.image.code, chip.words[core.registers + PC] as number);
  if (typeof read === "string") return "a call";
  if (read.row.number === NATIVE) return nativeByNumber(read.operands[1] as number)?.name ?? "a call";
  return read.row.number === CALLV ? "a call" : read.row.name;
}

export function waitOf(chip: Chip, stuck: Stuck): Wait {
  const { core } = stuck;
  return {
    core: core.id,
    kind: kindOf(core),
    call: callAt(chip, core),
    place: waitingPlace(chip, core),
    on: stuck.on,
  };
}

// The line of the program's own file, if the call stands in one of ours.
function waitingPlace(chip: Chip, core: Core): SourcePlace {
  const { debug } = chip.image;
  const main = debug.files[debug.files.length - 1];
  const own = callsOf(chip, core).find((call) => call.place.file === main);
  return own?.place ?? placeOf(chip.image, chip.words[core.registers + PC] as number);
}

/// Who waits for whom, where, and what may help.
export function deadlockMessage(chip: Chip, waits: readonly Wait[]): string {
  const lines = waits.map(
    (wait) => `core ${wait.core} waits in ${wait.call}${target(wait)}, line ${wait.place.line}${fate(chip, wait)}`,
  );
  return [
    waits.length === 1 ? "Deadlock: a core can never go on." : `Deadlock: ${waits.length} cores can never go on.`,
    ...lines,
    suggestion(chip, waits),
  ].join("\n");
}

function target(wait: Wait): string {
  if (wait.on.length === 0) return "";
  if (wait.call === "sync") return ` until ${cores(wait.on)} ${wait.on.length === 1 ? "comes" : "come"} there too`;
  const preposition = wait.call === "recv" || wait.call === "bcast" ? "from" : wait.call === "send" ? "to" : "with";
  return ` ${preposition} ${cores(wait.on)}`;
}

function cores(ids: readonly number[]): string {
  return ids.length === 1 ? `core ${ids[0]}` : `cores ${ids.join(", ")}`;
}

function isOver(chip: Chip, id: number): string | undefined {
  const core = chip.core(id);
  const status = core === undefined ? STATUS_ENDED : chip.words[core.registers + STATUS];
  if (status === STATUS_ENDED) return "ended";
  return status === STATUS_FAILED ? "failed" : undefined;
}

function fate(chip: Chip, wait: Wait): string {
  const failed = wait.on.filter((id) => isOver(chip, id) === "failed");
  if (failed.length > 0) return `, but ${cores(failed)} ${failed.length === 1 ? "has" : "have"} failed`;
  const ended = wait.on.filter((id) => isOver(chip, id) === "ended");
  if (ended.length > 0) return `, but ${cores(ended)} ${ended.length === 1 ? "has" : "have"} ended`;
  return "";
}

function suggestion(chip: Chip, waits: readonly Wait[]): string {
  const over = waits.flatMap((wait) => wait.on).map((id) => isOver(chip, id));
  if (over.includes("failed")) return "Mend the core that failed first; the others wait for it.";
  if (waits.every((wait) => wait.call === "send") && waits.length > 1) {
    return "All of them send first. Let one of each pair receive first, or use sendrecv.";
  }
  if (waits.every((wait) => wait.call === "recv") && waits.length > 1 && !over.includes("ended")) {
    return "All of them receive first. One of each pair has to send first.";
  }
  if (waits.some((wait) => wait.call === "sync" || wait.call === "reduce" || wait.call === "bcast")) {
    return "Every core has to reach the same sync, reduce or bcast: look at which cores take another way.";
  }
  if (waits.some((wait) => wait.call === "send"))
    return "Every send needs a recv on the other core, with this core's id.";
  return "Every recv needs a send on the other core, with this core's id.";
}
