import { assert } from "../base/assert.ts";
import type { Span } from "../base/span.ts";
import * as isa from "../bytecode/isa.ts";
import { LIST, SET_PLAIN } from "../bytecode/natives.ts";
import type { Meaning } from "../language/program.ts";
import type { Expression, Index, Slice } from "../language/tree.ts";
import type { Label, Slot } from "./assembler.ts";

import { CallCode } from "./calls.ts";
import { objectOfDict } from "./dict-updates.ts";
import { isRangeCall } from "./facts.ts";

/// Assigns to targets and deletes them, also at the head of a loop, in a statement or a comprehension.
export abstract class TargetCode extends CallCode {
  /// Assigns what is in a slot to a target.
  protected store(target: Expression, value: Slot): void {
    switch (target.kind) {
      case "Name":
        return this.assignTo(this.meaning(target), value);
      case "Index": {
        if (this.hasIndices(target)) {
          const { object, base, count } = this.indices(target);
          this.at(target, () => this.emit(isa.SETELEMENT, object, base, count, value));
          return;
        }
        const owner = objectOfDict(target.object);
        if (owner !== undefined) {
          const holder = this.operand(owner, [target.index]);
          return this.setByName(target, holder, this.value(target.index), value);
        }
        const object = this.operand(target.object, [target.index]);
        const index = this.value(target.index);
        this.at(target, () => this.emit(isa.SETINDEX, object, index, value));
        return;
      }
      case "Attribute": {
        const object = this.value(target.object);
        const name = this.shared.constants.string(target.name.name);
        this.at(target, () => this.emit(isa.SETATTR, object, name, value));
        return;
      }
      case "Slice": {
        const { object, base } = this.sliceParts(target);
        this.at(target, () => this.emit(isa.SETSLICE, object, base, value));
        return;
      }
      case "Tuple":
      case "List": {
        const base = this.window(target.elements.length);
        this.unpack(target.elements, value, base);
        target.elements.forEach((element, k) => {
          const part = { in: "frame", index: base + k } as const;
          if (element.kind === "Starred") this.store(element.value, part);
          else this.store(element, this.spreadElement(element, part));
        });
        return;
      }
      default:
        assert(false, `the checker refuses ${target.kind} as a target`);
    }
  }

  /// x.__dict__[name] = value
  protected setByName(target: Index, ...given: readonly [holder: Slot, name: Slot, value: Slot]): void {
    const base = this.window(3);
    given.forEach((slot, k) => {
      this.emit(isa.MOVE, { in: "frame", index: base + k }, slot);
    });
    this.at(target, () => this.emit(isa.SPECIAL, this.temporary(), SET_PLAIN.number, base, 3));
  }

  /// Spreads a value over slots, of which one may take what the others leave.
  private unpack(targets: readonly Expression[], value: Slot, base: number): void {
    const star = targets.findIndex(({ kind }) => kind === "Starred");
    if (star < 0) return this.emit(isa.UNPACK, base, value, targets.length);
    const argument = this.window(1);
    const list = this.temporary();
    this.emit(isa.MOVE, { in: "frame", index: argument }, value);
    this.emit(isa.NATIVE, list, LIST.number, argument, 1);
    this.emit(isa.UNPACKEX, base, list, star, targets.length - 1 - star);
  }

  protected delete(target: Expression): void {
    switch (target.kind) {
      case "Name":
        return this.forget(this.meaning(target));
      case "Index": {
        const object = this.operand(target.object, [target.index]);
        const index = this.value(target.index);
        return this.at(target, () => this.emit(isa.DELINDEX, object, index));
      }
      case "Attribute": {
        const object = this.value(target.object);
        const name = this.shared.constants.string(target.name.name);
        return this.at(target, () => this.emit(isa.DELATTR, object, name));
      }
      case "Slice": {
        const { object, base } = this.sliceParts(target);
        return this.at(target, () => this.emit(isa.DELSLICE, object, base));
      }
      default:
        assert(false, `the parser refuses to delete ${target.kind}`);
    }
  }

  private forget(variable: Meaning): void {
    this.emit(this.isInCell(variable) ? isa.CLEARCELL : isa.CLEAR, this.variableSlot(variable));
  }

  /// Whether an element is one of a classic program's arrays, to which all indices must come at once.
  protected hasIndices(e: Index): boolean {
    return this.shared.program.dialect === "classic" && (this.shared.hasArrays || e.object.kind === "Index");
  }

  /// What is before all the indices of an element, and the slots with these.
  protected indices(e: Index, after: readonly Expression[] = []): { object: Slot; base: number; count: number } {
    const indices = [e.index];
    let root = e.object;
    for (; root.kind === "Index"; root = root.object) indices.unshift(root.index);
    const object = this.operand(root, [...indices, ...after]);
    const base = this.window(indices.length);
    indices.forEach((index, k) => {
      this.into(index, { in: "frame", index: base + k });
    });
    return { object, base, count: indices.length };
  }

  /// The object of a slice, and the first of the three slots with its bounds and step.
  protected sliceParts(e: Slice, after: readonly Expression[] = []): { object: Slot; base: number } {
    const parts = [e.lower, e.upper, e.step].filter((part) => part !== undefined);
    const object = this.operand(e.object, [...parts, ...after]);
    const base = this.window(3);
    [e.lower, e.upper, e.step].forEach((part, k) => {
      const slot = { in: "frame", index: base + k } as const;
      if (part === undefined) this.emit(isa.MOVE, slot, this.shared.constants.none);
      else this.into(part, slot);
    });
    return { object, base };
  }

  /// The head of a loop: each turn begins at `next`, and after the last it goes on at `end`.
  protected startLoop(target: Expression, iterable: Expression, next: Label, end: Label): void {
    const range = isRangeCall(iterable, this.shared.program);
    const state = this.window(range === undefined ? 2 : 3);
    if (range !== undefined) {
      this.at(iterable, () => this.counter(range, state));
    } else {
      const before = this.next;
      this.at(iterable, () => this.emit(isa.ITER, state, this.value(iterable)));
      this.next = before;
    }
    this.code.place(next);
    const variable = target.kind === "Name" ? this.meaning(target) : undefined;
    const isDirect = variable !== undefined && !this.isInCell(variable);
    const element = isDirect ? this.variableSlot(variable) : this.temporary();
    this.at(spanning(target, iterable), () => {
      this.emit(range === undefined ? isa.NEXT : isa.STEP, element, state, end);
      if (!isDirect) this.store(target, this.spreadElement(target, element));
    });
  }

  private counter(args: readonly Expression[], state: number): void {
    const { constants } = this.shared;
    const parts = args.length === 1 ? [undefined, args[0]] : args;
    for (let k = 0; k < 3; k++) {
      const slot = { in: "frame", index: state + k } as const;
      const part = parts[k];
      if (part === undefined) this.emit(isa.MOVE, slot, constants.int(k === 2 ? 1 : 0));
      else this.into(part, slot);
    }
    this.emit(isa.COUNTER, state);
  }
}

function spanning(from: Span, to: Span): Span {
  return { from: from.from, to: to.to };
}
