import { assert, unreachable } from "../base/assert.ts";
import type { Span } from "../base/span.ts";
import * as isa from "../bytecode/isa.ts";
import * as natives from "../bytecode/natives.ts";
import { INPLACE_METHODS } from "../bytecode/special-names.ts";
import { orderOf } from "../language/classes.ts";
import type { LocalVariable, UserClass } from "../language/program.ts";
import type {
  AugmentedAssign,
  BinaryOperator,
  Block,
  ClassDef,
  Def,
  Expression,
  For,
  FromImport,
  If,
  Import,
  Print,
  Statement,
  While,
} from "../language/tree.ts";
import { Label, type Slot } from "./assembler.ts";
import { objectOfDict } from "./dict-updates.ts";
import type { Loop } from "./exceptions.ts";
import type { Form } from "./forms.ts";
import type { Layout } from "./layout.ts";
import { PatternCode } from "./patterns.ts";
import type { Shared } from "./slots.ts";

// How the statements of a function are carried out, one after the other, and how it ends.

/// Instructions that change a set on the left of an operator, or a dictionary.
const CHANGING: ReadonlySet<number> = new Set([isa.OR, isa.AND, isa.XOR, isa.SUB]);

/// Makes the code of one function, or of the program's top level. Temporaries are given back after each statement.
export class FunctionCode extends PatternCode {
  private readonly handedBack: ReadonlyMap<number, Slot>;
  private readonly isMain: boolean;

  constructor(shared: Shared, layout: Layout, def?: Def, form?: Form) {
    super(shared, layout, form);
    this.isMain = def === undefined;
    this.owner = def;
    this.handedBack = (def && shared.handedBack.get(def)) ?? new Map();
  }

  /// The statements of a file of the project.
  statements(block: Block, file: number): void {
    this.file = file;
    this.block(block);
  }

  /// Nothing has another name when the program begins, nor a variable of a function when that does.
  startAliases(): void {
    const { aliases, constants } = this.shared;
    const starting = this.owner === undefined ? aliases.all : aliases.within(this.owner);
    for (const alias of starting) this.emit(isa.MOVE, this.isDone(alias), constants.bool(false));
  }

  /// Puts the function's own variables that functions in it use into cells.
  startCells(locals: readonly LocalVariable[], span: Span): void {
    this.at(span, () => this.makeCells(locals));
  }

  /// Ends a function: it gives None when it comes to its end.
  finishFunction(span: Span): void {
    this.at(span, () => this.giveBack(this.shared.constants.none));
  }

  /// Ends the program.
  finishProgram(span: Span): void {
    this.at(span, () => this.emit(isa.HALT));
  }

  protected override block(block: Block): void {
    for (const statement of block) {
      const before = this.next;
      this.at(statement, () => this.statement(statement));
      this.next = before;
    }
  }

  private statement(statement: Statement): void {
    switch (statement.kind) {
      case "Assign":
        this.assign(statement.targets, statement.value);
        return this.mirrorTargets(statement.targets);
      case "Declare":
        return;
      case "AugmentedAssign":
        this.augmentedAssign(statement);
        return this.mirrorTargets([statement.target]);
      case "Expression":
        if (this.alias(statement.value)) return;
        // A name alone is only read: it may have no value.
        if (statement.value.kind === "Name") return this.into(statement.value, this.temporary());
        this.value(statement.value);
        return;
      case "Print":
        return this.print(statement);
      case "If":
        return this.if(statement);
      case "While":
        return this.while(statement);
      case "For":
        return this.for(statement);
      case "Break":
        return this.leaveLoop("end");
      case "Continue":
        return this.leaveLoop("next");
      case "Return":
        return this.leaveFunction(
          statement.value === undefined ? this.shared.constants.none : this.value(statement.value),
        );
      case "Def":
        return this.def(statement);
      case "Class":
        return this.class(statement);
      case "Delete":
        for (const target of statement.targets) this.delete(target);
        return;
      case "Assert":
        return this.assert(statement);
      case "Try":
        return this.try(statement);
      case "With":
        return this.with(statement);
      case "Match":
        return this.match(statement);
      case "Raise":
        return this.raise(statement);
      case "Import":
      case "FromImport":
        return this.include(statement);
      case "Pass":
      case "Global":
      case "Nonlocal":
        return;
      default:
        unreachable(statement);
    }
  }

