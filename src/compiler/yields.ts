import { assert } from "../base/assert.ts";
import { exceptionNumber } from "../bytecode/exceptions.ts";
import * as isa from "../bytecode/isa.ts";
import * as natives from "../bytecode/natives.ts";
import type { Expression, Yield } from "../language/tree.ts";
import { Label, type Slot } from "./assembler.ts";
import { ValueCode } from "./values.ts";

/// More elements than there can be.
const ALL = 2147483647;

type FrameSlot = Extract<Slot, { readonly in: "frame" }>;

/// Makes the code of generators, and of what asks iterators for their values.
export abstract class YieldCode extends ValueCode {
  /// Whether the function whose code this is makes a generator when it is called.
  protected get isGenerator(): boolean {
    return this.owner?.generator === true;
  }

  /// A call gives the generator, whose place is behind the variables; what follows runs when that is asked for a value.
  startGenerator(): void {
    if (!this.isGenerator) return;
    const own = this.temporary();
    const begin = new Label();
    this.emit(isa.GENERATOR, own, begin);
    this.emit(isa.RETURN, own);
    this.code.place(begin);
  }

  protected yield(e: Yield, d: Slot): void {
    const value = e.value === undefined ? this.shared.constants.none : this.value(e.value);
    if (!e.all) return this.emit(isa.YIELD, d, value);
    const source = this.temporary();
    const given = this.temporary();
    const next = new Label();
    const give = new Label();
    const end = new Label();
    this.emit(isa.ITERATOR, source, value);
    this.emit(isa.MOVE, given, this.shared.constants.none);
    this.code.place(next);
    this.emit(isa.RESUME, given, source, given, end);
    if (this.shared.iteration.isThrownInto) this.passOn(source, given, give, end);
    this.emit(isa.YIELD, given, given);
    this.emit(isa.JUMP, next);
    this.code.place(end);
    this.emit(isa.RESULT, d, source);
  }

  /// Makes the code that gives what is thrown into a generator, while it yields from another one, to that; behind it stands the yield.
  private passOn(source: Slot, given: Slot, give: Label, end: Label): void {
    const thrown = this.temporary();
    const handler = new Label();
    const other = new Label();
    const to = new Label();
    this.emit(isa.JUMP, give);
    this.code.place(handler);
    this.emit(isa.JOTHER, thrown, this.shared.constants.class(exceptionNumber("GeneratorExit")), other);
    this.emit(isa.CLOSE, given, source);
    this.emit(isa.RERAISE, thrown);
    this.code.place(other);
    this.emit(isa.THROW, given, source, thrown, end);
    this.code.place(give);
    to.at = give.at + 1;
    this.code.protect({ from: give, to, handler, exception: thrown });
  }

  /// Makes a call of one of ePython's own functions and methods that are about iterators; false if it is another call.
  protected iteration(native: natives.Native, args: readonly Expression[], d: Slot): boolean {
    const [first, second] = args;
    if (first === undefined) return false;
    switch (native) {
      case natives.ITER:
        if (second !== undefined) return false;
        this.emit(isa.ITERATOR, d, this.value(first));
        return true;
      case natives.NEXT:
      case natives.SEND_TO: {
        const iterator = this.operand(first, second === undefined ? [] : [second]);
        const other = second === undefined ? undefined : this.value(second);
        const { none } = this.shared.constants;
        if (native === natives.NEXT) this.nextOf(iterator, none, other, d);
        else this.nextOf(iterator, other ?? none, undefined, d);
        return true;
      }
      case natives.THROW: {
        if (second === undefined) return false;
        const generator = this.operand(first, [second]);
        const thrown = args[2] === undefined ? this.value(second) : this.made(second, args[2]);
        this.orEnd(generator, undefined, d, (end) => this.emit(isa.THROW, d, generator, thrown, end));
        return true;
      }
      case natives.CLOSE:
        this.emit(isa.CLOSE, d, this.value(first));
        // What ended it, if it had to be told.
        this.emit(isa.MOVE, d, this.shared.constants.none);
        return true;
      default:
        return false;
    }
  }

