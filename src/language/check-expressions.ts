import {
  ASKING_ITERATORS,
  attributeNamed,
  EXCEPTION_ATTRIBUTES,
  FUNCTION_ATTRIBUTES,
  isType,
  SET_PLAIN,
} from "../bytecode/natives.ts";
import { BUILT_IN_METHODS } from "../bytecode/special-names.ts";
import { whatIs } from "./assignment.ts";
import { checkArguments, checkMethodArguments, checkUnknown } from "./calls.ts";
import { insert, replace } from "./catalogue.ts";
import { checkDoubleSign, functionOf, isIdle, noteCalled } from "./check-habits.ts";
import { checkInstance, checkTypesCompared } from "./check-types.ts";
import { classicFix } from "./classic-fix.ts";
import { NAMES_ELSEWHERE } from "./elsewhere.ts";
import { isOwnSource } from "./modules/sources.ts";
import { lookUp, moduleNamed, noteFailure, type Place, report, resolve } from "./names.ts";
import type { ElementVariable, Meaning } from "./program.ts";
import { nearest } from "./suggest.ts";
import { checkSuper, isSuperCall } from "./super-calls.ts";
import {
  type Attribute,
  type Binary,
  type Call,
  type Compare,
  type Comprehension,
  type Def,
  dictParts,
  type Expression,
  fstringValues,
  type Statement,
} from "./tree.ts";
import { isOfUnknown } from "./unknown-values.ts";

// One function for each kind of expression. In one file, since all of them call one another.

const LARGEST_INT = 2147483647;

/// Finds the meaning of every name in an expression and says what cannot work.
export function checkExpression(place: Place, value: Expression): void {
  switch (value.kind) {
    case "Name":
      if (resolve(place, value, "value")?.kind === "module")
        report(place, "module-as-value", value, { name: value.name });
      break;
    case "Int":
      if (value.value > LARGEST_INT) report(place, "int-too-large", value, { text: textOf(place, value) });
      break;
    case "Real":
      if (Math.fround(value.value) === Number.POSITIVE_INFINITY) {
        report(place, "real-too-large", value, { text: textOf(place, value) });
      }
      break;
    case "Unary":
      // The smallest whole number is written as the negative of one that does not fit.
      if (value.op === "-" && value.operand.kind === "Int" && value.operand.value === LARGEST_INT + 1) break;
      if (value.op === "not") checkTruth(place, value.operand);
      else checkExpression(place, value.operand);
      checkDoubleSign(place, value);
      if (value.op !== "not") suspectOperand(place, value.operand);
      break;
    case "Binary":
      checkBinary(place, value);
      break;
    case "Logical":
      checkTruth(place, value);
      if (place.module.dialect === "classic") report(place, "classic-logical", value, { op: value.op });
      break;
    case "Compare":
      checkComparison(place, value);
      break;
    case "Conditional":
      checkCondition(place, value.test);
      checkExpression(place, value.then);
      checkExpression(place, value.otherwise);
      break;
    case "Call":
      checkCall(place, value);
      break;
    case "Attribute":
      checkAttribute(place, value);
      break;
    case "Index":
      checkExpression(place, value.object);
      checkExpression(place, value.index);
      break;
    case "Slice":
      checkExpression(place, value.object);
      for (const part of [value.lower, value.upper, value.step]) if (part !== undefined) checkExpression(place, part);
      break;
    case "Comprehension":
      if (value.generator && place.module.dialect === "classic") reportGenerator(place, value);
      checkComprehension(place, value);
      break;
    case "Lambda": {
      const inside = enterFunction(place, value.def);
      for (const statement of value.def.body) checkLambda(inside, statement);
      break;
    }
    case "Starred":
      report(place, "star-alone", value, {});
      break;
    case "Named":
      checkExpression(place, value.value);
      resolve(place, value.target, "value");
      break;
    case "Yield":
      if (place.def === undefined && !place.module.broken) report(place, "yield-outside", value, {});
      if (value.value !== undefined) checkExpression(place, value.value);
      break;
    case "FString":
      for (const part of fstringValues(value.parts)) checkExpression(place, part);
      break;
    case "List":
    case "Tuple":
    case "Set":
      for (const element of value.elements) checkElement(place, element);
      break;
    case "Dict":
      for (const part of dictParts(value)) checkElement(place, part);
      break;
    case "String":
    case "Constant":
    case "Missing":
      break;
  }
}

