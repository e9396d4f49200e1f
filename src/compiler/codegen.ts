import { assert, unreachable } from "../base/assert.ts";
import type { Span } from "../base/span.ts";
import * as isa from "../bytecode/isa.ts";
import * as natives from "../bytecode/natives.ts";
import { nativeNamed } from "../bytecode/natives.ts";
import type { CheckedProgram, ElementVariable, Meaning, ModuleVariable, UserFunction } from "../language/program.ts";
import type {
  Argument,
  Assert,
  AugmentedAssign,
  BinaryOperator,
  Block,
  Call,
  Compare,
  CompareOperator,
  Comprehension,
  Def,
  Expression,
  For,
  FormattedValue,
  FStringPart,
  Identifier,
  If,
  Name,
  Print,
  Slice,
  Statement,
  While,
} from "../language/tree.ts";
import { fstringValues } from "../language/tree.ts";
import { Assembler, Label, type Slot } from "./assembler.ts";
import type { ConstantPool } from "./constants.ts";
import { isRangeCall, literalSlot, mayCallFunction } from "./facts.ts";

/// What the functions of one program share.
export interface Shared {
  readonly program: CheckedProgram;
  readonly constants: ConstantPool;
  readonly globals: ReadonlyMap<ModuleVariable, number>;
  readonly functions: ReadonlyMap<Def, number>;
  /// The slot of each parameter's default, where it has one.
  readonly defaults: ReadonlyMap<Def, readonly (Slot | undefined)[]>;
  /// Where a function leaves its parameters that the caller has back, by their index.
  readonly references: ReadonlyMap<Def, ReadonlyMap<number, Slot>>;
}

const BINARY: Readonly<Record<BinaryOperator, number>> = {
  "+": isa.ADD,
  "-": isa.SUB,
  "*": isa.MUL,
  "/": isa.DIV,
  "//": isa.FLOORDIV,
  "%": isa.MOD,
  "**": isa.POW,
  "^": isa.POW,
  "&": isa.AND,
  "|": isa.OR,
  "<<": isa.SHL,
  ">>": isa.SHR,
};

const COMPARE: Readonly<Record<CompareOperator, number>> = {
  "==": isa.EQ,
  "!=": isa.NE,
  "<": isa.LT,
  "<=": isa.LE,
  ">": isa.GT,
  ">=": isa.GE,
  is: isa.IS,
  "is not": isa.ISNOT,
  in: isa.IN,
  "not in": isa.NOTIN,
};

// The jump taken when a comparison holds, and the one taken when it does not (not the same as the opposite for NaN).
const JUMP_IF: Partial<Record<CompareOperator, readonly [number, number]>> = {
  "==": [isa.JEQ, isa.JNE],
  "!=": [isa.JNE, isa.JEQ],
  "<": [isa.JLT, isa.JNLT],
  "<=": [isa.JLE, isa.JNLE],
  ">": [isa.JGT, isa.JNGT],
  ">=": [isa.JGE, isa.JNGE],
  is: [isa.JIS, isa.JISNOT],
  "is not": [isa.JISNOT, isa.JIS],
};

/// Expressions whose result is made in several steps, in the slot where it is to be.
const IN_STEPS: ReadonlySet<Expression["kind"]> = new Set(["Logical", "Conditional", "Compare", "Comprehension"]);

const LONGEST_DISPLAY = 32;

interface Loop {
  readonly next: Label;
  readonly end: Label;
}

/// Makes the code of one function, or of the program's top level. Values are computed into slots: a variable's own where
/// it is only read, else a temporary of the frame; temporaries are given back after each statement.
export class FunctionCode {
  readonly code = new Assembler();
  /// Slots of the frame in use at most.
  frame: number;
  private readonly shared: Shared;
  private readonly locals: ReadonlyMap<string, number>;
  private readonly elements: ReadonlyMap<Meaning, number>;
  private readonly variables: number;
  private readonly references: ReadonlyMap<number, Slot>;
  private file = 0;
  private next: number;
  private span: Span = { from: 0, to: 0 };
  private readonly loops: Loop[] = [];

  /// Locals have the first slots of the frame, then come the variables of comprehensions.
  constructor(shared: Shared, locals: ReadonlyMap<string, number>, elements: readonly ElementVariable[], def?: Def) {
    this.references = (def && shared.references.get(def)) ?? new Map();
    this.shared = shared;
    this.locals = locals;
    this.elements = new Map(elements.map((element, k) => [element, locals.size + k]));
    this.variables = locals.size + elements.length;
    this.next = this.variables;
    this.frame = this.variables;
  }

