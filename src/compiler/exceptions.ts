import { assert } from "../base/assert.ts";
import * as isa from "../bytecode/isa.ts";
import { CURRENT_EXCEPTION, TYPE } from "../bytecode/natives.ts";
import type { Assert, Block, Expression, Handler, Name, Raise, Try, With } from "../language/tree.ts";
import { Label, type Slot } from "./assembler.ts";
import { ExpressionCode } from "./expressions.ts";

// `try`, `raise`, and how blocks are left. A `try` costs nothing while nothing goes wrong: which instructions it protects
// stands in a table of the image. The exception comes into a slot of the frame, and the core goes on at the handler.
//
// A `finally` has one copy of its code. A slot says how it goes on at the end: None goes on behind it, an exception is raised
// again, a number stands for a `break`, `continue` or `return` that leads out through it.

export interface Loop {
  readonly next: Label;
  readonly end: Label;
}

/// Where a statement leads that leaves the blocks around it.
type Exit = { readonly to: "end" | "next"; readonly loop: Loop } | { readonly to: "return"; readonly loop?: undefined };

/// What stands around a statement in its function, from the outside to the inside.
type Around =
  | { readonly kind: "loop"; readonly loop: Loop }
  /// The block of an `except`: the exception that it handles, and the variable that is deleted when it ends.
  | { readonly kind: "handler"; readonly exception: Slot; readonly name: Name | undefined }
  | { readonly kind: "finally"; readonly final: Final };

interface Final {
  readonly start: Label;
  /// How it goes on at the end …
  readonly how: Slot;
  /// … and what a `return` gives that leads through it.
  readonly result: Slot;
  /// The exits that lead through it; the n-th has the number n.
  readonly exits: Exit[];
}

/// Makes the code of statements that have to do with exceptions.
export abstract class ExceptionCode extends ExpressionCode {
  private readonly around: Around[] = [];
  /// How many protected ranges are being made.
  private protections = 0;

  protected abstract block(block: Block): void;
  /// Ends the function.
  protected abstract giveBack(value: Slot): void;

  /// Runs something that stands in a loop.
  protected inLoop(loop: Loop, make: () => void): void {
    this.within({ kind: "loop", loop }, make);
  }

  private within(one: Around, make: () => void): void {
    this.around.push(one);
    make();
    this.around.pop();
  }

  protected leaveLoop(to: "end" | "next"): void {
    const inner = this.around.findLast((one) => one.kind === "loop");
    assert(inner !== undefined, "the checker keeps break and continue inside loops");
    this.leave({ to, loop: inner.loop });
  }

  /// A `return`.
  protected leaveFunction(value: Slot): void {
    this.leave({ to: "return" }, this.around.some((one) => this.deletes(one, value)) ? this.moved(value) : value);
  }

  /// Whether a slot is that of the variable of an `except`, which is deleted when its block is left.
  private deletes(one: Around, slot: Slot): boolean {
    if (one.kind !== "handler" || one.name === undefined) return false;
    const variable = this.variableSlot(this.meaning(one.name));
    return variable.in === slot.in && variable.index === slot.index;
  }

  /// Goes where an exit leads, through all blocks that must be ended first. Only a `return` has a value.
  private leave(exit: Exit, value?: Slot): void {
    for (let k = this.around.length - 1; k >= 0; k--) {
      const one = this.around[k] as Around;
      if (one.kind === "loop" && one.loop === exit.loop) return this.emit(isa.JUMP, exit.loop[exit.to]);
      if (one.kind === "handler") this.endName(one.name);
      if (one.kind !== "finally") continue;
      const { exits, result, how, start } = one.final;
      const known = exits.findIndex((other) => other.to === exit.to && other.loop === exit.loop);
      if (known < 0) exits.push(exit);
      if (value !== undefined) this.emit(isa.MOVE, result, value);
      this.emit(isa.MOVE, how, this.shared.constants.int(known < 0 ? exits.length - 1 : known));
      return this.emit(isa.JUMP, start);
    }
    assert(value !== undefined, "a loop's block stands between its break and the function");
    this.giveBack(value);
  }

  /// Deletes the variable of an `except`, whether or not the block has done so.
  private endName(name: Name | undefined): void {
    if (name === undefined) return;
    this.store(name, this.shared.constants.none);
    this.delete(name);
  }

  protected try(statement: Try): void {
    if (statement.final === undefined) return this.handled(statement);
    const final: Final = { start: new Label(), how: this.temporary(), result: this.temporary(), exits: [] };
    this.protect(final.how, final.start, () => this.within({ kind: "finally", final }, () => this.handled(statement)));
    if (this.code.endsOpen) this.emit(isa.MOVE, final.how, this.shared.constants.none);
    this.code.place(final.start);
    const { final: block } = statement;
    this.handling(final.how, () => this.block(block));
    this.emit(isa.RERAISE, final.how);
    this.goOn(final);
  }

  /// Goes on where the exits through a `finally` lead; behind it if none was taken.
  private goOn(final: Final): void {
    final.exits.forEach((exit, number) => {
      const other = new Label();
      this.emit(isa.JISNOT, final.how, this.shared.constants.int(number), other);
      this.leave(exit, exit.to === "return" ? final.result : undefined);
      this.code.place(other);
    });
  }

