import { unreachable } from "../base/assert.ts";
import { memoize } from "../base/memoize.ts";
import type { Dialect } from "./dialect.ts";
import { usedEarly } from "./early-uses.ts";
import type {
  ElementVariable,
  LocalVariable,
  ModuleVariable,
  OuterVariable,
  UserClass,
  UserFunction,
} from "./program.ts";
import {
  type Block,
  type ClassDef,
  type Def,
  defaultsOf,
  type Expression,
  eachPart,
  type FromImport,
  type Import,
  isLiteral,
  type Module,
  patternsIn,
  type Statement,
  targetOfPattern,
} from "./tree.ts";

// Which names a file defines, and where: from the tree alone, before anything is looked up. As in Python a name belongs to
// the function that assigns it, for the whole of that function, unless `global` or `nonlocal` says otherwise.
//
// Functions in functions make a tree: each scope knows the one around it (`outer`). What a name means that a function does not
// have itself is looked up from scope to scope (names.ts), and the checker notes in each of them which variables of functions
// around it it uses.

export interface DefScope {
  readonly symbol: UserFunction;
  /// Whether the function around it may use it before it is defined; the checker says so.
  isUsedEarly: boolean;
  /// Whether it may be defined more than once: it stands in a function or a loop, or is a lambda.
  readonly isRepeated: boolean;
  /// That of the function around it.
  readonly outer?: DefScope;
  /// Parameters first, then in the order of their first assignment. The names of `functions` are among them.
  readonly locals: ReadonlyMap<string, LocalVariable>;
  /// The `def`s in it whose names mean nothing else.
  readonly functions: ReadonlyMap<string, UserFunction>;
  /// The classes in it whose names mean nothing else.
  readonly classNames: Map<string, UserClass>;
  readonly globals: ReadonlySet<string>;
  /// Names that `nonlocal` says are variables of a function around it.
  readonly nonlocals: ReadonlySet<string>;
  /// Variables of functions around it that it, or a function in it, uses; the checker adds them.
  readonly outerVariables: Set<OuterVariable>;
  /// Locals that are never given a value other than by an operator such as `+=`, so that the first use must fail.
  readonly neverSet: ReadonlySet<string>;
  /// Parameters that the function assigns and that it has by reference, as classic ePython has them.
  readonly references: ReadonlySet<string>;
  /// The variables of its comprehensions, which the checker adds.
  readonly elements: ElementVariable[];
}

export interface ModuleScope {
  readonly variables: ReadonlyMap<string, ModuleVariable>;
  /// The `def`s whose names mean nothing else.
  readonly functions: ReadonlyMap<string, UserFunction>;
  /// Of every `def` and lambda, also inside of functions, each after the one around it.
  readonly defs: ReadonlyMap<Def, DefScope>;
  readonly variableDefs: ReadonlyMap<Def, ModuleVariable | LocalVariable>;
  readonly variableClasses: ReadonlyMap<ClassDef, ModuleVariable | LocalVariable>;
  /// Of every class, also inside of functions and classes, each after the one around it.
  readonly classes: ReadonlyMap<ClassDef, UserClass>;
  /// The classes outside of functions whose names mean nothing else.
  readonly classNames: ReadonlyMap<string, UserClass>;
  /// In the order of the text, those inside functions included.
  readonly imports: readonly (Import | FromImport)[];
  /// The variables of comprehensions outside of functions, which the checker adds.
  readonly elements: ElementVariable[];
  /// Variables that are never given a value other than by an operator such as `+=`, so that the first use must fail.
  readonly neverSet: ReadonlySet<string>;
  /// Where the `def` of each function stands that may be used above it, by its name. The name is a variable.
  readonly early: ReadonlyMap<string, number>;
}

