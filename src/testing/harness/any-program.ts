import fc from "fast-check";

// Programs that nobody would write: every form of the language in every place where the grammar lets it stand. Random characters
// hardly ever come so far into the compiler.

/// Variables of several kinds, and functions to use them, so that most programs compile.
const START = `from array import array
a = [1, 2, 3]
b = 2
x = 'text'
p = [[1.5], [2]]
é = True
i = 0.5

def f(a, b=1):
    return a

def g(x=a[0]):
    global b
    b = x
`;

/// A program of any form. It shrinks to the simplest of its kind.
export const anyProgram: fc.Arbitrary<string> = fc
  .array(fc.nat(0xffff), { minLength: 4, maxLength: 120, size: "max" })
  .map((choices) => new Writer(choices).program());

/// Writes by choices, numbers that were made beforehand; with none left it takes the first of every kind, which is the simplest.
class Writer {
  private readonly choices: readonly number[];
  private at = 0;
  private inFunction = false;
  private inLoop = false;

  constructor(choices: readonly number[]) {
    this.choices = choices;
  }

  program(): string {
    const lines: string[] = [];
    while (this.at < this.choices.length && lines.length < 40) lines.push(...this.statement(2));
    return `${START}${lines.join("\n")}\n`;
  }

  private below(count: number): number {
    return (this.choices[this.at++] ?? 0) % count;
  }

  private one(...forms: readonly string[]): string {
    return forms[this.below(forms.length)] as string;
  }

  /// What the language refuses: with much of it nothing would ever compile.
  private seldom(): boolean {
    return (this.choices[this.at++] ?? 0) % 60 === 59;
  }

  private some(make: () => string, least = 1): string {
    return Array.from({ length: least + this.below(3) }, make).join(", ");
  }

  private name(): string {
    if (this.seldom()) return this.one("unknown", "part", "print", "range", "array", "parallel");
    return this.one("a", "b", "x", "p", "é", "i", "f");
  }

  private expression(depth: number): string {
    const any = (): string => this.expression(depth - 1);
    if (depth <= 0) return this.below(2) === 0 ? this.name() : this.literal();
    if (this.seldom()) {
      const name = this.name();
      return this.one(
        `lambda ${name}: ${any()}`,
        `{${any()}: ${any()}}`,
        `(${name} := ${any()})`,
        `\`${name}\``,
        `a.${name}`,
      );
    }
    switch (this.below(14)) {
      case 0:
        return this.name();
      case 1:
        return this.literal();
      case 2:
        return this.target(depth);
      case 3:
        return `${any()} ${this.one(..."+ - * / // % ** ^ & | << >> and or".split(" "))} ${any()}`;
      case 4:
        return `${any()} ${this.one("==", "!=", "<", ">=", "is", "is not", "in", "not in")} ${any()}`;
      case 5:
        return `${this.one("-", "+", "~", "not ")}${any()}`;
      case 6:
        return `${any()} if ${any()} else ${any()}`;
      case 7:
        return `f(${this.some(any)})`;
      case 8:
        return this.call(any);
      case 9:
        return `[${this.some(any, 0)}]`;
      case 10:
        return `(${this.some(any)},)`;
      case 11:
        return `[${any()} ${this.clauses(depth)}]`;
      case 12:
        return `f"{${any()}}"`;
      default:
        return `(${any()})`;
    }
  }

  private literal(): string {
    return this.one(
      "0",
      "1",
      "-1",
      "2147483647",
      "2.5",
      "1e9",
      "True",
      "None",
      "'text'",
      "''",
      "f'{a}'",
      "f'{b:>{b}}'",
      "f'{a!r}'",
    );
  }

  private call(any: () => string): string {
    if (this.seldom()) return `${any()}(*${any()}, ${this.name()}=${any()})`;
    return this.one(
      `len(${any()})`,
      `range(${any()})`,
      `g(${any()})`,
      `f(b=${any()}, a=${any()})`,
      `array(${any()}, 2)`,
      `a.append(${any()})`,
      `str(${any()})`,
      `symbol(${this.name()})`,
      `print(${any()}, end=${any()})`,
    );
  }