  private mirrorTargets(targets: readonly Expression[]): void {
    if (this.shared.aliases.all.length === 0) return;
    for (const target of targets) {
      if (target.kind === "Name") this.mirror(this.meaning(target));
      else if (isDisplay(target)) this.mirrorTargets(target.elements);
    }
  }

  /// Whether a statement is `alias(a, b)`, which is then carried out.
  private alias(e: Expression): boolean {
    const { aliases, constants } = this.shared;
    const alias = aliases.of(e);
    if (alias === undefined) return false;
    const { name, other } = alias;
    // A name has the data of the last one that it was made a name of.
    for (const one of aliases.naming(name)) this.emit(isa.MOVE, this.isDone(one), constants.bool(one === alias));
    this.emit(isa.MOVE, this.variableSlot(name), this.variableSlot(other));
    this.mirror(name);
    return true;
  }

  /// The text of a file that stands in place of its import; or what is wrong with that.
  private include(statement: Import | FromImport): void {
    const { modules, failures } = this.shared.program;
    const failure = failures.get(statement);
    if (failure !== undefined) return this.fails(failure);
    const included = modules.findIndex(({ importedAt }) => importedAt === statement);
    if (included < 0) return;
    const { file } = this;
    this.statements(modules[included]?.tree.body ?? [], included);
    this.file = file;
  }

  protected override giveBack(value: Slot): void {
    // In classic ePython it may stand outside of functions, and ends the program.
    if (this.isMain) return this.emit(isa.HALT);
    if (this.isGenerator) return this.emit(isa.FINISH, value);
    for (const [index, slot] of this.handedBack) this.emit(isa.HAND, slot, this.localSlot(index));
    this.emit(isa.RETURN, value);
  }

  private assign(targets: readonly Expression[], value: Expression): void {
    const [first] = targets;
    if (targets.length === 1 && first?.kind === "Name") {
      const variable = this.meaning(first);
      if (this.isInCell(variable)) this.assignTo(variable, this.value(value));
      else this.value(value, this.variableSlot(variable));
      return;
    }
    if (targets.length === 1 && first?.kind === "Index" && this.shared.program.dialect === "classic") {
      // The original finds the place first.
      if (this.hasIndices(first)) {
        const { object, base, count } = this.indices(first, [value]);
        const computed = this.value(value);
        this.at(first, () => this.emit(isa.SETELEMENT, object, base, count, computed));
        return;
      }
      const object = this.operand(first.object, [first.index, value]);
      const index = this.operand(first.index, [value]);
      const computed = this.value(value);
      this.at(first, () => this.emit(isa.SETINDEX, object, index, computed));
      return;
    }
    if (targets.length === 1 && first?.kind === "Index") {
      // Python computes the value first, then the list and the index.
      const computed = this.operand(value, [first.object, first.index]);
      this.store(first, computed);
      return;
    }
    if (targets.length === 1 && first?.kind === "Slice") {
      if (!this.mayComeOneByOne(value)) return this.store(first, this.value(value));
      const whole = { in: "frame", index: this.window(1) } as const;
      this.into(value, whole);
      this.makeWhole(value, whole, "_list");
      return this.store(first, whole);
    }
    if (targets.length === 1 && first?.kind === "Attribute") {
      return this.store(first, this.operand(value, [first.object]));
    }
    if (targets.length === 1 && first !== undefined && isDisplay(first) && isDisplay(value)) {
      const isOneEach = ![...first.elements, ...value.elements].some(({ kind }) => kind === "Starred");
      if (isOneEach && first.elements.length === value.elements.length) {
        // a, b = b, a: all values first, without making a tuple of them.
        const base = this.window(value.elements.length);
        value.elements.forEach((element, k) => {
          this.into(element, { in: "frame", index: base + k });
        });
        first.elements.forEach((target, k) => {
          const part = { in: "frame", index: base + k } as const;
          this.store(target, this.spreadable([target], value.elements[k] as Expression, part));
        });
        return;
      }
    }
    const computed = this.spreadable(targets, value, this.value(value));
    // With several targets, the first assignment must not change what the later ones get.
    const kept = targets.length > 1 && !this.isTemporary(computed) ? this.moved(computed) : computed;
    for (const target of targets) this.store(target, kept);
  }