  // ── Slots ────────────────────────────────────────────────────────────────

  private temporary(): Slot {
    const slot: Slot = { in: "frame", index: this.next++ };
    this.frame = Math.max(this.frame, this.next);
    return slot;
  }

  /// So many neighbouring temporaries; the index of the first.
  private window(count: number): number {
    const first = this.next;
    this.next += count;
    this.frame = Math.max(this.frame, this.next);
    return first;
  }

  private isTemporary(slot: Slot): boolean {
    return slot.in === "frame" && slot.index >= this.variables;
  }

  private emit(opcode: number, ...operands: (Slot | Label | number)[]): void {
    this.code.emit(opcode, operands, this.file, this.span);
  }

  /// Runs something with instructions marked as coming from a range.
  private at<T>(span: Span, make: () => T): T {
    const before = this.span;
    this.span = span;
    const result = make();
    this.span = before;
    return result;
  }

  private meaning(name: Name | Identifier): Meaning {
    const symbol = this.shared.program.meaning.get(name);
    assert(symbol !== undefined, `the checker has resolved ${name.name}`);
    return symbol;
  }

  private variableSlot(symbol: Meaning): Slot {
    const element = this.elements.get(symbol);
    if (element !== undefined) return { in: "frame", index: element };
    if (symbol.kind === "local") {
      const index = this.locals.get(symbol.name);
      assert(index !== undefined, `${symbol.name} has a slot`);
      return { in: "frame", index };
    }
    assert(symbol.kind === "module-variable", "only variables have slots");
    const index = this.shared.globals.get(symbol);
    assert(index !== undefined, `${symbol.name} is reached`);
    return { in: "globals", index };
  }

  /// In classic ePython randint leaves its upper end out.
  private nativeOf(native: natives.Native): natives.Native {
    return native === natives.RANDINT && this.shared.program.dialect === "classic" ? natives.RANDRANGE : native;
  }

  private return(value: Slot): void {
    for (const [index, slot] of this.references) this.emit(isa.MOVE, slot, { in: "frame", index });
    this.emit(isa.RETURN, value);
  }

  private functionIndex(symbol: UserFunction): number {
    const index = this.shared.functions.get(symbol.def);
    assert(index !== undefined, `${symbol.name} is reached`);
    return index;
  }

  // ── Statements ───────────────────────────────────────────────────────────

  /// The statements of a file of the project.
  statements(block: Block, file: number): void {
    this.file = file;
    this.block(block);
  }

  /// Ends a function: it gives None when it comes to its end.
  finishFunction(span: Span): void {
    this.at(span, () => this.return(this.shared.constants.none));
  }

  /// Ends the program.
  finishProgram(span: Span): void {
    this.at(span, () => this.emit(isa.HALT));
  }

  private block(block: Block): void {
    for (const statement of block) {
      const before = this.next;
      this.at(statement, () => this.statement(statement));
      this.next = before;
    }
  }

  private statement(statement: Statement): void {
    switch (statement.kind) {
      case "Assign":
        return this.assign(statement.targets, statement.value);
      case "AugmentedAssign":
        return this.augmentedAssign(statement);
      case "Expression":
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
        return this.emit(isa.JUMP, this.loop().end);
      case "Continue":
        return this.emit(isa.JUMP, this.loop().next);
      case "Return":
        return this.return(statement.value === undefined ? this.shared.constants.none : this.value(statement.value));
      case "Def":
        return this.def(statement);
      case "Delete":
        for (const target of statement.targets) this.delete(target);
        return;
      case "Assert":
        return this.assert(statement);
      case "Pass":
      case "Global":
      case "Import":
      case "FromImport":
        return;
      default:
        unreachable(statement);
    }
  }

  private delete(target: Expression): void {
    switch (target.kind) {
      case "Name":
        return this.emit(isa.CLEAR, this.variableSlot(this.meaning(target)));
      case "Index": {
        const object = this.operand(target.object, [target.index]);
        const index = this.value(target.index);
        return this.at(target, () => this.emit(isa.DELINDEX, object, index));
      }
      case "Slice": {
        const { object, base } = this.sliceParts(target);
        return this.at(target, () => this.emit(isa.DELSLICE, object, base));
      }
      default:
        assert(false, `the parser refuses to delete ${target.kind}`);
    }
  }

  private assert({ test, message }: Assert): void {
    const holds = new Label();
    this.at(test, () => this.branch(test, holds, true));
    this.emit(isa.FAIL, message === undefined ? this.shared.constants.none : this.value(message));
    this.code.place(holds);
  }

