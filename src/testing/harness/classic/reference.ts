import type { Block, Definition, Expression, Program, Statement } from "./tree.ts";

// What a program of classic ePython prints, by the facts about the original and nothing of the compiler and the machine: a
// walk over the tree, with variables in cells that are handed over by reference. One file, so that it can be read against the facts
// from top to bottom.

/// The end of a program that reads a variable without a value.
class Unset extends Error {}

type Value =
  | { readonly type: "int" | "real"; readonly value: number }
  | { readonly type: "truth"; readonly value: boolean }
  | { readonly type: "text"; readonly value: string }
  | { readonly type: "none" }
  /// What `and` and `or` give beside conditions.
  | { readonly type: "nothing" }
  | { readonly type: "function"; readonly definition: Definition }
  | List;

type Plain = "int" | "real" | "truth";

/// Memory of a length and one type: of numbers the bits, of texts themselves.
interface List {
  readonly type: "list";
  elements: Plain | "text";
  readonly bits: number[];
  readonly texts: string[];
  readonly lengths: readonly number[];
}

interface Cell {
  value: Value | undefined;
}

type Variables = Map<string, Cell>;

const int = (value: number): Value => ({ type: "int", value: value | 0 });
const real = (value: number): Value => ({ type: "real", value: Math.fround(value) });
const truth = (value: boolean): Value => ({ type: "truth", value });
const text = (value: string): Value => ({ type: "text", value });

// biome-ignore lint/suspicious/noApproximativeNumericConstant: the original has no more digits
const PI = real(3.141592);
// biome-ignore lint/suspicious/noApproximativeNumericConstant: the original has no more digits
const E = real(2.718281);

/// From the weakest to the strongest; each from left to right.
const LEVELS: readonly (readonly string[])[] = [
  ["or"],
  ["and"],
  ["==", "!=", "<>", "is"],
  ["<", ">", "<=", ">="],
  ["+", "-"],
  ["*", "/", "//", "%", "^", "**"],
];

/// What a core's program printed, and whether it failed at a variable without a value.
export interface Outcome {
  readonly lines: readonly string[];
  readonly isUnset: boolean;
}

/// What each of two cores prints.
export function outcomes(program: Program): readonly [Outcome, Outcome] {
  const messages: Value[] = [];
  return [run(program, 0, messages), run(program, 1, messages)];
}

function run(program: Program, core: number, messages: Value[]): Outcome {
  const machine = new Machine(program, core, messages);
  let isUnset = false;
  try {
    machine.start();
    machine.main(program.body);
  } catch (error) {
    if (!(error instanceof Unset)) throw error;
    isUnset = true;
  }
  return { lines: machine.lines, isUnset };
}

/// A `return`, on its way out of a function.
class Returned {
  readonly value: Value;
  constructor(value: Value) {
    this.value = value;
  }
}

const view = new DataView(new ArrayBuffer(4));

function bitsOf(value: Value): number {
  if (value.type === "real") {
    view.setFloat32(0, value.value);
    return view.getInt32(0);
  }
  if (value.type === "int") return value.value;
  if (value.type === "truth") return value.value ? 1 : 0;
  throw new Error(`${value.type} has no bits`);
}

function decoded(bits: number, type: Plain): Value {
  if (type === "int") return int(bits);
  if (type === "truth") return truth(bits !== 0);
  view.setInt32(0, bits);
  return real(view.getFloat32(0));
}

function listOf(values: readonly Value[]): List {
  const last = values.at(-1)?.type ?? "int";
  if (last === "text") {
    return { type: "list", elements: "text", bits: [], texts: values.map(shown), lengths: [] };
  }
  return { type: "list", elements: last as Plain, bits: values.map(bitsOf), texts: [], lengths: [] };
}

function lengthOf(value: Value): number {
  return value.type !== "list" ? 0 : value.elements === "text" ? value.texts.length : value.bits.length;
}

/// What lies behind the end of a list is 0.
function read(list: List, at: number): Value {
  return list.elements === "text" ? text(list.texts[at] as string) : decoded(list.bits[at] ?? 0, list.elements);
}

function put(list: List, at: number, value: Value): void {
  if (value.type === "text") {
    list.texts[at] = value.value;
    return;
  }
  while (list.bits.length < at) list.bits.push(0);
  list.bits[at] = bitsOf(value);
  list.elements = value.type as Plain;
}

