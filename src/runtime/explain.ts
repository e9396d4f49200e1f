import { nameOfClass } from "../bytecode/exceptions.ts";
import { INSTANCE, STRING } from "../bytecode/values.ts";
import type { Chip, Core } from "../machine/chip.ts";
import { formatValue, quotedValue } from "../machine/display-value.ts";
import { originOf } from "../machine/exceptions.ts";
import {
  ASSERTION_FAILED,
  describeFault,
  isMismatch,
  KEY_NOT_FOUND,
  LENGTH_MISMATCH,
  NOT_A_NUMBER,
  POSITIONAL_ONLY,
  RAISED,
  TEXT_AND_NUMBER,
  UNKNOWN_ARGUMENT,
  UNSET_VARIABLE,
} from "../machine/faults.ts";
import { FAULT_A, FAULT_B, FAULT_CODE, FAULT_SLOT, PC } from "../machine/memory-map.ts";
import { lengthText, mismatchText } from "./mismatch.ts";
import { callsOf, placeOf } from "./places.ts";
import type { CoreKind, SourcePlace } from "./protocol/cores.ts";

// How the monitor explains faults to people.

export interface FaultReport {
  readonly code: string;
  readonly message: string;
  readonly calls: readonly { readonly name: string; readonly place: SourcePlace }[];
}

export function kindOf(core: Core): CoreKind {
  return core.host ? "host" : "device";
}

/// The code of the fault that is noted on a core, and a sentence on it and on the other core involved, if there is one.
export function describedFault(chip: Chip, core: Core): { code: string; message: string } {
  const { words } = chip;
  const number = words[core.registers + FAULT_CODE] as number;
  const { code, message } = describeFault(
    number,
    words[core.registers + FAULT_A] as number,
    words[core.registers + FAULT_B] as number,
    chip.image,
  );
  const more = moreText(chip, core, number);
  return { code, message: more === "" ? message : `${message}: ${more}` };
}

function moreText(chip: Chip, core: Core, number: number): string {
  if (isMismatch(number)) return mismatchText(chip, core);
  if (number === LENGTH_MISMATCH) return lengthText(chip, core);
  return number === TEXT_AND_NUMBER ? joinedText(chip, core) : "";
}

/// The two values that were to be joined, as a program writes them, and how it would have to be written.
function joinedText(chip: Chip, core: Core): string {
  const { words } = chip;
  const [left, right] = [FAULT_A, FAULT_B].map((register) => {
    const slot = words[core.registers + register] as number;
    const shown = shortValue(chip, slot);
    return { shown, wanted: words[slot + 1] === STRING ? shown : `str(${shown})` };
  });
  return `${left?.shown} + ${right?.shown}. Write ${left?.wanted} + ${right?.wanted}`;
}

const LONGEST_SHOWN = 40;

/// A value as a program writes it, cut off where it is long.
function shortValue(chip: Chip, slot: number): string {
  const text = quotedValue(chip, chip.words[slot + 1] as number, slot);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}...` : text;
}

/// What went wrong on a core that has failed.
export function faultOf(chip: Chip, core: Core): FaultReport {
  const { words } = chip;
  const registers = core.registers;
  const number = words[registers + FAULT_CODE] as number;
  const { code, message } = describedFault(chip, core);
  const calls = callsOf(chip, core);
  if (number === RAISED) return raisedReport(chip, core, calls);
  const subject =
    number === UNSET_VARIABLE
      ? nameOfSlot(chip, core, words[registers + FAULT_SLOT] as number, calls[0]?.slots ?? 0)
      : "";
  return {
    code,
    message: number === UNSET_VARIABLE ? `${subject} ${message}` : message + valueOfFault(chip, core, number),
    calls: calls.map(({ name, place }) => ({ name, place })),
  };
}

/// An exception that the program has raised, or raised again: as Python reports it, at the place where it was raised first.
function raisedReport(chip: Chip, core: Core, calls: ReturnType<typeof callsOf>): FaultReport {
  const { words, image } = chip;
  const { registers } = core;
  const slot = words[registers + FAULT_SLOT] as number;
  const name = nameOfClass(image, words[registers + FAULT_A] as number);
  const text = slot === 0 ? "" : formatValue(chip, INSTANCE, slot);
  const origin = slot === 0 ? undefined : originOf(chip, slot);
  const all = calls.map(({ name, place }) => ({ name, place }));
  if (origin !== undefined) {
    const first = {
      name: image.debug.functions[chip.functionAt(origin.pc)]?.name ?? "",
      place: placeOf(image, origin.pc),
    };
    if (all[0]?.name === first.name) all[0] = first;
    else all.unshift(first);
  }
  const code = describeFault(origin?.fault ?? RAISED, 0, 0).code;
  return { code, message: text === "" ? name : `${name}: ${text}`, calls: all };
}

/// The message of a failed assertion, the key that is missing, or the text that is not a number, after a colon; empty for other
/// faults.
function valueOfFault(chip: Chip, core: Core, number: number): string {
  const slot = chip.words[core.registers + FAULT_SLOT] as number;
  if (slot === 0) return "";
  const tag = chip.words[slot + 1] as number;
  if (number === KEY_NOT_FOUND || number === POSITIONAL_ONLY) return `: ${quotedValue(chip, tag, slot)}`;
  if (number === NOT_A_NUMBER) return `: ${shortValue(chip, slot)}`;
  if (number === UNKNOWN_ARGUMENT) return ` ${quotedValue(chip, tag, slot)}`;
  return number === ASSERTION_FAILED ? `: ${formatValue(chip, tag, slot)}` : "";
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
