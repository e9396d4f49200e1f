import { decodeImage } from "../bytecode/image.ts";
import { NATIVE } from "../bytecode/isa.ts";
import { PROBE, TEST_SENT } from "../bytecode/natives.ts";
import { readInstruction } from "../bytecode/reader.ts";
import { NATIVE_FUNCTION } from "../bytecode/values.ts";

// The calls that tell whether a message has arrived by now. What they tell, and so how long a program that asks again and again
// takes, depends on which of several threads is ahead.
const calls: ReadonlySet<number> = new Set([PROBE.number, TEST_SENT.number]);

/// Whether a program asks if a message has arrived, itself or through a module of ours, such as `testFunctionFinish` does.
export function goesByArrival(imageBytes: Uint8Array): boolean {
  const { code, constants } = decodeImage(imageBytes);
  if (constants.some((constant) => constant.tag === NATIVE_FUNCTION && calls.has(constant.value))) return true;
  for (let pc = 0; pc < code.length; ) {
    const read = readInstruction(code, pc);
    if (typeof read === "string") return false;
    if (read.row.number === NATIVE && calls.has(read.operands[1] as number)) return true;
    pc += read.size;
  }
  return false;
}
