import { FUNCTION, GENERATOR, INT, NONE } from "../bytecode/values.ts";
import type { Chip, Core } from "./chip.ts";
import type { DecodedFunction } from "./decode.ts";
import { newRecord } from "./records.ts";
import { outOfMemory, setSlot } from "./slots.ts";
import { clearWords, copyWords } from "./words.ts";

// A generator in a core's memory: a record (records.ts) that holds its function's frame while that does not run.
//
//   slot 0   the function
//   slot 1   where it continues, as an int: the pc of the instruction at which it waits, or one of the states below
//   slot 2   what it has returned, until somebody asks for it; None otherwise
//   from 3   the slots of its frame
//
// A frame has its own generator in the slot behind its variables (`ownSlot`), so that a yield knows where to put the frame.

/// Slots before those of its frame.
export const GENERATOR_SLOTS = 3;

export const RUNNING = -1;
export const FINISHED = -2;

/// Where the frame of a generator's function has its own generator.
function ownSlot(fp: number, callee: DecodedFunction): number {
  return fp + callee.locals;
}

/// Puts a generator that waits at `pc` into its own slot of the frame at `fp`. 0, or -1 with a fault if memory is out.
export function makeGenerator(chip: Chip, core: Core, fp: number, pc: number): number {
  const target = chip.words[fp - 1] as number;
  const callee = chip.program.functions[target] as DecodedFunction;
  const slots = GENERATOR_SLOTS + (callee.words >> 1);
  const generator = newRecord(chip, core, slots);
  if (generator === 0) return outOfMemory(chip, core, slots * 8);
  const record = generator >> 2;
  setSlot(chip, record, FUNCTION, target);
  setSlot(chip, record + 4, NONE, 0);
  setSlot(chip, ownSlot(fp, callee), GENERATOR, generator);
  suspend(chip, chip.words, fp, callee.words, generator, pc);
  return 0;
}

/// The generator that runs in a frame; 0 if none does, as only damaged code has it.
export function runningIn(words: Int32Array, fp: number, callee: DecodedFunction): number {
  const own = ownSlot(fp, callee);
  const generator = words[own] as number;
  if (words[own + 1] !== GENERATOR || words[generator >> 2] !== words[fp - 1]) return 0;
  return stateOf(words, generator) === RUNNING ? generator : 0;
}

/// The pc at which a generator waits, or RUNNING or FINISHED.
export function stateOf(words: Int32Array, generator: number): number {
  return words[(generator >> 2) + 2] as number;
}

export function functionOf(words: Int32Array, generator: number): number {
  return words[generator >> 2] as number;
}

/// Puts a frame of `size` words away; its generator waits at `pc`. `words` are the chip's, here and above: the interpreter's code
/// knows where they are.
export function suspend(chip: Chip, words: Int32Array, fp: number, size: number, generator: number, pc: number): void {
  const record = generator >> 2;
  copyWords(words, record + GENERATOR_SLOTS * 2, fp, size);
  words[record + 2] = pc;
  words[record + 3] = INT;
  chip.work += size >> 4;
}

/// Fills a new frame with what was put away; the generator runs.
export function resume(chip: Chip, words: Int32Array, fp: number, size: number, generator: number): void {
  const record = generator >> 2;
  copyWords(words, fp, record + GENERATOR_SLOTS * 2, size);
  words[record + 2] = RUNNING;
  words[record + 3] = INT;
  chip.work += size >> 4;
}

/// Ends a generator: what it held may be collected. `word` is that of the slot with what it returns; 0 for nothing.
export function finish(chip: Chip, generator: number, word = 0): void {
  const { words } = chip;
  const record = generator >> 2;
  const callee = chip.program.functions[functionOf(words, generator)] as DecodedFunction;
  if (word === 0) setSlot(chip, record + 4, NONE, 0);
  else setSlot(chip, record + 4, words[word + 1] as number, words[word] as number);
  clearWords(words, record + GENERATOR_SLOTS * 2, record + GENERATOR_SLOTS * 2 + callee.words);
  setSlot(chip, record + 2, INT, FINISHED);
}

/// Who asks again is not told again what it has returned.
export function forgetResult(chip: Chip, generator: number): void {
  setSlot(chip, (generator >> 2) + 4, NONE, 0);
}

/// Moves what a generator has returned to slot `d`: None if it has not, or somebody has had it.
export function takeResult(chip: Chip, generator: number, d: number): void {
  const { words } = chip;
  const result = (generator >> 2) + 4;
  setSlot(chip, d, words[result + 1] as number, words[result] as number);
  forgetResult(chip, generator);
}