/// A value as it is printed, and as it is joined to text.
function shown(value: Value): string {
  switch (value.type) {
    case "real":
      return Number.isFinite(value.value)
        ? decimals(value.value)
        : String(value.value).toLowerCase().replace("infinity", "inf");
    case "none":
      return "NONE";
    case "int":
    case "truth":
      return String(value.value);
    case "text":
      return value.value;
    default:
      throw new Error(`${value.type} is not shown`);
  }
}

function decimals(value: number): string {
  const digits = Math.abs(value) < 1e21 ? Math.abs(value).toFixed(6) : `${BigInt(Math.abs(value))}.000000`;
  return value < 0 || Object.is(value, -0) ? `-${digits}` : digits;
}

function power(base: Value, exponent: Value): Value {
  if (base.type === "int" && exponent.type === "int") {
    let result = exponent.value === 0 ? 1 : base.value;
    for (let k = 1; k < exponent.value; k++) result = Math.imul(result, base.value);
    return int(result);
  }
  const x = Math.fround(number(base));
  if (exponent.type === "real") return real(0);
  let result = number(exponent) === 0 ? 1 : x;
  for (let k = 1; k < number(exponent); k++) result = Math.fround(result * x);
  return real(result);
}

function number(value: Value): number {
  if (value.type === "int" || value.type === "real") return value.value;
  throw new Error(`${value.type} is no number`);
}

function operate(operator: string, left: Value, right: Value): Value {
  if (left.type === "text" || right.type === "text") return text(shown(left) + shown(right));
  if (operator === "^" || operator === "**") return power(left, right);
  const x = Math.fround(number(left));
  const y = Math.fround(number(right));
  if (operator === "//") return real(x / y);
  if (left.type === "int" && right.type === "int") {
    const [a, b] = [left.value, right.value];
    switch (operator) {
      case "+":
        return int(a + b);
      case "-":
        return int(a - b);
      case "*":
        return int(Math.imul(a, b));
      case "/":
        return int(Math.trunc(a / b));
      default:
        return int(a % b);
    }
  }
  switch (operator) {
    case "+":
      return real(x + y);
    case "-":
      return real(x - y);
    case "*":
      return real(x * y);
    case "/":
      return real(x / y);
    default:
      return real(0);
  }
}

function compare(operator: string, left: Value, right: Value): boolean {
  if (operator === "is") return left.type === "none" && right.type === "none";
  if (left.type === "text" && right.type === "text") return (left.value === right.value) === (operator === "==");
  const x = number(left);
  const y = number(right);
  switch (operator) {
    case "==":
      return x === y;
    case "<":
      return x < y;
    case ">":
      return x > y;
    case "<=":
      return x <= y;
    case ">=":
      return x >= y;
    default:
      return x !== y;
  }
}

class Machine {
  readonly lines: string[] = [];
  private readonly definitions: ReadonlyMap<string, Definition>;
  private readonly core: number;
  private readonly messages: Value[];
  private readonly global: Variables = new Map();
  /// The variables of the function that is running, if one is.
  private local: Variables | undefined;

  constructor({ definitions }: Program, core: number, messages: Value[]) {
    this.definitions = new Map(definitions.map((one) => [one.name, one]));
    this.core = core;
    this.messages = messages;
  }

  /// What every program begins with.
  start(): void {
    const set = (name: string, value: Value): void => void this.global.set(name, { value });
    [7, -3, 0].forEach((value, k) => {
      set(`i${k}`, int(value));
    });
    set("r0", real(0.5));
    set("r1", real(-2.25));
    set("s0", text("abc"));
    set("s1", text(""));
    set("b0", truth(true));
    set("b1", truth(false));
    set("a0", listOf([1, 2, 3].map(int)));
    set("a1", listOf([4, 4, 4].map(int)));
    set("q0", listOf([0.5, 1.5, -2.5].map(real)));
    set("t0", listOf(["x", "y", "z"].map(text)));
    set("x0", listOf([1, 2, 3].map(int)));
    const squares = listOf([0, 1, 4, 9, 16, 25].map(int));
    set("m0", { ...squares, lengths: [2, 3] });
  }

  main(body: Block): void {
    this.block(body);
    for (const name of ["i0", "i1", "i2", "r0", "r1", "s0", "s1", "b0", "b1"]) this.print(this.variable(name));
    for (const name of ["a0", "a1", "q0", "t0", "x0", "m0"]) {
      const list = this.variable(name) as List;
      for (let k = 0; k < lengthOf(list); k++) this.print(read(list, k));
      this.print(int(lengthOf(list)));
    }
  }

  private print(value: Value): void {
    if (value.type !== "nothing") this.lines.push(shown(value));
  }