  private augmentedAssign(statement: AugmentedAssign): void {
    const { target, op, value } = statement;
    if (target.kind === "Name") {
      const variable = this.meaning(target);
      const slot = this.isInCell(variable) ? this.value(target) : this.variableSlot(variable);
      const right = this.operandAfter(slot, value);
      this.changing(op, slot, right.left, right.right, value);
      if (this.isInCell(variable)) this.assignTo(variable, slot);
      return;
    }
    if (target.kind === "Attribute") {
      const object = this.operand(target.object, [value]);
      const name = this.shared.constants.string(target.name.name);
      const part = this.temporary();
      this.at(target, () => this.emit(isa.GETATTR, part, object, name));
      const right = this.value(value);
      this.changing(op, part, part, right, value);
      return this.emit(isa.SETATTR, object, name, part);
    }
    if (target.kind === "Slice") {
      const { object, base } = this.sliceParts(target, [value]);
      const part = this.temporary();
      this.at(target, () => this.emit(isa.SLICE, part, object, base));
      const right = this.value(value);
      this.changing(op, part, part, right, value);
      return this.emit(isa.SETSLICE, object, base, part);
    }
    assert(target.kind === "Index", `the checker refuses ${target.kind} as a target`);
    if (this.hasIndices(target)) {
      const { object, base, count } = this.indices(target, [value]);
      const element = this.temporary();
      this.at(target, () => this.emit(isa.ELEMENT, element, object, base, count));
      const right = this.value(value);
      this.changing(op, element, element, right, value);
      this.emit(isa.SETELEMENT, object, base, count, element);
      return;
    }
    const owner = objectOfDict(target.object);
    const holder = owner === undefined ? undefined : this.operand(owner, [target.index, value]);
    const object = holder === undefined ? this.operand(target.object, [target.index, value]) : this.temporary();
    if (holder !== undefined) this.emit(isa.GETATTR, object, holder, this.shared.constants.string("__dict__"));
    const index = this.operand(target.index, [value]);
    const element = this.temporary();
    this.at(target, () => this.emit(isa.INDEX, element, object, index));
    const right = this.value(value);
    this.changing(op, element, element, right, value);
    if (holder !== undefined) return this.setByName(target, holder, index, element);
    this.emit(isa.SETINDEX, object, index, element);
  }

  /// d = left op right, in place where the left side is a list, a set, a dictionary or an object that says so.
  private changing(op: BinaryOperator, d: Slot, left: Slot, given: Slot, value: Expression): void {
    const right = op === "+" && this.shared.iteration.isLazilyAdded(value) ? this.whole(value, given) : given;
    const opcode = op === "+" ? isa.ADDTO : this.opcodeOf(op);
    const method = INPLACE_METHODS.get(opcode);
    if (method !== undefined && this.shared.classes.has(method)) {
      this.emit(isa.INPLACE, d, left, right, this.shared.constants.string(method));
    }
    const isNumber = value.kind === "Int" || value.kind === "Real";
    if (CHANGING.has(opcode) && !isNumber && this.shared.hasTables) this.emit(isa.CHANGE, opcode, d, left, right);
    else this.emit(opcode, d, left, right);
  }

