import { INDEX, NEXT, SETINDEX, SLICE } from "../bytecode/isa.ts";
import { nativeByNumber } from "../bytecode/natives.ts";
import { INT, LIST_TAG, TUPLE_TAG, UNSET } from "../bytecode/values.ts";
import type { Chip, Core } from "../machine/chip.ts";
import { LIST_DATA } from "../machine/list-layout.ts";
import { listLength } from "../machine/lists.ts";
import { STATUS, STATUS_READY, WAITED } from "../machine/memory-map.ts";
import { clock, costsOf } from "../machine/timing/clock.ts";
import { WORD_BYTES } from "../machine/timing/costs.ts";
import { callsOf, standingAt } from "./places.ts";
import { type Instruction, instructionOf, nativeCall, slotsOf } from "./provenance/instruction.ts";

// A sampling profiler: which lines spend time on lists in shared memory, and how much. The machine does not count that, and an
// ordinary run is not to pay for it, so this is done when a run is made again: its turns have random lengths, and the instruction at
// which a turn ends is looked at. It stands for as many instructions as lie, on average, between two looks.
//
//   INDEX, SETINDEX, NEXT   one element, whose cost is known
//   any other with a list   it is executed in a turn of its own: what it costs above its usual cost shows how many elements it reads
//
// Only the time that a copy on the core would save counts: each element has to be fetched once in any case. How many different
// elements the samples stand for is estimated from their addresses. In a sweep that reads each element once, two neighbouring samples
// are about as far apart as they have instructions that they stand for; where elements are read again and again, they are closer.

/// A line with which a core reads, or writes, the same elements of lists in shared memory again and again.
export interface SharedListUse {
  readonly core: number;
  /// One-based, of the program's main file; 0 if no line of it has to do with it.
  readonly line: number;
  /// Cycles above what the same would take in the core's own memory, without the first time for each element.
  readonly lost: number;
  /// By when half of that was lost.
  readonly at: number;
}

interface Access {
  /// Word index of the first element.
  readonly word: number;
  readonly elements: number;
  /// Above what it would take in the core's own memory.
  readonly cycles: number;
}

interface Sample extends Access {
  readonly time: number;
  /// How many instructions it stands for.
  readonly weight: number;
}

interface Series {
  readonly core: number;
  readonly line: number;
  readonly samples: Sample[];
}

/// An instruction that is given a list, and a turn of its own.
interface Measured {
  readonly instruction: Instruction;
  readonly word: number;
  readonly length: number;
  readonly series: Series;
  readonly weight: number;
}

// At first every instruction is looked at, then ever fewer: so many while the run grows to e times its length.
const LOOKS = 6_400;
const LEAST_LOOKS_OF_CORE = 50;
// How often an element is read, or written, on average.
const LEAST_TIMES = 1.5;
// Two samples that are farther apart than so many times the average belong to different lists, not to one sweep.
const FARTHEST = 2;

export class SharedListProfile {
  private readonly chip: Chip;
  private readonly most: number;
  private readonly looksOfCore: number;
  private readonly series = new Map<string, Series>();
  private readonly measured = new Map<Core, Measured>();
  /// How many instructions each core has executed, as far as the looks show.
  private readonly executed = new Map<Core, number>();
  private random = 1;
  /// Of the turn under way.
  private budget = 0;
  private looks = false;

  /// A turn is to be at most `most` instructions.
  constructor(chip: Chip, most: number) {
    this.chip = chip;
    this.most = most;
    this.looksOfCore = Math.max(LEAST_LOOKS_OF_CORE, LOOKS / chip.cores.length);
  }

