import { unreachable } from "../base/assert.ts";
import { checkArguments } from "./calls.ts";
import { insert, replace } from "./catalogue.ts";
import { enterClass } from "./check-classes.ts";
import { checkHandler, checkRaise } from "./check-exceptions.ts";
import {
  checkCondition,
  checkElement,
  checkExpression,
  checkTarget,
  checkUnusedValue,
  enterFunction,
  isCertainlyNumber,
  suspectOperand,
} from "./check-expressions.ts";
import { checkForgotten } from "./check-forgotten.ts";
import { checkLoopOverNumber, functionOf, noteGiven } from "./check-habits.ts";
import { checkMatch } from "./check-patterns.ts";
import { classicFix } from "./classic-fix.ts";
import { failuresTaken } from "./forgiven.ts";
import { lookUp, lookUpAround, lookUpInModule, noteOuter, type Place, report } from "./names.ts";
import { memberKind, parameterNames } from "./scopes.ts";
import type {
  Assert,
  AugmentedAssign,
  Block,
  Call,
  Def,
  Expression,
  Global,
  Name,
  Nonlocal,
  Statement,
  Try,
} from "./tree.ts";
import { noteUnknown } from "./unknown-values.ts";

/// Checks statements and all that they contain. `inLoop` is about the loop around them in the same function.
export function checkBlock(place: Place, body: Block, inLoop: boolean): void {
  for (const statement of body) checkStatement(place, statement, inLoop);
}

function checkStatement(place: Place, statement: Statement, inLoop: boolean): void {
  switch (statement.kind) {
    case "Assign":
      checkExpression(place, statement.value);
      for (const target of statement.targets) {
        checkTarget(place, target);
        noteGiven(place, target, statement.value);
        noteUnknown(place, target, statement.value);
      }
      break;
    case "Declare":
      checkTarget(place, statement.target);
      break;
    case "AugmentedAssign":
      checkExpression(place, statement.value);
      if (statement.op !== "|" && statement.op !== "%") suspectOperand(place, statement.value);
      checkAugmented(place, statement);
      break;
    case "Expression":
      checkExpression(place, statement.value);
      checkUnusedValue(place, statement.value);
      if (statement.value.kind === "Call") checkForgotten(place, statement.value);
      break;
    case "Print":
      for (const value of statement.values) checkElement(place, value);
      if (statement.sep !== undefined) checkExpression(place, statement.sep);
      if (statement.end !== undefined) checkExpression(place, statement.end);
      break;
    case "If":
      for (const { test, body } of statement.branches) {
        checkCondition(place, test);
        checkBlock(place, body, inLoop);
      }
      checkBlock(place, statement.otherwise ?? [], inLoop);
      break;
    case "While":
      checkCondition(place, statement.test);
      checkBlock(place, statement.body, true);
      checkBlock(place, statement.otherwise ?? [], inLoop);
      break;
    case "For":
      checkExpression(place, statement.iterable);
      checkLoopOverNumber(place, statement.iterable, isCertainlyNumber(place, statement.iterable));
      checkTarget(place, statement.target);
      noteGiven(place, statement.target, undefined);
      noteUnknown(place, statement.target, statement.iterable);
      checkBlock(place, statement.body, true);
      checkBlock(place, statement.otherwise ?? [], inLoop);
      break;
    case "Break":
    case "Continue":
      // Where lines could not be read, the loop may be among them.
      if (!inLoop && !place.module.broken) {
        report(place, "break-outside", statement, { word: statement.kind === "Break" ? "break" : "continue" });
      }
      break;
    case "Def":
      checkDef(place, statement);
      break;
    case "Class": {
      const inside = enterClass(place, statement);
      if (inside !== undefined) checkBlock(inside, statement.body, false);
      break;
    }
    case "Return":
      if (place.def === undefined && !place.module.broken && place.module.dialect !== "classic")
        report(place, "return-outside", statement, {}, classicFix());
      if (statement.value !== undefined) checkExpression(place, statement.value);
      break;
    case "Global":
      checkGlobal(place, statement);
      break;
    case "Nonlocal":
      checkNonlocal(place, statement);
      break;
    case "Delete":
      for (const target of statement.targets) checkTarget(place, target);
      break;
    case "Assert":
      checkAssert(place, statement);
      break;
    case "Try":
      checkTry(place, statement, inLoop);
      break;
    case "With":
      checkExpression(place, statement.manager);
      if (statement.target !== undefined) {
        checkTarget(place, statement.target);
        noteUnknown(place, statement.target, statement.manager);
      }
      checkBlock({ ...place, tried: true }, statement.body, inLoop);
      break;
    case "Match":
      checkMatch(place, statement);
      for (const { body } of statement.cases) checkBlock(place, body, inLoop);
      break;
    case "Raise":
      checkRaise(place, statement);
      break;
    case "Pass":
    case "Import":
    case "FromImport":
      break;
    default:
      unreachable(statement);
  }
}