  private loop(): Loop {
    const loop = this.loops.at(-1);
    assert(loop !== undefined, "the checker keeps break and continue inside loops");
    return loop;
  }

  private assign(targets: readonly Expression[], value: Expression): void {
    const [first] = targets;
    if (targets.length === 1 && first?.kind === "Name") {
      this.value(value, this.variableSlot(this.meaning(first)));
      return;
    }
    if (targets.length === 1 && first?.kind === "Index") {
      // Python computes the value first, then the list and the index.
      const computed = this.operand(value, [first.object, first.index]);
      this.store(first, computed);
      return;
    }
    if (targets.length === 1 && first !== undefined && isDisplay(first) && isDisplay(value)) {
      if (first.elements.length === value.elements.length) {
        // a, b = b, a: all values first, without making a tuple of them.
        const base = this.window(value.elements.length);
        value.elements.forEach((element, k) => {
          this.into(element, { in: "frame", index: base + k });
        });
        first.elements.forEach((target, k) => {
          this.store(target, { in: "frame", index: base + k });
        });
        return;
      }
    }
    const computed = this.value(value);
    // With several targets, the first assignment must not change what the later ones get.
    const kept = targets.length > 1 && !this.isTemporary(computed) ? this.moved(computed) : computed;
    for (const target of targets) this.store(target, kept);
  }

  private moved(slot: Slot): Slot {
    const temporary = this.temporary();
    this.emit(isa.MOVE, temporary, slot);
    return temporary;
  }

  /// Assigns what is in a slot to a target.
  private store(target: Expression, value: Slot): void {
    switch (target.kind) {
      case "Name":
        this.emit(isa.MOVE, this.variableSlot(this.meaning(target)), value);
        return;
      case "Index": {
        const object = this.operand(target.object, [target.index]);
        const index = this.value(target.index);
        this.at(target, () => this.emit(isa.SETINDEX, object, index, value));
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
        this.emit(isa.UNPACK, base, value, target.elements.length);
        target.elements.forEach((element, k) => {
          this.store(element, { in: "frame", index: base + k });
        });
        return;
      }
      default:
        assert(false, `the checker refuses ${target.kind} as a target`);
    }
  }

  private augmentedAssign(statement: AugmentedAssign): void {
    const { target, op, value } = statement;
    if (target.kind === "Name") {
      const slot = this.variableSlot(this.meaning(target));
      const right = this.operandAfter(slot, value);
      this.emit(op === "+" ? isa.ADDTO : BINARY[op], slot, right.left, right.right);
      return;
    }
    assert(target.kind === "Index", `the checker refuses ${target.kind} as a target`);
    const object = this.operand(target.object, [target.index, value]);
    const index = this.operand(target.index, [value]);
    const element = this.temporary();
    this.at(target, () => this.emit(isa.INDEX, element, object, index));
    const right = this.value(value);
    this.emit(op === "+" ? isa.ADDTO : BINARY[op], element, element, right);
    this.emit(isa.SETINDEX, object, index, element);
  }

  private operandAfter(slot: Slot, value: Expression): { left: Slot; right: Slot } {
    const left = slot.in === "globals" && mayCallFunction(value, this.shared.program) ? this.moved(slot) : slot;
    return { left, right: this.value(value) };
  }

