import type { FunctionRow, Image } from "../bytecode/image.ts";
import { nativeByNumber } from "../bytecode/natives.ts";
import { type Read, readInstruction } from "../bytecode/reader.ts";
import { hostCycles, instructionCost, nativeCost, operandCost } from "./timing/costs.ts";

// A decoded form of the code, for speed; the bytes in the core stay the truth. An instruction is its opcode and then its
// operands, a word each. A frame slot k becomes 2k, words from the frame pointer; a module slot m becomes ~2m, so that its
// address is `operand >= 0 ? fp + operand : gp + ~operand`. A jump becomes the index of its target.

export interface DecodedFunction {
  /// Index of its first instruction.
  readonly entry: number;
  readonly parameters: number;
  readonly required: number;
  /// Words of its slots.
  readonly words: number;
  /// As operands: where the defaults of the parameters that are not required stand.
  readonly defaults: readonly number[];
}

export interface Program {
  readonly ops: Int32Array;
  /// Cycles of each instruction, at the index of its opcode.
  readonly cost: Float64Array;
  readonly hostCost: Float64Array;
  /// The pc of the instruction at an index, and the index of that at a pc.
  readonly pcOf: Int32Array;
  readonly indexOf: Int32Array;
  readonly functions: readonly DecodedFunction[];
}

/// Stands in `ops` in the place of the opcode at which a core is to stop. Not in any image.
export const BREAK = 0xff;

/// A program that stops before the instructions at these pcs; the rest of it is shared.
export function withBreaks(program: Program, pcs: Iterable<number>): Program {
  const ops = program.ops.slice();
  for (const pc of pcs) ops[program.indexOf[pc] as number] = BREAK;
  return { ...program, ops };
}

/// Decodes a verified image.
export function decode(image: Image): Program {
  const reads = readAll(image);
  let length = 0;
  const indexOf = new Int32Array(image.code.length + 1).fill(-1);
  for (const { read } of reads) {
    indexOf[read.pc] = length;
    length += 1 + read.operands.length;
  }
  const ops = new Int32Array(length);
  const cost = new Float64Array(length);
  const pcOf = new Int32Array(length).fill(-1);
  for (const { read, row } of reads) {
    const at = indexOf[read.pc] as number;
    ops[at] = read.row.number;
    pcOf[at] = read.pc;
    cost[at] = costOf(image, read, row);
    for (let k = 0; k < read.operands.length; k++) {
      const value = read.operands[k] as number;
      const letter = read.row.operands[k];
      ops[at + 1 + k] =
        letter === "j"
          ? (indexOf[value] as number)
          : letter === "c" || letter === "f" || letter === "n"
            ? value
            : slot(value);
    }
  }
  const functions = image.functions.map((row) => ({
    entry: indexOf[row.entry] as number,
    parameters: row.parameters,
    required: row.required,
    words: row.frame * 2,
    defaults: row.defaults.map((module) => slot(-1 - module)),
  }));
  return { ops, cost, hostCost: cost.map((cycles) => hostCycles(cycles)), pcOf, indexOf, functions };
}

function slot(operand: number): number {
  return operand >= 0 ? operand * 2 : ~((-1 - operand) * 2);
}

function readAll(image: Image): { read: Read; row: FunctionRow }[] {
  const reads: { read: Read; row: FunctionRow }[] = [];
  image.functions.forEach((row, i) => {
    const end = image.functions[i + 1]?.entry ?? image.code.length;
    for (let pc = row.entry; pc < end; ) {
      const read = readInstruction(image.code, pc);
      if (typeof read === "string") throw new Error(`internal error: decoding unverified code: ${read}`);
      reads.push({ read, row });
      pc += read.size;
    }
  });
  return reads;
}

// The tokens that an instruction stands for: itself, the constants and variables it reads, the variable it assigns.
function costOf(image: Image, read: Read, row: FunctionRow): number {
  const { cost, operands } = read.row;
  let cycles = instructionCost[cost];
  const isVariable = (value: number) => (value < 0 ? -1 - value < image.globals : value < row.locals);
  for (let k = 0; k < operands.length; k++) {
    const value = read.operands[k] as number;
    if (operands[k] === "d" && isVariable(value)) cycles += operandCost.assign;
    if (operands[k] === "s") {
      // Reading or writing an element looks the list up as a part of its own cost.
      const looksUp = (cost === "readElement" && k === 1) || (cost === "writeElement" && k === 0);
      if (isVariable(value)) cycles += looksUp ? 0 : operandCost.variable;
      else if (value < 0) cycles += operandCost.constant;
    }
    if (operands[k] === "c" && cost === "call") cycles += value * operandCost.argument;
    if (operands[k] === "n") {
      const native = nativeByNumber(value);
      if (native !== undefined) cycles += nativeCost(native);
    }
  }
  return cycles;
}
