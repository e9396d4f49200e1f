import { assert } from "../base/assert.ts";
import * as isa from "../bytecode/isa.ts";
import type * as natives from "../bytecode/natives.ts";
import { nativeNamed } from "../bytecode/natives.ts";
import type { UserFunction } from "../language/program.ts";
import type { Argument, Call, Expression } from "../language/tree.ts";
import type { Slot } from "./assembler.ts";
import { ValueCode } from "./values.ts";

/// Makes calls: of the program's functions, of natives and methods, and of what is known only when it runs.
export abstract class CallCode extends ValueCode {
  protected call(e: Call, d: Slot): void {
    const { callee } = e;
    const symbol =
      callee.kind === "Name"
        ? this.meaning(callee)
        : callee.kind === "Attribute"
          ? this.shared.program.meaning.get(callee.name)
          : undefined;
    if (symbol?.kind === "function") return this.callFunction(symbol, e.args, d);
    if (symbol?.kind === "native") {
      return this.callNative(symbol.native, e.args, d, []);
    }
    if (symbol === undefined && callee.kind === "Attribute") {
      const method = nativeNamed("method", callee.name.name);
      assert(method !== undefined, `the checker knows the method ${callee.name.name}`);
      return this.callNative(method, e.args, d, [callee.object]);
    }
    // A named number that is called, as in pi(), is the number.
    if (symbol?.kind === "constant") return this.emit(isa.MOVE, d, this.shared.constants.real(symbol.value));
    const target = this.operand(
      callee,
      e.args.map((argument) => argument.value),
    );
    const base = this.window(e.args.length);
    this.positional(e.args, base);
    // A native that waits is called again, so what names it must outlive what it writes to d meanwhile.
    const kept = target.in === d.in && target.index === d.index ? this.moved(target) : target;
    this.emit(isa.CALLV, d, kept, base, e.args.length);
  }

  private positional(args: readonly Argument[], base: number): void {
    args.forEach((argument, k) => {
      this.into(argument.value, { in: "frame", index: base + k });
    });
  }

  private callFunction(symbol: UserFunction, args: readonly Argument[], d: Slot): void {
    const { parameters } = symbol.def;
    const base = this.window(parameters.length);
    const given = this.arrange(
      parameters.map((parameter) => parameter.name.name),
      args,
      base,
    );
    parameters.forEach((_, k) => {
      if (given.has(k)) return;
      const fallback = this.shared.defaults.get(symbol.def)?.[k];
      assert(fallback !== undefined, "the checker sees to missing arguments");
      this.emit(isa.MOVE, { in: "frame", index: base + k }, fallback);
    });
    const back = this.handedBack(symbol, args);
    const result = back.length === 0 ? d : this.temporary();
    this.emit(isa.CALL, result, this.functionIndex(symbol), base, parameters.length);
    for (const [variable, slot] of back) this.emit(isa.MOVE, variable, slot);
    if (result !== d) this.emit(isa.MOVE, d, result);
  }

  /// The variables that a call changes, and where their new values are then: by reference in classic ePython.
  private handedBack(symbol: UserFunction, args: readonly Argument[]): (readonly [Slot, Slot])[] {
    const references = this.shared.references.get(symbol.def);
    if (references === undefined) return [];
    return args.flatMap(({ name, value }, k) => {
      const { parameters } = symbol.def;
      const slot = references.get(name === undefined ? k : parameters.findIndex((one) => one.name.name === name.name));
      if (slot === undefined || value.kind !== "Name") return [];
      const variable = this.meaning(value);
      const isVariable =
        variable.kind === "local" || variable.kind === "module-variable" || variable.kind === "element";
      return isVariable ? [[this.variableSlot(variable), slot] as const] : [];
    });
  }

  private callNative(
    called: natives.Native,
    args: readonly Argument[],
    d: Slot,
    receiver: readonly Expression[],
  ): void {
    const native = this.nativeOf(called);
    const names = called.parameters.map((parameter) => parameter.name).slice(receiver.length);
    const keywords = args.filter((argument) => argument.name !== undefined);
    const last = Math.max(-1, ...keywords.map((argument) => names.indexOf(argument.name?.name ?? "")));
    const count = receiver.length + Math.max(args.length - keywords.length, last + 1);
    const base = this.window(count);
    receiver.forEach((e, k) => {
      this.into(e, { in: "frame", index: base + k });
    });
    const given = this.arrange(names, args, base + receiver.length);
    for (let k = 0; k < count - receiver.length; k++) {
      // None stands for an argument that is left out before one that is not.
      if (!given.has(k))
        this.emit(isa.MOVE, { in: "frame", index: base + receiver.length + k }, this.shared.constants.none);
    }
    this.emit(isa.NATIVE, d, native.number, base, count);
  }

  /// Puts arguments where their parameters are, in the order in which they are written; gives which were.
  private arrange(names: readonly string[], args: readonly Argument[], base: number): Set<number> {
    const given = new Set<number>();
    args.forEach((argument, k) => {
      const index = argument.name === undefined ? k : names.indexOf(argument.name.name);
      assert(index >= 0, "the checker knows every keyword");
      given.add(index);
      this.into(argument.value, { in: "frame", index: base + index });
    });
    return given;
  }
}