/// Checks the parameters of a function and their defaults, which are computed where it is defined. The place in it.
export function enterFunction(place: Place, def: Def): Place {
  const { library, module } = place;
  const scope = module.scope.defs.get(def);
  const seen = new Set<string>();
  for (const { name, fallback } of def.parameters) {
    if (seen.has(name.name)) report(place, "duplicate-parameter", name, { name: name.name });
    seen.add(name.name);
    const local = scope?.locals.get(name.name);
    if (local !== undefined) library.meaning.set(name, local);
    if (fallback !== undefined) checkExpression(place, fallback);
  }
  // What the body of a class defines is not seen in its functions.
  const { body: _, tried: __, taken = new Set(), ...outer } = place;
  // A lambda in a `try` is most likely called there; a function may be called anywhere.
  const own = def.lambda === true ? taken : (library.forgiven.get(def) ?? new Set());
  return { ...outer, taken: own, def: scope, outer, elements: new Map() };
}

/// What the body of a lambda is, or that of a generator expression.
function checkLambda(place: Place, statement: Statement): void {
  switch (statement.kind) {
    case "Return":
    case "Expression":
      if (statement.value !== undefined) checkExpression(place, statement.value);
      break;
    case "If":
      for (const { test, body } of statement.branches) {
        checkCondition(place, test);
        for (const inner of body) checkLambda(place, inner);
      }
      break;
    case "For":
      checkExpression(place, statement.iterable);
      checkLoopTarget(place, statement.target);
      for (const inner of statement.body) checkLambda(place, inner);
  }
}

/// The target of a `for` in a generator expression.
function checkLoopTarget(place: Place, target: Expression): void {
  if ((target.kind === "Tuple" || target.kind === "List") && target.elements.length > 0) {
    for (const element of target.elements) checkLoopTarget(place, element);
  } else if (target.kind === "Name") checkTarget(place, target);
  else if (target.kind !== "Missing") report(place, "bad-target", target, { what: whatIs(target) });
}

function reportGenerator(place: Place, value: Comprehension): void {
  const { from, to } = value;
  const inBrackets = place.module.text[from] === "(" && value.element.from > from && !startsWithBracket(place, value);
  const edits = inBrackets
    ? [
        { from, to: from + 1, text: "[" },
        { from: to - 1, to, text: "]" },
      ]
    : [
        { from, to: from, text: "[" },
        { from: to, to, text: "]" },
      ];
  report(place, "left-out-generator", value, {}, [{ title: "Make it a list", edits }]);
}

/// Whether the bracket in front of a comprehension belongs to its element, as in `f((a, b) for a in b)`.
function startsWithBracket(place: Place, { element, to }: Comprehension): boolean {
  return element.kind === "Tuple" || place.module.text[to - 1] !== ")";
}

/// The names of a comprehension mean its own variables, but not in what its first `for` goes through.
function checkComprehension(place: Place, value: Comprehension): void {
  const elements = new Map(place.elements);
  const inside: Place = { ...place, elements };
  const own = new Map<string, ElementVariable>();
  value.clauses.forEach((clause, k) => {
    if (clause.kind === "if") {
      checkCondition(inside, clause.test);
      return;
    }
    checkExpression(k === 0 ? place : inside, clause.iterable);
    bindElements(inside, clause.target, value, own);
    for (const [name, variable] of own) elements.set(name, variable);
  });
  checkExpression(inside, value.element);
  if (value.value !== undefined) checkExpression(inside, value.value);
}

function bindElements(place: Place, target: Expression, of: Comprehension, own: Map<string, ElementVariable>): void {
  if (target.kind === "Name") {
    let variable = own.get(target.name);
    if (variable === undefined) {
      variable = { kind: "element", name: target.name, of };
      own.set(target.name, variable);
      (place.def ?? place.module.scope).elements.push(variable);
    }
    place.library.meaning.set(target, variable);
  } else if ((target.kind === "Tuple" || target.kind === "List") && target.elements.length > 0) {
    for (const element of target.elements)
      bindElements(place, element.kind === "Starred" ? element.value : element, of, own);
  } else if (target.kind !== "Missing") {
    report(place, "bad-target", target, { what: whatIs(target) });
  }
}