/// The names that a statement list defines, without those inside its functions.
interface Found {
  readonly body: Block;
  readonly dialect: Dialect;
  /// Names in the order of their first assignment, with whether any of them sets it outright.
  readonly assigned: Map<string, boolean>;
  /// Where each of them is first assigned.
  readonly places: Map<string, number>;
  readonly defs: Def[];
  /// How many of them there are of each name.
  readonly definitions: Map<string, number>;
  /// Those of them that are a statement of the block itself, and so are defined once whenever it is carried out.
  readonly plainDefs: Set<Def>;
  /// Those that stand in a loop.
  readonly repeated: Set<Def>;
  readonly lambdas: Def[];
  readonly classes: FoundClass[];
  /// How many loops there are around the statement that is looked at.
  loops: number;
  readonly deleted: Set<string>;
  /// Names of which `alias(a, b)` makes another one, by which they may be changed.
  readonly aliased: Set<string>;
  readonly globals: Set<string>;
  readonly nonlocals: Set<string>;
  /// The same of all functions in it.
  readonly nonlocalsWithin: Set<string>;
  readonly imports: (Import | FromImport)[];
}

/// A class in a file, and what its body defines.
interface FoundClass {
  readonly node: ClassDef;
  readonly found: Found;
  /// Whether it is a statement of the block itself.
  readonly plain: boolean;
}

/// A function in a file, and what it defines.
interface FoundFunction {
  readonly def: Def;
  readonly found: Found;
  readonly inner: readonly FoundFunction[];
  /// Whether it stands in the body of a class, so that its name is no name of the block around that.
  readonly inClass: boolean;
}

/// Whether a place in the text of the program stands before another one.
export type IsBefore = (a: TextPlace, b: TextPlace) => boolean;

/// A place in one of the program's files.
export interface TextPlace {
  readonly tree: Module;
  readonly at: number;
}

/// `resident` are names that every function means the module's variable by when it assigns them, as if it said `global`: the
/// data of kernels that stays on the cores.
export function scopesOf(
  tree: Module,
  dialect: Dialect = "python3",
  resident: ReadonlySet<string> = new Set(),
): ModuleScope {
  return scopesOfAll([tree], dialect, (a, b) => a.at < b.at, resident)[0] as ModuleScope;
}

