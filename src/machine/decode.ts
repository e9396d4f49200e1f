import type { FunctionRow, Image } from "../bytecode/image.ts";
import { type Read, readInstruction } from "../bytecode/reader.ts";
import { type CostName, instructionTokens, tokenBytes } from "./timing/costs.ts";
import type { Timing } from "./timing/timing.ts";

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
  /// Cycles of each instruction, at the index of its opcode: on a core of the chip …
  readonly cost: Float64Array;
  /// … while its stack lies in shared memory …
  readonly sharedStackCost: Float64Array;
  /// … and on a virtual core.
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

/// Decodes a verified image. `codeShared`: the chip's cores read its byte code from shared memory.
export function decode(image: Image, timing: Timing, codeShared: boolean): Program {
  const reads = readAll(image);
  let length = 0;
  const indexOf = new Int32Array(image.code.length + 1).fill(-1);
  for (const { read } of reads) {
    indexOf[read.pc] = length;
    length += 1 + read.operands.length;
  }
  const ops = new Int32Array(length);
  const cost = new Float64Array(length);
  const sharedStackCost = new Float64Array(length);
  const hostCost = new Float64Array(length);
  const pcOf = new Int32Array(length).fill(-1);
  for (const { read, row } of reads) {
    const at = indexOf[read.pc] as number;
    ops[at] = read.row.number;
    pcOf[at] = read.pc;
    const { tokens, codeBytes, stackBytes } = tokensOf(image, read, row);
    const base = timing.model === "instructions" ? 1 : 0;
    cost[at] = sumOf(tokens, timing.device, base + (codeShared ? codeBytes * timing.device.sharedRead : 0));
    sharedStackCost[at] = (cost[at] as number) + stackBytes * timing.device.sharedRead;
    hostCost[at] = sumOf(tokens, timing.host, base);
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
  return { ops, cost, sharedStackCost, hostCost, pcOf, indexOf, functions };
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

function sumOf(tokens: readonly CostName[], costs: Readonly<Record<CostName, number>>, base: number): number {
  return tokens.reduce((sum, token) => sum + costs[token], base);
}

interface Tokens {
  readonly tokens: readonly CostName[];
  readonly codeBytes: number;
  readonly stackBytes: number;
}

// The tokens that an instruction stands for: itself, the constants and variables it reads, the variable it assigns.
function tokensOf(image: Image, read: Read, row: FunctionRow): Tokens {
  const { cost, operands, flow } = read.row;
  const tokens = [...instructionTokens[cost]];
  const isVariable = (value: number) => (value < 0 ? -1 - value < image.globals : value < row.locals);
  for (let k = 0; k < operands.length; k++) {
    const value = read.operands[k] as number;
    if (operands[k] === "d" && isVariable(value)) tokens.push("assign");
    if (operands[k] === "s") {
      // Reading or writing an element looks the list up as a part of its own cost.
      const looksUp = (cost === "readElement" && k === 1) || (cost === "writeElement" && k === 0);
      if (isVariable(value)) tokens.push(...(looksUp ? [] : ["variable" as const]));
      else if (value < 0) tokens.push("constant");
    }
    if (operands[k] === "c" && cost === "call")
      tokens.push(...Array.from({ length: value }, () => "argument" as const));
    // A loop's test stands at its end here; in the original at its start, and the end jumps there.
    if (operands[k] === "j" && flow === "branch" && cost !== "iterate" && value < read.pc) tokens.push("jump");
  }
  const sum = (of: "code" | "stack") => tokens.reduce((bytes, token) => bytes + (tokenBytes[token]?.[of] ?? 0), 0);
  return { tokens, codeBytes: sum("code"), stackBytes: sum("stack") };
}