/// What stands left of `=`, or between `for` and `in`.
export function checkTarget(place: Place, target: Expression): void {
  if (target.kind === "Name") resolve(place, target, "value");
  else if (target.kind === "Tuple" || target.kind === "List") {
    for (const element of target.elements) checkTarget(place, element);
  } else if (target.kind === "Starred") checkTarget(place, target.value);
  else if (target.kind === "Attribute") checkAttributeTarget(place, target);
  else checkExpression(place, target);
}

/// What is assigned after a dot: an attribute of an object, not a name of a module.
function checkAttributeTarget(place: Place, target: Attribute): void {
  const owner = ownerOf(place, target);
  if (owner === undefined || (owner !== "module" && place.library.attributes.hasClasses)) return;
  report(place, "attribute-target", target, { name: target.name.name }, classicFix());
}

/// What is asked for its truth only: a condition, or a side of one.
function checkTruth(place: Place, value: Expression): void {
  if (value.kind !== "Logical") return checkExpression(place, value);
  checkTruth(place, value.left);
  checkTruth(place, value.right);
}

/// The condition of an if or a loop.
export function checkCondition(place: Place, test: Expression): void {
  checkTruth(place, test);
  suspectFunction(place, test.kind === "Unary" && test.op === "not" ? test.operand : test);
}

/// A statement that is only an expression.
export function checkUnusedValue(place: Place, value: Expression): void {
  const symbol = functionOf(place, value);
  if (symbol !== undefined) {
    const name = textOf(place, value);
    report(place, "function-not-called", value, { name }, insert("Add ()", value.to, "()"));
    return;
  }
  const equality = value.kind === "Compare" && value.rest.length === 1 ? value : undefined;
  const [only] = equality?.rest ?? [];
  const isTarget = equality?.first.kind === "Name" || equality?.first.kind === "Index";
  if (equality === undefined || only?.op !== "==" || !isTarget) {
    if (isIdle(value)) report(place, "unused-value", value, { what: textOf(place, value) });
    return;
  }
  const between = textOf(place, { from: equality.first.to, to: only.right.from });
  const at = equality.first.to + between.indexOf("==");
  const fixes = between.trim() === "==" ? replace("Write =", { from: at, to: at + 2 }, "=") : [];
  report(place, "comparison-statement", value, {}, fixes);
}

function textOf(place: Place, span: { readonly from: number; readonly to: number }): string {
  return place.module.text.slice(span.from, span.to);
}

function suspectFunction(place: Place, value: Expression): void {
  if (functionOf(place, value) === undefined) return;
  const name = textOf(place, value);
  report(place, "function-as-value", value, { name }, insert("Add ()", value.to, "()"));
}

/// As `suspectFunction`, for what is used as a number or text is, which a function that is in a variable cannot be either.
export function suspectOperand(place: Place, value: Expression): void {
  suspectFunction(place, value);
  const meaning = value.kind === "Name" ? place.library.meaning.get(value) : undefined;
  if (meaning?.kind === "module-variable" || meaning?.kind === "local") place.habits.reckoned.add(meaning);
}

function checkBinary(place: Place, value: Binary): void {
  checkExpression(place, value.left);
  checkExpression(place, value.right);
  // `int | None` is a type, and text with `%` shows anything.
  if (value.op !== "|") {
    suspectOperand(place, value.left);
    if (value.op !== "%" || value.left.kind !== "String") suspectOperand(place, value.right);
  }
  if (value.op === "+") hintOfText(place, value);
  if (value.op === "^" || value.op === "**") checkExponent(place, value.right);
  if (value.op === "^" && place.module.dialect === "python3") hintOfPower(place, value);
  if (
    place.library.dialect !== "python2" ||
    value.op !== "/" ||
    !isCertainlyInt(place, value.left) ||
    !isCertainlyInt(place, value.right)
  )
    return;
  const { left, right } = value;
  if (left.kind === "Int" && right.kind === "Int" && left.value % right.value === 0) return;
  report(place, "floor-division", value.opSpan, {}, replace("Write //", value.opSpan, "//"));
}

function checkExponent(place: Place, exponent: Expression): void {
  const literal = exponent.kind === "Unary" ? exponent.operand : exponent;
  if (place.module.dialect === "classic" && literal.kind === "Real") report(place, "real-exponent", exponent, {});
}