/// The scopes of files that are one text, as a classic program is with all that it imports: their variables and functions
/// are the same. In the order of the files.
export function scopesOfAll(
  trees: readonly Module[],
  dialect: Dialect,
  isBefore: IsBefore,
  resident: ReadonlySet<string> = new Set(),
): ModuleScope[] {
  const tops = trees.map((tree) => find(tree.body, dialect));
  const places = firstPlaces(trees, tops, isBefore);
  const names = new Map<string, string>();
  const addName = (name: string, file: string): void => {
    if (!names.has(name)) names.set(name, places.get(name)?.tree.file ?? file);
  };
  const count = new Map<string, number>();
  for (const { definitions } of tops) for (const [name, n] of definitions) count.set(name, (count.get(name) ?? 0) + n);
  const inner = trees.map((tree, k) => {
    const top = tops[k] as Found;
    for (const name of top.assigned.keys()) addName(name, tree.file);
    return findFunctions(top, dialect, (def, found) => {
      if (dialect === "classic") {
        shareWithModule(def, found, (name) => {
          const place = places.get(name);
          return place !== undefined && isBefore(place, { tree, at: def.from });
        });
      }
      shareResident(def, found, resident);
      for (const name of found.globals)
        if (found.assigned.has(name) || found.definitions.has(name)) addName(name, tree.file);
    });
  });
  const early = trees.map((tree) => (dialect === "python3" ? usedEarly(tree) : new Set<Def>()));
  trees.forEach(({ file }, k) => {
    const { defs, repeated } = tops[k] as Found;
    for (const { name } of early[k] ?? []) addName(name.name, file);
    for (const def of defs) {
      // In classic ePython the last of several functions of a name is meant everywhere.
      const isOneOfSeveral = dialect !== "classic" && (count.get(def.name.name) ?? 0) > 1;
      // Its defaults are computed anew each time that it is defined.
      const isAgain = dialect !== "classic" && repeated.has(def) && !defaultsOf(def).every(isLiteral);
      // What a decorator makes of a function is known only when the program runs.
      if (isOneOfSeveral || isAgain || def.decorators !== undefined) addName(def.name.name, file);
    }
  });

  trees.forEach(({ file }, k) => {
    for (const { node, plain } of (tops[k] as Found).classes) {
      const { name } = node.name;
      if (!plain || (count.get(name) ?? 0) > 1 || hasDecorator(node)) addName(name, file);
    }
  });
  const variables = new Map<string, ModuleVariable>();
  for (const [name, file] of names) variables.set(name, { kind: "module-variable", name, file });
  const functions = new Map<string, UserFunction>();
  const last = new Map<string, TextPlace>();
  return trees.map((tree, k) => {
    const { file } = tree;
    const defs = new Map<Def, DefScope>();
    const variableDefs = new Map<Def, ModuleVariable | LocalVariable>();
    const variableClasses = new Map<ClassDef, ModuleVariable | LocalVariable>();
    const classes = new Map<ClassDef, UserClass>();
    const classNames = new Map<string, UserClass>();
    const imports = [...(tops[k] as Found).imports];
    const addClasses = (within: Found, around: string, scope: DefScope | undefined, outer?: UserClass): UserClass[] =>
      within.classes.map(({ node, found, plain }) => {
        imports.push(...found.imports);
        const symbol = classSymbol(node, found, file, around, scope !== undefined, variableDefs, outer);
        classes.set(node, symbol);
        for (const one of addClasses(found, `${symbol.qualified}.`, scope, symbol)) symbol.names.set(one.name, one);
        const { name } = node.name;
        if (outer !== undefined) return symbol;
        const isAlone =
          plain && !hasDecorator(node) && within.definitions.get(name) === 1 && !within.assigned.has(name);
        const variable = scope === undefined || within.globals.has(name) ? variables.get(name) : scope.locals.get(name);
        if (variable !== undefined) variableClasses.set(node, variable);
        else if (scope === undefined) classNames.set(name, symbol);
        else if (isAlone) scope.classNames.set(name, symbol);
        return symbol;
      });
    const add = ({ def, found, inner: functionsIn }: FoundFunction, symbol: UserFunction, outer?: DefScope): void => {
      imports.push(...found.imports);
      const isRepeated = outer !== undefined || def.lambda === true || (tops[k] as Found).repeated.has(def);
      const scope = defScope(symbol, found, dialect, isRepeated, outer);
      defs.set(def, scope);
      addClasses(found, `${symbol.name}.<locals>.`, scope);
      for (const one of functionsIn) {
        const { name } = one.def.name;
        if (one.inClass) {
          add(one, methodSymbol(one.def, classes, file), scope);
          continue;
        }
        const known = scope.functions.get(name);
        if (known?.def === one.def) {
          add(one, known, scope);
          continue;
        }
        const variable = found.globals.has(name) ? variables.get(name) : localNamed(scope, name);
        if (variable !== undefined && one.def.lambda !== true) variableDefs.set(one.def, variable);
        add(one, { kind: "function", name, file, def: one.def }, scope);
      }
    };
    addClasses(tops[k] as Found, "", undefined);
    for (const one of inner[k] as readonly FoundFunction[]) {
      const { def } = one;
      if (one.inClass) {
        add(one, methodSymbol(def, classes, file));
        continue;
      }
      const symbol: UserFunction = { kind: "function", name: def.name.name, file, def };
      add(one, symbol);
      if (def.lambda === true) continue;
      const variable = variables.get(symbol.name);
      const place: TextPlace = { tree, at: def.from };
      const before = last.get(symbol.name);
      if (variable !== undefined) variableDefs.set(def, variable);
      else if (before === undefined || isBefore(before, place)) {
        functions.set(symbol.name, symbol);
        last.set(symbol.name, place);
      }
    }
    imports.sort((a, b) => a.from - b.from);
    const places = [...(early[k] ?? [])].map(({ name, from }) => [name.name, from] as const);
    return {
      variables,
      functions,
      defs,
      variableDefs,
      variableClasses,
      classes,
      classNames,
      imports,
      elements: [],
      neverSet: dialect === "classic" ? new Set() : neverSetIn(tops[k] as Found, inner[k] ?? [], resident),
      early: new Map(places),
    };
  });
}

