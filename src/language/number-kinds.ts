import type { Meaning } from "./program.ts";
import type { Call, Def, Expression, Module } from "./tree.ts";

// What an expression of a Python 2 program certainly is, guessed from all that is assigned to the variables in it.

/// Lists are `ints` and `reals`. Of what is `new` nothing has been seen yet; `unknown` may be anything.
type Kind = "int" | "real" | "text" | "ints" | "reals" | "new" | "unknown";

const REAL_CALLS: ReadonlySet<string> = new Set(
  "float sqrt sin cos tan asin acos atan sinh cosh tanh log log10 exp random time".split(" "),
);
const INT_CALLS: ReadonlySet<string> = new Set("int len coreid numcores randint randrange ord count index".split(" "));
const TEXT_CALLS: ReadonlySet<string> = new Set("str chr repr join upper lower strip replace".split(" "));

/// Knows the kinds of the variables of one file.
export class NumberKinds {
  private readonly meaning: ReadonlyMap<object, Meaning>;
  private readonly variables = new Map<Meaning, Kind>();
  private readonly results = new Map<Def, Kind>();
  private def: Def | undefined;

  constructor(tree: Module, meaning: ReadonlyMap<object, Meaning>) {
    this.meaning = meaning;
    // What is assigned may itself depend on what is assigned further down.
    for (let pass = 0; pass < 4; pass++) this.visit(tree.body);
  }

  of(e: Expression): Kind {
    switch (e.kind) {
      case "Int":
        return "int";
      case "Real":
        return "real";
      case "String":
      case "FString":
        return "text";
      case "Unary":
        return e.op === "not" ? "unknown" : this.of(e.operand);
      case "Name":
        return this.ofName(e);
      case "Index":
        return elementOf(this.of(e.object));
      case "Slice":
        return this.of(e.object);
      case "Conditional":
        return joined(this.of(e.then), this.of(e.otherwise));
      case "List":
        return listOf(e.elements.map((element) => this.of(element)));
      case "Comprehension":
        return listOf([this.of(e.element)]);
      case "Call":
        return this.ofCall(e.callee);
      case "Binary":
        return this.ofBinary(e.op, this.of(e.left), this.of(e.right));
      default:
        return "unknown";
    }
  }

  private ofName(e: Expression): Kind {
    const meaning = this.meaning.get(e);
    if (meaning?.kind === "constant") return "real";
    return meaning === undefined ? "unknown" : (this.variables.get(meaning) ?? "new");
  }

  private ofCall(callee: Expression): Kind {
    const name = callee.kind === "Name" ? callee : callee.kind === "Attribute" ? callee.name : undefined;
    if (name === undefined) return "unknown";
    const meaning = this.meaning.get(name);
    const isOurs = meaning?.kind === "native" || (meaning === undefined && callee.kind === "Attribute");
    if (meaning?.kind === "constant") return "real";
    if (meaning?.kind === "function") return this.results.get(meaning.def) ?? "new";
    if (!isOurs) return "unknown";
    if (REAL_CALLS.has(name.name)) return "real";
    if (TEXT_CALLS.has(name.name)) return "text";
    return INT_CALLS.has(name.name) ? "int" : name.name === "range" || name.name === "xrange" ? "ints" : "unknown";
  }

  private ofBinary(op: string, left: Kind, right: Kind): Kind {
    if (left === "text" || right === "text") return op === "+" || op === "%" || op === "*" ? "text" : "unknown";
    if (left === "new" || right === "new") return "new";
    if (left === "real" || right === "real") return "real";
    if (left === "int" && right === "int") return "int";
    const list = [left, right].find((kind) => kind === "ints" || kind === "reals");
    return list !== undefined && (op === "+" || op === "*") ? list : "unknown";
  }