  private cell(name: string): Cell {
    const known = this.local?.get(name) ?? this.global.get(name);
    if (known !== undefined) return known;
    const made: Cell = { value: undefined };
    (this.local ?? this.global).set(name, made);
    return made;
  }

  private variable(name: string): Value {
    const definition = this.definitions.get(name);
    if (definition !== undefined) return { type: "function", definition };
    const { value } = this.cell(name);
    if (value === undefined) throw new Unset();
    return value;
  }

  // ── Statements ───────────────────────────────────────────────────────────

  private block(statements: Block): Returned | undefined {
    for (const statement of statements) {
      const returned = this.statement(statement);
      if (returned !== undefined) return returned;
    }
    return undefined;
  }

  private statement(statement: Statement): Returned | undefined {
    switch (statement.kind) {
      case "assign":
        this.assign(statement);
        return undefined;
      case "print":
        this.print(this.value(statement.value));
        return undefined;
      case "call":
        this.value(statement.call);
        return undefined;
      case "return":
        return new Returned(statement.value === undefined ? { type: "none" } : this.value(statement.value));
      case "pair":
        return this.statement(statement.first) ?? this.statement(statement.second);
      case "if": {
        const taken = statement.branches.find(({ test }) => this.holds(test));
        return this.block(taken?.body ?? statement.otherwise ?? []);
      }
      case "while": {
        const counter = this.cell(statement.counter);
        counter.value = int(0);
        while (number(counter.value) < statement.limit) {
          counter.value = int(number(counter.value) + 1);
          const returned = this.block(statement.body);
          if (returned !== undefined) return returned;
        }
        return undefined;
      }
      case "for": {
        const list = this.value(statement.through) as List;
        for (let k = 0; k < lengthOf(list); k++) {
          this.cell(statement.name).value = read(list, k);
          const returned = this.block(statement.body);
          if (returned !== undefined) return returned;
        }
        return undefined;
      }
      case "message":
        this.message(statement);
        return undefined;
    }
  }

  private assign({ name, indices, operator, value }: Extract<Statement, { kind: "assign" }>): void {
    const operation = operator.slice(0, -1);
    if (indices.length === 0) {
      const before = operation === "" ? undefined : this.variable(name);
      const given = this.value(value);
      this.cell(name).value = before === undefined ? given : operate(operation, before, given);
      return;
    }
    const list = this.variable(name) as List;
    const at = this.place(list, indices);
    const before = operation === "" ? undefined : read(list, at);
    const given = this.value(value);
    put(list, at, before === undefined ? given : operate(operation, before, given));
  }

  /// Where some indices, of which the last may be left out, lead to.
  private place({ lengths }: List, indices: readonly Expression[]): number {
    const given = indices.map((index) => number(this.value(index)));
    if (lengths.length === 0) return given[0] as number;
    return lengths.reduce((at, length, k) => at * length + (given[k] ?? 0), 0);
  }

  private message({ name, isList, count }: Extract<Statement, { kind: "message" }>): void {
    if (this.core === 0) {
      const sent = this.variable(name);
      if (sent.type !== "list") this.messages.push(sent);
      else if (count === undefined) this.messages.push({ ...sent, bits: [...sent.bits], texts: [...sent.texts] });
      else for (let k = 0; k < count; k++) this.messages.push(read(sent, k));
      return;
    }
    const came = this.messages.splice(0, count ?? 1);
    const [first] = came;
    if (first === undefined) throw new Error("nothing was sent");
    const received = count === undefined ? first : listOf(came);
    if (received.type !== "list" || !isList) return this.print(received);
    for (let k = 0; k < lengthOf(received); k++) this.print(read(received, k));
  }

  // ── Conditions and values ────────────────────────────────────────────────

  private holds(e: Expression): boolean {
    if (e.kind === "not") return !this.holds(e.inner);
    if (e.kind === "row") {
      const split = weakest(e);
      if (split.operator === "and" || split.operator === "or") {
        const left = this.holds(split.left);
        const right = this.holds(split.right);
        return split.operator === "and" ? left && right : left || right;
      }
    }
    const value = this.value(e);
    if (value.type === "truth") return value.value;
    // Neither a variable that is a number counts as true nor an element.
    return (
      e.kind !== "variable" &&
      e.kind !== "element" &&
      (value.type === "int" || value.type === "real") &&
      value.value !== 0
    );
  }