function checkAssert(place: Place, { test, message }: Assert): void {
  // A tuple with something in it is always true: the brackets make the message part of the condition.
  if (test.kind === "Tuple" && test.elements.length > 0 && message === undefined)
    report(place, "assert-tuple", test, {});
  checkCondition(place, test);
  if (message !== undefined) checkExpression(place, message);
}

function checkTry(place: Place, statement: Try, inLoop: boolean): void {
  const taken = new Set([...failuresTaken(statement), ...(place.taken ?? [])]);
  checkBlock(place.module.dialect === "classic" ? place : { ...place, taken, tried: true }, statement.body, inLoop);
  for (const handler of statement.handlers) {
    checkHandler(place, handler);
    checkBlock(place, handler.body, inLoop);
  }
  checkBlock(place, statement.otherwise ?? [], inLoop);
  checkBlock(place, statement.final ?? [], inLoop);
}

function checkAugmented(place: Place, { target }: AugmentedAssign): void {
  checkTarget(place, target);
  if (target.kind !== "Name") return;
  const { name } = target;
  const isLocal = place.def?.neverSet.has(name) === true;
  if (!isLocal && !isNeverSet(place, target)) return;
  if (!isLocal || lookUpInModule(place, name)?.kind !== "module-variable") {
    // Nothing outside has this name: it is as undefined as in an expression.
    const near = place.library.guesses.nearest(name, variablesSet(place));
    const fixes = near === undefined ? [] : replace(`Write ${near}`, target, near);
    report(place, "augmented-unset", target, { name, nearest: near }, fixes);
    return;
  }
  const first = place.def.symbol.def.body[0];
  const { text } = place.module;
  let start = first?.from ?? target.from;
  while (start > 0 && /[ \t]/.test(text[start - 1] as string)) start--;
  const isLineStart = start === 0 || /[\n\r]/.test(text[start - 1] as string);
  const fixes =
    first !== undefined && isLineStart
      ? insert(`Add global ${name}`, first.from, `global ${name}\n${text.slice(start, first.from)}`)
      : [];
  // In classic ePython it would be the module's variable.
  report(place, "augmented-local", target, { name }, [...fixes, ...classicFix()]);
}

/// Whether a name means a variable of the file that is certainly never given a first value.
function isNeverSet({ library, module }: Place, target: Name): boolean {
  const { name } = target;
  const { scope, imported, plain } = module;
  if (!scope.neverSet.has(name) || library.meaning.get(target) !== scope.variables.get(name)) return false;
  return !module.anyName && !module.doubtful.has(name) && !imported.has(name) && !plain.has(name);
}

/// The variables here that are given a value.
function* variablesSet({ module: { scope }, def }: Place): Iterable<string> {
  for (const name of def?.locals.keys() ?? []) if (def?.neverSet.has(name) !== true) yield name;
  for (const name of scope.variables.keys()) if (!scope.neverSet.has(name)) yield name;
}

