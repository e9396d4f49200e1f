import { unreachable } from "../base/assert.ts";
import { orderOf } from "../language/classes.ts";
import { builtinSource, moduleSources } from "../language/modules/sources.ts";
import type {
  CheckedModule,
  CheckedProgram,
  Meaning,
  ModuleVariable,
  UserClass,
  UserFunction,
} from "../language/program.ts";
import {
  type Block,
  blocksOfTry,
  type ClassDef,
  type Def,
  defaultsOf,
  type Expression,
  eachPart,
  type Identifier,
  isLiteral,
  type Name,
  type Pattern,
  patternsIn,
  type Statement,
  targetOfPattern,
  valuesOfPattern,
} from "../language/tree.ts";
import { GONE_THROUGH, helpersFor, PATTERN_HELPERS } from "./helpers.ts";
import { Iteration } from "./iteration.ts";
import { NamedMethods } from "./named-methods.ts";

/// What of a program can be reached from its modules' top levels: the rest takes no room in the byte code.
export interface Reached {
  readonly functions: readonly UserFunction[];
  readonly variables: readonly ModuleVariable[];
  /// Assignments of ePython's own modules to variables that nobody reads.
  readonly idle: ReadonlySet<Statement>;
  readonly iteration: Iteration;
  readonly classes: readonly UserClass[];
}

/// Finds what is reached. Functions are in the order in which they are first referred to.
export function reach(program: CheckedProgram): Reached {
  const functions: UserFunction[] = [];
  const seen = new Set<Def>();
  const variables = new Set<ModuleVariable>();
  /// In the order in which they are first named, by what is idle too: the order decides what finding a variable costs.
  const named = new Set<ModuleVariable>();
  const byDef = new Map<Def, UserFunction>();
  const idle = new Set<Statement>();
  const waiting = new Map<Meaning, Statement[]>();
  const woken: Statement[] = [];
  for (const module of program.modules) for (const scope of module.functions) byDef.set(scope.symbol.def, scope.symbol);

  const classes = new Set<UserClass>();
  const classOf = new Map(
    program.modules.flatMap((one) => one.classes.map((symbol) => [symbol.node, symbol] as const)),
  );
  /// Everything in a class may be asked for once there is an object of it.
  const needClass = (symbol: UserClass): void => {
    if (classes.has(symbol)) return;
    classes.add(symbol);
    if (GONE_THROUGH.some((name) => symbol.names.has(name))) iteration.hasObjects = true;
    for (const { value } of symbol.node.bases) visitExpression(value, visitor);
    for (const one of symbol.names.values()) {
      if (one.kind === "module-variable") variables.add(one);
      else if (one.kind === "class") needClass(one);
    }
    for (const one of symbol.node.body) {
      const found = one.kind === "Def" ? byDef.get(one) : undefined;
      if (found === undefined) continue;
      if (libraries.has(symbol.file)) methods.add(found);
      else need(found);
    }
    visitBlock(symbol.node.body, visitor);
  };
  const need = (symbol: UserFunction): void => {
    if (seen.has(symbol.def)) return;
    seen.add(symbol.def);
    functions.push(symbol);
    if (symbol.def.generator === true) iteration.isLazy = true;
  };
  const libraries = new Set(program.modules.filter(isLibrary).map(({ tree }) => tree.file));
  const methods = new NamedMethods(need);
  const iteration = new Iteration(program);
  const refer = (name: Name | Identifier): void => {
    const symbol: Meaning | undefined = program.meaning.get(name);
    if (symbol?.kind === "function") need(symbol);
    if (symbol?.kind === "class") needClass(symbol);
    if (symbol?.kind !== "module-variable") return;
    variables.add(symbol);
    named.add(symbol);
    woken.push(...(waiting.get(symbol) ?? []));
    waiting.delete(symbol);
  };
  const define = (def: Def | ClassDef): void => {
    if (def.kind === "Class") {
      const symbol = classOf.get(def);
      const variable = program.variableClasses.get(def);
      if (variable?.kind === "module-variable") variables.add(variable);
      if (symbol === undefined) return;
      const behind = orderOf(program.meaning, symbol)?.slice(1) ?? [];
      // Another class is told of it.
      const isTold = behind.some(({ names }) => names.has("__init_subclass__"));
      if (variable !== undefined || !isQuiet(def) || isTold) needClass(symbol);
      return;
    }
    // A lambda, or a def that is an assignment to a variable, is needed where it stands; and so is one whose defaults can do something.
    const variable = program.variableDefs.get(def);
    const symbol = byDef.get(def);
    if (symbol === undefined) return;
    if (variable?.kind === "module-variable") variables.add(variable);
    const isQuietDef = defaultsOf(def).every(isIdle);
    if (variable !== undefined || def.lambda === true || def.exportable === true || !isQuietDef) need(symbol);
  };

  const visitor: Visitor = { iteration, methods, refer, define, need };
  for (const module of program.modules) {
    const isOwn = isLibrary(module);
    for (const statement of module.tree.body) {
      const target = isOwn ? onlyTarget(statement) : undefined;
      const variable = target && program.meaning.get(target);
      if (variable === undefined || variables.has(variable as ModuleVariable)) {
        visitStatement(statement, visitor);
        continue;
      }
      if (variable.kind === "module-variable") named.add(variable);
      idle.add(statement);
      waiting.set(variable, [...(waiting.get(variable) ?? []), statement]);
    }
  }
  for (let i = 0; ; ) {
    if (iteration.hasObjects) iteration.isLazy = true;
    if (iteration.isLazy) iteration.ifLazy.forEach(need);
    const statement = woken.pop();
    if (statement !== undefined) {
      idle.delete(statement);
      visitStatement(statement, visitor);
      continue;
    }
    if (i >= functions.length) for (const helper of helpersFor(program, [...classes]).values()) need(helper);
    if (i >= functions.length) break;
    const def = (functions[i++] as UserFunction).def;
    for (const fallback of defaultsOf(def)) visitExpression(fallback, visitor);
    visitBlock(def.body, visitor);
  }
  const inOrder = [...new Set([...named, ...variables])].filter((variable) => variables.has(variable));
  return { functions, variables: inOrder, idle, iteration, classes: [...classes] };
}

