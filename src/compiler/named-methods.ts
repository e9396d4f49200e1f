import type { UserFunction } from "../language/program.ts";
import type { BinaryOperator, Expression, Statement, UnaryOperator } from "../language/tree.ts";

// The methods of ePython's own classes that a program may call: those that it names somewhere, and those for operators that it has. The
// others take no room in its byte code.

const BINARY: Readonly<Record<BinaryOperator, string>> = {
  "+": "add",
  "-": "sub",
  "*": "mul",
  "/": "truediv",
  "//": "floordiv",
  "%": "mod",
  "**": "pow",
  "&": "and",
  "|": "or",
  "^": "xor",
  "<<": "lshift",
  ">>": "rshift",
};
const UNARY: Readonly<Partial<Record<UnaryOperator, string>>> = { "-": "__neg__", "+": "__pos__", "~": "__invert__" };

const OPERATORS: ReadonlySet<string> = new Set([
  ...Object.values(UNARY),
  ...Object.values(BINARY).flatMap((name) => [`__${name}__`, `__r${name}__`, `__i${name}__`]),
]);

/// The methods that have been asked for, and those whose name the program has not used so far.
export class NamedMethods {
  private readonly named = new Set<string>();
  private readonly unnamed = new Map<string, UserFunction[]>();
  private readonly need: (symbol: UserFunction) => void;

  constructor(need: (symbol: UserFunction) => void) {
    this.need = need;
  }

  /// Asks for a method once something names it, if nothing else can call it.
  add(symbol: UserFunction): void {
    const { name } = symbol.def.name;
    const isHidden = name.startsWith("_") && !OPERATORS.has(name);
    if (isHidden || this.named.has(name)) this.need(symbol);
    else this.unnamed.set(name, [...(this.unnamed.get(name) ?? []), symbol]);
  }

  visitExpression(e: Expression): void {
    if (e.kind === "Attribute") this.name(e.name.name);
    else if (e.kind === "String") this.name(e.value);
    else if (e.kind === "Binary") this.operator(e.op);
    else if (e.kind === "Unary") this.name(UNARY[e.op] ?? "");
  }

  visitStatement(statement: Statement): void {
    if (statement.kind === "AugmentedAssign") this.operator(statement.op);
  }

  private operator(op: BinaryOperator): void {
    for (const prefix of ["", "r", "i"]) this.name(`__${prefix}${BINARY[op]}__`);
  }

  private name(name: string): void {
    if (this.named.has(name)) return;
    this.named.add(name);
    this.unnamed.get(name)?.forEach(this.need);
  }
}
