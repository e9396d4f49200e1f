import type { CostClass } from "../../bytecode/isa.ts";

// What things cost, in cycles: the one table that says so, with a column for each kind of core.
//
//   device   an Epiphany core, at the chip's clock; the rows were measured at 600 MHz
//   host     a virtual core: an ARM Cortex-A9 at 667 MHz, which interprets with 0.407 of a device core's cycles
//
// Source of a row where none is named: measured on the original's own interpreter and scaled to the paper's Table I.

export interface Row {
  readonly device: number;
  readonly host: number;
}

const HOST_FACTOR = 0.407;
/// Of the host's ARM cores, in Hz.
export const HOST_FREQUENCY = 667e6;

/// Work of the interpreter.
function interpreting(cycles: number): Row {
  return { device: cycles, host: cycles * HOST_FACTOR };
}

/// What the chip's mesh and its slow way to shared memory cost. The host has neither.
function onChip(cycles: number): Row {
  return { device: cycles, host: 0 };
}

// The original finds a name by a linear search, 25 cycles a symbol that stands before it, 22 where it makes one. How many
// there are depends on where the original puts its names: a flat ten are taken.
const SYMBOLS = 10;
const LOOKUP = 25 * SYMBOLS;
const NEW_SYMBOL = 22 * SYMBOLS;

export const table = {
  constant: interpreting(380),
  variable: interpreting(720 + LOOKUP),
  /// Reading a list's element: finding the list included, the index apart.
  readElement: interpreting(1360 + LOOKUP),
  /// `+ − ×`, comparison and the like.
  arithmetic: interpreting(655),
  /// Each int that becomes a real.
  conversion: interpreting(135),
  /// Of ints, the remainder too.
  division: interpreting(800),
  /// What a division of reals costs above one of ints: it is done in software.
  realDivision: interpreting(1500 - 800),
  assign: interpreting(920 + LOOKUP),
  assignElement: interpreting(1560 + LOOKUP),
  /// The test of an if or a while.
  test: interpreting(630),
  jump: interpreting(190),
  /// A call and its return.
  call: interpreting(870 + NEW_SYMBOL),
  argument: interpreting(400 + LOOKUP + NEW_SYMBOL),
  native: interpreting(930),
  /// An element or a character that a native or a slice reads or writes: an element read whose list has been found.
  element: interpreting(1360),
  /// What the monitor does for a core: a function of mathematics, a line of output …
  math: interpreting(15_000),
  print: interpreting(7_500),
  /// … and for how long nobody else: the last of 16 that ask at once has its answer after 43,000.
  mathTurn: onChip((43_000 - 15_000) / 15),
  printTurn: onChip((43_000 - 7_500) / 15),
  /// A hop of the mesh (datasheet).
  hop: onChip(1.5),
  /// A byte read from shared memory (fitted to Table I: 334 bytes an element of listing 5) …
  sharedRead: onChip(850),
  /// … of which all cores together get one in so many cycles (estimate).
  sharedReadOfAll: onChip(36),
  /// A write to shared memory (measured by others) …
  sharedWrite: onChip(1),
  /// … of which all cores together make 150 MB/s, at 600 MHz a byte in four cycles.
  sharedWriteOfAll: onChip(4),
} satisfies Readonly<Record<string, Row>>;

export type CostName = keyof typeof table;

// Messages cost the same on either kind of core.

export const SEND_RECV = 20_000;
export const SYNC = 44_000;
const EXCHANGE_NEIGHBOUR = 23_000;
const EXCHANGE_ACROSS = 26_000;
const ACROSS_HOPS = 6;

/// A swap of values between two cores so many hops apart.
export function exchangeCost(hops: number): number {
  const further = Math.max(0, hops - 1);
  return EXCHANGE_NEIGHBOUR + (further / (ACROSS_HOPS - 1)) * (EXCHANGE_ACROSS - EXCHANGE_NEIGHBOUR);
}

type Points = readonly (readonly [cores: number, cycles: number])[];

const REDUCE: Points = [
  [1, 0],
  [2, 29_000],
  [4, 58_000],
  [8, 100_000],
  [16, 185_000],
];
const BCAST: Points = [
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
function between(points: Points, x: number): number {
  let upper = 1;
  while (upper < points.length - 1 && (points[upper] as readonly [number, number])[0] < x) upper++;
  const [x0, y0] = points[upper - 1] as readonly [number, number];
  const [x1, y1] = points[upper] as readonly [number, number];
  return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
}

/// A busy cycle of a device core, in joule; a waiting one takes none (9.1 GFLOPS at 15.3 GFLOPS/W).
export const ENERGY = 62e-12;

/// What an instruction stands for, its operands apart.
export const instructionTokens: Readonly<Record<CostClass, readonly CostName[]>> = {
  none: [],
  move: [],
  arithmetic: ["arithmetic"],
  division: ["division"],
  test: ["test"],
  compareTest: ["arithmetic", "test"],
  jump: ["jump"],
  readElement: ["readElement"],
  writeElement: ["assignElement"],
  display: ["native"],
  call: ["call"],
  native: ["native"],
  iterate: ["test", "jump"],
};

interface Bytes {
  readonly code: number;
  readonly stack: number;
}

/// What the original reads for a token, in bytes: of its byte code (the paper, III-A: commands and operators one, names
/// two, constants four, jumps two; a command has three more, as is fitted) and of its stack. For an element of listing 5
/// this makes the 196 and about 72 that were measured there.
export const tokenBytes: Readonly<Partial<Record<CostName, Bytes>>> = {
  constant: { code: 5, stack: 0 },
  variable: { code: 3, stack: 3 },
  readElement: { code: 4, stack: 3 },
  arithmetic: { code: 1, stack: 0 },
  division: { code: 1, stack: 0 },
  assign: { code: 6, stack: 0 },
  assignElement: { code: 7, stack: 3 },
  test: { code: 6, stack: 0 },
  jump: { code: 6, stack: 0 },
  call: { code: 7, stack: 0 },
  argument: { code: 0, stack: 3 },
  native: { code: 7, stack: 0 },
};

/// Bytes of the heap that reading an element takes, the list's header included: 66 in listing 5's six reads.
export const ELEMENT_BYTES = 11;
/// Bytes of one element.
export const WORD_BYTES = 4;
