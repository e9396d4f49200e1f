import { type Native, nativeNamed } from "../bytecode/natives.ts";
import { meaningOf, selfOf } from "../language/classes.ts";
import type { Meaning, UserClass } from "../language/program.ts";
import { memberKind } from "../language/scopes.ts";
import {
  blocksOfTry,
  type Call,
  type Def,
  type Expression,
  patternsIn,
  type Statement,
  targetOfPattern,
} from "../language/tree.ts";
import { walk } from "../language/walk.ts";
import type { Analysis } from "./analysis.ts";
import { membersOfClass } from "./class-members.ts";

// What a value is, guessed from how it is written or from all that is assigned to a name.

/// Whose methods a value has.
export type Kind = "list" | "text" | "dict" | "set" | "tuple" | "generator" | "number";

/// A value of one of these kinds, an object of a class, or that class itself.
export type Inferred = { readonly kind: Kind } | { readonly object: UserClass } | { readonly itself: UserClass };

/// What is assigned to a name: an expression, or something that cannot be told.
type Assigned = Expression | undefined;

/// How many names one leads to another.
const DEEPEST = 8;

/// Whether values of a kind have a method.
export function hasMethod(kind: Kind, native: Native): boolean {
  return native.module === "method" && ownersOf(native).includes(kind);
}

function ownersOf({ name, parameters }: Native): readonly Kind[] {
  switch (parameters[0]?.name) {
    case "list":
    case "dict":
    case "set":
    case "generator":
      return [parameters[0].name];
    case "table":
      return ["dict", "set"];
    case "text":
      return ["text"];
    case "items":
      return name === "remove" ? ["list", "set"] : ["list", "dict", "set"];
    case "x":
      return ["list", "text", "tuple"];
    default:
      return ["text"];
  }
}

/// What a name stands for where its meaning is known.
export function kindOfMeaning(analysis: Analysis, meaning: Meaning, depth = 0): Inferred | undefined {
  if (meaning.kind === "class") return { itself: meaning };
  if (meaning.kind !== "local" && meaning.kind !== "module-variable") return undefined;
  if (depth > DEEPEST) return undefined;
  const self = meaning.kind === "local" ? classOfSelf(analysis, meaning.def, meaning.name) : undefined;
  if (self !== undefined) return self;
  const body = meaning.kind === "local" ? meaning.def.body : analysis.module.tree.body;
  const assigned: Assigned[] = [];
  assignedTo(body, meaning.name, assigned);
  const parameter =
    meaning.kind === "local" ? meaning.def.parameters.find(({ name }) => name.name === meaning.name) : undefined;
  if (parameter?.kind === "star") return { kind: "tuple" };
  if (parameter?.kind === "star-star") return { kind: "dict" };
  if (parameter !== undefined) assigned.push(parameter.fallback);
  return common(assigned.map((one) => one && kindOf(analysis, one, depth + 1)));
}

/// The object that the first parameter of a method is, or the class that that of a class method is.
function classOfSelf(analysis: Analysis, def: Def, name: string): Inferred | undefined {
  if (selfOf(def) !== name) return undefined;
  for (const { scope } of [analysis.module, ...analysis.library.modules]) {
    for (const symbol of scope.classes.values()) {
      if (symbol.node.body.includes(def)) return memberKind(def) === "class" ? { itself: symbol } : { object: symbol };
    }
  }
  return undefined;
}

/// What an attribute of an object of a class is.
export function kindOfAttribute(analysis: Analysis, symbol: UserClass, name: string, depth = 0): Inferred | undefined {
  if (depth > DEEPEST) return undefined;
  const member = membersOfClass(analysis, symbol).get(name);
  if (member?.meaning?.kind === "class") return { itself: member.meaning };
  return common((member?.values ?? []).map((one) => kindOf(analysis, one, depth + 1)));
}

/// What an expression gives.
function kindOf(analysis: Analysis, e: Expression, depth = 0): Inferred | undefined {
  if (depth > DEEPEST) return undefined;
  switch (e.kind) {
    case "List":
      return { kind: "list" };
    case "Tuple":
      return { kind: "tuple" };
    case "Dict":
      return { kind: "dict" };
    case "Set":
      return { kind: "set" };
    case "Int":
    case "Real":
      return { kind: "number" };
    case "String":
    case "FString":
      return { kind: "text" };
    case "Comprehension":
      return {
        kind: e.generator ? "generator" : e.braces === undefined ? "list" : e.value === undefined ? "set" : "dict",
      };
    case "Binary": {
      const left = kindOf(analysis, e.left, depth + 1);
      return left !== undefined && "kind" in left && left.kind !== "number" ? left : undefined;
    }
    case "Name": {
      const meaning = analysis.library.meaning.get(e);
      return meaning === undefined ? undefined : kindOfMeaning(analysis, meaning, depth + 1);
    }
    case "Attribute": {
      const object = kindOf(analysis, e.object, depth + 1);
      if (object === undefined || "kind" in object) return undefined;
      const symbol = "object" in object ? object.object : object.itself;
      return kindOfAttribute(analysis, symbol, e.name.name, depth + 1);
    }
    case "Index":
      return kindOfElement(analysis, e.object, depth + 1);
    case "Call":
      return kindOfCall(analysis, e, depth);
    default:
      return undefined;
  }
}

/// What functions of ePython itself give.
const results: ReadonlyMap<string, Kind> = new Map([
  ...(["list", "sorted"] as const).map((name) => [name, "list"] as const),
  ...(["str", "repr", "chr", "format", "bin", "hex", "oct"] as const).map((name) => [name, "text"] as const),
  ["dict", "dict"],
  ["set", "set"],
  ["tuple", "tuple"],
]);

