import type { CostClass } from "../../bytecode/isa.ts";
import type { Native } from "../../bytecode/natives.ts";

// What things cost, in cycles of a device core at 600 MHz: the one place that says so.
// Source of all but where noted: the design's table, measured on the original's own interpreter and scaled to the
// paper's Table I. The original looks names up in a linear list, 25 cycles a step; a flat ten steps are taken.

const LOOKUP = 25 * 10;
const CONSTANT = 380;
const READ_VARIABLE = 720 + LOOKUP;
const READ_ELEMENT = 1360 + LOOKUP;
const ARITHMETIC = 655;
const DIVISION = 800;
const ASSIGN = 920 + LOOKUP;
const ASSIGN_ELEMENT = 1560 + LOOKUP;
const TEST = 630;
const JUMP = 190;
const CALL = 870;
const ARGUMENT = 400 + LOOKUP;
const NATIVE = 930;

/// For each int that becomes a real in mixed arithmetic.
export const CONVERSION = 135;
/// What a division of reals costs above one of ints: it is done in software.
export const REAL_DIVISION = 1500 - DIVISION;
// A virtual core's interpretation costs, as a part of a device core's.
const HOST_FACTOR = 0.407;

/// What takes a device core so many cycles takes a virtual one. To 1/1024 of a cycle, so that sums and differences of
/// clocks are exact and do not depend on how often a core waited.
export function hostCycles(cycles: number): number {
  return Math.round(cycles * HOST_FACTOR * 1024) / 1024;
}

/// One hop of the mesh (datasheet).
export const HOP = 1.5;
export const SEND_RECV = 20_000;
export const SYNC = 44_000;
const EXCHANGE_NEIGHBOUR = 23_000;
const EXCHANGE_ACROSS = 26_000;
const ACROSS_HOPS = 6;
const MATH = 15_000;
const PRINT = 7_500;

/// What an instruction itself costs, its operands apart.
export const instructionCost: Readonly<Record<CostClass, number>> = {
  none: 0,
  move: 0,
  arithmetic: ARITHMETIC,
  division: DIVISION,
  test: TEST,
  compareTest: ARITHMETIC + TEST,
  jump: JUMP,
  readElement: READ_ELEMENT,
  writeElement: ASSIGN_ELEMENT,
  display: NATIVE,
  call: CALL,
  native: NATIVE,
  iterate: TEST + JUMP,
};

export const operandCost = { constant: CONSTANT, variable: READ_VARIABLE, assign: ASSIGN, argument: ARGUMENT } as const;

/// What a native costs besides being called; messages and collectives are charged where they complete.
export function nativeCost(native: Native): number {
  if (native.group === "math") return MATH;
  if (native.group === "monitor") return PRINT;
  return 0;
}

/// A swap of values between two cores so many hops apart.
export function exchangeCost(hops: number): number {
  const further = Math.max(0, hops - 1);
  return EXCHANGE_NEIGHBOUR + (further / (ACROSS_HOPS - 1)) * (EXCHANGE_ACROSS - EXCHANGE_NEIGHBOUR);
}

const REDUCE: readonly (readonly [number, number])[] = [
  [1, 0],
  [2, 29_000],
  [4, 58_000],
  [8, 100_000],
  [16, 185_000],
];
const BCAST: readonly (readonly [number, number])[] = [
  [1, 0],
  [2, 16_000],
  [4, 30_000],
  [8, 56_000],
  [16, 111_000],
];

/// A reduction over so many cores.
export function reduceCost(cores: number): number {
  return between(REDUCE, cores);
}

/// A broadcast to so many cores.
export function bcastCost(cores: number): number {
  return between(BCAST, cores);
}

/// On straight lines through the measured points, and on along the last of them.
function between(points: readonly (readonly [number, number])[], x: number): number {
  let upper = 1;
  while (upper < points.length - 1 && (points[upper] as readonly [number, number])[0] < x) upper++;
  const [x0, y0] = points[upper - 1] as readonly [number, number];
  const [x1, y1] = points[upper] as readonly [number, number];
  return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
}

// The host link (design table: an estimate, from the floors of the board's own test): cycles at 600 MHz.
const LINK_START = 3_000;
const LINK_TO_DEVICE = 600 / 30; // a byte at 30 MB/s
const LINK_FROM_DEVICE = 600 / 4; // a byte at 4 MB/s

/// A copy of so many bytes from the host to a core of the chip.
export function copyToDevice(bytes: number): number {
  return LINK_START + bytes * LINK_TO_DEVICE;
}

/// A copy of so many bytes from a core of the chip to the host.
export function copyFromDevice(bytes: number): number {
  return LINK_START + bytes * LINK_FROM_DEVICE;
}