/// The variables of a file that neither it nor any function in it sets outright.
function neverSetIn(top: Found, functions: readonly FoundFunction[], resident: ReadonlySet<string>): Set<string> {
  const names = new Set<string>();
  const isSet = new Set(resident);
  const add = ({ assigned, definitions }: Found, isModule: boolean, globals: ReadonlySet<string>): void => {
    for (const [name, outright] of assigned) {
      if (isModule || globals.has(name)) (outright ? isSet : names).add(name);
    }
    for (const name of definitions.keys()) if (isModule || globals.has(name)) isSet.add(name);
  };
  const addAll = (inner: readonly FoundFunction[]): void => {
    for (const { found, inner: further } of inner) {
      add(found, false, found.globals);
      addAll(further);
    }
  };
  add(top, true, top.globals);
  addAll(functions);
  for (const name of isSet) names.delete(name);
  return names;
}

/// The local variable that a name means in a function, which may be that of a function around it.
function localNamed(scope: DefScope, name: string): LocalVariable | undefined {
  if (!scope.nonlocals.has(name)) return scope.locals.get(name);
  let at = scope.outer;
  while (at !== undefined && !at.locals.has(name)) at = at.outer;
  return at?.locals.get(name);
}

/// Whether something is made of a class, or of a function, by decorators that are known only when the program runs.
function hasDecorator({ decorators }: ClassDef): boolean {
  return (decorators ?? []).length > 0;
}

/// What a class body defines. In a function its methods are variables too, since they may use those of the function.
function classSymbol(
  node: ClassDef,
  found: Found,
  file: string,
  around: string,
  isInFunction: boolean,
  variableDefs: Map<Def, ModuleVariable | LocalVariable>,
  outer: UserClass | undefined,
): UserClass & { readonly names: Map<string, ModuleVariable | UserFunction | UserClass> } {
  const qualified = around + node.name.name;
  const names = new Map<string, ModuleVariable | UserFunction | UserClass>();
  const variable = (name: string): ModuleVariable => {
    const known = names.get(name);
    if (known?.kind === "module-variable") return known;
    const made: ModuleVariable = { kind: "module-variable", name: `${qualified}.${name}`, file };
    names.set(name, made);
    return made;
  };
  for (const name of found.assigned.keys()) variable(name);
  for (const def of found.defs) {
    const { name } = def.name;
    const isOnce = found.plainDefs.has(def) && !found.assigned.has(name) && memberKind(def) !== undefined;
    const others = found.defs.filter((one) => one.name.name === name);
    const isProperty = others.length > 1 && others.every((one) => PROPERTY_KINDS.has(memberKind(one) ?? ""));
    if (isOnce && !isInFunction && (others.length === 1 || isProperty)) {
      if (!names.has(name)) names.set(name, { kind: "function", name, file, def });
    } else variableDefs.set(def, variable(name));
  }
  return {
    kind: "class",
    name: node.name.name,
    qualified,
    file,
    node,
    names,
    ...(outer === undefined ? {} : { outer }),
  };
}

const PROPERTY_KINDS: ReadonlySet<string> = new Set(["getter", "setter", "deleter"]);

/// What functions with some names are without a decorator.
const IMPLIED_KINDS: ReadonlyMap<string, "static" | "class"> = new Map([
  ["__new__", "static"],
  ["__init_subclass__", "class"],
]);

/// What a function in a class is by its decorators; undefined if these are of another kind.
export function memberKind({
  name,
  decorators = [],
}: Def): "method" | "static" | "class" | "getter" | "setter" | "deleter" | undefined {
  const kinds = decorators.map(dottedName).filter((one) => !ABSTRACT.has(one ?? "") && one !== "override");
  const [only] = kinds;
  if (kinds.length === 0) return IMPLIED_KINDS.get(name.name) ?? "method";
  if (kinds.length > 1) return undefined;
  switch (only) {
    case "staticmethod":
      return "static";
    case "classmethod":
      return "class";
    case "property":
    case `${name.name}.getter`:
      return "getter";
    case `${name.name}.setter`:
      return "setter";
    case `${name.name}.deleter`:
      return "deleter";
    default:
      return undefined;
  }
}

