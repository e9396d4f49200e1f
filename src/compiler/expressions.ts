import { assert } from "../base/assert.ts";
import * as isa from "../bytecode/isa.ts";
import {
  ALL,
  ANY,
  attributeNamed,
  EXCEPTION_ATTRIBUTE,
  EXCEPTION_ATTRIBUTES,
  NAME_OF,
  type Native,
  nativeNamed,
  SET,
  TUPLE,
} from "../bytecode/natives.ts";
import { meaningOf, methodNamed } from "../language/classes.ts";
import type {
  Attribute,
  BinaryOperator,
  Call,
  ClassDef,
  Compare,
  CompareOperator,
  Comprehension,
  Def,
  DictDisplay,
  Expression,
  FormattedValue,
  FStringPart,
  ListDisplay,
  Logical,
  SetDisplay,
  Slice,
  Starred,
  TupleDisplay,
  Unary,
} from "../language/tree.ts";
import { fstringValues, isLiteral } from "../language/tree.ts";
import { Label, type Slot } from "./assembler.ts";
import { TargetCode } from "./targets.ts";
import { TEXT_OF_REPR, TEXT_OF_STR } from "./values.ts";

// How each kind of expression is computed, or decides a jump.

/// The opcode of each operator with two operands.
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

/// In Python 3 two of them mean something else.
const BINARY_OF_PYTHON_3: Readonly<Record<BinaryOperator, number>> = { ...BINARY, "/": isa.TRUEDIV, "^": isa.XOR };

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

const LONGEST_DISPLAY = 32;

function isNegation(e: Expression): e is Unary {
  return e.kind === "Unary" && e.op === "not";
}

function isUnpacked({ kind }: Expression): boolean {
  return kind === "Starred";
}

function isVariable(e: Expression): boolean {
  return e.kind === "Name" || (e.kind === "Index" && isVariable(e.object));
}