/// What methods give that do not give what they are called on.
const methodResults: ReadonlyMap<string, Kind> = new Map([
  ["split", "list"],
  ["rsplit", "list"],
  ["splitlines", "list"],
  ["join", "text"],
  ...[
    "upper",
    "lower",
    "strip",
    "lstrip",
    "rstrip",
    "replace",
    "format",
    "title",
    "center",
    "ljust",
    "rjust",
    "zfill",
  ].map((name) => [name, "text"] as const),
  ...["union", "intersection", "difference", "symmetric_difference"].map((name) => [name, "set"] as const),
]);

function kindOfCall(analysis: Analysis, { callee }: Call, depth: number): Inferred | undefined {
  const meaning = meaningOf(analysis.library.meaning, callee);
  if (meaning?.kind === "class") return { object: meaning };
  if (meaning?.kind === "native") {
    const kind = results.get(meaning.native.name);
    return kind === undefined ? undefined : { kind };
  }
  if (meaning?.kind === "function") return kindOfResult(analysis, meaning.def, depth);
  if (callee.kind !== "Attribute") return undefined;
  const object = kindOf(analysis, callee.object, depth + 1);
  if (object !== undefined && !("kind" in object)) {
    const symbol = "object" in object ? object.object : object.itself;
    const method = membersOfClass(analysis, symbol).get(callee.name.name)?.symbol;
    return method === undefined ? undefined : kindOfResult(analysis, method.def, depth);
  }
  const { name } = callee.name;
  const kind = nativeNamed("method", name) === undefined ? undefined : methodResults.get(name);
  if (kind !== undefined) return { kind };
  return name === "copy" ? object : undefined;
}

/// What a function gives, if all its `return`s give the same.
function kindOfResult(analysis: Analysis, def: Def, depth: number): Inferred | undefined {
  if (def.generator) return { kind: "generator" };
  const values: Assigned[] = [];
  walk(def.body, (node) => {
    if (node.kind === "Return") values.push(node.value);
    return node.kind !== "Def" && node.kind !== "Class";
  });
  return common(values.map((one) => one && kindOf(analysis, one, depth + 1)));
}

/// What elements of an expression are.
function kindOfElement(analysis: Analysis, e: Expression, depth: number): Inferred | undefined {
  if (depth > DEEPEST) return undefined;
  if (e.kind === "List" || e.kind === "Tuple" || e.kind === "Set") {
    return common(e.elements.map((one) => kindOf(analysis, one, depth + 1)));
  }
  if (e.kind === "Comprehension") return kindOf(analysis, e.element, depth + 1);
  if (e.kind !== "Name") return undefined;
  const meaning = analysis.library.meaning.get(e);
  if (meaning?.kind !== "local" && meaning?.kind !== "module-variable") return undefined;
  const assigned: Assigned[] = [];
  assignedTo(meaning.kind === "local" ? meaning.def.body : analysis.module.tree.body, meaning.name, assigned);
  return common(assigned.map((one) => one && kindOfElement(analysis, one, depth + 1)));
}

/// What all of these are, if they are the same.
function common(all: readonly (Inferred | undefined)[]): Inferred | undefined {
  const [first] = all;
  return first !== undefined && all.every((one) => one !== undefined && isSame(one, first)) ? first : undefined;
}

function isSame(one: Inferred, other: Inferred): boolean {
  if ("kind" in one) return "kind" in other && one.kind === other.kind;
  if ("object" in one) return "object" in other && one.object === other.object;
  return "itself" in other && one.itself === other.itself;
}

function assignedTo(body: readonly Statement[], name: string, into: Assigned[]): void {
  const within = (...blocks: readonly (readonly Statement[] | undefined)[]): void => {
    for (const block of blocks) assignedTo(block ?? [], name, into);
  };
  const isTarget = (target: Expression | undefined): boolean => target?.kind === "Name" && target.name === name;
  for (const statement of body) {
    switch (statement.kind) {
      case "Assign":
        if (statement.targets.some(isTarget)) into.push(statement.value);
        else if (statement.targets.some((target) => isSpreadOver(target, name))) into.push(undefined);
        break;
      case "For":
        if (isTarget(statement.target)) into.push(elementOf(statement.iterable));
        else if (isSpreadOver(statement.target, name)) into.push(undefined);
        within(statement.body, statement.otherwise);
        break;
      case "While":
        within(statement.body, statement.otherwise);
        break;
      case "Try":
        if (statement.handlers.some(({ name: bound }) => bound?.name === name)) into.push(undefined);
        within(...blocksOfTry(statement));
        break;
      case "With":
        if (isTarget(statement.target)) into.push(undefined);
        within(statement.body);
        break;
      case "Match":
        for (const { pattern, body: inner } of statement.cases) {
          if (patternsIn(pattern).some((part) => targetOfPattern(part)?.name === name)) into.push(undefined);
          within(inner);
        }
        break;
      case "If":
        within(...statement.branches.map(({ body }) => body), statement.otherwise);
        break;
    }
  }
}

/// An element of what a loop goes through, as an expression.
function elementOf(object: Expression): Expression {
  const { from, to } = object;
  return { kind: "Index", object, index: { kind: "Int", value: 0, from, to }, from, to };
}

function isSpreadOver(target: Expression, name: string): boolean {
  if (target.kind !== "Tuple" && target.kind !== "List") return false;
  return target.elements.some((one) => (one.kind === "Name" && one.name === name) || isSpreadOver(one, name));
}
