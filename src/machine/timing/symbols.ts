import type { Image } from "../../bytecode/image.ts";
import { CALL, MOVE, NATIVE } from "../../bytecode/isa.ts";
import type { Read } from "../../bytecode/reader.ts";
import { bodies } from "./costs.ts";

// Where the original has the variables of a program. It keeps them in one table, in which it looks for a name from the
// start, at one symbol after the other:
//
//   the variables of modules and program, in the order in which the program first names them
//   the program's own: variables of comprehensions, then the values it passes to functions that are no variables themselves
//   those of a function while it is called: parameters, local variables, then the values it passes on
//   those of the function that this one calls …
//
// A parameter is another name of what the caller has passed: once it is found, the search goes on for that.
//
// In the original the table grows while the program runs. Here it is as at the call that is the fewest calls away from
// the program: a function that calls itself costs the same at any depth. A function that is called only as a value
// stands right behind the program.

/// A call of one of the program's functions, or of a native that the original has as a function (costs.ts).
interface FunctionCall {
  readonly caller: number;
  readonly read: Read;
  /// For each parameter, the instruction that put a variable of the caller in its place, if that is what is passed.
  readonly names: readonly (Read | undefined)[];
}

/// The table of symbols of a verified image.
export class SymbolTable {
  /// Symbols at the most.
  readonly size: number;
  private readonly image: Image;
  private readonly calls = new Map<Read, FunctionCall>();
  /// Instructions that do nothing but name a variable that is passed.
  private readonly naming = new Set<Read>();
  /// For each function, where its symbols begin …
  private readonly starts: number[] = [];
  /// … the call that leads there …
  private readonly sites: (FunctionCall | undefined)[] = [];
  /// … and the values it passes, in their order.
  private readonly values: readonly (readonly string[])[];

  /// `reads` has each function's instructions.
  constructor(image: Image, reads: readonly (readonly Read[])[]) {
    this.image = image;
    this.values = reads.map((of, fn) => this.findCalls(fn, of));
    this.place(reads);
    let size = 0;
    for (const { caller, read } of this.calls.values()) {
      // The parameters of a native that is a function stand behind the caller's symbols.
      const parameters = read.row.number === NATIVE ? (read.operands[3] as number) : 0;
      size = Math.max(size, this.end(caller) + parameters);
    }
    this.size = Math.max(size, ...reads.map((_, fn) => this.end(fn)));
  }

  /// Whether an operand of a function is a variable, and no constant or intermediate value.
  isVariable(fn: number, operand: number): boolean {
    return operand < 0 ? -1 - operand < this.image.globals : operand < this.locals(fn);
  }

  /// Whether an instruction only names a variable that is passed to a function.
  isNaming(read: Read): boolean {
    return this.naming.has(read);
  }

  /// How many symbols a function passes until it has found one of its variables, by the operand.
  before(fn: number, operand: number): number {
    if (operand < 0) return -1 - operand;
    const at = (this.starts[fn] as number) + operand;
    const site = this.sites[fn];
    return site !== undefined && operand < site.names.length ? at + this.beforePassed(site.read, operand) : at;
  }

  /// For each value that a call of a function passes: whether it is a variable, and how many symbols the caller passes until
  /// it has found it. Undefined of other instructions.
  passed(read: Read): { isVariable: boolean; before: number }[] | undefined {
    return this.calls
      .get(read)
      ?.names.map((name, k) => ({ isVariable: name !== undefined, before: this.beforePassed(read, k) }));
  }

  /// How many symbols a native that is a function passes until it has found its k-th parameter.
  beforeParameter(read: Read, k: number): number {
    const { caller } = this.calls.get(read) as FunctionCall;
    return this.end(caller) + k + this.beforePassed(read, k);
  }

  private beforePassed(read: Read, k: number): number {
    const { caller, names } = this.calls.get(read) as FunctionCall;
    const name = names[k];
    if (name !== undefined) return this.before(caller, name.operands[1] as number);
    const values = this.values[caller] as readonly string[];
    return (this.starts[caller] as number) + this.locals(caller) + values.indexOf(valueName(read, k));
  }

  /// Finds the calls of a function, and gives the values that it passes.
  private findCalls(fn: number, reads: readonly Read[]): string[] {
    const writers = new Map<number, Read>();
    const values = new Set<string>();
    for (const read of reads) {
      if (isFunctionCall(read)) {
        const [, , first = 0, count = 0] = read.operands;
        const names = Array.from({ length: count }, (_, k) => {
          const writer = writers.get(first + k);
          return writer?.row.number === MOVE && this.isVariable(fn, writer.operands[1] as number) ? writer : undefined;
        });
        this.calls.set(read, { caller: fn, read, names });
        names.forEach((name, k) => {
          if (name === undefined) values.add(valueName(read, k));
          else this.naming.add(name);
        });
      }
      if (read.row.operands[0] === "d") writers.set(read.operands[0] as number, read);
    }
    return [...values];
  }

  private place(reads: readonly (readonly Read[])[]): void {
    this.starts[0] = this.image.globals;
    const calls = reads.map((of) => of.flatMap((read) => (read.row.number === CALL ? [read] : [])));
    const pending = [0];
    for (let fn = pending.shift(); fn !== undefined; fn = pending.shift()) {
      for (const read of calls[fn] ?? []) {
        const callee = read.operands[1] as number;
        if (this.starts[callee] !== undefined) continue;
        this.starts[callee] = this.end(fn);
        this.sites[callee] = this.calls.get(read);
        pending.push(callee);
      }
      const asValue = pending.length > 0 ? -1 : reads.findIndex((_, other) => this.starts[other] === undefined);
      if (asValue < 0) continue;
      this.starts[asValue] = this.end(0);
      pending.push(asValue);
    }
  }

  private locals(fn: number): number {
    return this.image.functions[fn]?.locals ?? 0;
  }

  private end(fn: number): number {
    return (this.starts[fn] as number) + this.locals(fn) + (this.values[fn] as readonly string[]).length;
  }
}

function isFunctionCall({ row, operands }: Read): boolean {
  return row.cost === "call" || (row.number === NATIVE && bodies.has(operands[1] as number));
}

/// The original gives such a value a name of its own: that of the function, and the parameter's number.
function valueName({ row, operands }: Read, k: number): string {
  return `${row.name} ${operands[1]} ${k}`;
}
