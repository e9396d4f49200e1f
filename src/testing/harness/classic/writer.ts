import type { Block, Definition, Expression, Program, Statement } from "./tree.ts";

// Programs of classic ePython as text, in one of the many ways in which they may be written.

/// The text of a program and of the file that it imports.
export interface Written {
  readonly main: string;
  readonly own: string;
}

/// What every program begins with: each variable has a value, by which its kind is known.
///
///   i int   r real   s text   b truth value   a list of ints   q list of reals   t list of texts
///   x list of numbers of any kind   m array of 2 by 3   f function
const START = [
  "i0 = 7",
  "i1 = -3",
  "i2 = 0",
  "r0 = 0.5",
  "r1 = -2.25",
  's0 = "abc"',
  's1 = ""',
  "b0 = true",
  "b1 = false",
  "a0 = [1, 2, 3]",
  "a1 = [4] * 3",
  "q0 = [0.5, 1.5, -2.5]",
  't0 = ["x", "y", "z"]',
  "x0 = [1, 2, 3]",
  "m0 = array(2, 3)",
  "for k in range(5): m0[k / 3][k % 3] = k * k",
];

const FINISH = [
  ...["i0", "i1", "i2", "r0", "r1", "s0", "s1", "b0", "b1"].map((name) => `print ${name}`),
  ...["a0", "a1", "q0", "t0", "x0", "m0"].flatMap((name) => [`for k in ${name}: print k`, `print len(${name})`]),
];

export function write(program: Program): Written {
  const writer = new Writer(program.style);
  const at = (place: Definition["place"]): string[] =>
    program.definitions.filter((one) => one.place === place).flatMap((one) => writer.definition(one));
  const main = [
    "# dialect: classic",
    ...writer.imports(),
    ...START,
    ...at("start"),
    ...writer.block(program.body, ""),
    ...FINISH,
    ...at("end"),
    "",
  ];
  return { main: main.join("\n"), own: ["own = 1", ...at("file"), ""].join("\n") };
}

class Writer {
  private state: number;
  private readonly isPlain: boolean;

  constructor(style: number) {
    this.state = style | 0;
    this.isPlain = style === 0;
  }

  /// Whether something is written in its less usual way, which happens once in so many times.
  private once(inSoMany: number): boolean {
    if (this.isPlain) return false;
    this.state = (Math.imul(this.state, 1664525) + 1013904223) | 0;
    return (this.state >>> 8) % inSoMany === 0;
  }

  imports(): string[] {
    const modules = ["math", "util", "array", "parallel", "own"].map((name) => {
      if (this.once(3)) return `from ${name} import *`;
      const one = { math: "sqrt", util: "xrange", array: "len", parallel: "coreid", own: "own" }[name];
      return this.once(3) ? `from ${name} import ${one}` : `import ${name}`;
    });
    return this.once(4) ? [...modules, "import math"] : modules;
  }

  /// A word or a variable in capitals or small letters.
  private spell(word: string): string {
    if (this.once(5)) return word.toUpperCase();
    return this.once(7) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
  }

  definition({ name, parameters, body, isExportable }: Definition): string[] {
    const shown = parameters.map((one) =>
      one.fallback === undefined ? this.spell(one.name) : `${one.name}=${this.expression(one.fallback)}`,
    );
    const head = `${this.spell("def")} ${name}(${shown.join(this.once(3) ? "," : ", ")}):`;
    return [...(isExportable ? ["@exportable"] : []), head, ...this.block(body, this.once(3) ? "\t" : "    ")];
  }

  /// A block's lines, further in than what stands at this indentation.
  block(statements: Block, indent: string): string[] {
    const lines = statements.flatMap((one) => this.statement(one, indent));
    if (this.once(6)) lines.push(`${indent}${this.once(2) ? "/* a note\n that goes on */" : "# a note"}`);
    return lines;
  }

