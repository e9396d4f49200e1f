import type { Chip, Core } from "./chip.ts";
import { DamagedMemory } from "./damaged.ts";
import { type Area, FP, PC } from "./memory-map.ts";

// A frame on a core's stack: four words, then the function's slots. FP is the word index of slot 0.
//
//   fp - 4   where the caller goes on (pc), and in the upper 16 bits how: one of the GO_ON_ values
//   fp - 3   the caller's FP; 0 for the program's own frame
//   fp - 2   the caller's slot for the value, as a decoded operand
//   fp - 1   the function

/// The result is the value of slot `d`.
export const GO_ON_STORE = 0;
/// The instruction that called is a branch, which is taken if the result is true …
export const GO_ON_IF_TRUE = 1;
/// … or if it is not.
export const GO_ON_IF_FALSE = 2;
/// Slot `d` becomes True or False, as the result is …
export const GO_ON_BOOL = 3;
/// … or is not.
export const GO_ON_NEGATE = 4;
/// Slot `d` becomes the callee's first argument: the object that a constructor was called for.
export const GO_ON_SELF = 5;
/// The result is of no use.
export const GO_ON_DROP = 6;
/// It is a generator's frame, and the instruction that resumed it is a branch: a value that it yields is that of slot `d`, and the
/// branch is taken when it returns.
export const GO_ON_RESUMED = 7;
/// The result is the next value of an object, for slot `d`. Where a StopIteration comes out of the frame, the branch of the instruction
/// that asked for it is taken.
export const GO_ON_NEXT = 8;
/// Slot `d` becomes the result, which must be an iterator.
export const GO_ON_ITERATOR = 9;
/// The result is the list of answers with which the caller's instruction is taken up again (questions.ts).
export const GO_ON_AGAIN = 10;
/// The same as GO_ON_RESUMED of one that is told to end: it may not yield.
export const GO_ON_CLOSED = 15;
/// The result is that of an operator, of the left operand's class, …
export const GO_ON_OPERATOR = 16;
/// … of the right one's, …
export const GO_ON_REFLECTED = 17;
/// … or it is for `!=`, and is whether the two are equal. NotImplemented is no result.
export const GO_ON_NOT_EQUAL = 18;
/// How the work of the caller goes on when a frame returns.
export type GoOn = number;

/// The first word of a frame's header.
export function returnWord(pc: number, how: GoOn): number {
  return pc | (how << 16);
}

/// The pc in the first word of a frame's header.
export function returnPc(word: number): number {
  return word & 0xffff;
}

/// How the caller goes on.
export function goesOn(word: number): GoOn {
  return word >>> 16;
}

/// Whether a frame, by the first word of its header, is that of a generator that runs.
export function isOfGenerator(word: number): boolean {
  const how = goesOn(word);
  return how === GO_ON_RESUMED || how === GO_ON_CLOSED;
}

/// Words before a frame's first slot.
export const FRAME_HEADER = 4;

function lies({ from, to }: Area, fp: number, words: number): boolean {
  return fp * 4 >= from + FRAME_HEADER * 4 && (fp + words) * 4 <= to;
}

/// Gives true where the walk may end.
type Visit = (from: number, to: number, pc: number, row: number) => unknown;

/// Calls back with the slots of the frames on the core's stack, innermost first, as word indices. The core may be running: a caller's
/// frame lies before that of what it calls, and what does not ends the walk. False then.
export function walkFrames(chip: Chip, core: Core, visit: Visit): boolean {
  const { words, program } = chip;
  let fp = words[core.registers + FP] as number;
  let pc = words[core.registers + PC] as number;
  let below = Number.POSITIVE_INFINITY;
  while (fp !== 0) {
    const row = words[fp - 1] as number;
    const size = program.functions[row]?.words;
    if (size === undefined || fp >= below) return false;
    if (!lies(core.stack, fp, size) && !lies(core.areaStack, fp, size)) return false;
    if (visit(fp, fp + size, pc, row) === true) return true;
    below = fp;
    pc = returnPc(words[fp - FRAME_HEADER] as number);
    fp = words[fp - FRAME_HEADER + 1] as number;
  }
  return true;
}

/// The same for a core that does not run. Throws DamagedMemory if it does not come to the program's own frame.
export function eachFrame(chip: Chip, core: Core, visit: Visit): void {
  if (!walkFrames(chip, core, visit)) throw new DamagedMemory(`the stack of core ${core.id}`);
}