  /// How long a core's next turn is to be, in instructions.
  turnOf(core: Core): number {
    const { chip } = this;
    if (this.measured.has(core)) return 1;
    // Where no list can lie on the core, no copy can either; to virtual cores all memory is alike.
    if (core.host || core.heap.to <= core.heap.from || chip.timing.heapRead === 0) {
      this.looks = false;
      return this.most;
    }
    // Of all distributions, with the geometric one it does not matter that turns end for other reasons as well.
    const length = 1 + Math.floor(Math.log(this.next()) / Math.log(1 - 1 / this.gapOf(core)));
    this.looks = length <= this.most;
    this.budget = Math.min(length, this.most);
    return this.budget;
  }

  /// Looks where a core stands after that turn.
  look(core: Core): void {
    const { chip } = this;
    const isReady = chip.words[core.registers + STATUS] === STATUS_READY;
    const measured = this.measured.get(core);
    const weight = this.gapOf(core);
    if (measured !== undefined) {
      this.measured.delete(core);
      if (!isReady) return;
      this.measure(measured);
      // The next instruction is as likely as any.
      if (this.next() * weight > 1) return;
    } else if (!this.looks || !isReady || chip.used !== this.budget) {
      // It ended for another reason: the core waits, or has done much work at once.
      return;
    }
    this.executed.set(core, (this.executed.get(core) ?? 0) + weight);
    const instruction = instructionOf(chip, core);
    if (instruction === undefined) return;
    const access = accessOf(chip, instruction);
    if (access !== undefined) {
      this.seriesOf(instruction).samples.push({ ...access, time: instruction.time, weight });
      return;
    }
    const list = listRead(chip, instruction);
    if (list !== undefined) {
      this.measured.set(core, { ...list, instruction, series: this.seriesOf(instruction), weight });
    }
  }

  private measure({ instruction, word, length, series, weight }: Measured): void {
    const { chip } = this;
    const { core, time, pc, fp } = instruction;
    const { program } = chip;
    const usual = fp * 4 < chip.beyondCores ? program.cost : program.sharedStackCost;
    const above = clock(chip, core) - time - (usual[program.indexOf[pc] as number] as number);
    const { sharedRead, element } = costsOf(chip, core);
    const fetch = WORD_BYTES * sharedRead;
    const elements = Math.min(length, Math.floor(above / (fetch + element)));
    if (elements > 0) series.samples.push({ word, elements, cycles: elements * fetch, time, weight });
  }

  private seriesOf({ core, op }: Instruction): Series {
    const line = lineOf(this.chip, core);
    const key = `${core.id} ${line} ${op === SETINDEX}`;
    const known = this.series.get(key);
    if (known !== undefined) return known;
    const fresh: Series = { core: core.id, line, samples: [] };
    this.series.set(key, fresh);
    return fresh;
  }

  /// How many instructions lie between two looks, on average.
  private gapOf(core: Core): number {
    return 1 + (this.executed.get(core) ?? 0) / this.looksOfCore;
  }

  /// What was found, once the run is over.
  uses(): readonly SharedListUse[] {
    const uses = [...this.series.values()].flatMap(useOf);
    const lost = new Map<number, number>();
    for (const use of uses) lost.set(use.core, (lost.get(use.core) ?? 0) + use.lost);
    // An estimate may be too high, but no core can lose more time than it has worked.
    return uses.map((use) => {
      const factor = Math.min(1, this.worked(use.core) / (lost.get(use.core) as number));
      return { ...use, lost: use.lost * factor };
    });
  }

  private worked(id: number): number {
    const { chip } = this;
    const core = chip.core(id);
    return core === undefined ? 0 : clock(chip, core) - (chip.doubles[(core.registers + WAITED) >> 1] as number);
  }

  /// A number that looks random, above 0 and up to 1.
  private next(): number {
    this.random ^= this.random << 13;
    this.random ^= this.random >>> 17;
    this.random ^= this.random << 5;
    return (this.random >>> 0) / 2 ** 32;
  }
}

