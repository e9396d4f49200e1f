import { memoize } from "../base/memoize.ts";
import type { LoadedModule } from "../language/loader.ts";
import type { ElementVariable, Meaning, UserFunction } from "../language/program.ts";
import type { ModuleScope } from "../language/scopes.ts";
import type { Def } from "../language/tree.ts";
import { type Analysis, spelt } from "./analysis.ts";
import type { Occurrence } from "./occurrences.ts";

/// A word that is the same for the same thing, whichever file of the project it is looked at from.
export function keyOf({ library }: Pick<Analysis, "library">, meaning: Meaning): string {
  switch (meaning.kind) {
    case "function":
      if (meaning.variable !== undefined) return keyOf({ library }, meaning.variable);
      return `${meaning.file} ${meaning.name}`;
    case "module-variable":
      return `${meaning.file} ${meaning.name}`;
    case "class":
      return `${meaning.file} class ${meaning.qualified}`;
    case "singleton":
      return `constant ${meaning.name}`;
    case "local": {
      const owner = ownerOf(library, meaning.def);
      return `${owner?.tree.file} ${meaning.def.from} ${meaning.name}`;
    }
    case "element":
      return `${ownerOfElement(library, meaning)?.tree.file} comprehension ${meaning.of.from} ${meaning.name}`;
    case "native":
      return `native ${meaning.native.module} ${meaning.native.name}`;
    case "exception":
      return `exception ${meaning.name}`;
    case "constant":
      return `constant ${meaning.name}`;
    case "module":
      return `module ${meaning.name}`;
  }
}

/// The file that a thing is defined in; undefined if it is not defined in any text.
export function fileOf({ library }: Pick<Analysis, "library">, meaning: Meaning): string | undefined {
  switch (meaning.kind) {
    case "module-variable":
    case "function":
    case "class":
      return meaning.file;
    case "local":
      return ownerOf(library, meaning.def)?.tree.file;
    case "element":
      return ownerOfElement(library, meaning)?.tree.file;
    default:
      return undefined;
  }
}

/// The function that a name means, or that it means until a decorator makes another of it.
export function functionOf(
  { library, module }: Pick<Analysis, "library" | "module">,
  meaning: Meaning,
): UserFunction | undefined {
  if (meaning.kind === "function") return meaning;
  if (meaning.kind !== "module-variable") return undefined;
  for (const { scope } of [module, ...library.modules]) {
    if (scope.variables.get(meaning.name) !== meaning) continue;
    const defs = defsOf(scope).get(meaning) ?? [];
    const [only] = defs;
    if (defs.length === 1 && only?.decorators !== undefined) return scope.defs.get(only)?.symbol;
  }
  return undefined;
}

/// A name as it stands where it is first given its meaning in the file, which in a classic program may have capitals.
export function writtenAs(analysis: Analysis, meaning: Meaning, name: string): string {
  if (analysis.module.dialect !== "classic") return name;
  const given = givenNames(analysis).get(meaning)?.get(spelt(analysis, name));
  return given === undefined ? name : analysis.file.text.slice(given.from, given.to);
}

/// Every `def` that assigns a variable, by the variable.
const defsOf = memoize((scope: ModuleScope) => {
  const found = new Map<Meaning, Def[]>();
  for (const [def, variable] of scope.variableDefs) {
    const defs = found.get(variable);
    if (defs === undefined) found.set(variable, [def]);
    else defs.push(def);
  }
  return found;
});

/// Where each meaning is first given each of its names in the file.
const givenNames = memoize(({ occurrences }: Analysis) => {
  const found = new Map<Meaning, Map<string, Occurrence>>();
  for (const one of occurrences) {
    if (one.role === "read") continue;
    const names = found.get(one.meaning) ?? new Map<string, Occurrence>();
    found.set(one.meaning, names);
    if (!names.has(one.text)) names.set(one.text, one);
  }
  return found;
});

const ownersOfElements = memoize(({ modules }: Analysis["library"]) => {
  const found = new Map<ElementVariable, LoadedModule>();
  for (const module of modules) {
    for (const { elements } of [module.scope, ...module.scope.defs.values()])
      for (const element of elements) if (!found.has(element)) found.set(element, module);
  }
  return found;
});

function ownerOfElement(library: Analysis["library"], element: ElementVariable): LoadedModule | undefined {
  return ownersOfElements(library).get(element);
}

function ownerOf(library: Analysis["library"], def: Def) {
  return library.modules.find((module) => module.scope.defs.has(def));
}
