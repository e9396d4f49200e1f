import { assert } from "../base/assert.ts";
import { exceptionNumber } from "../bytecode/exceptions.ts";
import * as isa from "../bytecode/isa.ts";
import * as natives from "../bytecode/natives.ts";
import { arity, DICT, FORMAT_NAMED, nativeNamed, PRINT, PRINT_WITH, SEND, SENDRECV } from "../bytecode/natives.ts";
import { CALLING_NATIVES, CLASS_PREFIX, NATIVE_METHODS } from "../bytecode/special-names.ts";
import { abstractNames, isException, methodNamed } from "../language/classes.ts";
import { printArguments } from "../language/print.ts";
import type { Meaning, UserClass, UserFunction } from "../language/program.ts";
import {
  type Argument,
  type Attribute,
  type Call,
  type Def,
  type Expression,
  isLiteral,
  type Parameter,
  type Starred,
} from "../language/tree.ts";
import { Label, type Slot } from "./assembler.ts";
import { askedIterator } from "./facts.ts";
import type { Form } from "./forms.ts";
import { variablesGiven } from "./references.ts";
import { takesFurther } from "./shapes.ts";
import { TEXT_OF_REPR, TEXT_OF_STR } from "./values.ts";
import { YieldCode } from "./yields.ts";

// The code of calls. Arguments are put into slots next to one another, a window, and one instruction calls a function of the
// program, a native or a method with them. Where the callee is known only when the program runs, names and stars go with the call.

/// The most arguments that a window has room for beside the object.
const MOST_ARGUMENTS = 254;