/// What looks like a power and is none: one side is a small number that is written out, or a real.
function hintOfPower(place: Place, value: Binary): void {
  const { left, right } = value;
  const isPower =
    right.kind === "Int" ? right.value >= 2 && right.value <= 10 : left.kind === "Int" && left.value === 10;
  if (!isPower && left.kind !== "Real" && right.kind !== "Real") return;
  const found = textOf(place, value);
  const wanted = `${textOf(place, left)} ** ${textOf(place, right)}`;
  report(place, "exclusive-or", value.opSpan, { found, wanted }, replace("Write **", value.opSpan, "**"));
}

/// Text and a number are joined, which Python does not do.
function hintOfText(place: Place, { left, right }: Binary): void {
  if (place.library.dialect === "classic") return;
  const isText = ({ kind }: Expression): boolean => kind === "String" || kind === "FString";
  const number = isText(left) ? right : isText(right) ? left : undefined;
  if (number === undefined || !(number.kind === "Real" || isCertainlyInt(place, number))) return;
  const text = `str(${textOf(place, number)})`;
  const fixes = replace(`Write ${text}`, number, text);
  if (place.library.dialect === "python2") report(place, "text-and-number", number, {}, fixes);
  else report(place, "text-plus-number", number, { text, wanted: text }, fixes);
}

export function isCertainlyNumber(place: Place, value: Expression): boolean {
  return value.kind === "Real" || isCertainlyInt(place, value);
}

function isCertainlyInt(place: Place, value: Expression): boolean {
  if (value.kind === "Int") return true;
  if (value.kind === "Unary") return value.op !== "not" && isCertainlyInt(place, value.operand);
  if (value.kind !== "Call") return false;
  const symbol = functionOf(place, value.callee);
  return symbol?.kind === "native" && ["len", "coreid", "numcores"].includes(symbol.native.name);
}

function checkComparison(place: Place, value: Compare): void {
  checkExpression(place, value.first);
  let left = value.first;
  for (const { op, right } of value.rest) {
    checkExpression(place, right);
    const ordered = op !== "is" && op !== "is not" && op !== "in" && op !== "not in";
    if (ordered && isValue(right)) suspectOperand(place, left);
    if (ordered && isValue(left)) suspectOperand(place, right);
    left = right;
  }
  checkTypesCompared(place, value);
}

function isValue(value: Expression): boolean {
  return value.kind === "Int" || value.kind === "Real" || value.kind === "String";
}

// ── Calls and members ──────────────────────────────────────────────────────

/// An expression where several values may stand.
export function checkElement(place: Place, value: Expression): void {
  checkExpression(place, value.kind === "Starred" ? value.value : value);
}

function checkCall(place: Place, call: Call): void {
  checkCallee(place, call);
  noteCalled(place, call);
  for (const { name, value } of call.args) {
    if (name !== undefined && value.kind === "Attribute" && isMethodAsValue(place, value)) continue;
    // What ePython's own functions go through may as well be a list.
    if (value.kind === "Comprehension" && call.args.length === 1 && isNative(place, call.callee)) {
      checkComprehension(place, value);
    } else {
      checkElement(place, value);
    }
  }
  checkInstance(place, call);
}

/// Whether an argument that is given by name is a method that is to be called later, as in `key=counts.get`: nobody forgot its brackets.
function isMethodAsValue(place: Place, attribute: Attribute): boolean {
  const { methods, attributes } = place.library;
  const { name } = attribute.name;
  if (!methods.has(name) || attributes.names.has(name) || place.module.dialect === "classic") return false;
  const owner = ownerOf(place, attribute);
  if (owner === "module") memberOf(place, attribute);
  else if (owner === "value") methodOfType(place, attribute);
  return true;
}

function isNative(place: Place, callee: Expression): boolean {
  if (callee.kind !== "Name" && callee.kind !== "Attribute") return false;
  const symbol = place.library.meaning.get(callee.kind === "Name" ? callee : callee.name);
  return symbol === undefined ? callee.kind === "Attribute" : symbol.kind === "native";
}