const ABSTRACT: ReadonlySet<string> = new Set(["abstractmethod", "abc.abstractmethod"]);

/// Whether only classes with a function of their own in place of this one have objects.
export function isAbstract({ decorators = [] }: Def): boolean {
  return decorators.some((one) => ABSTRACT.has(dottedName(one) ?? ""));
}

/// A name, or names with dots between them, as text.
export function dottedName(e: Expression): string | undefined {
  if (e.kind === "Name") return e.name;
  if (e.kind !== "Attribute") return undefined;
  const object = dottedName(e.object);
  return object === undefined ? undefined : `${object}.${e.name.name}`;
}

/// The symbol of a function in a class: the one that its name means there, if it is the same.
function methodSymbol(def: Def, classes: ReadonlyMap<ClassDef, UserClass>, file: string): UserFunction {
  for (const { node, names } of classes.values()) {
    if (def.from < node.from || def.to > node.to) continue;
    const known = names.get(def.name.name);
    if (known?.kind === "function" && known.def === def) return known;
  }
  return { kind: "function", name: def.name.name, file, def };
}

/// The functions of a block, and those in them. `prepare` is called for each one.
function findFunctions(
  { defs, lambdas, classes }: Found,
  dialect: Dialect,
  prepare: (def: Def, found: Found) => void,
  inClass = false,
): FoundFunction[] {
  const own = [...defs, ...lambdas].map((def) => {
    const found = find(def.body, dialect);
    prepare(def, found);
    const inner = findFunctions(found, dialect, prepare);
    for (const { found: within } of inner) {
      for (const names of [within.nonlocals, within.nonlocalsWithin])
        for (const name of names) found.nonlocalsWithin.add(name);
    }
    return { def, found, inner, inClass };
  });
  return [...own, ...classes.flatMap(({ found }) => findFunctions(found, dialect, prepare, true))];
}

/// Where each name is first assigned outside of functions.
function firstPlaces(
  trees: readonly Module[],
  tops: readonly Found[],
  isBefore: IsBefore,
): ReadonlyMap<string, TextPlace> {
  const first = new Map<string, TextPlace>();
  trees.forEach((tree, k) => {
    for (const [name, at] of (tops[k] as Found).places) {
      const known = first.get(name);
      if (known === undefined || isBefore({ tree, at }, known)) first.set(name, { tree, at });
    }
  });
  return first;
}

/// In classic ePython a function that assigns what the module has assigned above it means the module's variable.
function shareWithModule(def: Def, found: Found, isAssignedAbove: (name: string) => boolean): void {
  for (const name of found.assigned.keys()) {
    if (!hasParameter(def, name) && isAssignedAbove(name)) found.globals.add(name);
  }
}

function shareResident(def: Def, found: Found, resident: ReadonlySet<string>): void {
  for (const name of found.assigned.keys()) if (resident.has(name) && !hasParameter(def, name)) found.globals.add(name);
}

/// The names of a function's parameters.
export const parameterNames = memoize(
  ({ parameters }: Def): ReadonlySet<string> => new Set(parameters.map(({ name }) => name.name)),
);

function hasParameter(def: Def, name: string): boolean {
  return parameterNames(def).has(name);
}