  private whole(value: Expression, given: Slot): Slot {
    const slot = { in: "frame", index: this.window(1) } as const;
    this.emit(isa.MOVE, slot, given);
    this.makeWhole(value, slot, "_list");
    return slot;
  }

  private operandAfter(slot: Slot, value: Expression): { left: Slot; right: Slot } {
    const left = this.isExposed(slot, [value]) ? this.moved(slot) : slot;
    return { left, right: this.value(value) };
  }

  private print(statement: Print): void {
    const { constants } = this.shared;
    const special = statement.sep !== undefined || statement.end !== undefined || !statement.newline;
    const result = this.temporary();
    if (statement.values.some(({ kind }) => kind === "Starred"))
      return this.printUnpacked(statement.values, special ? statement : undefined, result);
    const extra = special ? 2 : 0;
    const base = this.window(statement.values.length + extra);
    if (special) {
      const separator = { in: "frame", index: base } as const;
      const end = { in: "frame", index: base + 1 } as const;
      if (statement.sep === undefined) this.emit(isa.MOVE, separator, constants.none);
      else this.into(statement.sep, separator);
      if (statement.end !== undefined) this.into(statement.end, end);
      else this.emit(isa.MOVE, end, statement.newline ? constants.none : constants.string(" "));
    }
    const slots = statement.values.map((_, k) => ({ in: "frame", index: base + extra + k }) as const);
    statement.values.forEach((value, k) => {
      this.into(value, slots[k] as Slot);
    });
    // What is computed later may change an object that stands before it.
    statement.values.forEach((value, k) => {
      this.asText(value, slots[k] as Slot);
    });
    const native = special ? natives.PRINT_WITH : natives.PRINT;
    this.emit(isa.NATIVE, result, native.number, base, statement.values.length + extra);
  }

  private if(statement: If): void {
    const end = new Label();
    statement.branches.forEach((branch, k) => {
      const isLast = k === statement.branches.length - 1 && statement.otherwise === undefined;
      const otherwise = isLast ? end : new Label();
      this.at(branch.test, () => this.branch(branch.test, otherwise, false));
      this.block(branch.body);
      if (!isLast) {
        if (this.code.endsOpen) this.emit(isa.JUMP, end);
        this.code.place(otherwise);
      }
    });
    if (statement.otherwise !== undefined) this.block(statement.otherwise);
    this.code.place(end);
  }

  // The test stands a second time at the bottom, so that a turn of the loop takes one jump.
  private while(statement: While): void {
    const top = new Label();
    const next = new Label();
    const end = new Label();
    const otherwise = statement.otherwise === undefined ? end : new Label();
    const forever = statement.test.kind === "Constant" && statement.test.value === true;
    if (!forever) this.at(statement.test, () => this.branch(statement.test, otherwise, false));
    this.code.place(top);
    this.loopBody(statement.body, { next, end });
    this.code.place(next);
    this.at(statement.test, () => {
      if (forever) this.emit(isa.JUMP, top);
      else this.branch(statement.test, top, true);
    });
    if (statement.otherwise !== undefined) {
      this.code.place(otherwise);
      this.block(statement.otherwise);
    }
    this.code.place(end);
  }

  private loopBody(body: Block, loop: Loop): void {
    this.inLoop(loop, () => this.block(body));
  }

  private for(statement: For): void {
    const next = new Label();
    const end = new Label();
    const otherwise = statement.otherwise === undefined ? end : new Label();
    this.startLoop(statement.target, statement.iterable, next, otherwise);
    this.mirrorTargets([statement.target]);
    this.loopBody(statement.body, { next, end });
    this.emit(isa.JUMP, next);
    if (statement.otherwise !== undefined) {
      this.code.place(otherwise);
      this.block(statement.otherwise);
    }
    this.code.place(end);
  }