/// Makes calls: of the program's functions, of natives and methods, and of what is known only when it runs.
export abstract class CallCode extends YieldCode {
  protected call(e: Call, d: Slot): void {
    const { callee } = e;
    const { failures, misfits } = this.shared.program;
    if (failures.has(callee)) {
      this.value(callee);
      return;
    }
    if (misfits.has(e)) return this.callMisfit(e, d);
    const ours = this.shared.iteration.formOf(e);
    if (ours !== undefined) return this.callFunction(ours, asOurs(e, ours), d);
    const symbol =
      callee.kind === "Name"
        ? this.meaning(callee)
        : callee.kind === "Attribute"
          ? this.shared.program.meaning.get(callee.name)
          : undefined;
    // Only `dict` takes names that are known when the program runs.
    const isDict = symbol?.kind === "native" && symbol.native === DICT;
    const mayUnpack = (value: Expression): boolean => value.kind === "Starred" && !(isDict && isDouble(value));
    if (e.args.some(({ value }) => mayUnpack(value))) return this.callUnpacked(symbol, e, d);
    if (symbol?.kind === "function") {
      if (takesFurther(symbol.def)) return this.callByName(e, d);
      if (this.shared.program.closures.has(symbol.def)) return this.callClosure(symbol, e, d);
      return this.callFunction(symbol, e, d);
    }
    const called = symbol?.kind === "class" ? this.calledFor(symbol, e) : undefined;
    if (called !== undefined) return this.callFunction(...called, d);
    if (symbol?.kind === "class" && this.construct(symbol, e, d)) return;
    if (symbol?.kind === "native") {
      return this.callNative(symbol.native, e.args, d, []);
    }
    const asking = symbol === undefined ? askedIterator(e, this.shared.program) : undefined;
    if (asking !== undefined && callee.kind === "Attribute" && this.iteration(asking, [callee.object], d)) return;
    if (symbol === undefined && callee.kind === "Attribute" && this.callAttribute(callee, e, d)) return;
    if (symbol === undefined && callee.kind === "Attribute" && this.isNativeMethod(callee.name.name)) {
      return this.callNative(this.method(callee), e.args, d, [callee.object]);
    }
    // A named number that is called, as in pi(), is the number.
    if (symbol?.kind === "constant") return this.emit(isa.MOVE, d, this.shared.constants.named(symbol.value));
    const target = this.operand(
      callee,
      e.args.map((argument) => argument.value),
    );
    if (e.args.some(({ name }) => name !== undefined) && !this.isClassic) return this.callByName(e, d, target);
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

  /// Makes a call whose arguments do not fit: who is called says so when it is carried out.
  private callMisfit(e: Call, d: Slot): void {
    const { callee, args } = e;
    const isMethod = callee.kind === "Attribute" && !this.shared.program.meaning.has(callee.name);
    if (!isMethod || args.some(({ name, value }) => name !== undefined || value.kind === "Starred")) {
      return this.callByName(e, d);
    }
    const base = this.window(args.length + 1);
    [callee.object, ...args.map(({ value }) => value)].forEach((value, k) => {
      this.into(value, { in: "frame", index: base + k });
    });
    this.emit(isa.CALLATTR, d, this.shared.constants.string(callee.name.name), base, args.length + 1);
  }

  /// Whether a name after a dot is a method of ePython's own and nothing that a class has or the program assigns.
  private isNativeMethod(name: string): boolean {
    const { attributes } = this.shared.program;
    const isOurs = nativeNamed("method", name) !== undefined && !attributes.names.has(name);
    return isOurs && !this.shared.classes.has("__getattr__");
  }

  /// The function that a class has for calls of itself, and its call.
  private calledFor(symbol: UserClass, e: Call): [UserFunction, Call] | undefined {
    const found = methodNamed(this.shared.program.meaning, symbol, `${CLASS_PREFIX}__call__`);
    if (found === undefined) return undefined;
    const { from, to } = e.callee;
    return [found, { ...e, args: [{ value: e.callee, from, to }, ...e.args] }];
  }

  /// Makes an object of a class whose `__init__` is known. False if that is not so.
  private construct(symbol: UserClass, e: Call, d: Slot): boolean {
    const { program, classes, functions } = this.shared;
    const number = classes.numberOf(symbol);
    if (this.refuse(symbol)) return true;
    const init = methodNamed(program.meaning, symbol, "__init__");
    const target = init === undefined ? undefined : functions.get(init.def);
    if (isException(program.meaning, symbol) || (init !== undefined && takesFurther(init.def))) return false;
    if (init === undefined || number === undefined || target === undefined || e.args.length > MOST_ARGUMENTS)
      return false;
    if (methodNamed(program.meaning, symbol, "__new__") !== undefined) return false;
    const names = init.def.parameters.map((parameter) => parameter.name.name);
    const base = this.window(Math.max(names.length, e.args.length + 1));
    const self = { in: "frame", index: base } as const;
    this.emit(isa.NEW, self, number);
    const given = this.arrange(names.slice(1), e.args, base + 1);
    for (let k = 1; k < names.length; k++) {
      const fallback = this.shared.defaults.get(init.def)?.[k];
      if (!given.has(k - 1) && fallback !== undefined) this.emit(isa.MOVE, { in: "frame", index: base + k }, fallback);
    }
    this.emit(isa.CALL, this.temporary(), target, base, names.length);
    this.emit(isa.MOVE, d, self);
    return true;
  }

  /// Raises what a call of an abstract class raises. False if the class is not abstract.
  private refuse(symbol: UserClass): boolean {
    const { constants, program } = this.shared;
    const names = abstractNames(program.meaning, symbol);
    if (names.length === 0) return false;
    const what = `abstract method${names.length === 1 ? "" : "s"} ${names.join(", ")}`;
    const base = this.window(1);
    const text = constants.string(`Can't instantiate abstract class ${symbol.name} with ${what}`);
    const raised = this.temporary();
    this.emit(isa.MOVE, { in: "frame", index: base }, text);
    this.emit(isa.CALLV, raised, constants.class(exceptionNumber("TypeError")), base, 1);
    this.emit(isa.RAISE, raised);
    return true;
  }

  /// Calls an attribute of a value, or of what `super()` stands for. False if it has to be fetched first.
  private callAttribute(callee: Attribute, e: Call, d: Slot): boolean {
    const { classes, constants, program } = this.shared;
    const { name } = callee.name;
    if (this.isNativeMethod(name)) return false;
    const asked = callee.object.kind === "Call" ? program.supers.get(callee.object) : undefined;
    if (classes.properties.has(name)) return false;
    if (classes.has("__getattr__") && !classes.methods.has(name)) return false;
    const parameters = this.positions(name, e.args, asked?.symbol);
    if (parameters === undefined) return false;
    const base = this.window(parameters.length + 1);
    this.into(asked?.object ?? callee.object, { in: "frame", index: base });
    const given = this.arrange(
      parameters.map((one) => one?.name.name ?? ""),
      e.args,
      base + 1,
    );
    parameters.forEach((one, k) => {
      if (given.has(k) || one?.fallback === undefined) return;
      this.into(one.fallback, { in: "frame", index: base + 1 + k });
    });
    const text = constants.string(name);
    const count = parameters.length + 1;
    if (asked === undefined) this.emit(isa.CALLATTR, d, text, base, count);
    else this.emit(isa.CALLSUPER, d, classes.numberOf(asked.symbol) ?? 0, text, base, count);
    return true;
  }

  /// The parameters that a call of a method gives, up to the last of them: all that it says is their position unless it names some.
  /// Undefined if it is known only when the program runs where a name belongs.
  private positions(
    name: string,
    args: readonly Argument[],
    behind: UserClass | undefined,
  ): readonly (Parameter | undefined)[] | undefined {
    const plain = args.filter((argument) => argument.name === undefined).length;
    if (plain === args.length) return args.map(() => undefined);
    const parameters = this.shared.classes.parametersOf(name, behind);
    if (parameters === undefined) return undefined;
    const places = args.map((argument, k) =>
      argument.name === undefined ? k : parameters.findIndex((one) => one.name.name === argument.name?.name),
    );
    const given = parameters.slice(0, Math.max(...places) + 1);
    const isClear = places.every((place) => place >= 0) && new Set(places).size === places.length;
    const isWhole = given.every(
      ({ fallback }, k) => places.includes(k) || (fallback !== undefined && isLiteral(fallback)),
    );
    return isClear && isWhole ? given : undefined;
  }

  /// The functions that a call through a variable may call and that would change, or see twice, what they are given.
  private byReference(e: Call): readonly Def[] {
    const { references, functions } = this.shared;
    if (references === null) return [];
    return references.asValues.filter((def) => {
      if (!functions.has(def)) return false;
      const given = this.given(e, def);
      return [...given.keys()].some((k) => references.changes(def, k)) || this.formFor(def, given).size > 0;
    });
  }

  /// Puts what displays or arguments consist of into a new list.
  protected abstract gather(elements: readonly Expression[], list: Slot): void;

  /// Puts all that a dictionary has into another.
  protected abstract merge(dict: Slot, value: Starred): void;

  /// Calls a function that finds its parameters when the program runs.
  protected callByName(e: Call, d: Slot, known?: Slot): void {
    const { constants, namesGiven } = this.shared;
    const target =
      known ??
      this.operand(
        e.callee,
        e.args.map((argument) => argument.value),
      );
    const positional = e.args.filter(({ name }) => name === undefined);
    const named = e.args.length - positional.length;
    const base = this.window(positional.length + named * 2);
    let next = 0;
    for (const { name, value } of e.args) {
      if (name !== undefined) {
        namesGiven.names.add(name.name);
        this.emit(isa.MOVE, { in: "frame", index: base + next++ }, constants.string(name.name));
      }
      this.into(value, { in: "frame", index: base + next++ });
    }
    const kept = target.in === d.in && target.index === d.index ? this.moved(target) : target;
    if (named === 0) this.emit(isa.CALLV, d, kept, base, positional.length);
    else this.emit(isa.CALLK, d, kept, base, positional.length, named);
  }

  /// Calls a function with arguments that stand for several.
  private callUnpacked(symbol: Meaning | undefined, e: Call, d: Slot): void {
    const { constants, namesGiven } = this.shared;
    const isNamed = e.args.some(({ name }) => name !== undefined);
    if (symbol?.kind === "native" && symbol.native === PRINT && isNamed) {
      const { values, sep, end } = printArguments(e.args);
      return this.printUnpacked(values, { sep, end }, d);
    }
    // What a class of the program may have is fetched first.
    const isMethod =
      symbol === undefined &&
      e.callee.kind === "Attribute" &&
      nativeNamed("method", e.callee.name.name) !== undefined &&
      !this.shared.program.attributes.names.has(e.callee.name.name);
    const values = e.args.map(({ value }) => value);
    const target = isMethod ? constants.native(this.method(e.callee).number) : this.operand(e.callee, values);
    const list = this.temporary();
    const positional = e.args.filter(({ name, value }) => name === undefined && !isDouble(value));
    const receiver = isMethod && e.callee.kind === "Attribute" ? [e.callee.object] : [];
    this.gather([...receiver, ...positional.map(({ value }) => value)], list);
    let names = constants.none;
    const named = e.args.filter(({ name, value }) => name !== undefined || isDouble(value));
    if (named.length > 0) {
      names = this.temporary();
      this.emit(isa.DICT, names);
      for (const { name, value } of named) {
        const before = this.next;
        if (name !== undefined) {
          namesGiven.names.add(name.name);
          const given = this.value(value);
          this.emit(isa.SETINDEX, names, constants.string(name.name), given);
        } else {
          namesGiven.all = true;
          this.merge(names, value as Starred);
        }
        this.next = before;
      }
    }
    this.emit(isa.CALLEX, d, target, list, names);
  }

  /// Shows values of which some stand for several.
  protected printUnpacked(
    values: readonly Expression[],
    around:
      | { readonly sep?: Expression | undefined; readonly end?: Expression | undefined; readonly newline?: boolean }
      | undefined,
    result: Slot,
  ): void {
    const { constants } = this.shared;
    const list = this.temporary();
    const none: Expression = { kind: "Constant", value: null, from: 0, to: 0 };
    const end: Expression = around?.newline === false ? { kind: "String", value: " ", from: 0, to: 0 } : none;
    this.gather(around === undefined ? values : [around.sep ?? none, around.end ?? end, ...values], list);
    const native = around === undefined ? PRINT : PRINT_WITH;
    this.emit(isa.CALLEX, result, constants.native(native.number), list, constants.none);
  }

  private method(callee: Expression): natives.Native {
    const name = callee.kind === "Attribute" ? callee.name.name : "";
    const method = nativeNamed("method", name);
    assert(method !== undefined, `the checker knows the method ${name}`);
    return method;
  }

  /// Calls the value that a function is, which is known but for what it holds.
  private callClosure({ def }: UserFunction, e: Call, d: Slot): void {
    const target = this.operand(
      e.callee,
      e.args.map((argument) => argument.value),
    );
    const base = this.window(def.parameters.length);
    const names = def.parameters.map((parameter) => parameter.name.name);
    const given = this.arrange(names, e.args, base);
    // What is missing between the arguments is put in, but for a default that the function's value holds.
    const count = Math.max(0, ...[...given].map((k) => k + 1));
    const kept = target.in === d.in && target.index === d.index ? this.moved(target) : target;
    for (let k = 0; k < count; k++) {
      const fallback = this.shared.defaults.get(def)?.[k];
      if (given.has(k)) continue;
      const slot = { in: "frame", index: base + k } as const;
      if (fallback === undefined) this.unset(slot);
      else this.emit(isa.MOVE, slot, fallback);
    }
    this.emit(isa.CALLV, d, kept, base, count);
  }

  private callFunction({ def }: UserFunction, e: Call, d: Slot): void {
    const base = this.window(Math.max(def.parameters.length, e.args.length));
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
      if (fallback === undefined) this.unset({ in: "frame", index: base + k });
      else this.emit(isa.MOVE, { in: "frame", index: base + k }, fallback);
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
    for (const [variable, slot] of back) this.emit(isa.HAND, variable, slot);
    for (const [k, name] of this.shared.aliases.all.length === 0 ? [] : variablesGiven(e, def)) {
      const variable = this.meaning(name);
      if (this.shared.references?.changes(def, k) === true && isVariable(variable)) this.mirror(variable);
    }
    if (result !== d) this.emit(isa.MOVE, d, result);
  }

  /// Takes the value of a slot away, as that of a parameter for which a classic program gives nothing.
  private unset(slot: Slot): void {
    this.emit(isa.MOVE, slot, this.shared.constants.none);
    this.emit(isa.CLEAR, slot);
  }

  /// The variables that a call hands over by reference, by the index of the parameter.
  private given(e: Call, def: Def): ReadonlyMap<number, Slot> {
    const given = new Map<number, Slot>();
    if (this.shared.references === null) return given;
    for (const [k, name] of variablesGiven(e, def)) {
      const variable = this.meaning(name);
      if (isVariable(variable)) given.set(k, this.variableSlot(variable));
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
    native: natives.Native,
    args: readonly Argument[],
    d: Slot,
    receiver: readonly Expression[],
  ): void {
    const given = [...receiver, ...args.map(({ value }) => value)];
    if (this.iteration(native, given, d)) return;
    if (natives.takesAnyName(native) && args.some(({ name, value }) => name !== undefined || isDouble(value))) {
      return this.namedEntries(native, args, d, receiver);
    }
    if (this.goesByElement(native, args)) return this.sendElements(native, args, d);
    if (native.named === true && args.some(({ name }) => name !== undefined)) return this.callNamed(args, d, receiver);
    if (native === PRINT && args.some(({ name }) => name !== undefined)) return this.printWith(args, d);
    const names = native.parameters.map((parameter) => parameter.name).slice(receiver.length);
    const keywords = args.filter((argument) => argument.name !== undefined);
    const last = Math.max(-1, ...keywords.map((argument) => names.indexOf(argument.name?.name ?? "")));
    const written = receiver.length + Math.max(args.length - keywords.length, last + 1);
    // A classic program may write fewer or more than there are parameters.
    const { least, most } = arity(native);
    const count = Math.min(most, Math.max(least, written));
    const base = this.window(Math.max(written, count));
    receiver.forEach((e, k) => {
      this.into(e, { in: "frame", index: base + k });
    });
    const arranged = this.arrange(names, args, base + receiver.length);
    for (const { argument, index, by } of this.shared.iteration.goesThrough(native, { args }))
      this.makeWhole(argument, { in: "frame", index: base + index }, by);
    for (let k = 0; k < count - receiver.length; k++) {
      const slot = { in: "frame", index: base + receiver.length + k } as const;
      if (arranged.has(k)) continue;
      // None stands for an argument that is left out before one that is not.
      if (native.parameters[receiver.length + k]?.optional === true)
        this.emit(isa.MOVE, slot, this.shared.constants.none);
      else this.unset(slot);
    }
    const text = this.textForm(native);
    if (text !== undefined && count === 1) return this.emit(isa.TEXT, d, { in: "frame", index: base }, text);
    this.emit(this.asksObjects(native) ? isa.SPECIAL : isa.NATIVE, d, native.number, base, count);
  }

  /// Whether a class of the program may have a method for what a native does with its first argument.
  private asksObjects({ number }: natives.Native): boolean {
    return CALLING_NATIVES.has(number) || this.shared.classes.has(...(NATIVE_METHODS.get(number) ?? []));
  }

  /// The form of the instruction that makes text, if a class of the program has a say in what a native gives.
  private textForm({ module, name }: natives.Native): number | undefined {
    if (module !== "builtins" || !this.shared.classes.makeText) return undefined;
    return name === "str" ? TEXT_OF_STR : name === "repr" ? TEXT_OF_REPR : undefined;
  }

  /// text.format(…) with named arguments, which become the last ones.
  private callNamed(args: readonly Argument[], d: Slot, receiver: readonly Expression[]): void {
    const ordered = [
      ...args.filter(({ name }) => name === undefined),
      ...args.filter(({ name }) => name !== undefined),
    ];
    const names = ordered.flatMap(({ name }) => (name === undefined ? [] : [name.name]));
    const base = this.window(receiver.length + 1 + args.length);
    const put = (e: Expression, k: number): void => this.into(e, { in: "frame", index: base + k });
    receiver.forEach(put);
    this.emit(isa.MOVE, { in: "frame", index: base + 1 }, this.shared.constants.string(names.join(",")));
    ordered.forEach(({ value }, k) => {
      put(value, receiver.length + 1 + k);
    });
    this.emit(isa.NATIVE, d, FORMAT_NAMED.number, base, receiver.length + 1 + args.length);
  }

  /// dict(x, a=1, **d) and table.update(x, a=1): the named arguments are entries of their own.
  private namedEntries(
    native: natives.Native,
    args: readonly Argument[],
    d: Slot,
    receiver: readonly Expression[],
  ): void {
    const [table] = receiver;
    const others = args.map(({ value }) => value);
    const target = table === undefined ? this.temporary() : this.operand(table, others);
    const plain = args.filter(({ name, value }) => name === undefined && !isDouble(value));
    const base = this.window(plain.length + 1);
    const result = table === undefined ? target : this.temporary();
    if (table !== undefined) this.emit(isa.MOVE, { in: "frame", index: base }, target);
    const first = table === undefined ? base : base + 1;
    plain.forEach(({ value }, k) => {
      this.into(value, { in: "frame", index: first + k });
    });
    if (table === undefined || plain.length > 0) {
      this.emit(isa.NATIVE, result, native.number, base, plain.length + receiver.length);
    }
    for (const { name, value } of args) {
      const before = this.next;
      if (name !== undefined) {
        const computed = this.value(value);
        this.at(name, () => this.emit(isa.SETINDEX, target, this.shared.constants.string(name.name), computed));
      } else if (isDouble(value)) this.merge(target, value as Starred);
      this.next = before;
    }
    this.emit(isa.MOVE, d, table === undefined ? target : this.shared.constants.none);
  }

  /// A call of `print` with `sep=` or `end=` that is a part of an expression.
  private printWith(args: readonly Argument[], d: Slot): void {
    const { values, sep, end } = printArguments(args);
    const base = this.window(values.length + 2);
    [sep, end, ...values].forEach((value, k) => {
      const slot = { in: "frame", index: base + k } as const;
      if (value === undefined) this.emit(isa.MOVE, slot, this.shared.constants.none);
      else this.into(value, slot);
    });
    this.emit(isa.NATIVE, d, PRINT_WITH.number, base, values.length + 2);
  }

  /// Whether a classic program says how many elements of a list it sends: they go one by one.
  private goesByElement(native: natives.Native, args: readonly Argument[]): boolean {
    const isClassic = this.shared.program.dialect === "classic";
    return isClassic && (native === SEND || native === SENDRECV) && args.length > 2;
  }

  /// send(data, pid, n) is n times send(data[i], pid), and sendrecv gives a list of what has come; with None for n it is one
  /// value that goes.
  private sendElements(native: natives.Native, args: readonly Argument[], d: Slot): void {
    const names = native.parameters.map((parameter) => parameter.name);
    const given = this.window(Math.max(args.length, names.length));
    this.arrange(names, args, given);
    const argument = (k: number): Slot => ({ in: "frame", index: given + k });
    const whole = new Label();
    const next = new Label();
    const end = new Label();
    this.emit(isa.JIS, argument(2), this.shared.constants.none, whole);
    const result = native === SENDRECV ? this.temporary() : undefined;
    if (result !== undefined) this.emit(isa.LIST, result, 0, 0);
    const counter = this.window(3);
    this.emit(isa.MOVE, { in: "frame", index: counter }, this.shared.constants.int(0));
    this.emit(isa.MOVE, { in: "frame", index: counter + 1 }, argument(2));
    this.emit(isa.MOVE, { in: "frame", index: counter + 2 }, this.shared.constants.int(1));
    this.emit(isa.COUNTER, counter);
    const index = this.temporary();
    const message = this.window(2);
    const got = this.temporary();
    const done = new Label();
    this.code.place(next);
    this.emit(isa.STEP, index, counter, done);
    this.emit(isa.INDEX, { in: "frame", index: message }, argument(0), index);
    this.emit(isa.MOVE, { in: "frame", index: message + 1 }, argument(1));
    this.emit(isa.NATIVE, got, native.number, message, 2);
    if (result !== undefined) this.emit(isa.APPEND, result, got);
    this.emit(isa.JUMP, next);
    this.code.place(done);
    this.emit(isa.MOVE, d, result ?? this.shared.constants.none);
    this.emit(isa.JUMP, end);
    this.code.place(whole);
    this.emit(isa.MOVE, { in: "frame", index: message }, argument(0));
    this.emit(isa.MOVE, { in: "frame", index: message + 1 }, argument(1));
    this.emit(isa.NATIVE, d, native.number, message, 2);
    this.code.place(end);
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
      const slot = { in: "frame", index: base + index } as const;
      const { value } = argument;
      const variable = byReference && value.kind === "Name" ? this.meaning(value) : undefined;
      // It may have no value yet: only who reads it needs one.
      if (variable !== undefined && isVariable(variable)) {
        last.push(() => this.at(value, () => this.emit(isa.HAND, slot, this.variableSlot(variable))));
      } else this.into(value, slot);
    });
    for (const put of last) put();
    return given;
  }
}