function defScope(
  symbol: UserFunction,
  found: Found,
  dialect: Dialect,
  isRepeated: boolean,
  outer: DefScope | undefined,
): DefScope {
  const { def, file } = symbol;
  const locals = new Map<string, LocalVariable>();
  const functions = new Map<string, UserFunction>();
  const neverSet = new Set<string>();
  const parameters = dialect === "classic" ? def.parameters.map(({ name }) => name.name) : [];
  // What may be deleted is the function's own: there would be nothing to hand back.
  const changed = (name: string): boolean => found.assigned.has(name) || found.aliased.has(name);
  const references = new Set(parameters.filter((name) => changed(name) && !found.deleted.has(name)));
  for (const { name } of def.parameters) locals.set(name.name, { kind: "local", name: name.name, def });
  const addLocal = (name: string): LocalVariable | undefined => {
    if (found.globals.has(name) || found.nonlocals.has(name) || locals.has(name)) return undefined;
    const variable: LocalVariable = { kind: "local", name, def };
    locals.set(name, variable);
    return variable;
  };
  for (const [name, isSet] of found.assigned) {
    if (addLocal(name) !== undefined && !isSet && !found.definitions.has(name)) neverSet.add(name);
  }
  for (const one of found.defs) {
    const { name } = one.name;
    const variable = addLocal(name);
    const isPlain = found.plainDefs.has(one) && one.decorators === undefined;
    const isAlone = found.definitions.get(name) === 1 && !found.nonlocalsWithin.has(name);
    if (variable !== undefined && isPlain && isAlone)
      functions.set(name, { kind: "function", name, file, def: one, variable });
  }
  for (const { node, plain } of found.classes) {
    const { name } = node.name;
    const isAlone = plain && !hasDecorator(node) && found.definitions.get(name) === 1 && !found.assigned.has(name);
    if (!isAlone) addLocal(name);
  }
  const { globals, nonlocals } = found;
  return {
    symbol,
    isUsedEarly: false,
    isRepeated,
    classNames: new Map(),
    ...(outer === undefined ? {} : { outer }),
    locals,
    functions,
    globals,
    nonlocals,
    outerVariables: new Set(),
    neverSet,
    references,
    elements: [],
  };
}

function find(body: Block, dialect: Dialect): Found {
  const found: Found = {
    body,
    dialect,
    assigned: new Map(),
    places: new Map(),
    defs: [],
    definitions: new Map(),
    plainDefs: new Set(),
    repeated: new Set(),
    loops: 0,
    lambdas: [],
    classes: [],
    deleted: new Set(),
    aliased: new Set(),
    globals: new Set(),
    nonlocals: new Set(),
    nonlocalsWithin: new Set(),
    imports: [],
  };
  for (const statement of body) if (statement.kind === "Def") found.plainDefs.add(statement);
  findInBlock(body, found);
  return found;
}

function findInBlock(body: Block, found: Found): void {
  for (const statement of body) findIn(statement, found);
}

function findInLoop(body: Block, found: Found): void {
  found.loops++;
  findInBlock(body, found);
  found.loops--;
}

