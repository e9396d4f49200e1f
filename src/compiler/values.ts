import { assert, unreachable } from "../base/assert.ts";
import * as isa from "../bytecode/isa.ts";
import { isType } from "../bytecode/natives.ts";
import type { Meaning, UserFunction } from "../language/program.ts";
import type { Expression } from "../language/tree.ts";
import type { Slot } from "./assembler.ts";
import { literalSlot, mayCallFunction } from "./facts.ts";
import { SlotCode } from "./slots.ts";

/// Expressions whose result is made in several steps, in the slot where it is to be.
const IN_STEPS: ReadonlySet<Expression["kind"]> = new Set([
  "Logical",
  "Conditional",
  "Compare",
  "Comprehension",
  "Dict",
  "Set",
]);

/// Brings the value of an expression to a slot: a variable's or constant's own where it is only read, else a temporary.
export abstract class ValueCode extends SlotCode {
  /// Computes an expression that is neither a variable nor a constant into a slot.
  protected abstract compute(e: Expression, d: Slot): void;

  /// Computes an expression into a slot of one's choice.
  protected into(e: Expression, target: Slot): void {
    const slot = this.value(e, target);
    assert(slot === target, "the value is where it was wanted");
  }

  /// A slot with the expression's value, safe from what the expressions evaluated after it may change.
  protected operand(e: Expression, after: readonly Expression[]): Slot {
    const slot = this.value(e);
    return this.isExposed(slot, after) ? this.moved(slot) : slot;
  }

  /// Whether a function that an expression calls may change what is in a slot: a variable of the module, and where
  /// variables are handed over by reference any.
  protected isExposed(slot: Slot, after: readonly Expression[]): boolean {
    const isVariable = this.shared.references === null ? slot.in === "globals" : slot.in !== "constants";
    return isVariable && !this.isTemporary(slot) && after.some((later) => mayCallFunction(later, this.shared.program));
  }

  /// A slot that holds the expression's value: `target` if one is given.
  protected value(e: Expression, target?: Slot): Slot {
    const known = this.known(e);
    if (known !== undefined) {
      if (target === undefined) return known;
      this.at(e, () => this.emit(isa.MOVE, target, known));
      return target;
    }
    const before = this.next;
    // What is computed in several steps must not touch a variable before the last of them.
    const direct = target !== undefined && !IN_STEPS.has(e.kind);
    const result = target !== undefined && (direct || this.isTemporary(target)) ? target : this.temporary();
    const after = this.next;
    this.at(e, () => this.compute(e, result));
    this.next = target === undefined ? after : before;
    if (target === undefined || result === target) return result;
    this.emit(isa.MOVE, target, result);
    return target;
  }

  /// The slot of what needs no computing: a variable or a constant.
  private known(e: Expression): Slot | undefined {
    const literal = literalSlot(e, this.shared.constants);
    if (literal !== undefined) return literal;
    if (e.kind === "Name") return this.named(this.meaning(e));
    if (e.kind === "Attribute") {
      const symbol = this.shared.program.meaning.get(e.name);
      if (symbol !== undefined) return this.named(symbol);
    }
    return undefined;
  }

  private named(symbol: Meaning): Slot {
    const { constants } = this.shared;
    switch (symbol.kind) {
      case "local":
      case "module-variable":
      case "element":
        return this.variableSlot(symbol);
      case "function":
        return constants.function(this.functionIndex(symbol));
      case "native":
        if (isType(symbol.native)) return constants.type(symbol.native.number);
        return constants.native(symbol.native.number);
      case "constant":
        return constants.real(symbol.value);
      case "module":
        return assert(false, "the checker refuses a module as a value") as never;
      default:
        return unreachable(symbol);
    }
  }

  protected functionIndex(symbol: UserFunction): number {
    const index = this.shared.functions.get(symbol.def);
    assert(index !== undefined, `${symbol.name} is reached`);
    return index;
  }
}
