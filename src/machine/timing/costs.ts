import type { CostClass } from "../../bytecode/isa.ts";
import { EXP, MATH_POW, POWER } from "../../bytecode/natives.ts";

// What things cost, in cycles: the one table that says so, with a column for each kind of core.
//
//   device   an Epiphany core, at the chip's clock; the rows were measured at 600 MHz
//   host     a virtual core: an ARM Cortex-A9 at 667 MHz, which interprets in 0.407 of a device core's time; in cycles of
//            that core's 600 MHz
//
// Source of a row where none is named: measured on the original's own interpreter and scaled to the paper's Table I.

export interface Row {
  readonly device: number;
  readonly host: number;
}

const HOST_FACTOR = 0.407;
/// At which the rows count cycles, in Hz.
export const FREQUENCY = 600e6;

/// Work of the interpreter.
function interpreting(cycles: number): Row {
  return { device: cycles, host: cycles * HOST_FACTOR };
}

/// What the chip's mesh and its slow way to shared memory cost. The host has neither.
function onChip(cycles: number): Row {
  return { device: cycles, host: 0 };
}

// The original's runtime copies byte by byte, four for an element of a list: an estimate of a byte's load, store and count.
const BYTE = 10;

export const table = {
  constant: interpreting(380),
  /// The search for its name apart, here and below.
  variable: interpreting(720),
  /// Reading a list's element, the index apart.
  readElement: interpreting(1360),
  /// A name is found by a linear search: each symbol that stands before it (symbols.ts) …
  lookUp: interpreting(25),
  /// … and each symbol of the whole table where a call makes one, or clears the table behind it.
  sweep: interpreting(22),
  /// `+ − ×`, a power, a comparison and the like.
  arithmetic: interpreting(655),
  /// Each of the n − 1 multiplications of a power (estimate).
  multiplication: interpreting(20),
  /// Each int that becomes a real.
  conversion: interpreting(135),
  /// Of ints, the remainder too.
  division: interpreting(800),
  /// What a division of reals costs above one of ints: it is done in software.
  realDivision: interpreting(1500 - 800),
  assign: interpreting(920),
  assignElement: interpreting(1560),
  /// The test of an if or a while.
  test: interpreting(630),
  jump: interpreting(190),
  /// A call and its return.
  call: interpreting(870),
  argument: interpreting(400),
  native: interpreting(930),
  /// An attribute of an object, which the original does not have: as an element of a list (ours).
  attribute: interpreting(1_360),
  /// An element that a native or a slice reads or writes (estimate) …
  element: interpreting(4 * BYTE),
  /// … and a character.
  character: interpreting(BYTE),
  /// An element of `[v] * n`: the original reads v again for each, and a constant is what it mostly is.
  repeated: interpreting(380),
  /// Finding a key of a dictionary by its hash (ours, an estimate: the original has no dictionaries).
  hash: interpreting(12 * BYTE),
  /// What the monitor does for a core: a function of mathematics, a line of output …
  math: interpreting(15_000),
  print: interpreting(7_500),
  /// … and how long the monitor serves no other core: the last of 16 that ask at once has its answer after 43,000 (one of two readings of that).
  mathTurn: onChip((43_000 - 15_000) / 15),
  printTurn: onChip((43_000 - 7_500) / 15),
  /// A hop of the mesh (datasheet).
  hop: onChip(1.5),
  /// A byte read from shared memory (fitted to Table I) …
  sharedRead: onChip(850),
  /// … of which all cores together get one in this many cycles (estimate).
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

/// A swap of values between two cores that are `hops` hops apart.
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

/// A reduction over `cores` cores.
export function reduceCost(cores: number): number {
  return between(REDUCE, cores);
}

/// A broadcast to `cores` cores.
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

// The host link (an estimate, from the floors of the board's own test): cycles at 600 MHz.
const LINK_START = 3_000;
const LINK_TO_DEVICE = 600 / 30; // a byte at 30 MB/s
const LINK_FROM_DEVICE = 600 / 4; // a byte at 4 MB/s

/// A copy of `bytes` bytes from the host to a core of the chip.
export function copyToDevice(bytes: number): number {
  return LINK_START + bytes * LINK_TO_DEVICE;
}

/// A copy of `bytes` bytes from a core of the chip to the host.
export function copyFromDevice(bytes: number): number {
  return LINK_START + bytes * LINK_FROM_DEVICE;
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
  attribute: ["attribute"],
  object: ["native"],
};

/// Functions of the original's own modules that are natives here: what it evaluates in their bodies, each `variable` being
/// the next parameter. pow(a, b) is `a ^ b`; exp(x) is `e() ^ x`, and e() gives a constant.
export const bodies: ReadonlyMap<number, readonly CostName[]> = new Map([
  [MATH_POW.number, ["variable", "variable", "arithmetic"]],
  [POWER.number, ["variable", "variable", "arithmetic"]],
  [EXP.number, ["call", "constant", "variable", "arithmetic"]],
]);

interface Bytes {
  readonly code: number;
  readonly stack: number;
}

/// What the original reads for a token, in bytes: of its byte code (the paper, III-A: commands and operators one, names
/// two, constants four, jumps two; an index has a byte for its dimensions, a call the number of its arguments twice) and of its
/// stack, where a variable's value lies. For an element of listing 5 this makes 194 and 72, where 196 and 72 were measured.
export const tokenBytes: Readonly<Partial<Record<CostName, Bytes>>> = {
  constant: { code: 5, stack: 0 },
  variable: { code: 3, stack: 4 },
  readElement: { code: 4, stack: 0 },
  arithmetic: { code: 1, stack: 0 },
  division: { code: 1, stack: 0 },
  assign: { code: 3, stack: 0 },
  assignElement: { code: 4, stack: 0 },
  test: { code: 3, stack: 0 },
  jump: { code: 3, stack: 0 },
  // With the return.
  call: { code: 8, stack: 0 },
  argument: { code: 4, stack: 0 },
  native: { code: 5, stack: 0 },
};

/// Bytes of the heap that are read for an element: its own four, five of the list's header and one of it again. An element
/// that is assigned reads six of these. Listing 5 has six reads and one assignment: 66 bytes, as were measured.
export const READ_BYTES = 10;
export const ASSIGN_READ_BYTES = 6;
/// Bytes of one element.
export const WORD_BYTES = 4;
