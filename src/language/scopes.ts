import { unreachable } from "../base/assert.ts";
import { memoize } from "../base/memoize.ts";
import type { Dialect } from "./dialect.ts";
import type { ElementVariable, LocalVariable, ModuleVariable, UserFunction } from "./program.ts";
import type { Block, Def, Expression, FromImport, Import, Module, Statement } from "./tree.ts";

// Which names a file defines, and where: from the tree alone, before anything is looked up. As in Python a name belongs to
// the function that assigns it, for the whole of that function, unless `global` says otherwise.

export interface DefScope {
  readonly symbol: UserFunction;
  /// Parameters first, then in the order of their first assignment.
  readonly locals: ReadonlyMap<string, LocalVariable>;
  readonly globals: ReadonlySet<string>;
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
  readonly defs: ReadonlyMap<Def, DefScope>;
  readonly variableDefs: ReadonlyMap<Def, ModuleVariable>;
  /// In the order of the text, those inside functions included.
  readonly imports: readonly (Import | FromImport)[];
  /// The variables of comprehensions outside of functions, which the checker adds.
  readonly elements: ElementVariable[];
}

/// The names that a statement list defines, without those inside its functions.
interface Found {
  readonly dialect: Dialect;
  /// Names in the order of their first assignment, with whether any of them sets it outright.
  readonly assigned: Map<string, boolean>;
  /// Where each of them is first assigned.
  readonly places: Map<string, number>;
  readonly defs: Def[];
  readonly deleted: Set<string>;
  /// Names of which `alias(a, b)` makes another one, by which they may be changed.
  readonly aliased: Set<string>;
  readonly globals: Set<string>;
  readonly imports: (Import | FromImport)[];
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
  dialect: Dialect = "python",
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
  for (const top of tops) for (const { name } of top.defs) count.set(name.name, (count.get(name.name) ?? 0) + 1);
  const inner = trees.map((tree, k) => {
    const { assigned, defs } = tops[k] as Found;
    for (const name of assigned.keys()) addName(name, tree.file);
    return defs.map((def): readonly [Def, Found] => {
      const found = find(def.body, dialect);
      if (dialect === "classic") {
        shareWithModule(def, found, (name) => {
          const place = places.get(name);
          return place !== undefined && isBefore(place, { tree, at: def.from });
        });
      }
      shareResident(def, found, resident);
      for (const name of found.globals) if (found.assigned.has(name)) addName(name, tree.file);
      return [def, found];
    });
  });
  trees.forEach(({ file }, k) => {
    const { defs } = tops[k] as Found;
    // In classic ePython the last of several functions of a name is meant everywhere.
    if (dialect === "python") {
      for (const { name } of defs) if ((count.get(name.name) ?? 0) > 1) addName(name.name, file);
    }
    // What a decorator makes of a function is known only when the program runs.
    for (const { name, decorators } of defs) if (decorators !== undefined) addName(name.name, file);
  });

  const variables = new Map<string, ModuleVariable>();
  for (const [name, file] of names) variables.set(name, { kind: "module-variable", name, file });
  const functions = new Map<string, UserFunction>();
  const last = new Map<string, TextPlace>();
  return trees.map((tree, k) => {
    const { file } = tree;
    const defs = new Map<Def, DefScope>();
    const variableDefs = new Map<Def, ModuleVariable>();
    const imports = [...(tops[k] as Found).imports];
    for (const [def, found] of inner[k] as (readonly [Def, Found])[]) {
      imports.push(...found.imports);
      const symbol: UserFunction = { kind: "function", name: def.name.name, file, def };
      defs.set(def, defScope(symbol, found, dialect));
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
    return { variables, functions, defs, variableDefs, imports, elements: [] };
  });
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

function defScope(symbol: UserFunction, found: Found, dialect: Dialect): DefScope {
  const { def } = symbol;
  const locals = new Map<string, LocalVariable>();
  const neverSet = new Set<string>();
  const parameters = dialect === "classic" ? def.parameters.map(({ name }) => name.name) : [];
  // What may be deleted is the function's own: there would be nothing to hand back.
  const changed = (name: string): boolean => found.assigned.has(name) || found.aliased.has(name);
  const references = new Set(parameters.filter((name) => changed(name) && !found.deleted.has(name)));
  for (const { name } of def.parameters) locals.set(name.name, { kind: "local", name: name.name, def });
  for (const [name, isSet] of found.assigned) {
    if (found.globals.has(name) || locals.has(name)) continue;
    locals.set(name, { kind: "local", name, def });
    if (!isSet) neverSet.add(name);
  }
  return { symbol, locals, globals: found.globals, neverSet, references, elements: [] };
}

function find(body: Block, dialect: Dialect): Found {
  const found: Found = {
    dialect,
    assigned: new Map(),
    places: new Map(),
    defs: [],
    deleted: new Set(),
    aliased: new Set(),
    globals: new Set(),
    imports: [],
  };
  findInBlock(body, found);
  return found;
}

function findInBlock(body: Block, found: Found): void {
  for (const statement of body) findIn(statement, found);
}

function findIn(statement: Statement, found: Found): void {
  switch (statement.kind) {
    case "Assign":
      for (const target of statement.targets) assign(target, true, found);
      break;
    case "AugmentedAssign":
      assign(statement.target, false, found);
      break;
    case "For":
      assign(statement.target, true, found);
      findInBlock(statement.body, found);
      findInBlock(statement.otherwise ?? [], found);
      break;
    case "While":
      findInBlock(statement.body, found);
      findInBlock(statement.otherwise ?? [], found);
      break;
    case "If":
      for (const branch of statement.branches) findInBlock(branch.body, found);
      findInBlock(statement.otherwise ?? [], found);
      break;
    case "Def":
      found.defs.push(statement);
      break;
    case "Expression":
      if (found.dialect === "classic") assignAlias(statement.value, found);
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
    case "Import":
    case "FromImport":
      found.imports.push(statement);
      break;
    case "Assert":
    case "Break":
    case "Continue":
    case "Pass":
    case "Print":
    case "Return":
      break;
    default:
      unreachable(statement);
  }
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
  }
}
