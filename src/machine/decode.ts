import { attributeName, type FunctionRow, type Image } from "../bytecode/image.ts";
import { SHAPE_OWN_DEFAULTS, SHAPE_STAR, SHAPE_STAR_STAR, type ShapeRow } from "../bytecode/image-parts.ts";
import { NATIVE } from "../bytecode/isa.ts";
import { type Read, readInstruction } from "../bytecode/reader.ts";
import { NONE, STRING } from "../bytecode/values.ts";
import { type ClassTable, classTable } from "./class-table.ts";
import { bodies, type CostName, instructionTokens, tokenBytes } from "./timing/costs.ts";
import { SymbolTable } from "./timing/symbols.ts";
import type { Costs, Timing } from "./timing/timing.ts";

// A decoded form of the code, for speed; the bytes in the core stay the truth. An instruction is its opcode and then its
// operands, a word each. A frame slot k becomes 2k, words from the frame pointer; a module slot m becomes ~2m, so that its
// address is `operand >= 0 ? fp + operand : gp + ~operand`. A jump becomes the index of its target.

export interface DecodedFunction {
  /// Index of its first instruction.
  readonly entry: number;
  readonly parameters: number;
  readonly required: number;
  /// Words of its variables' slots, which are the first ones.
  readonly locals: number;
  /// Words of its slots.
  readonly words: number;
  /// How many parameters can be given by position, …
  readonly positional: number;
  /// … how many only so, …
  readonly positionalOnly: number;
  /// … how many of all take one argument, …
  readonly named: number;
  /// … and whether others take all further arguments, or all further named ones.
  readonly star: boolean;
  readonly starStar: boolean;
  /// Whether it takes its arguments by position only, one for each parameter.
  readonly isPlain: boolean;
  /// Names of the parameters, where some call gives them.
  readonly names: readonly string[];
  /// How many cells of variables of functions around it its value has, …
  readonly cells: number;
  /// … and whether that holds its defaults behind them.
  readonly ownDefaults: boolean;
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
  /// What the quickest calls ask of functions: a row of CALL_ROW words each.
  readonly calls: Int32Array;
  readonly classes: ClassTable;
}

export const CALL_ROW = 4;
/// Parts of a row of calls: the index of the first instruction and the words of the slots …
export const CALL_ENTRY = 0;
export const CALL_WORDS = 1;
/// … the number of parameters, −1 if it takes arguments in other ways than by position, one for each …
export const CALL_ARITY = 2;
/// … and how many cells its value has, −1 if that holds defaults too.
export const CALL_CELLS = 3;

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
  const functionReads = readAll(image);
  const symbols = new SymbolTable(image, functionReads);
  const reads = functionReads.flatMap((of, fn) => of.map((read) => ({ read, fn })));
  let length = 0;
  const indexOf = new Int32Array(image.code.length + 1).fill(-1);
  for (const { read } of reads) {
    indexOf[read.pc] = length;
    length += 1 + read.operands.length;
  }
  const classes = classTable(
    image,
    reads.map(({ read }) => read),
  );
  const ops = new Int32Array(length);
  const cost = new Float64Array(length);
  const sharedStackCost = new Float64Array(length);
  const hostCost = new Float64Array(length);
  const pcOf = new Int32Array(length).fill(-1);
  for (const { read, fn } of reads) {
    const at = indexOf[read.pc] as number;
    ops[at] = read.row.number;
    pcOf[at] = read.pc;
    const tokens = tokensOf(image, symbols, fn, read);
    const base = timing.model === "instructions" ? 1 : 0;
    const { sharedRead } = timing.device;
    cost[at] = base + sumOf(tokens, symbols.size, timing.device) + (codeShared ? tokens.codeBytes * sharedRead : 0);
    sharedStackCost[at] = (cost[at] as number) + tokens.stackBytes * sharedRead;
    hostCost[at] = base + sumOf(tokens, symbols.size, timing.host);
    for (let k = 0; k < read.operands.length; k++) {
      const value = read.operands[k] as number;
      const letter = read.row.operands[k];
      ops[at + 1 + k] =
        letter === "j"
          ? (indexOf[value] as number)
          : letter === "a"
            ? (classes.ids.get(attributeName(image, value) as string) as number)
            : letter === "c" || letter === "f" || letter === "n" || letter === "k"
              ? value
              : slot(value);
    }
  }
  const shapes = new Map(image.shapes?.map((shape) => [shape.function, shape]));
  const functions = image.functions.map((row, number) => ({
    entry: indexOf[row.entry] as number,
    parameters: row.parameters,
    required: row.required,
    locals: row.locals * 2,
    words: row.frame * 2,
    ...shapeOf(row, shapes.get(number)),
    defaults: row.defaults.map((module) => slot(-1 - module)),
  }));
  const calls = Int32Array.from(
    functions.flatMap(({ entry, words, parameters, isPlain, cells, ownDefaults }) => [
      entry,
      words,
      isPlain ? parameters : -1,
      ownDefaults ? -1 : cells,
    ]),
  );
  return { ops, cost, sharedStackCost, hostCost, pcOf, indexOf, functions, calls, classes };
}