/// Whether nothing is missed if what an expression gives is not computed.
function isIdle(e: Expression): boolean {
  if (e.kind === "List" || e.kind === "Tuple" || e.kind === "Set") return e.elements.every(isIdle);
  if (e.kind === "Dict") return e.entries.length === 0;
  return isLiteral(e) || e.kind === "Name";
}

/// Whether nothing is missed if a class that nobody uses is left out.
function isQuiet({ body }: ClassDef): boolean {
  return body.every(({ kind }) => QUIET.has(kind));
}

const QUIET: ReadonlySet<Statement["kind"]> = new Set(["Def", "Assign", "Declare", "Pass", "Class"]);

/// Whether a module is one of ePython's own and not a file of the project that has its name.
export function isLibrary({ tree, text }: CheckedModule): boolean {
  return text === builtinSource || moduleSources.get(tree.file.replace(/\.py$/, "")) === text;
}

/// The name that a statement only gives a value.
function onlyTarget(statement: Statement): Name | undefined {
  const [target, ...others] = statement.kind === "Assign" ? statement.targets : [];
  return target?.kind === "Name" && others.length === 0 ? target : undefined;
}

/// What is done with what is visited.
interface Visitor {
  readonly iteration: Iteration;
  readonly methods: NamedMethods;
  readonly refer: (name: Name | Identifier) => void;
  readonly define: (def: Def | ClassDef) => void;
  readonly need: (symbol: UserFunction) => void;
}

function visitBlock(block: Block, visitor: Visitor): void {
  for (const statement of block) visitStatement(statement, visitor);
}

function visitStatement(statement: Statement, visitor: Visitor): void {
  const expression = (e: Expression | undefined): void => {
    if (e !== undefined) visitExpression(e, visitor);
  };
  const block = (b: Block | undefined): void => {
    if (b !== undefined) visitBlock(b, visitor);
  };
  visitor.iteration.visitStatement(statement);
  visitor.methods.visitStatement(statement);
  switch (statement.kind) {
    case "Assign":
      statement.targets.forEach(expression);
      return expression(statement.value);
    case "Declare":
      return expression(statement.target);
    case "AugmentedAssign":
      expression(statement.target);
      return expression(statement.value);
    case "Expression":
      return expression(statement.value);
    case "Print":
      statement.values.forEach(expression);
      expression(statement.sep);
      return expression(statement.end);
    case "If":
      for (const branch of statement.branches) {
        expression(branch.test);
        block(branch.body);
      }
      return block(statement.otherwise);
    case "While":
      expression(statement.test);
      block(statement.body);
      return block(statement.otherwise);
    case "For":
      expression(statement.target);
      expression(statement.iterable);
      block(statement.body);
      return block(statement.otherwise);
    case "Delete":
      return statement.targets.forEach(expression);
    case "Assert":
      expression(statement.test);
      return expression(statement.message);
    case "Try":
      for (const { type } of statement.handlers) expression(type);
      for (const { name } of statement.handlers) expression(name);
      for (const one of blocksOfTry(statement)) block(one);
      return;
    case "With":
      expression(statement.manager);
      expression(statement.target);
      return block(statement.body);
    case "Match":
      expression(statement.subject);
      for (const { pattern, guard, body } of statement.cases) {
        visitPattern(pattern, visitor);
        expression(guard);
        block(body);
      }
      return;
    case "Raise":
      expression(statement.value);
      return expression(statement.cause);
    case "Return":
      return expression(statement.value);
    case "Def":
      statement.decorators?.forEach(expression);
      return visitor.define(statement);
    case "Class":
      statement.decorators?.forEach(expression);
      for (const { name, value } of statement.bases) if (name !== undefined) expression(value);
      return visitor.define(statement);
    case "Break":
    case "Continue":
    case "Pass":
    case "Global":
    case "Nonlocal":
    case "Import":
    case "FromImport":
      return;
    default:
      return unreachable(statement);
  }
}

function visitPattern(pattern: Pattern, visitor: Visitor): void {
  for (const one of patternsIn(pattern)) {
    const helper = visitor.iteration.own(PATTERN_HELPERS[one.kind] ?? "");
    if (helper !== undefined) visitor.need(helper);
    for (const value of valuesOfPattern(one)) visitExpression(value, visitor);
    const target = targetOfPattern(one);
    if (target !== undefined) visitExpression(target, visitor);
  }
}

function visitExpression(e: Expression, visitor: Visitor): void {
  const { iteration, refer, define, need } = visitor;
  if (e.kind === "Name") refer(e);
  else if (e.kind === "Attribute") refer(e.name);
  else if (e.kind === "Lambda") define(e.def);
  visitor.methods.visitExpression(e);
  const form = iteration.visitExpression(e);
  if (form !== undefined) need(form);
  eachPart(e, (part) => {
    // What a built-in becomes stands for its name.
    if (form === undefined || e.kind !== "Call" || part !== e.callee) visitExpression(part, visitor);
    else if (part.kind === "Attribute") visitExpression(part.object, visitor);
  });
}
