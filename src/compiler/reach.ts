import { unreachable } from "../base/assert.ts";
import type { CheckedProgram, Meaning, ModuleVariable, UserFunction } from "../language/program.ts";
import {
  type Block,
  blocksOfTry,
  type Def,
  defaultsOf,
  type Expression,
  eachPart,
  type Identifier,
  type Name,
  type Statement,
} from "../language/tree.ts";

/// What of a program can be reached from its modules' top levels: the rest takes no room in the byte code.
export interface Reached {
  readonly functions: readonly UserFunction[];
  readonly variables: readonly ModuleVariable[];
}

/// Finds what is reached. Functions are in the order in which they are first referred to.
export function reach(program: CheckedProgram): Reached {
  const functions: UserFunction[] = [];
  const seen = new Set<Def>();
  const variables = new Set<ModuleVariable>();
  const byDef = new Map<Def, UserFunction>();
  for (const module of program.modules) for (const scope of module.functions) byDef.set(scope.symbol.def, scope.symbol);

  const need = (symbol: UserFunction): void => {
    if (seen.has(symbol.def)) return;
    seen.add(symbol.def);
    functions.push(symbol);
  };
  const refer = (name: Name | Identifier): void => {
    const symbol: Meaning | undefined = program.meaning.get(name);
    if (symbol?.kind === "function") need(symbol);
    if (symbol?.kind === "module-variable") variables.add(symbol);
  };
  const define = (def: Def): void => {
    // A lambda, or a def that is an assignment to a variable, is needed where it stands.
    const variable = program.variableDefs.get(def);
    const symbol = byDef.get(def);
    if (symbol === undefined) return;
    if (variable?.kind === "module-variable") variables.add(variable);
    if (variable !== undefined || def.lambda === true || def.exportable === true) need(symbol);
  };

  for (const module of program.modules) visitBlock(module.tree.body, refer, define);
  for (let i = 0; i < functions.length; i++) {
    const def = (functions[i] as UserFunction).def;
    for (const fallback of defaultsOf(def)) visitExpression(fallback, refer, define);
    visitBlock(def.body, refer, define);
  }
  return { functions, variables: [...variables] };
}

type Refer = (name: Name | Identifier) => void;
type Define = (def: Def) => void;

function visitBlock(block: Block, refer: Refer, define: Define): void {
  for (const statement of block) visitStatement(statement, refer, define);
}

function visitStatement(statement: Statement, refer: Refer, define: Define): void {
  const expression = (e: Expression | undefined): void => {
    if (e !== undefined) visitExpression(e, refer, define);
  };
  const block = (b: Block | undefined): void => {
    if (b !== undefined) visitBlock(b, refer, define);
  };
  switch (statement.kind) {
    case "Assign":
      statement.targets.forEach(expression);
      return expression(statement.value);
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
    case "Raise":
      expression(statement.value);
      return expression(statement.cause);
    case "Return":
      return expression(statement.value);
    case "Def":
      statement.decorators?.forEach(expression);
      return define(statement);
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

function visitExpression(e: Expression, refer: Refer, define: Define): void {
  if (e.kind === "Name") refer(e);
  else if (e.kind === "Attribute") refer(e.name);
  else if (e.kind === "Lambda") define(e.def);
  eachPart(e, (part) => visitExpression(part, refer, define));
}
