import { memoize } from "../base/memoize.ts";
import { derivesFrom, type ExceptionName, exceptionClasses, exceptionNumber } from "../bytecode/exceptions.ts";
import type { Code } from "./catalogue.ts";
import type { Def, Expression, FromImport, Import, Module, Statement, Try } from "./tree.ts";
import { walk } from "./walk.ts";

// In Python a name that means nothing, or a call with too few arguments, goes wrong only where it is reached. Here it is an error while
// typing, unless a `try` takes the exception that it would be: then it is a warning, and the program runs.

/// Exceptions of mistakes that the checker finds.
export type Failure = Extract<
  ExceptionName,
  "NameError" | "UnboundLocalError" | "AttributeError" | "TypeError" | "ImportError"
>;
const all: readonly Failure[] = ["NameError", "UnboundLocalError", "AttributeError", "TypeError", "ImportError"];

/// What a part of the tree raises when it is reached.
export interface Raising {
  readonly exception: Failure | "ModuleNotFoundError";
  readonly text: string;
}

/// What each mistake is in Python.
export const FAILURES: ReadonlyMap<Code, Failure> = new Map<Code, Failure>([
  ["undefined-name", "NameError"],
  ["local-elsewhere", "NameError"],
  ["module-not-imported", "NameError"],
  ["name-not-imported", "NameError"],
  ["needs-module", "NameError"],
  ["name-elsewhere", "NameError"],
  ["left-out-builtin", "NameError"],
  ["augmented-unset", "UnboundLocalError"],
  ["augmented-local", "UnboundLocalError"],
  ["unknown-member", "AttributeError"],
  ["unknown-method", "AttributeError"],
  ["unknown-attribute", "AttributeError"],
  ["too-many-arguments", "TypeError"],
  ["too-few-arguments", "TypeError"],
  ["unknown-keyword", "TypeError"],
  ["repeated-argument", "TypeError"],
  ["not-callable", "TypeError"],
]);

/// The mistakes that the handlers of a `try` take.
export function failuresTaken({ handlers }: Try): ReadonlySet<Failure> {
  return new Set(all.filter((failure) => handlers.some(({ type }) => takes(type, failure))));
}

function takes(type: Expression | undefined, failure: Failure): boolean {
  if (type === undefined) return true;
  if (type.kind === "Tuple") return type.elements.some((one) => takes(one, failure));
  const found = type.kind === "Name" ? exceptionClasses.find(({ name }) => name === type.name) : undefined;
  return found !== undefined && derivesFrom({}, exceptionNumber(failure), found.number);
}

/// The imports in the blocks of `try`s that take what goes wrong with them.
export function forgivenImports({ body }: Module): ReadonlySet<Import | FromImport> {
  const found = new Set<Import | FromImport>();
  for (const statement of triesIn(body)) {
    if (!failuresTaken(statement).has("ImportError")) continue;
    walk(statement.body, (node) => {
      if (node.kind === "Import" || node.kind === "FromImport") found.add(node);
    });
  }
  return found;
}

// Nothing changes a tree, and those of ePython's own modules are the same for every program.
const triesIn = memoize((body: readonly Statement[]): readonly Try[] => {
  const found: Try[] = [];
  walk(body, (node) => {
    if (node.kind === "Try") found.push(node);
  });
  return found;
});

/// The functions that may be called from within `try`s: those with a name that occurs there, or in another one of them.
export function forgivenDefs(modules: readonly Module[]): ReadonlyMap<Def, ReadonlySet<Failure>> {
  const tries = modules.flatMap(({ body }) => triesIn(body));
  const forgiven = new Map<Def, Set<Failure>>();
  if (tries.length === 0) return forgiven;
  const byName = defsByName(modules);
  for (const failure of all) {
    const seen = new Set<string>();
    const pending: (readonly Statement[])[] = tries
      .filter((one) => failuresTaken(one).has(failure))
      .map(({ body }) => body);
    for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
      for (const name of namesIn(part)) {
        if (seen.has(name)) continue;
        seen.add(name);
        for (const def of byName.get(name) ?? []) {
          const known = forgiven.get(def);
          if (known?.has(failure)) continue;
          if (known === undefined) forgiven.set(def, new Set([failure]));
          else known.add(failure);
          pending.push(def.body);
        }
      }
    }
  }
  return forgiven;
}

/// The functions that a name may call: those of that name, and the methods of a class of that name.
function defsByName(modules: readonly Module[]): ReadonlyMap<string, readonly Def[]> {
  const byName = new Map<string, Def[]>();
  const add = (name: string, def: Def): void => {
    const known = byName.get(name);
    if (known === undefined) byName.set(name, [def]);
    else known.push(def);
  };
  for (const { body } of modules) for (const { name, def } of defsIn(body)) add(name, def);
  return byName;
}

const defsIn = memoize((body: readonly Statement[]): readonly { readonly name: string; readonly def: Def }[] => {
  const found: { name: string; def: Def }[] = [];
  walk(body, (node) => {
    if (node.kind === "Def") found.push({ name: node.name.name, def: node });
    if (node.kind !== "Class") return;
    for (const one of node.body) if (one.kind === "Def") found.push({ name: node.name.name, def: one });
  });
  return found;
});

const namesIn = memoize((body: readonly Statement[]): ReadonlySet<string> => {
  const names = new Set<string>();
  walk(body, (node) => {
    if (node.kind === "Name") names.add(node.name);
    else if (node.kind === "Attribute") names.add(node.name.name);
  });
  return names;
});