  /// What can be assigned, deleted or gone through.
  private target(depth: number): string {
    const any = (): string => this.expression(depth - 1);
    if (this.seldom()) return this.one(`${this.name()}.b`, `f(${any()})`, this.literal(), `(${any()})`);
    if (depth <= 0) return this.name();
    switch (this.below(6)) {
      case 0:
        return this.name();
      case 1:
        return `${this.target(depth - 1)}[${any()}]`;
      case 2:
        return `${this.target(depth - 1)}[${this.maybe(any)}:${this.maybe(any)}]`;
      case 3:
        return `${this.target(depth - 1)}[${this.maybe(any)}:${this.maybe(any)}:${this.maybe(any)}]`;
      case 4:
        return `p[${any()}][${any()}]`;
      default:
        return this.name();
    }
  }

  private targets(depth: number): string {
    const one = (): string => this.target(depth);
    return this.below(4) === 3
      ? this.one(`${one()}, ${one()}`, `(${one()},)`, `[${one()}, (${one()}, ${one()})]`)
      : one();
  }

  private maybe(make: () => string): string {
    return this.below(2) === 0 ? "" : make();
  }

  private clauses(depth: number): string {
    const clause = `for ${this.targets(1)} in ${this.expression(depth - 1)}`;
    return this.one(
      clause,
      `${clause} if ${this.expression(depth - 1)}`,
      `${clause} for i in ${this.expression(depth - 1)}`,
    );
  }

  private simple(): string {
    const any = (): string => this.expression(2);
    if (this.seldom()) {
      return this.one(
        "import part as a",
        "from nowhere import *",
        `global ${this.name()}`,
        "return",
        "break",
        "class A: pass",
        any(),
      );
    }
    switch (this.below(10)) {
      case 0:
        return `${this.targets(2)} = ${any()}`;
      case 1:
        return `${this.target(2)} ${this.one(..."+= -= *= /= //= %= **= &= |= ^= <<= >>=".split(" "))} ${any()}`;
      case 2:
        return `${this.targets(2)} = ${this.targets(1)} = ${any()}`;
      case 3:
        return this.one(`print(${this.some(any)})`, `print ${this.some(any)}`, `print ${any()},`);
      case 4:
        return `del ${this.some(() => this.target(2))}`;
      case 5:
        return this.inFunction ? `return ${any()}` : "pass";
      case 6:
        return this.inLoop ? this.one("break", "continue") : "pass";
      case 7:
        return this.one(`assert ${any()}`, `assert ${any()}, ${any()}`);
      case 8:
        return this.one(
          "import part",
          "from part import *",
          "from part import g as i",
          `alias(${this.name()}, ${this.name()})`,
        );
      default:
        return any();
    }
  }

  private block(depth: number, isLoop = this.inLoop): string[] {
    const { inLoop } = this;
    this.inLoop = isLoop;
    const lines = Array.from({ length: 1 + this.below(3) }, () => this.statement(depth - 1)).flat();
    this.inLoop = inLoop;
    return lines.map((line) => `    ${line}`);
  }

  private otherwise(depth: number): string[] {
    return this.below(3) === 2 ? ["else:", ...this.block(depth)] : [];
  }

  private statement(depth: number): string[] {
    const form = depth <= 0 ? 0 : this.below(8);
    const any = (): string => this.expression(2);
    switch (form) {
      case 3:
        return [`if ${any()}:`, ...this.block(depth), `elif ${any()}:`, ...this.block(depth), ...this.otherwise(depth)];
      case 4:
        return [`while ${any()}:`, ...this.block(depth, true), ...this.otherwise(depth)];
      case 5:
        return [`for ${this.targets(2)} in ${any()}:`, ...this.block(depth, true), ...this.otherwise(depth)];
      case 6:
        return this.def(depth);
      case 7:
        return [`${this.simple()}; ${this.simple()}`];
      default:
        return [this.simple()];
    }
  }

  private def(depth: number): string[] {
    if (this.inFunction && !this.seldom()) return [this.simple()];
    const head = `def ${this.one("h", "g", "f", "a")}(${this.one("", "a", "b=2", `a, b=${this.expression(1)}`)}):`;
    const decorator = this.seldom() ? [`@${this.name()}`] : [];
    this.inFunction = true;
    const body = this.block(depth, false);
    this.inFunction = false;
    return [...decorator, head, ...(this.below(3) === 2 ? ["    global b"] : []), ...body];
  }
}
