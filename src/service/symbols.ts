import type { ElementVariable, Meaning } from "../language/program.ts";
import type { Def } from "../language/tree.ts";
import type { Analysis } from "./analysis.ts";

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

function ownerOfElement(library: Analysis["library"], element: ElementVariable) {
  return library.modules.find(({ scope }) =>
    [scope, ...scope.defs.values()].some(({ elements }) => elements.includes(element)),
  );
}

function ownerOf(library: Analysis["library"], def: Def) {
  return library.modules.find((module) => module.scope.defs.has(def));
}
