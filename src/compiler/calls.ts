import { assert } from "../base/assert.ts";
import * as isa from "../bytecode/isa.ts";
import type * as natives from "../bytecode/natives.ts";
import { nativeNamed } from "../bytecode/natives.ts";
import type { UserFunction } from "../language/program.ts";
import type { Argument, Call, Def, Expression } from "../language/tree.ts";
import { Label, type Slot } from "./assembler.ts";
import type { Form } from "./forms.ts";
import { variablesGiven } from "./references.ts";
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
    if (symbol?.kind === "function") return this.callFunction(symbol, e, d);
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
    const candidates = this.byReference(e);
    const base = this.window(Math.max(e.args.length, ...candidates.map(({ parameters }) => parameters.length)));
    this.arrange([], e.args, base, candidates.length > 0);
    // A native that waits is called again, so what names it must outlive what it writes to d meanwhile.
    const kept = target.in === d.in && target.index === d.index ? this.moved(target) : target;
    const end = new Label();
    for (const def of candidates) {
      const next = new Label();
      this.emit(isa.JISNOT, kept, this.shared.constants.function(this.shared.functions.get(def) as number), next);
      this.callForm(def, e, base, d);
      this.emit(isa.JUMP, end);
      this.code.place(next);
    }
    this.emit(isa.CALLV, d, kept, base, e.args.length);
    this.code.place(end);
  }

  /// The functions that a call through a variable may call and that would change, or see twice, what they are given.
  private byReference(e: Call): readonly Def[] {
    const { references, functions } = this.shared;
    if (references === null) return [];
    return references.asValues.filter((def) => {
      const least = def.parameters.filter(({ fallback }) => fallback === undefined).length;
      if (!functions.has(def) || e.args.length < least || e.args.length > def.parameters.length) return false;
      const given = this.given(e, def);
      return [...given.keys()].some((k) => references.changes(def, k)) || this.formFor(def, given).size > 0;
    });
  }

  private callFunction({ def }: UserFunction, e: Call, d: Slot): void {
    const base = this.window(def.parameters.length);
    const names = def.parameters.map((parameter) => parameter.name.name);
    this.arrange(names, e.args, base, this.shared.references !== null);
    this.callForm(def, e, base, d);
  }

  /// Calls the function by number, in the form that fits the variables it is given. The arguments are in place.
  private callForm(def: Def, e: Call, base: number, d: Slot): void {
    const { parameters } = def;
    const index = ({ name }: Argument, k: number): number =>
      name === undefined ? k : parameters.findIndex((one) => one.name.name === name.name);
    const written = new Set(e.args.map(index));
    parameters.forEach((_, k) => {
      if (written.has(k)) return;
      const fallback = this.shared.defaults.get(def)?.[k];
      assert(fallback !== undefined, "the checker sees to missing arguments");
      this.emit(isa.MOVE, { in: "frame", index: base + k }, fallback);
    });
    const given = this.given(e, def);
    const form = this.formFor(def, given);
    const back = [...given].flatMap(([k, variable]) => {
      const slot = this.shared.handedBack.get(def)?.get(k);
      return slot === undefined || form.get(k)?.in === "globals" ? [] : [[variable, slot] as const];
    });
    const result = back.length === 0 ? d : this.temporary();
    const number = this.shared.forms.numberOf(def, form);
    assert(number !== undefined, `${def.name.name} is reached`);
    this.emit(isa.CALL, result, number, base, parameters.length);
    for (const [variable, slot] of back) this.emit(isa.MOVE, variable, slot);
    if (result !== d) this.emit(isa.MOVE, d, result);
  }

  /// The variables that a call hands over by reference, by the index of the parameter.
  private given(e: Call, def: Def): ReadonlyMap<number, Slot> {
    const given = new Map<number, Slot>();
    if (this.shared.references === null) return given;
    for (const [k, name] of variablesGiven(e, def)) {
      const variable = this.meaning(name);
      const isVariable =
        variable.kind === "local" || variable.kind === "module-variable" || variable.kind === "element";
      if (isVariable) given.set(k, this.variableSlot(variable));
    }
    return given;
  }

  /// The parameters that must share a slot with a variable of the module or with each other.
  private formFor(def: Def, given: ReadonlyMap<number, Slot>): Form {
    const form = new Map<number, Slot>();
    const { references, globals } = this.shared;
    if (references === null) return form;
    for (const [k, slot] of given) {
      if (slot.in === "globals") {
        const variable = [...globals].find(([, index]) => index === slot.index)?.[0];
        if (variable !== undefined && references.seesTwice(def, k, variable)) form.set(k, slot);
      }
      const twins = [...given].filter(([, other]) => other.in === slot.in && other.index === slot.index);
      const [first] = twins.map(([j]) => j).sort((a, b) => a - b);
      if (form.has(k) || first === undefined || first === k) continue;
      if (twins.some(([j]) => references.changes(def, j))) form.set(k, { in: "frame", index: first });
    }
    return form;
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

  /// Puts arguments where their parameters are, in the order in which they are written; gives which were. A variable that
  /// is handed over by reference has the value that it has when the function begins.
  private arrange(names: readonly string[], args: readonly Argument[], base: number, byReference = false): Set<number> {
    const given = new Set<number>();
    const last: (() => void)[] = [];
    args.forEach((argument, k) => {
      const index = argument.name === undefined ? k : names.indexOf(argument.name.name);
      assert(index >= 0, "the checker knows every keyword");
      given.add(index);
      const put = () => this.into(argument.value, { in: "frame", index: base + index });
      if (byReference && argument.value.kind === "Name") last.push(put);
      else put();
    });
    for (const put of last) put();
    return given;
  }
}