function findIn(statement: Statement, found: Found): void {
  switch (statement.kind) {
    case "Assign":
      for (const target of statement.targets) assign(target, true, found);
      findInExpression(statement.value, found);
      break;
    case "Declare":
      declare(statement.target, found);
      break;
    case "AugmentedAssign":
      assign(statement.target, false, found);
      findInExpression(statement.value, found);
      break;
    case "For":
      assign(statement.target, true, found);
      findInExpression(statement.iterable, found);
      findInLoop(statement.body, found);
      findInBlock(statement.otherwise ?? [], found);
      break;
    case "While":
      findInExpression(statement.test, found);
      findInLoop(statement.body, found);
      findInBlock(statement.otherwise ?? [], found);
      break;
    case "If":
      for (const branch of statement.branches) {
        findInExpression(branch.test, found);
        findInBlock(branch.body, found);
      }
      findInBlock(statement.otherwise ?? [], found);
      break;
    case "Try":
      findInBlock(statement.body, found);
      for (const { type, name, body } of statement.handlers) {
        if (type !== undefined) findInExpression(type, found);
        if (name !== undefined) {
          assign(name, true, found);
          // It is deleted when the block ends.
          found.deleted.add(name.name);
        }
        findInBlock(body, found);
      }
      findInBlock(statement.otherwise ?? [], found);
      findInBlock(statement.final ?? [], found);
      break;
    case "With":
      findInExpression(statement.manager, found);
      if (statement.target !== undefined) assign(statement.target, true, found);
      findInBlock(statement.body, found);
      break;
    case "Match":
      findInExpression(statement.subject, found);
      for (const { pattern, guard, body } of statement.cases) {
        for (const part of patternsIn(pattern)) {
          const target = targetOfPattern(part);
          if (target !== undefined) assign(target, true, found);
        }
        if (guard !== undefined) findInExpression(guard, found);
        findInBlock(body, found);
      }
      break;
    case "Def":
      found.defs.push(statement);
      found.definitions.set(statement.name.name, (found.definitions.get(statement.name.name) ?? 0) + 1);
      if (found.loops > 0) found.repeated.add(statement);
      for (const decorator of statement.decorators ?? []) findInExpression(decorator, found);
      for (const fallback of defaultsOf(statement)) findInExpression(fallback, found);
      break;
    case "Class": {
      const { name } = statement.name;
      found.classes.push({
        node: statement,
        found: find(statement.body, found.dialect),
        plain: found.body.includes(statement),
      });
      found.definitions.set(name, (found.definitions.get(name) ?? 0) + 1);
      for (const decorator of statement.decorators ?? []) findInExpression(decorator, found);
      for (const { value } of statement.bases) findInExpression(value, found);
      break;
    }
    case "Expression":
      if (found.dialect === "classic") assignAlias(statement.value, found);
      findInExpression(statement.value, found);
      break;
    case "Delete":
      for (const target of statement.targets) {
        assign(target, false, found);
        if (target.kind === "Name") found.deleted.add(target.name);
      }
      break;
    case "Global":
      for (const { name } of statement.names) found.globals.add(name);
      break;
    case "Nonlocal":
      for (const { name } of statement.names) found.nonlocals.add(name);
      break;
    case "Import":
    case "FromImport":
      found.imports.push(statement);
      break;
    case "Print":
      for (const value of statement.values) findInExpression(value, found);
      for (const value of [statement.sep, statement.end]) if (value !== undefined) findInExpression(value, found);
      break;
    case "Return":
      if (statement.value !== undefined) findInExpression(statement.value, found);
      break;
    case "Assert":
      findInExpression(statement.test, found);
      if (statement.message !== undefined) findInExpression(statement.message, found);
      break;
    case "Raise":
      if (statement.value !== undefined) findInExpression(statement.value, found);
      if (statement.cause !== undefined) findInExpression(statement.cause, found);
      break;
    case "Break":
    case "Continue":
    case "Pass":
      break;
    default:
      unreachable(statement);
  }
}

/// `x: int` makes x a variable, which has no value yet.
function declare(target: Expression, found: Found): void {
  if (target.kind !== "Name") findInExpression(target, found);
  else if (!found.assigned.has(target.name)) found.assigned.set(target.name, true);
}

/// The lambdas in an expression, and the names that it gives values.
function findInExpression(e: Expression, found: Found): void {
  if (e.kind === "Named") assign(e.target, true, found);
  if (e.kind === "Lambda") found.lambdas.push(e.def);
  eachPart(e, (part) => findInExpression(part, found));
}

/// `alias(a, b)` gives a a value.
function assignAlias(e: Expression, found: Found): void {
  if (e.kind !== "Call" || e.callee.kind !== "Name" || e.callee.name !== "alias") return;
  const [target, other] = e.args;
  if (target?.value.kind !== "Name" || other === undefined) return;
  assign(target.value, true, found);
  if (other.value.kind === "Name") found.aliased.add(other.value.name);
}

function assign(target: Expression, isSet: boolean, found: Found): void {
  if (target.kind === "Name") {
    found.assigned.set(target.name, isSet || found.assigned.get(target.name) === true);
    if (!found.places.has(target.name)) found.places.set(target.name, target.from);
  } else if (target.kind === "Tuple" || target.kind === "List") {
    for (const element of target.elements) assign(element, isSet, found);
  } else if (target.kind === "Starred") {
    assign(target.value, isSet, found);
  } else {
    findInExpression(target, found);
  }
}
