import type { Image } from "../bytecode/image.ts";
import { NATIVE } from "../bytecode/isa.ts";
import { PROBE, TEST_SENT } from "../bytecode/natives.ts";
import { readInstruction } from "../bytecode/reader.ts";
import { NATIVE_FUNCTION } from "../bytecode/values.ts";

const polling: ReadonlySet<number> = new Set([PROBE.number, TEST_SENT.number]);

/// Whether a program may ask if a message has come or has been taken: what it then does depends on the order of turns. It asks by a
/// call, or has the function as a value.
export function polls({ code, constants }: Image): boolean {
  if (constants.some((constant) => constant.tag === NATIVE_FUNCTION && polling.has(constant.value))) return true;
  for (let pc = 0; pc < code.length; ) {
    const read = readInstruction(code, pc);
    if (typeof read === "string") return false;
    const { row, operands, size } = read;
    if (row.number === NATIVE && polling.has(operands[row.operands.indexOf("n")] ?? -1)) return true;
    pc += size;
  }
  return false;
}