  /// What the body of a class does when it is carried out, and what its name is then.
  private class(node: ClassDef): void {
    const { classes, constants, program } = this.shared;
    const symbol = classes.all.find((one) => one.node === node);
    const number = symbol === undefined ? undefined : classes.numberOf(symbol);
    if (number === undefined) return;
    this.block(node.body);
    const behind = orderOf(program.meaning, symbol as UserClass)?.slice(1) ?? [];
    if (behind.some(({ names }) => names.has("__init_subclass__"))) this.tellBase(node, number);
    const variable = program.variableClasses.get(node);
    if (variable === undefined) return;
    const decorators = node.decorators ?? [];
    const applied = decorators.map((decorator, k) => this.operand(decorator, decorators.slice(k + 1)));
    this.assignTo(variable, this.decorated(decorators, applied, constants.class(number)));
  }

  /// Calls `__init_subclass__` of the classes behind a new one.
  private tellBase({ name, bases, from, to }: ClassDef, number: number): void {
    const { constants } = this.shared;
    const text = constants.string("__init_subclass__");
    const args = bases.filter((base) => base.name !== undefined);
    if (args.length > 0) {
      const told = this.temporary();
      this.emit(isa.GETSUPER, told, constants.class(number), number, text);
      const callee: Expression = { kind: "Name", ...name };
      return this.at(name, () => this.callByName({ kind: "Call", callee, args, from, to }, this.temporary(), told));
    }
    const base = this.window(1);
    this.emit(isa.MOVE, { in: "frame", index: base }, constants.class(number));
    this.at(name, () => this.emit(isa.CALLSUPER, this.temporary(), number, text, base, 1));
  }

  private def(def: Def): void {
    const { program, functions, constants } = this.shared;
    const number = functions.get(def);
    if (number === undefined) return;
    const variable = program.variableDefs.get(def) ?? this.closureVariable(def);
    const decorators = variable === undefined || this.shared.classes.isMember(def) ? [] : (def.decorators ?? []);
    const applied = decorators.map((decorator, k) => this.operand(decorator, decorators.slice(k + 1)));
    this.computeDefaults(def);
    if (variable === undefined) return;
    const isClosure = program.closures.has(def);
    if (isClosure && decorators.length === 0 && !this.isInCell(variable))
      return this.closure(def, this.variableSlot(variable));
    const plain = isClosure ? this.temporary() : constants.function(number);
    if (isClosure) this.closure(def, plain);
    this.assignTo(variable, this.decorated(decorators, applied, plain));
  }

  /// The variable that a function in a function is a value of, if it is one of its own each time.
  private closureVariable(def: Def): LocalVariable | undefined {
    const meaning = this.meaning(def.name);
    return meaning.kind === "function" && this.shared.program.closures.has(def) ? meaning.variable : undefined;
  }

  /// Defaults that are no literals are computed here, once, as in Python.
  private computeDefaults(def: Def): void {
    const defaults = this.shared.defaults.get(def);
    def.parameters.forEach((parameter, k) => {
      const slot = defaults?.[k];
      if (parameter.fallback !== undefined && slot?.in === "globals") this.into(parameter.fallback, slot);
    });
  }

  /// What decorators, the last of them first, make of a function.
  private decorated(decorators: readonly Expression[], functions: readonly Slot[], plain: Slot): Slot {
    let result = plain;
    for (let k = decorators.length - 1; k >= 0; k--) {
      const argument = this.window(1);
      this.emit(isa.MOVE, { in: "frame", index: argument }, result);
      result = this.temporary();
      const target = result;
      this.at(decorators[k] as Expression, () => this.emit(isa.CALLV, target, functions[k] as Slot, argument, 1));
    }
    return result;
  }
}

function isDisplay(e: Expression): e is Extract<Expression, { kind: "Tuple" | "List" }> {
  return e.kind === "Tuple" || e.kind === "List";
}