function useOf({ core, line, samples }: Series): SharedListUse[] {
  const byAddress = [...samples].sort((a, b) => a.word - b.word);
  let accesses = 0;
  let different = 0;
  let cycles = 0;
  byAddress.forEach(({ word, elements, cycles: each, weight }, k) => {
    const own = weight * elements;
    accesses += own;
    cycles += weight * each;
    const next = byAddress[k + 1];
    // What was seen twice is no part of a longer sweep.
    const isKnown = next === undefined && byAddress[k - 1]?.word === word;
    different += isKnown ? elements : Math.min((next?.word ?? Number.POSITIVE_INFINITY) - word, FARTHEST * own);
  });
  if (accesses < LEAST_TIMES * different || accesses === 0) return [];
  let left = cycles / 2;
  const middle = samples.find((sample) => {
    left -= sample.weight * sample.cycles;
    return left <= 0;
  });
  return [{ core, line, lost: cycles * (1 - different / accesses), at: middle?.time ?? 0 }];
}

/// The line of the main file where a core stands, or from where it was called.
function lineOf(chip: Chip, core: Core): number {
  const main = chip.image.debug.files.at(-1);
  return standingAt(chip, core).line ?? callsOf(chip, core).find(({ place }) => place.file === main)?.place.line ?? 0;
}

/// What an instruction that reads or writes one element is about to do, if that lies in shared memory and costs time.
function accessOf(chip: Chip, { core, op, operands }: Instruction): Access | undefined {
  const { words, timing } = chip;
  const [first = 0, second = 0, third = 0] = operands;
  if (op === INDEX) return element(chip, second, third, timing.heapRead);
  if (op === SETINDEX) {
    return words[third + 1] === UNSET ? undefined : element(chip, first, second, timing.heapWrite);
  }
  if (op === NEXT) return element(chip, second, second + 2, WORD_BYTES * costsOf(chip, core).sharedRead, true);
  return undefined;
}

/// Of tuples, and from the end of a list, reading an element costs nothing more (see INDEX in the interpreter).
function element(chip: Chip, list: number, index: number, cycles: number, ofTuple = false): Access | undefined {
  const { words } = chip;
  if (words[list + 1] === TUPLE_TAG && !ofTuple) return undefined;
  const data = sharedData(chip, list);
  const at = words[index] as number;
  if (data === undefined || words[index + 1] !== INT || at < 0 || at >= listLength(chip, words[list] as number)) {
    return undefined;
  }
  return { word: (data >> 2) + at, elements: 1, cycles };
}

/// The list in shared memory that any other instruction is given: it may go through its elements.
function listRead(chip: Chip, instruction: Instruction): { word: number; length: number } | undefined {
  const { words } = chip;
  const { core, op, operands } = instruction;
  if (op === INDEX || op === SETINDEX || op === NEXT) return undefined;
  const call = nativeCall(chip, instruction);
  // What the others cost is not only what they read.
  if (call !== undefined && nativeByNumber(call.number)?.group !== "local") return undefined;
  const slot = slotsOf(chip, instruction).find((one) => sharedData(chip, one) !== undefined);
  const data = slot === undefined ? undefined : sharedData(chip, slot);
  if (slot === undefined || data === undefined) return undefined;
  const length = listLength(chip, words[slot] as number);
  if (op !== SLICE) return { word: data >> 2, length };
  // A list that does not fit on the core has to be fetched part by part, as often as it is needed.
  if (length * WORD_BYTES > core.heap.to - core.heap.from) return undefined;
  const w = operands[2] ?? 0;
  const from = words[w + 1] === INT ? (words[w] as number) : 0;
  return { word: (data >> 2) + Math.max(0, Math.min(length, from < 0 ? from + length : from)), length };
}

/// Where the elements of the list or tuple in a slot lie, if that is shared memory.
function sharedData(chip: Chip, slot: number): number | undefined {
  const { words } = chip;
  const tag = words[slot + 1];
  if (tag !== LIST_TAG && tag !== TUPLE_TAG) return undefined;
  const data = words[((words[slot] as number) >> 2) + LIST_DATA] as number;
  return data >= chip.beyondCores ? data : undefined;
}