  /// Both methods are found before one is called, and what the block is left by decides with what `__exit__` is.
  protected with({ manager, target, body }: With): void {
    const { constants } = this.shared;
    const { none } = constants;
    const object = this.value(manager);
    const enter = this.temporary();
    const exit = this.temporary();
    const entered = this.temporary();
    this.at(manager, () => {
      this.emit(isa.GETATTR, enter, object, constants.string("__enter__"));
      this.emit(isa.GETATTR, exit, object, constants.string("__exit__"));
      this.emit(isa.CALLV, entered, enter, this.window(0), 0);
    });
    const final: Final = { start: new Label(), how: this.temporary(), result: this.temporary(), exits: [] };
    const exception = this.temporary();
    const raised = new Label();
    const end = new Label();
    this.within({ kind: "finally", final }, () =>
      this.protect(exception, raised, () => {
        if (target !== undefined) this.at(target, () => this.store(target, entered));
        this.block(body);
      }),
    );
    if (this.code.endsOpen) this.emit(isa.MOVE, final.how, none);
    this.code.place(final.start);
    this.at(manager, () => this.callExit(exit, none, none));
    this.goOn(final);
    this.emit(isa.JUMP, end);
    this.code.place(raised);
    const kind = this.temporary();
    const asked = this.window(1);
    this.emit(isa.MOVE, { in: "frame", index: asked }, exception);
    this.emit(isa.NATIVE, kind, TYPE.number, asked, 1);
    const isTaken = this.at(manager, () => this.handling(exception, () => this.callExit(exit, kind, exception)));
    this.emit(isa.JTRUE, isTaken, end);
    this.emit(isa.RERAISE, exception);
    this.code.place(end);
  }

  private callExit(exit: Slot, kind: Slot, exception: Slot): Slot {
    const result = this.temporary();
    const base = this.window(3);
    [kind, exception, this.shared.constants.none].forEach((value, k) => {
      this.emit(isa.MOVE, { in: "frame", index: base + k }, value);
    });
    this.emit(isa.CALLV, result, exit, base, 3);
    return result;
  }

  /// A `try` without its `finally`.
  private handled({ body, handlers, otherwise }: Try): void {
    if (handlers.length === 0) {
      this.block(body);
      return;
    }
    const exception = this.temporary();
    const start = new Label();
    const end = new Label();
    this.protect(exception, start, () => this.block(body));
    if (otherwise !== undefined && this.code.endsOpen) this.block(otherwise);
    if (this.code.endsOpen) this.emit(isa.JUMP, end);
    this.code.place(start);
    for (const one of handlers) this.at(one, () => this.handler(one, exception, end));
    if (handlers.at(-1)?.type !== undefined) this.emit(isa.RERAISE, exception);
    this.code.place(end);
  }

  private handler({ type, name, body }: Handler, exception: Slot, end: Label): void {
    const other = new Label();
    if (type?.kind === "Tuple" && type.elements.length > 0) this.oneOf(type.elements, exception, other);
    else if (type !== undefined) this.unless(type, exception, other);
    if (name !== undefined) this.store(name, exception);
    this.handling(exception, () =>
      this.within({ kind: "handler", exception, name }, () => {
        if (this.mustForget(name)) this.forgetting(name, body);
        else this.block(body);
      }),
    );
    if (this.code.endsOpen) {
      this.endName(name);
      this.emit(isa.JUMP, end);
    }
    this.code.place(other);
  }

  /// Jumps unless an exception is of one of several types.
  private oneOf(types: readonly Expression[], exception: Slot, other: Label): void {
    const found = new Label();
    types.forEach((type, k) => {
      const next = k === types.length - 1 ? other : new Label();
      this.unless(type, exception, next);
      if (next === other) return;
      this.emit(isa.JUMP, found);
      this.code.place(next);
    });
    this.code.place(found);
  }

  private unless(type: Expression, exception: Slot, other: Label): void {
    const before = this.next;
    this.at(type, () => this.emit(isa.JOTHER, exception, this.value(type), other));
    this.next = before;
  }

  /// Whether what an exception out of the block of an `except` leads to may see its variable.
  private mustForget(name: Name | undefined): name is Name {
    if (name === undefined) return false;
    return this.protections > 0 || (this.owner !== undefined && this.meaning(name).kind !== "local");
  }

  private forgetting(name: Name, body: Block): void {
    const exception = this.temporary();
    const start = new Label();
    const end = new Label();
    this.protect(exception, start, () => this.block(body));
    if (this.code.endsOpen) this.emit(isa.JUMP, end);
    this.code.place(start);
    this.endName(name);
    this.emit(isa.RERAISE, exception);
    this.code.place(end);
  }

  /// Makes code of which exceptions come into a slot and are handled at a label.
  private protect(exception: Slot, handler: Label, make: () => void): void {
    const from = new Label();
    const to = new Label();
    this.code.mark(from);
    this.protections++;
    make();
    this.protections--;
    this.code.mark(to);
    this.code.protect({ from, to, handler, exception });
  }

  /// Makes code that runs while the exception in a slot is being handled.
  private handling<T>(exception: Slot, make: () => T): T {
    const from = new Label();
    const to = new Label();
    this.code.mark(from);
    const made = make();
    this.code.mark(to);
    this.code.handle({ from, to, exception });
    return made;
  }

  protected raise({ value, cause }: Raise): void {
    if (value === undefined) {
      const handled = this.around.findLast((one) => one.kind === "handler");
      if (handled !== undefined) return this.emit(isa.RERAISE, handled.exception);
      const current = this.temporary();
      this.asksHandled = true;
      this.emit(isa.NATIVE, current, CURRENT_EXCEPTION.number, this.window(0), 0);
      return this.emit(isa.RERAISE, current);
    }
    const raised = cause === undefined ? this.value(value) : this.operand(value, [cause]);
    if (cause === undefined) return this.emit(isa.RAISE, raised);
    this.emit(isa.RAISEFROM, raised, this.value(cause));
  }

  protected assert({ test, message }: Assert): void {
    const holds = new Label();
    this.at(test, () => this.branch(test, holds, true));
    this.emit(isa.FAIL, message === undefined ? this.shared.constants.none : this.value(message));
    this.code.place(holds);
  }
}
