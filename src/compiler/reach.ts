import { unreachable } from "../base/assert.ts";
import type { CheckedProgram, Meaning, ModuleVariable, UserFunction } from "../language/program.ts";
import {
  type Block,
  comprehensionParts,
  type Def,
  type Expression,
  fstringValues,
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
    // A def that is an assignment to a variable is needed where it stands.
    const variable = program.variableDefs.get(def);
    const symbol = byDef.get(def);
    if (symbol !== undefined && def.exportable === true) need(symbol);
    if (variable !== undefined && symbol !== undefined) {
      if (variable.kind === "module-variable") variables.add(variable);
      need(symbol);
    }
  };

  for (const module of program.modules) visitBlock(module.tree.body, refer, define);
  for (let i = 0; i < functions.length; i++) {
    const def = (functions[i] as UserFunction).def;
    for (const parameter of def.parameters)
      if (parameter.fallback !== undefined) visitExpression(parameter.fallback, refer);
    visitBlock(def.body, refer, define);
  }
  return { functions, variables: [...variables] };
}

type Refer = (name: Name | Identifier) => void;

function visitBlock(block: Block, refer: Refer, define: (def: Def) => void): void {
  for (const statement of block) visitStatement(statement, refer, define);
}

function visitStatement(statement: Statement, refer: Refer, define: (def: Def) => void): void {
  const expression = (e: Expression | undefined): void => {
    if (e !== undefined) visitExpression(e, refer);
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
    case "Return":
      return expression(statement.value);
    case "Def":
      statement.decorators?.forEach(expression);
      return define(statement);
    case "Break":
    case "Continue":
    case "Pass":
    case "Global":
    case "Import":
    case "FromImport":
      return;
    default:
      return unreachable(statement);
  }
}

function visitExpression(e: Expression, refer: Refer): void {
  const each = (...parts: (Expression | undefined)[]): void => {
    for (const part of parts) if (part !== undefined) visitExpression(part, refer);
  };
  switch (e.kind) {
    case "Name":
      return refer(e);
    case "Unary":
      return each(e.operand);
    case "Binary":
    case "Logical":
      return each(e.left, e.right);
    case "Compare":
      return each(e.first, ...e.rest.map((part) => part.right));
    case "Conditional":
      return each(e.test, e.then, e.otherwise);
    case "Call":
      return each(e.callee, ...e.args.map((argument) => argument.value));
    case "Attribute":
      refer(e.name);
      return each(e.object);
    case "Index":
      return each(e.object, e.index);
    case "Slice":
      return each(e.object, e.lower, e.upper, e.step);
    case "Comprehension":
      return each(...comprehensionParts(e));
    case "FString":
      return each(...fstringValues(e.parts));
    case "List":
    case "Tuple":
      return each(...e.elements);
    case "Int":
    case "Real":
    case "String":
    case "Constant":
    case "Missing":
      return;
    default:
      return unreachable(e);
  }
}
