import type { ElementVariable, Meaning, UserFunction } from "../language/program.ts";
import type { Def } from "../language/tree.ts";
import { type Analysis, spelt } from "./analysis.ts";

/// A word that is the same for the same thing, whichever file of the project it is looked at from.
export function keyOf({ library }: Pick<Analysis, "library">, meaning: Meaning): string {
  switch (meaning.kind) {
    case "module-variable":
    case "function":
      return `${meaning.file} ${meaning.name}`;
    case "local": {
      const owner = ownerOf(library, meaning.def);
      const number = owner === undefined ? -1 : [...owner.scope.defs.keys()].indexOf(meaning.def);
      return `${owner?.tree.file} ${number} ${meaning.name}`;
    }
    case "element":
      return `${ownerOfElement(library, meaning)?.tree.file} comprehension ${meaning.of.from} ${meaning.name}`;
    case "native":
      return `native ${meaning.native.module} ${meaning.native.name}`;
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
    const defs = [...scope.variableDefs].filter(([, variable]) => variable === meaning).map(([def]) => def);
    const [only] = defs;
    if (defs.length === 1 && only?.decorators !== undefined) return scope.defs.get(only)?.symbol;
  }
  return undefined;
}

/// A name as it stands where it is first given its meaning in the file, which in a classic program may have capitals.
export function writtenAs(analysis: Analysis, meaning: Meaning, name: string): string {
  if (analysis.module.dialect === "python") return name;
  const given = analysis.occurrences.find(
    (one) => one.meaning === meaning && one.role !== "read" && one.text === spelt(analysis, name),
  );
  return given === undefined ? name : analysis.file.text.slice(given.from, given.to);
}

function ownerOfElement(library: Analysis["library"], element: ElementVariable) {
  return library.modules.find(({ scope }) =>
    [scope, ...scope.defs.values()].some(({ elements }) => elements.includes(element)),
  );
}

function ownerOf(library: Analysis["library"], def: Def) {
  return library.modules.find((module) => module.scope.defs.has(def));
}
