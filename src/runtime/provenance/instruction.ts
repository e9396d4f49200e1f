import { CALLV, NATIVE, instruction as rowOf } from "../../bytecode/isa.ts";
import { BCAST, RECV, SENDRECV } from "../../bytecode/natives.ts";
import { CLOSURE, FUNCTION } from "../../bytecode/values.ts";
import type { Chip, Core } from "../../machine/chip.ts";
import { FP, PC, STATUS, STATUS_FAILED, STATUS_WAITING } from "../../machine/memory-map.ts";
import { clock } from "../../machine/timing/clock.ts";

// The instruction that a core stands at, with its operands as places in memory.

const MOST_SLOTS = 16;

/// An instruction that a core is about to execute.
export interface Instruction {
  readonly core: Core;
  readonly time: number;
  readonly pc: number;
  readonly fp: number;
  readonly op: number;
  /// Word indices and numbers, as the letters of the instruction's row say.
  readonly operands: readonly number[];
}

/// The instruction that a core stands at.
export function instructionOf(chip: Chip, core: Core): Instruction | undefined {
  const { words, program } = chip;
  const pc = words[core.registers + PC] as number;
  const fp = words[core.registers + FP] as number;
  const at = program.indexOf[pc] as number;
  const op = program.ops[at] as number;
  const row = rowOf(op);
  if (row === undefined) return undefined;
  const operands = [...row.operands].map((letter, k) => {
    const operand = program.ops[at + 1 + k] as number;
    if (letter === "d" || letter === "s") return operand >= 0 ? fp + operand : core.module + ~operand;
    return letter === "w" ? fp + operand : operand;
  });
  return { core, time: clock(chip, core), pc, fp, op, operands };
}

/// Whether an instruction calls a native, its number, its first argument's slot, how many there are, and where the result goes.
export function nativeCall(chip: Chip, { op, operands }: Instruction): NativeCall | undefined {
  const [d = 0, callee = 0, args = 0, count = 0] = operands;
  if (op === NATIVE) return { number: callee, args, count, d };
  const tag = chip.words[callee + 1] as number;
  if (op !== CALLV || tag === FUNCTION || tag === CLOSURE) return undefined;
  return { number: chip.words[callee] as number, args, count, d };
}

export interface NativeCall {
  readonly number: number;
  readonly args: number;
  readonly count: number;
  readonly d: number;
}

/// Natives whose result may be what another core has sent.
export const takers: ReadonlySet<number> = new Set([RECV.number, SENDRECV.number, BCAST.number]);

/// The slots that an instruction reads.
export function slotsOf(chip: Chip, instruction: Instruction): readonly number[] {
  const call = nativeCall(chip, instruction);
  return call === undefined
    ? slotsRead(rowOf(instruction.op)?.operands ?? "", instruction.operands)
    : range(call.args, call.count);
}

/// The same of one that calls no native, by its letters.
export function slotsRead(letters: string, operands: readonly number[]): number[] {
  return [...letters].flatMap((letter, k) => {
    if (letter === "s") return [operands[k] as number];
    if (letter !== "w") return [];
    return range(operands[k] as number, letters[k + 1] === "c" ? (operands[k + 1] as number) : 1);
  });
}

/// Slots of neighbouring values.
export function range(from: number, count: number): number[] {
  return Array.from({ length: Math.min(count, MOST_SLOTS) }, (_, k) => from + k * 2);
}

/// Whether the core has done the instruction it stood at.
export function isDone(chip: Chip, { core }: Instruction): boolean {
  const status = chip.words[core.registers + STATUS];
  return status !== STATUS_WAITING && status !== STATUS_FAILED;
}