/// Computes expressions, and jumps on their truth.
export abstract class ExpressionCode extends TargetCode {
  protected override compute(e: Expression, d: Slot): void {
    const failure = this.shared.program.failures.get(e);
    if (failure !== undefined) return this.fails(failure);
    switch (e.kind) {
      case "Name": {
        const variable = this.cellOf(this.meaning(e));
        assert(variable !== undefined, `${e.name} lies in a cell`);
        return this.emit(isa.GETCELL, d, this.variableSlot(variable));
      }
      case "Named":
        this.into(e.value, d);
        return this.assignTo(this.meaning(e.target), d);
      case "Lambda":
        return this.closure(e.def, d);
      case "Unary": {
        if (this.isClassic && e.op === "not") return this.negation(e.operand, d);
        const operand = this.value(e.operand);
        const opcode = e.op === "-" ? isa.NEG : e.op === "+" ? isa.POS : e.op === "~" ? isa.INVERT : isa.NOT;
        return this.emit(opcode, d, operand);
      }
      case "Binary": {
        const left = this.operand(e.left, [e.right]);
        const right = this.value(e.right);
        return this.emit(this.opcodeOf(e.op), d, left, right);
      }
      case "Compare":
        return this.compare(e, d);
      case "Logical": {
        if (this.isClassic) {
          this.both(e, d);
          return this.emit(isa.TUPLE, d, 0, 0);
        }
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
        return this.anyOrAll(e, d) ? undefined : this.call(e, d);
      case "Index": {
        if (this.hasIndices(e)) {
          const { object, base, count } = this.indices(e);
          return this.emit(isa.ELEMENT, d, object, base, count);
        }
        const object = this.operand(e.object, [e.index]);
        const index = this.value(e.index);
        return this.emit(isa.INDEX, d, object, index);
      }
      case "Attribute":
        return this.attribute(e, d);
      case "Slice":
        return this.slice(e, d);
      case "Comprehension":
        this.makeCells(this.cellsOf(e));
        if (e.value !== undefined) this.emit(isa.DICT, d);
        else this.emit(e.braces === true ? isa.SET : isa.LIST, d, 0, 0);
        return this.comprehension(e, 0, () => this.addElement(e, d));
      case "FString":
        return this.join(e.parts, d);
      case "Yield":
        return this.yield(e, d);
      case "List":
      case "Tuple":
        if (e.elements.some(isUnpacked)) return this.unpacked(e, d);
        return this.display(e.kind === "List" ? isa.LIST : isa.TUPLE, e.elements, d);
      case "Set":
        if (e.elements.some(isUnpacked)) return this.unpacked(e, d);
        return this.setDisplay(e.elements, d);
      case "Dict":
        return this.dictDisplay(e, d);
      default:
        assert(false, `${e.kind} is known or refused before`);
    }
  }

  protected opcodeOf(op: BinaryOperator): number {
    return (this.dialect === "python3" ? BINARY_OF_PYTHON_3 : BINARY)[op];
  }

  /// Jumps to a label if the truth of an expression is `when`, else goes on.
  protected branch(e: Expression, target: Label, when: boolean): void {
    if (this.isClassic) return this.classicBranch(e, target, when);
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
    this.jumpOn(e, target, when);
  }

  /// Jumps to a label if a comparison, or else the truth of a value, is `when`.
  private jumpOn(e: Expression, target: Label, when: boolean): void {
    const before = this.next;
    if (e.kind === "Compare" && e.rest.length === 1) {
      const { op, right } = e.rest[0] as Compare["rest"][number];
      const jump = JUMP_IF[op];
      // In classic ePython two values may be neither equal nor unequal, and the jumps only know what is equal.
      if (jump !== undefined && !(this.isClassic && op === "!=")) {
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

  // In classic ePython `and` and `or` compute both sides and have no value outside of conditions, for which an empty tuple
  // stands. A variable counts as true only if it is `true`, but `not` takes the value of what it negates.

  private classicBranch(e: Expression, target: Label, when: boolean): void {
    const before = this.next;
    if (e.kind === "Logical") {
      const both = this.temporary();
      this.both(e, both);
      this.emit(when ? isa.JTRUE : isa.JFALSE, both, target);
    } else if (isVariable(e)) {
      const value = this.value(e);
      this.at(e, () => this.emit(when ? isa.JIS : isa.JISNOT, value, this.shared.constants.bool(true), target));
    } else if (isNegation(e)) {
      if (e.operand.kind === "Logical" || isNegation(e.operand)) this.classicBranch(e.operand, target, !when);
      else this.jumpOn(e.operand, target, !when);
    } else {
      this.jumpOn(e, target, when);
    }
    this.next = before;
  }

  /// Whether both conditions hold, or at least one.
  private both({ op, left, right }: Logical, d: Slot): void {
    const end = new Label();
    this.condition(left, d);
    const before = this.next;
    const second = this.temporary();
    this.condition(right, second);
    this.emit(op === "or" ? isa.JTRUE : isa.JFALSE, d, end);
    this.emit(isa.MOVE, d, second);
    this.next = before;
    this.code.place(end);
  }

  private negation(operand: Expression, d: Slot): void {
    if (operand.kind !== "Logical") return this.emit(isa.NOT, d, this.value(operand));
    this.both(operand, d);
    this.emit(isa.NOT, d, d);
  }

  /// Whether a condition holds, as a truth value.
  private condition(e: Expression, d: Slot): void {
    if (e.kind === "Logical") return this.both(e, d);
    if (e.kind === "Compare" || isNegation(e)) return this.into(e, d);
    const before = this.next;
    const value = this.value(e);
    this.at(e, () => {
      if (isVariable(e)) return this.emit(isa.IS, d, value, this.shared.constants.bool(true));
      this.emit(isa.NOT, d, value);
      this.emit(isa.NOT, d, d);
    });
    this.next = before;
  }

  private compare(e: Compare, d: Slot): void {
    const end = new Label();
    let left = this.operand(
      e.first,
      e.rest.map((part) => part.right),
    );
    e.rest.forEach(({ op, right }, k) => {
      const isLast = k === e.rest.length - 1;
      let second = isLast ? this.value(right) : this.operand(right, [e.rest[k + 1]?.right ?? right]);
      if (op === "in" || op === "not in") second = this.searchable(left, right, second);
      this.emit(COMPARE[op], d, left, second);
      if (!isLast) this.emit(isa.JFALSE, d, end);
      left = second;
    });
    this.code.place(end);
  }

  private attribute(e: Attribute, d: Slot): void {
    const { supers, attributes } = this.shared.program;
    const name = this.shared.constants.string(e.name.name);
    const asked = e.object.kind === "Call" ? supers.get(e.object) : undefined;
    if (asked !== undefined) {
      const number = this.shared.classes.numberOf(asked.symbol);
      assert(number !== undefined, `${asked.symbol.name} is reached`);
      return this.emit(isa.GETSUPER, d, this.value(asked.object), number, name);
    }
    if (e.name.name === "__context__") this.asksHandled = true;
    const documented = e.name.name === "__doc__" ? this.documented(e.object) : undefined;
    if (documented !== undefined) {
      const text = documented.docstring;
      return this.emit(
        isa.MOVE,
        d,
        text === undefined ? this.shared.constants.none : this.shared.constants.string(text),
      );
    }
    if (e.name.name === "__doc__") this.asksDocs = true;
    const native = attributeNamed(e.name.name);
    if (native === undefined && !attributes.hasClasses && EXCEPTION_ATTRIBUTES.has(e.name.name)) {
      const base = this.window(2);
      this.into(e.object, { in: "frame", index: base });
      this.emit(isa.MOVE, { in: "frame", index: base + 1 }, name);
      return this.emit(isa.NATIVE, d, EXCEPTION_ATTRIBUTE.number, base, 2);
    }
    // What no value has goes wrong when it is reached.
    if (native === undefined || (attributes.hasClasses && (attributes.names.has(e.name.name) || native === NAME_OF))) {
      return this.emit(isa.GETATTR, d, this.value(e.object), name);
    }
    this.native(native, e.object, d);
  }

  /// The function or class that an expression names, also as a member of a class.
  private documented(e: Expression): Def | ClassDef | undefined {
    const meaning = meaningOf(this.shared.program.meaning, e);
    if (meaning?.kind === "function") return meaning.def;
    if (meaning?.kind === "class") return meaning.node;
    if (e.kind !== "Attribute") return undefined;
    const owner = meaningOf(this.shared.program.meaning, e.object);
    return owner?.kind === "class" ? methodNamed(this.shared.program.meaning, owner, e.name.name)?.def : undefined;
  }

  /// A native of one argument.
  private native({ number }: Native, argument: Expression, d: Slot): void {
    const base = this.window(1);
    this.into(argument, { in: "frame", index: base });
    this.emit(isa.NATIVE, d, number, base, 1);
  }

  private slice(e: Slice, d: Slot): void {
    const { object, base } = this.sliceParts(e);
    this.emit(isa.SLICE, d, object, base);
  }

  /// Puts the element of a comprehension into the list, set or dictionary.
  private addElement({ element: e, value }: Comprehension, d: Slot): void {
    if (value === undefined) {
      const element = this.value(e);
      return this.at(e, () => this.emit(isa.APPEND, d, element));
    }
    const key = this.operand(e, [value]);
    const second = this.value(value);
    this.at(e, () => this.emit(isa.SETINDEX, d, key, second));
  }

  /// Computes `any` or `all` of a generator expression, which ends at the first element that decides; false if the call is of something else.
  private anyOrAll({ callee, args: [argument, ...others] }: Call, d: Slot): boolean {
    const meaning = callee.kind === "Name" ? this.shared.program.meaning.get(callee) : undefined;
    const native = meaning?.kind === "native" ? meaning.native : undefined;
    const e = argument?.value;
    if (e?.kind !== "Comprehension" || !e.generator || others.length > 0 || this.isClassic) return false;
    if (native !== ANY && native !== ALL) return false;
    const { constants } = this.shared;
    const decided = new Label();
    const end = new Label();
    const isAny = native === ANY;
    this.comprehension(e, 0, () => this.at(e.element, () => this.branch(e.element, decided, isAny)));
    this.emit(isa.MOVE, d, constants.bool(!isAny));
    this.emit(isa.JUMP, end);
    this.code.place(decided);
    this.emit(isa.MOVE, d, constants.bool(isAny));
    this.code.place(end);
    return true;
  }

  /// The loops from clause `k` on, and what is done in the innermost.
  private comprehension(e: Comprehension, k: number, inner: () => void): void {
    const clause = e.clauses[k];
    const before = this.next;
    if (clause === undefined) inner();
    else if (clause.kind === "if") {
      const skip = new Label();
      this.at(clause.test, () => this.branch(clause.test, skip, false));
      this.comprehension(e, k + 1, inner);
      this.code.place(skip);
    } else {
      const next = new Label();
      const end = new Label();
      this.startLoop(clause.target, clause.iterable, next, end);
      this.comprehension(e, k + 1, inner);
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

  private formattedValue({ value, conversion: wanted, form }: FormattedValue, d: Slot): void {
    const isByMethod = this.shared.classes.makeText && wanted !== undefined && wanted !== "a";
    const conversion = isByMethod ? undefined : wanted;
    const as = wanted === "r" ? TEXT_OF_REPR : wanted === "s" ? TEXT_OF_STR : undefined;
    const mayHaveForm = wanted === undefined && this.shared.classes.has("__format__");
    if (conversion === undefined && form === undefined && !mayHaveForm) return this.intoText(value, d, as);
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
    const plain = this.operand(value, fstringValues(whole));
    const operand = isByMethod ? this.temporary() : plain;
    if (isByMethod) this.emit(isa.TEXT, operand, plain, as ?? TEXT_OF_STR);
    if (whole.length === 1 && typeof text === "string") {
      this.emit(isa.FORMAT, d, operand, this.shared.constants.string(text));
    } else {
      const spec = this.temporary();
      this.join(whole, spec);
      this.emit(isa.FORMAT, d, operand, spec);
    }
    this.next = before;
  }

  private dictDisplay({ entries }: DictDisplay, d: Slot): void {
    this.emit(isa.DICT, d);
    for (const { key, value } of entries) {
      const before = this.next;
      if (key.kind === "Starred") {
        this.merge(d, key);
        this.next = before;
        continue;
      }
      const slot = this.operand(key, [value]);
      const computed = this.value(value);
      this.at(key, () => this.emit(isa.SETINDEX, d, slot, computed));
      this.next = before;
    }
  }

  private setDisplay(elements: readonly Expression[], d: Slot): void {
    const first = elements.slice(0, LONGEST_DISPLAY);
    // CPython makes a set of constants once and copies it, which matters for the order.
    const isFolded = elements.length > 2 && first.length === elements.length && elements.every(isLiteral);
    const base = this.window(first.length);
    first.forEach((element, k) => {
      this.into(element, { in: "frame", index: base + k });
    });
    this.emit(isFolded ? isa.FOLDED : isa.SET, d, base, first.length);
    for (const element of elements.slice(LONGEST_DISPLAY)) {
      const before = this.next;
      this.emit(isa.APPEND, d, this.value(element));
      this.next = before;
    }
  }

  /// A display with values that stand for several.
  private unpacked(e: ListDisplay | TupleDisplay | SetDisplay, d: Slot): void {
    if (e.kind === "List") return this.gather(e.elements, d);
    const base = this.window(1);
    this.gather(e.elements, { in: "frame", index: base });
    this.emit(isa.NATIVE, d, (e.kind === "Tuple" ? TUPLE : SET).number, base, 1);
  }

  protected override gather(elements: readonly Expression[], list: Slot): void {
    const first = elements.findIndex(isUnpacked);
    this.display(isa.LIST, first < 0 ? elements : elements.slice(0, first), list);
    for (const element of first < 0 ? [] : elements.slice(first)) {
      const before = this.next;
      this.at(element, () => {
        if (element.kind === "Starred") this.appendAll(list, element.value);
        else this.emit(isa.APPEND, list, this.value(element));
      });
      this.next = before;
    }
  }

  /// Puts all that a value consists of at the end of a list.
  private appendAll(list: Slot, e: Expression): void {
    const next = new Label();
    const end = new Label();
    const state = this.window(2);
    this.emit(isa.ITER, state, this.value(e));
    const element = this.temporary();
    this.code.place(next);
    this.emit(isa.NEXT, element, state, end);
    this.emit(isa.APPEND, list, element);
    this.emit(isa.JUMP, next);
    this.code.place(end);
  }

  protected override merge(dict: Slot, { value }: Starred): void {
    const update = nativeNamed("method", "update");
    assert(update !== undefined, "dictionaries have a method update");
    const base = this.window(2);
    this.emit(isa.MOVE, { in: "frame", index: base }, dict);
    this.into(value, { in: "frame", index: base + 1 });
    this.emit(isa.NATIVE, this.temporary(), update.number, base, 2);
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
}
