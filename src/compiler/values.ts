import { assert, unreachable } from "../base/assert.ts";
import { exceptionNumber } from "../bytecode/exceptions.ts";
import * as isa from "../bytecode/isa.ts";
import { isType } from "../bytecode/natives.ts";
import type { Raising } from "../language/forgiven.ts";
import type { LocalVariable, Meaning, UserFunction } from "../language/program.ts";
import type { Def, Expression } from "../language/tree.ts";
import type { Slot } from "./assembler.ts";
import { givesName, literalSlot, mayCallFunction } from "./facts.ts";
import { firstDefault, hasOwnDefaults, isStarred } from "./shapes.ts";
import { SlotCode } from "./slots.ts";

// Forms of the instruction that makes text (isa.ts); the last makes it only of objects.
export const TEXT_OF_STR = 0;
export const TEXT_OF_REPR = 1;
const TEXT_OF_OBJECTS = 2;

/// Expressions whose result is made in several steps, in the slot where it is to be.
const IN_STEPS: ReadonlySet<Expression["kind"]> = new Set([
  "Logical",
  "Conditional",
  "Compare",
  "Comprehension",
  "Named",
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

  /// The same for a value that is shown: an object whose class makes its text is that text.
  protected intoText(e: Expression, target: Slot, form = TEXT_OF_OBJECTS): void {
    this.into(e, target);
    this.asText(e, target, form);
  }

  /// Makes the text of what an expression has put into a slot.
  protected asText(e: Expression, target: Slot, form = TEXT_OF_OBJECTS): void {
    if (e.kind === "String" || e.kind === "FString" || !this.shared.classes.makeText) return;
    this.at(e, () => this.emit(isa.TEXT, target, target, form));
  }

  /// A slot with the expression's value, safe from what the expressions evaluated after it may change.
  protected operand(e: Expression, after: readonly Expression[]): Slot {
    const slot = this.value(e);
    return this.isExposed(slot, after) ? this.moved(slot) : slot;
  }

  /// Whether a function that an expression calls may change what is in a slot: a variable of the module, and where
  /// variables are handed over by reference any.
  protected isExposed(slot: Slot, after: readonly Expression[]): boolean {
    if (slot.in === "constants" || this.isTemporary(slot)) return false;
    if (this.shared.program.namesInExpressions && after.some(givesName)) return true;
    const isVariable = this.shared.references === null ? slot.in === "globals" : true;
    return isVariable && after.some((later) => mayCallFunction(later, this.shared.program));
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
    if (this.shared.program.failures.has(e)) return undefined;
    const literal = literalSlot(e, this.shared.constants);
    if (literal !== undefined) return literal;
    if (e.kind === "Name") {
      const meaning = this.meaning(e);
      return this.cellOf(meaning) === undefined ? this.named(meaning) : undefined;
    }
    if (e.kind === "Lambda" && !this.shared.program.closures.has(e.def))
      return this.shared.constants.function(this.numberOf(e.def));
    if (e.kind === "Attribute") {
      const symbol = this.shared.program.meaning.get(e.name);
      if (symbol !== undefined) return this.named(symbol);
    }
    return undefined;
  }

  /// Raises what a part of the tree is known to raise when it is reached.
  protected fails({ exception, text }: Raising): void {
    const { constants } = this.shared;
    const argument = this.window(1);
    const made = this.temporary();
    this.emit(isa.MOVE, { in: "frame", index: argument }, constants.string(text));
    this.emit(isa.CALLV, made, constants.class(exceptionNumber(exception)), argument, 1);
    this.emit(isa.RAISE, made);
  }

  /// Makes a function value of its own: cells of variables of functions around it, and defaults if they are computed here.
  protected closure(def: Def, d: Slot): void {
    const { captures, program } = this.shared;
    const cells = captures.of(def);
    const plain = def.parameters.filter(({ kind }) => !isStarred(kind));
    const defaults = hasOwnDefaults(program, def) ? plain.slice(firstDefault(plain)) : [];
    const before = this.next;
    const base = this.window(cells.length + defaults.length);
    cells.forEach((variable, k) => {
      this.emit(isa.MOVE, { in: "frame", index: base + k }, this.variableSlot(variable));
    });
    defaults.forEach(({ fallback }, k) => {
      const slot = { in: "frame", index: base + cells.length + k } as const;
      if (fallback !== undefined) this.into(fallback, slot);
      else if (this.shared.unset !== undefined) this.emit(isa.HAND, slot, this.shared.unset);
    });
    this.emit(isa.CLOSURE, d, this.numberOf(def), base, cells.length + defaults.length);
    this.next = before;
  }

  /// The variable whose cell a name's value is in, if it is in one.
  protected cellOf(meaning: Meaning): Meaning | undefined {
    const variable = meaning.kind === "function" ? this.variableOf(meaning) : meaning;
    return variable !== undefined && this.isInCell(variable) ? variable : undefined;
  }

  /// The variable that holds a function which is a value of its own each time it is defined.
  protected variableOf({ def, variable }: UserFunction): LocalVariable | undefined {
    return this.shared.program.closures.has(def) ? variable : undefined;
  }

  private named(symbol: Meaning): Slot {
    const { constants } = this.shared;
    switch (symbol.kind) {
      case "local":
      case "module-variable":
      case "element":
        return this.variableSlot(symbol);
      case "function": {
        const variable = this.variableOf(symbol);
        if (variable !== undefined) return this.variableSlot(variable);
        return constants.function(this.numberOf(symbol.def));
      }
      case "class": {
        const number = this.shared.classes.numberOf(symbol);
        assert(number !== undefined, `${symbol.name} is reached`);
        return constants.class(number);
      }
      case "singleton":
        return constants.singleton(symbol.value);
      case "native":
        if (isType(symbol.native)) return constants.type(symbol.native.number);
        return constants.native(symbol.native.number);
      case "exception":
        return constants.class(symbol.number);
      case "constant":
        return constants.named(symbol.value);
      case "module":
        return assert(false, "the checker refuses a module as a value") as never;
      default:
        return unreachable(symbol);
    }
  }

  /// The number of a function in the image.
  protected numberOf(def: Def): number {
    const number = this.shared.functions.get(def);
    assert(number !== undefined, `${def.name.name} is reached`);
    return number;
  }
}