function checkCallee(place: Place, call: Call): void {
  const { callee } = call;
  switch (callee.kind) {
    case "Name": {
      if (isSuperCall(place, call)) {
        report(place, "super-alone", call, {});
        break;
      }
      const symbol = resolve(place, callee, "callee");
      if (symbol?.kind === "module") moduleCalled(place, callee.name, symbol.name, callee);
      else checkArguments(place, call, symbol);
      break;
    }
    case "Attribute": {
      if (isPlainSetter(place, callee) || isOfChain(place, callee)) {
        checkArguments(place, call, place.library.meaning.get(callee.name));
        break;
      }
      const owner = ownerOf(place, callee);
      if (owner === "module") checkArguments(place, call, memberOf(place, callee));
      else if (owner === "value") {
        const method = methodOfType(place, callee);
        if (method === undefined) checkMethod(place, call, callee);
        else checkArguments(place, call, method);
      }
      break;
    }
    case "Int":
    case "Real":
    case "String":
    case "Constant":
    case "List":
    case "Tuple":
    case "Set":
    case "Dict":
    case "Compare":
    case "Binary":
    case "Unary":
      checkExpression(place, callee);
      report(place, "not-callable", callee, { what: whatIs(callee) });
      break;
    default:
      checkExpression(place, callee);
      checkUnknown(place, call);
  }
}

function moduleCalled(place: Place, bound: string, module: string, span: Expression): void {
  const wanted = place.library.membersOf(module)?.has(module) === true ? `${bound}.${module}` : undefined;
  const fixes = wanted === undefined ? [] : replace(`Write ${wanted}`, span, wanted);
  report(place, "module-called", span, { name: bound, wanted: wanted && `${wanted}()` }, fixes);
}

/// Whether the part before the dot is a module or a value; a value is checked on the way. Undefined if it is a name that
/// means nothing, of which that has been said.
function ownerOf(place: Place, attribute: Attribute): "module" | "value" | "super" | undefined {
  const { object } = attribute;
  if (object.kind === "Missing") return undefined;
  if (isSuperCall(place, object)) {
    for (const { value } of object.args) checkExpression(place, value);
    checkSuper(place, object);
    return "super";
  }
  if (object.kind !== "Name") {
    checkExpression(place, object);
    return "value";
  }
  const symbol = resolve(place, object, "object");
  return symbol === undefined ? undefined : symbol.kind === "module" ? "module" : "value";
}

/// The member of a module that an attribute names.
function memberOf(place: Place, attribute: Attribute): Meaning | undefined {
  const { object, name } = attribute;
  const { library } = place;
  const module = object.kind === "Name" ? moduleNamed(place, object.name) : undefined;
  if (module === undefined) return undefined;
  const members = library.membersOf(module.name);
  const symbol = members?.get(name.name);
  if (symbol !== undefined) {
    library.meaning.set(name, symbol);
    return symbol;
  }
  const source = library.modules.find((one) => one.tree.file === `${module.name}.py`);
  if (source?.broken === true || source?.anyName === true) return undefined;
  const near = library.guesses.nearest(name.name, members?.keys() ?? []);
  const elsewhere = near === undefined ? NAMES_ELSEWHERE.get(name.name) : undefined;
  const fixes = near === undefined ? [] : replace(`Write ${near}`, name, near);
  if (elsewhere !== undefined) report(place, "name-elsewhere", name, { name: name.name, instead: elsewhere });
  else report(place, "unknown-member", name, { module: module.name, name: name.name, nearest: near }, fixes);
  noteFailure(place, attribute, "AttributeError", `module '${module.name}' has no attribute '${name.name}'`);
  return undefined;
}

/// The first parameters of methods that values of a type have.
const RECEIVERS: Readonly<Record<string, readonly string[]>> = {
  str: ["text", "x"],
  bytes: ["text", "x", "bytes", "number"],
  bytearray: ["text", "x", "bytes", "number", "list", "items"],
  int: ["int", "number"],
  float: ["number"],
  complex: ["number"],
  slice: ["slice"],
  list: ["list", "x", "items"],
  tuple: ["x"],
  dict: ["dict", "items", "table"],
  set: ["set", "items", "table"],
};

/// Those that are called on the type itself.
const OF_THE_TYPE: ReadonlySet<string> = new Set(["fromkeys", "maketrans", "fromhex", "from_bytes"]);

/// The method that an attribute of a type names, as in `str.upper`: a function whose first argument is the value. Notes that it does.
function methodOfType(place: Place, { object, name }: Attribute): Meaning | undefined {
  const { library } = place;
  const type = object.kind === "Name" ? library.meaning.get(object) : undefined;
  if (type?.kind !== "native" || !isType(type.native) || OF_THE_TYPE.has(name.name)) return undefined;
  const method = library.methods.get(name.name);
  const receiver = method?.native.parameters[0]?.name ?? "";
  if (method === undefined || RECEIVERS[type.native.name]?.includes(receiver) !== true) return undefined;
  library.meaning.set(name, method);
  return method;
}

