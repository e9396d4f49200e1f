import type { CheckedProgram, Meaning, ModuleVariable } from "../language/program.ts";
import type { Call, Def, Identifier, Name } from "../language/tree.ts";

// Classic ePython hands variables to functions by reference. A function has its own copy of a parameter all the same and
// hands it back when it returns, which nobody can tell from a reference unless the function gets at the variable in a second
// way: as the variable of the module that it is, or through another parameter. Here is found who changes what, and when a
// call needs a form of the function in which parameter and variable share one slot.

export interface References {
  /// Whether the function changes a variable that it is given for this parameter.
  changes(def: Def, parameter: number): boolean;
  /// Whether the function could tell a copy of this variable of the module from the variable itself.
  seesTwice(def: Def, parameter: number, variable: ModuleVariable): boolean;
  /// The functions that a call through a variable may call and that have their parameters by reference.
  readonly asValues: readonly Def[];
}

interface Facts {
  readonly isClassic: boolean;
  readonly changed: Set<number>;
  readonly mentioned: Set<ModuleVariable>;
  readonly written: Set<ModuleVariable>;
  readonly calls: Call[];
}

/// Null if nothing of the program is classic.
export function referencesOf(program: CheckedProgram): References | null {
  if (program.dialect !== "classic") return null;
  const facts = new Map<Def, Facts>();
  const values = new Set<Def>(program.variableDefs.keys());
  for (const { tree, functions, isClassic } of program.modules) {
    noteValues(tree.body, program, values);
    for (const { symbol, references } of functions) {
      const changed = new Set<number>();
      symbol.def.parameters.forEach(({ name }, k) => {
        if (references.has(name.name)) changed.add(k);
      });
      const found: Facts = { isClassic, changed, mentioned: new Set(), written: new Set(), calls: [] };
      noteUses(symbol.def.body, false, program, found);
      facts.set(symbol.def, found);
    }
  }
  settle(program, facts, values);
  return {
    changes: (def, parameter) => facts.get(def)?.changed.has(parameter) === true,
    seesTwice(def, parameter, variable) {
      const { isClassic, changed, mentioned, written } = facts.get(def) as Facts;
      return isClassic && mentioned.has(variable) && (changed.has(parameter) || written.has(variable));
    },
    asValues: [...values].filter((def) => facts.get(def)?.isClassic === true),
  };
}

/// What a function does is also what the functions do that it calls.
function settle(program: CheckedProgram, facts: ReadonlyMap<Def, Facts>, values: ReadonlySet<Def>): void {
  for (let again = true; again; ) {
    again = false;
    const add = <T>(set: Set<T>, one: T): void => {
      if (set.has(one)) return;
      set.add(one);
      again = true;
    };
    for (const [def, { isClassic, changed, mentioned, written, calls }] of facts) {
      for (const call of calls) {
        for (const called of calledBy(call, program, values)) {
          const other = facts.get(called);
          if (other === undefined) continue;
          for (const variable of other.mentioned) add(mentioned, variable);
          for (const variable of other.written) add(written, variable);
          if (!isClassic) continue;
          for (const [k, name] of variablesGiven(call, called)) {
            const parameter = def.parameters.findIndex((one) => one.name.name === name.name);
            const meaning = program.meaning.get(name);
            if (parameter >= 0 && meaning?.kind === "local" && other.changed.has(k)) add(changed, parameter);
          }
        }
      }
    }
  }
}

/// The arguments of a call that are names, by the index of the function's parameter.
export function variablesGiven(call: Call, def: Def): (readonly [number, Name])[] {
  return call.args.flatMap(({ name, value }, k) => {
    const index = name === undefined ? k : def.parameters.findIndex((one) => one.name.name === name.name);
    return value.kind === "Name" && index < def.parameters.length ? [[index, value] as const] : [];
  });
}

function calledBy({ callee }: Call, program: CheckedProgram, values: ReadonlySet<Def>): Iterable<Def> {
  const meaning = meaningOf(callee, program);
  if (meaning?.kind === "function") return [meaning.def];
  const isOurs = meaning?.kind === "native" || meaning?.kind === "constant";
  const isMethod = meaning === undefined && callee.kind === "Attribute";
  return isOurs || isMethod ? [] : values;
}

function meaningOf(e: Call["callee"], program: CheckedProgram): Meaning | undefined {
  if (e.kind === "Name") return program.meaning.get(e);
  return e.kind === "Attribute" ? program.meaning.get(e.name) : undefined;
}

type Node = Readonly<Record<string, unknown>> & { readonly kind?: unknown };

/// Visits the parts of a tree's node, each with the key under which it stands.
function eachPart(node: unknown, visit: (key: string, part: Node) => void): void {
  if (typeof node !== "object" || node === null) return;
  const parts = node as Readonly<Record<string, unknown>>;
  for (const key in parts) {
    const part = parts[key];
    if (typeof part === "object" && part !== null) visit(key, part as Node);
  }
}

/// Adds the functions that stand somewhere without being called there.
function noteValues(node: unknown, program: CheckedProgram, into: Set<Def>): void {
  eachPart(node, (key, part) => {
    const isName = part.kind === "Name" || part.kind === "Attribute";
    const meaning = isName ? meaningOf(part as unknown as Name, program) : undefined;
    if (key !== "callee" && meaning?.kind === "function") into.add(meaning.def);
    noteValues(part, program, into);
  });
}

function noteUses(node: unknown, isTarget: boolean, program: CheckedProgram, into: Facts): void {
  eachPart(node, (key, part) => {
    if (part.kind === "Call") {
      const call = part as unknown as Call;
      into.calls.push(call);
      // Whatever is called may change what it is given.
      for (const { value } of call.args) if (value.kind === "Name") note(value, true, program, into);
    }
    const inTarget = key === "target" || key === "targets" || (isTarget && !("kind" in part && part.kind === "Index"));
    if (part.kind === "Name") note(part as unknown as Name, inTarget, program, into);
    else if (part.kind === "Attribute") note((part as unknown as { name: Identifier }).name, false, program, into);
    noteUses(part, inTarget, program, into);
  });
}

function note(name: Name | Identifier, isWritten: boolean, program: CheckedProgram, into: Facts): void {
  const meaning = program.meaning.get(name);
  if (meaning?.kind !== "module-variable") return;
  into.mentioned.add(meaning);
  if (isWritten) into.written.add(meaning);
}