  private print(statement: Print): void {
    const { constants } = this.shared;
    const special = statement.sep !== undefined || statement.end !== undefined || !statement.newline;
    const result = this.temporary();
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
    statement.values.forEach((value, k) => {
      this.into(value, { in: "frame", index: base + extra + k });
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
    this.loops.push(loop);
    this.block(body);
    this.loops.pop();
  }

  private for(statement: For): void {
    const next = new Label();
    const end = new Label();
    const otherwise = statement.otherwise === undefined ? end : new Label();
    this.startLoop(statement.target, statement.iterable, next, otherwise);
    this.loopBody(statement.body, { next, end });
    this.emit(isa.JUMP, next);
    if (statement.otherwise !== undefined) {
      this.code.place(otherwise);
      this.block(statement.otherwise);
    }
    this.code.place(end);
  }

  /// The head of a loop: each turn begins at `next`, and after the last it goes on at `end`.
  private startLoop(target: Expression, iterable: Expression, next: Label, end: Label): void {
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
    const element = target.kind === "Name" ? this.variableSlot(this.meaning(target)) : this.temporary();
    this.at(spanning(target, iterable), () => {
      this.emit(range === undefined ? isa.NEXT : isa.STEP, element, state, end);
      if (target.kind !== "Name") this.store(target, element);
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

  private def(def: Def): void {
    const defaults = this.shared.defaults.get(def);
    if (defaults === undefined) return;
    def.parameters.forEach((parameter, k) => {
      const slot = defaults[k];
      // A default that is no literal is computed here, once, as in Python.
      if (parameter.fallback !== undefined && slot?.in === "globals") this.into(parameter.fallback, slot);
    });
    const variable = this.shared.program.variableDefs.get(def);
    const index = this.shared.functions.get(def);
    if (variable !== undefined && index !== undefined) {
      this.emit(isa.MOVE, this.variableSlot(variable), this.shared.constants.function(index));
    }
  }

  // ── Conditions ───────────────────────────────────────────────────────────

  /// Jumps to a label if the truth of an expression is `when`, else goes on.
  private branch(e: Expression, target: Label, when: boolean): void {
    if (e.kind === "Unary" && e.op === "not") return this.branch(e.operand, target, !when);
    if (e.kind === "Logical") {
      if ((e.op === "and") === when) {
        const skip = new Label();
        this.branch(e.left, skip, !when);
        this.branch(e.right, target, when);
        this.code.place(skip);
      } else {
        this.branch(e.left, target, when);
        this.branch(e.right, target, when);
      }
      return;
    }
    const before = this.next;
    if (e.kind === "Compare" && e.rest.length === 1) {
      const { op, right } = e.rest[0] as Compare["rest"][number];
      const jump = JUMP_IF[op];
      if (jump !== undefined) {
        const left = this.operand(e.first, [right]);
        const second = this.value(right);
        this.at(e, () => this.emit(jump[when ? 0 : 1], left, second, target));
        this.next = before;
        return;
      }
    }
    const value = this.value(e);
    this.at(e, () => this.emit(when ? isa.JTRUE : isa.JFALSE, value, target));
    this.next = before;
  }

  // ── Expressions ──────────────────────────────────────────────────────────

  /// Computes an expression into a slot of one's choice.
  private into(e: Expression, target: Slot): void {
    const slot = this.value(e, target);
    assert(slot === target, "the value is where it was wanted");
  }

  /// A slot with the expression's value, safe from what the expressions evaluated after it may change.
  private operand(e: Expression, after: readonly Expression[]): Slot {
    const slot = this.value(e);
    const exposed = slot.in === "globals" && after.some((later) => mayCallFunction(later, this.shared.program));
    return exposed ? this.moved(slot) : slot;
  }

  /// A slot that holds the expression's value: `target` if one is given.
  private value(e: Expression, target?: Slot): Slot {
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
        return constants.native(this.nativeOf(symbol.native).number);
      case "constant":
        return constants.real(symbol.value);
      case "module":
        return assert(false, "the checker refuses a module as a value") as never;
      default:
        return unreachable(symbol);
    }
  }

  private compute(e: Expression, d: Slot): void {
    switch (e.kind) {
      case "Unary": {
        const operand = this.value(e.operand);
        const opcode = e.op === "-" ? isa.NEG : e.op === "+" ? isa.POS : e.op === "~" ? isa.INVERT : isa.NOT;
        return this.emit(opcode, d, operand);
      }
      case "Binary": {
        const left = this.operand(e.left, [e.right]);
        const right = this.value(e.right);
        return this.emit(BINARY[e.op], d, left, right);
      }
      case "Compare":
        return this.compare(e, d);
      case "Logical": {
        const end = new Label();
        this.into(e.left, d);
        this.emit(e.op === "or" ? isa.JTRUE : isa.JFALSE, d, end);
        this.into(e.right, d);
        return this.code.place(end);
      }
      case "Conditional": {
        const otherwise = new Label();
        const end = new Label();
        this.branch(e.test, otherwise, false);
        this.into(e.then, d);
        this.emit(isa.JUMP, end);
        this.code.place(otherwise);
        this.into(e.otherwise, d);
        return this.code.place(end);
      }
      case "Call":
        return this.call(e, d);
      case "Index": {
        const object = this.operand(e.object, [e.index]);
        const index = this.value(e.index);
        return this.emit(isa.INDEX, d, object, index);
      }
      case "Slice":
        return this.slice(e, d);
      case "Comprehension":
        this.emit(isa.LIST, d, 0, 0);
        return this.comprehension(e, 0, d);
      case "FString":
        return this.join(e.parts, d);
      case "List":
      case "Tuple":
        return this.display(e.kind === "List" ? isa.LIST : isa.TUPLE, e.elements, d);
      default:
        assert(false, `${e.kind} is known or refused before`);
    }
  }

  private compare(e: Compare, d: Slot): void {
    const end = new Label();
    let left = this.operand(
      e.first,
      e.rest.map((part) => part.right),
    );
    e.rest.forEach(({ op, right }, k) => {
      const isLast = k === e.rest.length - 1;
      const second = isLast ? this.value(right) : this.operand(right, [e.rest[k + 1]?.right ?? right]);
      this.emit(COMPARE[op], d, left, second);
      if (!isLast) this.emit(isa.JFALSE, d, end);
      left = second;
    });
    this.code.place(end);
  }

  private slice(e: Slice, d: Slot): void {
    const { object, base } = this.sliceParts(e);
    this.emit(isa.SLICE, d, object, base);
  }

  /// The object of a slice, and the first of the three slots with its bounds and step.
  private sliceParts(e: Slice): { object: Slot; base: number } {
    const object = this.operand(
      e.object,
      [e.lower, e.upper, e.step].filter((part) => part !== undefined),
    );
    const base = this.window(3);
    [e.lower, e.upper, e.step].forEach((part, k) => {
      const slot = { in: "frame", index: base + k } as const;
      if (part === undefined) this.emit(isa.MOVE, slot, this.shared.constants.none);
      else this.into(part, slot);
    });
    return { object, base };
  }

  /// The loops from clause `k` on, innermost of which the element is put at the end of a list.
  private comprehension(e: Comprehension, k: number, list: Slot): void {
    const clause = e.clauses[k];
    const before = this.next;
    if (clause === undefined) {
      const element = this.value(e.element);
      this.at(e.element, () => this.emit(isa.APPEND, list, element));
    } else if (clause.kind === "if") {
      const skip = new Label();
      this.at(clause.test, () => this.branch(clause.test, skip, false));
      this.comprehension(e, k + 1, list);
      this.code.place(skip);
    } else {
      const next = new Label();
      const end = new Label();
      this.startLoop(clause.target, clause.iterable, next, end);
      this.comprehension(e, k + 1, list);
      this.emit(isa.JUMP, next);
      this.code.place(end);
    }
    this.next = before;
  }

  /// Text and values, one after the other.
  private join(parts: readonly FStringPart[], d: Slot): void {
    const base = this.window(parts.length);
    parts.forEach((part, k) => {
      const slot = { in: "frame", index: base + k } as const;
      if (typeof part === "string") this.emit(isa.MOVE, slot, this.shared.constants.string(part));
      else this.at(part, () => this.formattedValue(part, slot));
    });
    this.emit(isa.JOIN, d, base, parts.length);
  }

  private formattedValue({ value, conversion, form }: FormattedValue, d: Slot): void {
    if (conversion === undefined && form === undefined) return this.into(value, d);
    const whole: FStringPart[] = [
      `${conversion === undefined ? "" : `!${conversion}`}${form === undefined ? "" : ":"}`,
    ];
    for (const part of form ?? []) {
      const last = whole.at(-1);
      if (typeof part === "string" && typeof last === "string") whole[whole.length - 1] = last + part;
      else whole.push(part);
    }
    const [text] = whole;
    const before = this.next;
    const operand = this.operand(value, fstringValues(whole));
    if (whole.length === 1 && typeof text === "string") {
      this.emit(isa.FORMAT, d, operand, this.shared.constants.string(text));
    } else {
      const spec = this.temporary();
      this.join(whole, spec);
      this.emit(isa.FORMAT, d, operand, spec);
    }
    this.next = before;
  }

  private display(opcode: number, elements: readonly Expression[], d: Slot): void {
    if (elements.length <= LONGEST_DISPLAY) {
      const base = this.window(elements.length);
      elements.forEach((element, k) => {
        this.into(element, { in: "frame", index: base + k });
      });
      return this.emit(opcode, d, base, elements.length);
    }
    // A long one is put together piece by piece, in a temporary, so that its frame stays small.
    const whole = this.temporary();
    const piece = this.temporary();
    for (let from = 0; from < elements.length; from += LONGEST_DISPLAY) {
      const before = this.next;
      const into = from === 0 ? whole : piece;
      this.display(opcode, elements.slice(from, from + LONGEST_DISPLAY), into);
      this.next = before;
      if (from > 0) this.emit(isa.ADD, whole, whole, piece);
    }
    this.emit(isa.MOVE, d, whole);
  }

  // ── Calls ────────────────────────────────────────────────────────────────

  private call(e: Call, d: Slot): void {
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

function isDisplay(e: Expression): e is Extract<Expression, { kind: "Tuple" | "List" }> {
  return e.kind === "Tuple" || e.kind === "List";
}

function spanning(from: Span, to: Span): Span {
  return { from: from.from, to: to.to };
}
