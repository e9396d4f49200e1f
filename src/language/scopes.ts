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
  /// Names in the order of their first assignment, with whether any of them sets it outright.
  readonly assigned: Map<string, boolean>;
  /// Where each of them is first assigned.
  readonly places: Map<string, number>;
  readonly defs: Def[];
  readonly deleted: Set<string>;
  readonly globals: Set<string>;
  readonly imports: (Import | FromImport)[];
}

/// `resident` are names that every function means the module's variable by when it assigns them, as if it said `global`: the
/// data of kernels that stays on the cores.
export function scopesOf(
  tree: Module,
  dialect: Dialect = "python",
  resident: ReadonlySet<string> = new Set(),
): ModuleScope {
  const { file } = tree;
  const top = find(tree.body);
  const imports = [...top.imports];
  const names = new Set(top.assigned.keys());
  const inner = new Map<Def, Found>();
  for (const def of top.defs) {
    const found = find(def.body);
    if (dialect === "classic") shareWithModule(def, found, top);
    shareResident(def, found, resident);
    inner.set(def, found);
    imports.push(...found.imports);
    for (const name of found.globals) if (found.assigned.has(name)) names.add(name);
  }
  const count = new Map<string, number>();
  for (const { name } of top.defs) count.set(name.name, (count.get(name.name) ?? 0) + 1);
  // In classic ePython the last of several functions of a name is meant everywhere.
  if (dialect === "python") for (const [name, times] of count) if (times > 1) names.add(name);
  // What a decorator makes of a function is known only when the program runs.
  for (const { name, decorators } of top.defs) if (decorators !== undefined) names.add(name.name);

  const variables = new Map<string, ModuleVariable>();
  for (const name of names) variables.set(name, { kind: "module-variable", name, file });
  const functions = new Map<string, UserFunction>();
  const defs = new Map<Def, DefScope>();
  const variableDefs = new Map<Def, ModuleVariable>();
  for (const [def, found] of inner) {
    const symbol: UserFunction = { kind: "function", name: def.name.name, file, def };
    defs.set(def, defScope(symbol, found, dialect));
    const variable = variables.get(symbol.name);
    if (variable === undefined) functions.set(symbol.name, symbol);
    else variableDefs.set(def, variable);
  }
  imports.sort((a, b) => a.from - b.from);
  return { variables, functions, defs, variableDefs, imports, elements: [] };
}

/// In classic ePython a function that assigns what the module has assigned above it means the module's variable.
function shareWithModule(def: Def, found: Found, top: Found): void {
  for (const name of found.assigned.keys()) {
    if (!hasParameter(def, name) && (top.places.get(name) ?? def.from) < def.from) found.globals.add(name);
  }
}

function shareResident(def: Def, found: Found, resident: ReadonlySet<string>): void {
  for (const name of found.assigned.keys()) if (resident.has(name) && !hasParameter(def, name)) found.globals.add(name);
}

function hasParameter(def: Def, name: string): boolean {
  return def.parameters.some((parameter) => parameter.name.name === name);
}

function defScope(symbol: UserFunction, found: Found, dialect: Dialect): DefScope {
  const { def } = symbol;
  const locals = new Map<string, LocalVariable>();
  const neverSet = new Set<string>();
  const parameters = dialect === "classic" ? def.parameters.map(({ name }) => name.name) : [];
  // What may be deleted is the function's own: there would be nothing to hand back.
  const references = new Set(parameters.filter((name) => found.assigned.has(name) && !found.deleted.has(name)));
  for (const { name } of def.parameters) locals.set(name.name, { kind: "local", name: name.name, def });
  for (const [name, isSet] of found.assigned) {
    if (found.globals.has(name) || locals.has(name)) continue;
    locals.set(name, { kind: "local", name, def });
    if (!isSet) neverSet.add(name);
  }
  return { symbol, locals, globals: found.globals, neverSet, references, elements: [] };
}

function find(body: Block): Found {
  const found: Found = {
    assigned: new Map(),
    places: new Map(),
    defs: [],
    deleted: new Set(),
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
  }
}

function assign(target: Expression, isSet: boolean, found: Found): void {
  if (target.kind === "Name") {
    found.assigned.set(target.name, isSet || found.assigned.get(target.name) === true);
    if (!found.places.has(target.name)) found.places.set(target.name, target.from);
  } else if (target.kind === "Tuple" || target.kind === "List") {
    for (const element of target.elements) assign(element, isSet, found);
  }
}