/// The arguments as our function has them that a call of a built-in becomes: several sources or candidates are one tuple, and the
/// list of a method is the first one.
function asOurs(e: Call, { name }: UserFunction): Call {
  const { from, to } = e;
  if (/^_(sort|extend)(_of)?$/.test(name) && e.callee.kind === "Attribute") {
    return { ...e, args: [{ value: e.callee.object, from, to }, ...e.args] };
  }
  if (name === "_set_all" && e.callee.kind === "Attribute" && e.callee.object.kind === "Attribute") {
    return { ...e, args: [{ value: e.callee.object.object, from, to }, ...e.args] };
  }
  const tuple = (args: readonly Argument[]): Argument => {
    const elements = args.map(({ value }) => value);
    return { value: { kind: "Tuple", elements, from, to }, from, to };
  };
  if (name === "_map_padded") return { ...e, args: [...e.args.slice(0, 1), tuple(e.args.slice(1))] };
  const plain = e.args.filter((argument) => argument.name === undefined);
  if (!name.startsWith("_zip") && (plain.length < 2 || !/^_(max|min)/.test(name))) return e;
  return { ...e, args: [tuple(plain), ...e.args.filter((argument) => argument.name !== undefined)] };
}

function isDouble(value: Expression): boolean {
  return value.kind === "Starred" && value.double === true;
}

function isVariable({ kind }: Meaning): boolean {
  return kind === "local" || kind === "module-variable" || kind === "element";
}