function checkMethod(place: Place, call: Call, callee: Attribute): void {
  const { methods, attributes } = place.library;
  const { name } = callee.name;
  if (attributes.names.has(name) || isSpecialAttribute(place, name)) return;
  if (ASKING_ITERATORS.has(name) && call.args.length === 0) return;
  if (isUnknown(place, callee)) return;
  const method = methods.get(name);
  if (method !== undefined) {
    checkMethodArguments(place, call, method.native);
    return;
  }
  if (attributes.hasClasses) return attributeNowhere(place, callee);
  const near = nearest(name, [...methods.keys(), "len(...)"]);
  const fixes = near === undefined || !methods.has(near) ? [] : replace(`Write ${near}`, callee.name, near);
  report(place, "unknown-method", callee.name, { name, nearest: near }, fixes);
}

function checkAttribute(place: Place, attribute: Attribute): void {
  if (isPlainSetter(place, attribute) || isOfChain(place, attribute)) return;
  const owner = ownerOf(place, attribute);
  if (owner === "module") {
    memberOf(place, attribute);
    return;
  }
  if (owner === undefined || owner === "super") return;
  if (methodOfType(place, attribute) !== undefined) return;
  const { name } = attribute.name;
  if (attributeNamed(name) !== undefined || EXCEPTION_ATTRIBUTES.has(name)) return;
  const { methods, attributes } = place.library;
  if (attributes.names.has(name) || isSpecialAttribute(place, name)) return;
  if (isUnknown(place, attribute)) return;
  if (methods.has(name)) {
    report(place, "method-not-called", attribute.name, { name }, insert("Add ()", attribute.to, "()"));
    return;
  }
  if (attributes.hasClasses) return attributeNowhere(place, attribute);
  const near = nearest(name, [...methods.keys(), "len(...)"]);
  report(place, "unknown-attribute", attribute.name, { name, nearest: near });
}

/// Whether it is `object.__setattr__`, which sets an attribute whatever the class says of that.
function isPlainSetter(place: Place, { object, name }: Attribute): boolean {
  if (object.kind !== "Name" || object.name !== "object" || name.name !== SET_PLAIN.name) return false;
  const known = lookUp(place, "object");
  if (known?.kind !== "exception") return false;
  place.library.meaning.set(name, { kind: "native", native: SET_PLAIN });
  return true;
}

/// Whether it is `from_iterable` of itertools.chain, which is a function of its own.
function isOfChain(place: Place, { object, name }: Attribute): boolean {
  if (name.name !== "from_iterable") return false;
  const owner = object.kind === "Attribute" && object.object.kind === "Name" ? object.object.name : undefined;
  const module = owner === undefined ? undefined : moduleNamed(place, owner);
  const symbol =
    object.kind === "Name"
      ? lookUp(place, object.name)
      : object.kind === "Attribute" && module !== undefined
        ? place.library.membersOf(module.name)?.get(object.name.name)
        : undefined;
  const member = place.library.membersOf("itertools")?.get("_chain_from");
  if (symbol?.kind !== "function" || symbol.name !== "chain" || symbol.file !== "itertools.py") return false;
  if (member === undefined) return false;
  checkExpression(place, object);
  place.library.meaning.set(name, member);
  return true;
}

/// Whether a name is one of those that Python itself gives a meaning, where there may be something that has it.
function isSpecialAttribute({ library, module }: Place, name: string): boolean {
  if (FUNCTION_ATTRIBUTES.has(name)) return true;
  const isNamed = name.startsWith("__") && name.endsWith("__");
  const isOfAll = name === "__class__" || BUILT_IN_METHODS.has(name);
  return isNamed && (isOfAll || library.attributes.hasClasses || isOwnSource(module.text));
}

/// Says that no class of the program and no value has an attribute.
function attributeNowhere(place: Place, { name }: Attribute): void {
  const { methods, attributes } = place.library;
  const near = nearest(name.name, [...attributes.names, ...methods.keys()]);
  const fixes = near === undefined ? [] : replace(`Write ${near}`, name, near);
  report(place, "attribute-nowhere", name, { name: name.name, nearest: near }, fixes);
}

/// Whether the value before the dot comes from something that could not be found or read, which has been said.
export function isUnknown(place: Place, { object, name }: Attribute): boolean {
  return place.module.doubtful.has(name.name) || isOfUnknown(place, object);
}