  private visit(node: unknown): void {
    if (typeof node !== "object" || node === null) return;
    const { kind } = node as { readonly kind?: string };
    if (kind === "Def") return this.visitDef(node as Def);
    if (kind === "Call") this.giveArguments(node as Call);
    if (kind === "Return" && this.def !== undefined) {
      const { value } = node as { readonly value?: Expression };
      if (value !== undefined) this.results.set(this.def, joined(this.results.get(this.def) ?? "new", this.of(value)));
    }
    if (kind === "Assign") {
      const { targets, value } = node as { readonly targets: readonly Expression[]; readonly value: Expression };
      for (const target of targets) this.give(target, value.kind === "Tuple" ? value : this.of(value));
    } else if (kind === "AugmentedAssign") {
      const { target, op, value } = node as {
        readonly target: Expression;
        readonly op: string;
        readonly value: Expression;
      };
      this.give(target, this.ofBinary(op, this.of(target), this.of(value)));
    } else if (kind === "For") {
      const { target, iterable } = node as { readonly target: Expression; readonly iterable: Expression };
      this.give(target, elementOf(this.of(iterable)));
    }
    for (const part of Object.values(node)) this.visit(part);
  }

  private visitDef(def: Def): void {
    const outer = this.def;
    this.def = def;
    for (const { name, fallback } of def.parameters) if (fallback !== undefined) this.note(name, this.of(fallback));
    this.visit(def.body);
    this.def = outer;
  }

  private giveArguments({ callee, args }: Call): void {
    const meaning = callee.kind === "Name" ? this.meaning.get(callee) : undefined;
    if (meaning?.kind !== "function") return;
    const { parameters } = meaning.def;
    args.forEach(({ name, value }, k) => {
      const parameter = name === undefined ? parameters[k] : parameters.find((one) => one.name.name === name.name);
      if (parameter !== undefined) this.note(parameter.name, this.of(value));
    });
  }

  private give(target: Expression, value: Kind | Expression): void {
    if (target.kind === "Tuple" || target.kind === "List") {
      target.elements.forEach((part, k) => {
        const of = typeof value === "object" && value.kind === "Tuple" ? value.elements[k] : undefined;
        this.give(part, of === undefined ? "unknown" : this.of(of));
      });
      return;
    }
    const kind = typeof value === "object" ? "unknown" : value;
    if (target.kind === "Index" && target.object.kind === "Name") {
      this.note(target.object, kind === "int" ? "ints" : kind === "real" ? "reals" : "unknown");
    } else if (target.kind === "Name") this.note(target, kind);
  }

  private note(target: object, kind: Kind): void {
    const meaning = this.meaning.get(target);
    if (meaning !== undefined) this.variables.set(meaning, joined(this.variables.get(meaning) ?? "new", kind));
  }
}

function elementOf(kind: Kind): Kind {
  return kind === "new"
    ? "new"
    : kind === "ints"
      ? "int"
      : kind === "reals"
        ? "real"
        : kind === "text"
          ? "text"
          : "unknown";
}

function listOf(elements: readonly Kind[]): Kind {
  if (elements.some((kind) => kind === "real")) return "reals";
  return elements.length > 0 && elements.every((kind) => kind === "int") ? "ints" : "unknown";
}

/// What is an int here and a real there is a real: who divides it means so.
function joined(a: Kind, b: Kind): Kind {
  if (a === b || b === "new") return a;
  if (a === "new") return b;
  if ((a === "int" && b === "real") || (a === "real" && b === "int")) return "real";
  if ((a === "ints" && b === "reals") || (a === "reals" && b === "ints")) return "reals";
  return "unknown";
}

/// Every expression in a part of a tree, what is inside of others too.
export function eachExpression(node: unknown, visit: (e: Expression) => void): void {
  if (typeof node !== "object" || node === null) return;
  for (const part of Object.values(node)) eachExpression(part, visit);
  if (isExpression(node)) visit(node);
}

const EXPRESSIONS: ReadonlySet<string> = new Set(
  "Name Int Real String FString Constant Unary Binary Logical Compare Conditional Call Attribute Index Slice List Tuple Comprehension".split(
    " ",
  ),
);

function isExpression(node: object): node is Expression {
  return EXPRESSIONS.has((node as { readonly kind?: string }).kind ?? "");
}
