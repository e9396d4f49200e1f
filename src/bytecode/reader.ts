import {
  FURTHER,
  type Instruction,
  instruction,
  NARROW_MODULE,
  NATIVE,
  operandSize,
  WIDE,
  WIDE_MODULE,
} from "./isa.ts";

/// One instruction of a code section, its operands read.
export interface Read {
  readonly pc: number;
  /// Bytes, its prefix included.
  readonly size: number;
  readonly row: Instruction;
  /// In the order of the row's letters. Slots: 0 up in the frame, `-1 - m` for slot m of the module area.
  /// Jumps: the pc they lead to.
  readonly operands: readonly number[];
}

/// Reads the instruction at `pc`, or says what is wrong with it.
export function readInstruction(code: Uint8Array, pc: number): Read | string {
  let at = pc;
  const wide = code[at] === WIDE;
  if (wide) at++;
  if (at >= code.length) return "the code ends in the middle of an instruction";
  const opcode = code[at++] as number;
  const row = instruction(opcode);
  if (row === undefined || row.flow === "prefix") return `${opcode} is not an instruction`;
  const operands: number[] = [];
  for (const letter of row.operands) {
    const size = operandSize(letter, wide);
    if (at + size > code.length) return "the code ends in the middle of an instruction";
    const raw = size === 2 ? (code[at] as number) | ((code[at + 1] as number) << 8) : (code[at] as number);
    operands.push(operandValue(letter, raw, wide, pc));
    at += size;
  }
  const size = at - pc;
  // One that calls a further native is read as one that calls any.
  if (opcode === FURTHER) {
    operands[1] = (operands[1] as number) + 256;
    return { pc, size, row: instruction(NATIVE) as Instruction, operands };
  }
  return { pc, size, row, operands };
}

function operandValue(letter: string, raw: number, wide: boolean, pc: number): number {
  if (letter === "j") return pc + ((raw << 16) >> 16);
  if (letter !== "d" && letter !== "s" && letter !== "a") return raw;
  const module = wide ? WIDE_MODULE : NARROW_MODULE;
  return raw >= module ? -1 - (raw - module) : raw;
}