  /// Whether an expression may give something whose values come one by one.
  protected mayComeOneByOne(e: Expression): boolean {
    const { iteration } = this.shared;
    return iteration.isLazy && iteration.mayBeLazy(e);
  }

  /// An exception of a class with an argument, as `throw` takes them beside each other; None stands for no argument.
  private made(type: Expression, argument: Expression): Slot {
    const made = this.temporary();
    this.into(type, made);
    const base = this.window(1);
    const isNone = new Label();
    this.into(argument, { in: "frame", index: base });
    this.emit(isa.JIS, { in: "frame", index: base }, this.shared.constants.none, isNone);
    this.emit(isa.CALLV, made, made, base, 1);
    this.code.place(isNone);
    return made;
  }

  /// Makes a list of what is in a frame slot if its values come one by one, by a function of modules/builtins.py. Further arguments
  /// of that stand in the slots behind.
  protected makeWhole(e: Expression, slot: FrameSlot, by: string, further = 0): void {
    if (this.mayComeOneByOne(e)) this.wholeOf(slot, by, further);
  }

  private wholeOf(slot: FrameSlot, by: string, further: number): void {
    const symbol = this.shared.program.own.get(by);
    assert(symbol !== undefined, `there is ${by}`);
    const isWhole = new Label();
    this.emit(isa.JEAGER, slot, isWhole);
    this.emit(isa.CALL, slot, this.numberOf(symbol.def), slot.index, 1 + further);
    this.code.place(isWhole);
  }

  /// What a value is looked for in: the elements of something that gives them one by one up to where the value is found.
  protected searchable(value: Slot, e: Expression, among: Slot): Slot {
    const { iteration } = this.shared;
    // Where an object may say itself what is in it, the machine finds out.
    if (!iteration.isLazy || iteration.hasObjects || !iteration.mayBeLazy(e)) return among;
    const index = this.window(2);
    const slot = { in: "frame", index } as const;
    const behind = { in: "frame", index: index + 1 } as const;
    this.emit(isa.MOVE, slot, among);
    this.emit(isa.MOVE, behind, value);
    this.makeWhole(e, slot, "_found", 1);
    return slot;
  }

  /// A value that is to be spread over several variables: of what gives its own one by one no more is taken than is needed.
  protected spreadable(targets: readonly Expression[], e: Expression, value: Slot): Slot {
    const { iteration } = this.shared;
    const [target] = targets;
    const isSpread = targets.length === 1 && (target?.kind === "Tuple" || target?.kind === "List");
    if (!isSpread || !iteration.isLazy || !iteration.mayBeLazy(e)) return value;
    return this.firstOf(target.elements, value);
  }

  /// The same for what a loop gives, and for parts of what has been spread: it may be an object that says how it is gone through.
  protected spreadElement(target: Expression, value: Slot): Slot {
    const isSpread = target.kind === "Tuple" || target.kind === "List";
    return isSpread && this.shared.iteration.hasObjects ? this.firstOf(target.elements, value) : value;
  }

  private firstOf(targets: readonly Expression[], value: Slot): Slot {
    const index = this.window(2);
    const slot = { in: "frame", index } as const;
    const takesAll = targets.some(({ kind }) => kind === "Starred");
    this.emit(isa.MOVE, slot, value);
    this.emit(isa.MOVE, { in: "frame", index: index + 1 }, this.shared.constants.int(takesAll ? ALL : targets.length));
    this.wholeOf(slot, "_first", 1);
    return slot;
  }

  /// The next value of an iterator, which is sent something; without a value, `otherwise` or a fault.
  private nextOf(iterator: Slot, sent: Slot, otherwise: Slot | undefined, d: Slot): void {
    this.orEnd(iterator, otherwise, d, (end) => this.emit(isa.RESUME, d, iterator, sent, end));
  }

  /// What asks an iterator for a value, and what is done if there is none.
  private orEnd(iterator: Slot, otherwise: Slot | undefined, d: Slot, ask: (end: Label) => void): void {
    const end = new Label();
    const done = new Label();
    ask(end);
    this.emit(isa.JUMP, done);
    this.code.place(end);
    if (otherwise === undefined) this.emit(isa.STOP, iterator);
    else this.emit(isa.MOVE, d, otherwise);
    this.code.place(done);
  }
}