  private statement(statement: Statement, indent: string): string[] {
    const deeper = indent + (this.once(3) ? "\t" : "    ");
    switch (statement.kind) {
      case "if":
        return this.branches(statement, indent, deeper);
      case "while": {
        const { counter, limit, body } = statement;
        const step = `${deeper}${counter} += 1`;
        const test = `${this.spell("while")} ${counter} < ${limit}:`;
        return [`${indent}${counter} = 0`, `${indent}${test}`, step, ...this.block(body, deeper)];
      }
      case "for": {
        const head = `${this.spell("for")} ${statement.name} ${this.spell("in")} ${this.expression(statement.through)}:`;
        return [`${indent}${head}`, ...this.block(statement.body, deeper)];
      }
      case "message": {
        const count = statement.count === undefined ? "" : `, ${statement.count}`;
        const show = statement.isList ? "for k in z: print k" : "print z";
        return [
          `${indent}if coreid() == 0: send(${statement.name}, 1${count})`,
          `${indent}if coreid() == 1:`,
          `${deeper}z = recv(0${count})`,
          `${deeper}${show}`,
        ];
      }
      default:
        return [`${indent}${this.simple(statement)}${this.once(9) ? " # a note" : ""}`];
    }
  }

  private branches(
    { branches, otherwise, onOneLine }: Extract<Statement, { kind: "if" }>,
    indent: string,
    deeper: string,
  ): string[] {
    const lines = branches.flatMap(({ test, body }, k) => {
      const head = `${indent}${this.spell(k === 0 ? "if" : "elif")} ${this.expression(test)}:`;
      return this.body(head, body, onOneLine, deeper);
    });
    if (otherwise === undefined) return lines;
    return [...lines, ...this.body(`${indent}${this.spell("else")}:`, otherwise, onOneLine, deeper)];
  }

  private body(head: string, body: Block, onOneLine: boolean, deeper: string): string[] {
    const [only] = body;
    const isShort = onOneLine && body.length === 1 && only !== undefined && isSimple(only);
    return isShort ? [`${head} ${this.simple(only)}`] : [head, ...this.block(body, deeper)];
  }

  private simple(statement: Statement): string {
    switch (statement.kind) {
      case "assign": {
        const { name, indices, operator, value } = statement;
        const target = `${this.spell(name)}${this.indices(indices)}`;
        return this.once(3)
          ? `${target}${operator}${this.expression(value)}`
          : `${target} ${operator} ${this.expression(value)}`;
      }
      case "print": {
        const value = this.expression(statement.value);
        return `${this.spell("print")}${statement.inBrackets ? `(${value})` : ` ${value}`}`;
      }
      case "call":
        return this.expression(statement.call);
      case "return":
        return statement.value === undefined ? "return" : `${this.spell("return")} ${this.expression(statement.value)}`;
      case "pair":
        return `${this.simple(statement.first)} ${this.simple(statement.second)}`;
      default:
        throw new Error(`${statement.kind} takes lines of its own`);
    }
  }

  private indices(indices: readonly Expression[]): string {
    return indices.map((index) => `[${this.expression(index)}]`).join("");
  }

  private expression(e: Expression): string {
    switch (e.kind) {
      case "int":
        return `${e.value}${e.mark}`;
      case "real":
        return e.digits + e.mark;
      case "text":
        return `"${e.value}"`;
      case "truth":
        return this.spell(String(e.value));
      case "none":
        return this.spell("none");
      case "variable":
        return /^f\d/.test(e.name) ? e.name : this.spell(e.name);
      case "row":
        return e.operands
          .map(
            (operand, k) =>
              (k === 0 ? "" : ` ${this.operator(e.operators[k - 1] as string)} `) + this.expression(operand),
          )
          .join("");
      case "brackets":
        return `(${this.expression(e.inner)})`;
      case "not":
        return e.sign === "!" ? `!${this.expression(e.inner)}` : `${this.spell("not")} ${this.expression(e.inner)}`;
      case "call":
        return `${e.name}(${e.args.map((argument) => this.expression(argument)).join(", ")})`;
      case "element":
        return `${this.spell(e.name)}${this.indices(e.indices)}`;
      case "list": {
        const shown = `[${e.items.map((item) => this.expression(item)).join(", ")}]`;
        return e.times === undefined ? shown : `${shown} * ${this.expression(e.times)}`;
      }
    }
  }

  private operator(operator: string): string {
    return /^[a-z]/.test(operator) ? this.spell(operator) : operator;
  }
}

/// Whether a statement may stand behind another one, or behind the colon of a block's head.
export function isSimple({ kind }: Statement): boolean {
  return kind === "assign" || kind === "print" || kind === "call" || kind === "return" || kind === "pair";
}