function checkDef(place: Place, def: Def): void {
  const { library, module } = place;
  const scope = module.scope.defs.get(def);
  if (scope === undefined) return;
  library.meaning.set(def.name, module.scope.variableDefs.get(def) ?? scope.symbol);
  noteOuterDef(place, def);
  const isMember = place.body !== undefined && memberKind(def) !== undefined;
  for (const decorator of isMember ? [] : (def.decorators ?? [])) checkDecorator(place, decorator, def);
  checkBlock(enterFunction(place, def), def.body, false);
}

/// A `def` may give a value to a variable of a function around the one that it stands in.
function noteOuterDef(place: Place, { name }: Def): void {
  if (place.def?.nonlocals.has(name.name) !== true) return;
  const symbol = lookUpAround(place, name.name);
  if (symbol === undefined) return;
  place.library.meaning.set(name, symbol);
  noteOuter(place, name.name, symbol);
}

/// Decorators of Python that stand elsewhere or have to be imported, and what to do.
const PYTHON_DECORATORS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    property: "it stands above methods of a class",
    staticmethod: "it stands above methods of a class",
    classmethod: "it stands above methods of a class",
    dataclass: "it stands above a class",
    cache: "import it from `functools`",
    lru_cache: "import it from `functools`",
    wraps: "import it from `functools`",
  }),
);

/// What classic ePython writes above a function that the host calls.
const EXPORTABLE = { name: "exportable", instead: "a function needs no such line, so leave it out" };

function checkDecorator(place: Place, decorator: Expression, def: Def): void {
  const called = decorator.kind === "Call" ? decorator.callee : decorator;
  const name = called.kind === "Name" ? called.name : called.kind === "Attribute" ? called.name.name : undefined;
  const owner = called.kind === "Attribute" && called.object.kind === "Name" ? called.object.name : name;
  if (name !== undefined && owner !== undefined && lookUp(place, owner) === undefined) {
    if (name === "exportable") return report(place, "classic-function", decorator, EXPORTABLE, classicFix());
    if (name === "offload") return report(place, "host-decorator", decorator, { name });
    const instead = PYTHON_DECORATORS.get(name);
    if (instead !== undefined) return report(place, "left-out-decorator", decorator, { name, instead });
  }
  // It is called with the function as its one argument.
  const { from, to } = decorator;
  const call: Call = {
    kind: "Call",
    callee: decorator,
    args: [{ value: { kind: "Name", ...def.name }, from, to }],
    from,
    to,
  };
  if (decorator.kind !== "Name" && decorator.kind !== "Attribute") return checkExpression(place, call);
  checkExpression(place, decorator);
  const symbol = functionOf(place, decorator);
  if (symbol?.kind === "native") report(place, "native-decorator", decorator, { name: symbol.native.name });
  else checkArguments(place, call, symbol);
}

/// `nonlocal` makes names those of a function around this one.
function checkNonlocal(place: Place, statement: Nonlocal): void {
  const { def } = place;
  if (def === undefined) {
    if (!place.module.broken) report(place, "nonlocal-outside", statement, {});
    return;
  }
  for (const id of statement.names) {
    const { name } = id;
    if (parameterNames(def.symbol.def).has(name)) {
      report(place, "nonlocal-parameter", id, { name });
      continue;
    }
    const symbol = lookUpAround(place, name);
    if (symbol === undefined) {
      const isGlobal = lookUpInModule(place, name)?.kind === "module-variable" && statement.names.length === 1;
      const fixes = isGlobal ? replace(`Write global ${name}`, statement, `global ${name}`) : [];
      if (!place.module.broken) report(place, "nonlocal-unbound", id, { name }, fixes);
    } else {
      place.library.meaning.set(id, symbol);
      noteOuter(place, name, symbol);
    }
  }
}

function checkGlobal(place: Place, statement: Global): void {
  for (const id of statement.names) {
    const { name } = id;
    if (place.def !== undefined && parameterNames(place.def.symbol.def).has(name)) {
      report(place, "global-parameter", id, { name });
      continue;
    }
    const symbol = place.def === undefined ? lookUp(place, name) : lookUpInModule(place, name);
    if (symbol !== undefined) place.library.meaning.set(id, symbol);
    else if (!place.module.broken && !place.module.anyName) report(place, "undefined-name", id, { name });
  }
}