function shapeOf({ parameters }: FunctionRow, shape: ShapeRow | undefined) {
  const flags = shape?.flags ?? 0;
  const star = (flags & SHAPE_STAR) !== 0;
  const starStar = (flags & SHAPE_STAR_STAR) !== 0;
  const named = parameters - (star ? 1 : 0) - (starStar ? 1 : 0);
  const keywordOnly = shape?.keywordOnly ?? 0;
  return {
    positional: named - keywordOnly,
    positionalOnly: shape?.positionalOnly ?? 0,
    named,
    star,
    starStar,
    isPlain: !star && !starStar && keywordOnly === 0,
    names: shape?.names ?? [],
    cells: shape?.cells ?? 0,
    ownDefaults: (flags & SHAPE_OWN_DEFAULTS) !== 0,
  };
}

function slot(operand: number): number {
  return operand >= 0 ? operand * 2 : ~((-1 - operand) * 2);
}

/// The instructions of each function.
function readAll(image: Image): Read[][] {
  return image.functions.map((row, i) => {
    const reads: Read[] = [];
    const end = image.functions[i + 1]?.entry ?? image.code.length;
    for (let pc = row.entry; pc < end; ) {
      const read = readInstruction(image.code, pc);
      if (typeof read === "string") throw new Error(`internal error: decoding unverified code: ${read}`);
      reads.push(read);
      pc += read.size;
    }
    return reads;
  });
}

/// What an instruction stands for in the original's byte code.
class Tokens {
  codeBytes = 0;
  stackBytes = 0;
  readonly names: CostName[] = [];
  /// Symbols that searches for names pass.
  passed = 0;
  /// How often the whole table is gone through.
  sweeps = 0;

  add(name: CostName, passed = 0): void {
    this.names.push(name);
    this.passed += passed;
    this.codeBytes += tokenBytes[name]?.code ?? 0;
    this.stackBytes += tokenBytes[name]?.stack ?? 0;
    if (name === "call" || name === "argument") this.sweeps++;
  }
}

function sumOf({ names, passed, sweeps }: Tokens, symbols: number, costs: Costs): number {
  return names.reduce((sum, name) => sum + costs[name], passed * costs.lookUp + sweeps * symbols * costs.sweep);
}

// The tokens that an instruction stands for: itself, the constants and variables it reads, the variable it assigns.
function tokensOf(image: Image, symbols: SymbolTable, fn: number, read: Read): Tokens {
  const tokens = new Tokens();
  // A variable that is passed to a function is not read: the call looks for it.
  if (symbols.isNaming(read)) return tokens;
  const { cost, operands, flow } = read.row;
  const passed = symbols.passed(read);
  const body = read.row.number === NATIVE ? bodies.get(read.operands[1] as number) : undefined;
  for (const name of body === undefined ? instructionTokens[cost] : (["call"] as const)) tokens.add(name);
  for (let k = 0; k < operands.length; k++) {
    const value = read.operands[k] as number;
    if (operands[k] === "d" && symbols.isVariable(fn, value)) tokens.add("assign", symbols.before(fn, value));
    if (operands[k] === "s") {
      // Reading or writing an element looks the list up as a part of its own cost.
      const looksUp = (cost === "readElement" && k === 1) || (cost === "writeElement" && k === 0);
      if (!symbols.isVariable(fn, value)) {
        if (value < 0) addConstant(tokens, image, value);
      } else if (looksUp) tokens.passed += symbols.before(fn, value);
      else tokens.add("variable", symbols.before(fn, value));
    }
    // A loop's test stands at its end here; in the original at its start, and the end jumps there.
    if (operands[k] === "j" && flow === "branch" && cost !== "iterate" && value < read.pc) tokens.add("jump");
  }
  for (const { isVariable, before } of passed ?? []) {
    // What is no variable is made one first.
    if (!isVariable) tokens.add("assign", before);
    tokens.add("argument", before);
  }
  let parameter = 0;
  for (const name of body ?? []) {
    tokens.add(name, name === "variable" ? symbols.beforeParameter(read, parameter++) : 0);
  }
  return tokens;
}

function addConstant(tokens: Tokens, image: Image, operand: number): void {
  tokens.add("constant");
  const constant = image.constants[-1 - operand - image.globals];
  // A text is read up to its end; None is its command alone.
  if (constant?.tag === STRING) tokens.codeBytes += constant.value.length - 3;
  if (constant?.tag === NONE) tokens.codeBytes -= 4;
}