  private value(e: Expression): Value {
    switch (e.kind) {
      case "int":
        return int(e.value);
      case "real":
        return real(Number(e.digits));
      case "text":
        return text(e.value);
      case "truth":
        return truth(e.value);
      case "none":
        return { type: "none" };
      case "variable":
        return this.variable(e.name);
      case "brackets":
        return this.value(e.inner);
      case "not":
        return truth(!this.holds(e.inner));
      case "row":
        return this.row(e);
      case "element": {
        const list = this.variable(e.name) as List;
        return read(list, this.place(list, e.indices));
      }
      case "list": {
        const times = e.times === undefined ? 1 : number(this.value(e.times));
        const items = e.items.map((item) => this.value(item));
        return listOf(Array.from({ length: times }, () => items).flat());
      }
      case "call":
        return this.call(e.name, e.args);
    }
  }

  private row(e: Extract<Expression, { kind: "row" }>): Value {
    const { operator, left, right } = weakest(e);
    if (operator === "and" || operator === "or") {
      this.holds(left);
      this.holds(right);
      return { type: "nothing" };
    }
    const first = this.value(left);
    const second = this.value(right);
    const isArithmetic = LEVELS.slice(4).some((level) => level.includes(operator));
    return isArithmetic ? operate(operator, first, second) : truth(compare(operator, first, second));
  }

  private call(name: string, args: readonly Expression[]): Value {
    const called = this.definitions.get(name) ?? this.local?.get(name)?.value ?? this.global.get(name)?.value;
    if (called === undefined)
      return this.module(
        name,
        args.map((argument) => this.value(argument)),
      );
    const definition = "type" in called ? (called.type === "function" ? called.definition : undefined) : called;
    if (definition === undefined) throw new Error(`${name} cannot be called`);
    // Values first, so that a variable has the value that it has when the function begins.
    const cells = args.map((argument) => (argument.kind === "variable" ? undefined : { value: this.value(argument) }));
    const given = args.map((argument, k) => cells[k] ?? this.given(argument as { readonly name: string }));
    const inner: Variables = new Map();
    definition.parameters.forEach(({ name: parameter, fallback }, k) => {
      inner.set(parameter, given[k] ?? { value: fallback === undefined ? undefined : this.value(fallback) });
    });
    const outer = this.local;
    this.local = inner;
    const returned = this.block(definition.body);
    this.local = outer;
    return returned?.value ?? { type: "none" };
  }

  /// What a plain variable gives a function: itself.
  private given({ name }: { readonly name: string }): Cell {
    const definition = this.definitions.get(name);
    if (definition !== undefined) return { value: { type: "function", definition } };
    return this.cell(name);
  }

  /// A function of ePython's modules.
  private module(name: string, args: readonly Value[]): Value {
    const [first = { type: "none" } as Value, second = { type: "none" } as Value] = args;
    switch (name) {
      case "len":
      case "size":
        return int(lengthOf(first));
      case "ndim":
        return int(first.type === "list" ? Math.max(1, first.lengths.length) : 0);
      case "nbytes":
        return int(lengthOf(first) * 4);
      case "coreid":
        return int(this.core);
      case "numcores":
        return int(2);
      case "pow":
        return power(first, second);
      case "exp":
        return power(E, first);
      case "pi":
        return PI;
      case "e":
        return E;
      case "floor":
        return real(Math.floor(number(first)));
      case "ceil":
        return real(Math.ceil(number(first)));
      case "sqrt":
        return real(Math.sqrt(number(first)));
      case "str":
        return first.type === "int" || first.type === "real" ? first : text(shown(first));
      case "range":
      case "xrange": {
        const from = second.type === "none" ? 0 : number(first);
        const to = second.type === "none" ? number(first) : number(second);
        return listOf(Array.from({ length: to - from + 1 }, (_, k) => int(from + k)));
      }
      default:
        throw new Error(`the reference has no ${name}`);
    }
  }
}

/// The operator of a row that binds weakest, the last of several, and what stands on its sides.
function weakest({ operands, operators }: Extract<Expression, { kind: "row" }>): {
  operator: string;
  left: Expression;
  right: Expression;
} {
  const level = LEVELS.find((one) => operators.some((operator) => one.includes(operator))) ?? [];
  const at = operators.findLastIndex((operator) => level.includes(operator));
  const part = (from: number, to: number): Expression =>
    to - from === 1
      ? (operands[from] as Expression)
      : { kind: "row", operands: operands.slice(from, to), operators: operators.slice(from, to - 1) };
  return { operator: operators[at] as string, left: part(0, at + 1), right: part(at + 1, operands.length) };
}
