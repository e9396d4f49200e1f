import type { Diagnostic } from "../base/diagnostic.ts";
import type { SourceFile } from "../base/source.ts";
import { checkBlock } from "./check-statements.ts";
import { type Library, type LoadedModule, load } from "./loader.ts";
import type { Place } from "./names.ts";
import type { CheckedModule, CheckedProgram, LocalVariable, Meaning, ModuleVariable } from "./program.ts";
import type { Def, Identifier, Name } from "./tree.ts";

export interface Checked {
  /// Absent if there is an error in any file of the program.
  readonly program?: CheckedProgram;
  /// Of all files of the program; those of one file in order of place.
  readonly diagnostics: readonly Diagnostic[];
  /// What the files define and what each name means, as far as it could be read; for the editor.
  readonly library: Library;
}

/// Parses a program and all that it imports, from `files` and from ePython's own modules, and finds what every name means.
export function check(main: SourceFile, files: readonly SourceFile[]): Checked {
  const library = load(main, files);
  for (const module of library.modules) {
    const place: Place = { library, module, def: undefined, told: new Set() };
    checkBlock(place, module.tree.body, false);
  }
  const order = new Map([...library.modules].reverse().map((module, i) => [module.tree.file, i]));
  const diagnostics = library.diagnostics.sort(
    (a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) || a.from - b.from || a.to - b.to,
  );
  if (diagnostics.some((one) => one.severity === "error")) return { diagnostics, library };
  const variableDefs = new Map<Def, ModuleVariable | LocalVariable>();
  for (const { scope } of library.modules)
    for (const [def, variable] of scope.variableDefs) variableDefs.set(def, variable);
  const program: CheckedProgram = {
    modules: library.modules.map(checkedModule),
    meaning: library.meaning as ReadonlyMap<object, Meaning> as ReadonlyMap<Name | Identifier, Meaning>,
    variableDefs,
  };
  return { program, diagnostics, library };
}

function checkedModule({ tree, text, scope }: LoadedModule): CheckedModule {
  return {
    tree,
    text,
    variables: [...scope.variables.values()],
    functions: [...scope.defs.values()].map(({ symbol, locals, elements }) => ({
      symbol,
      locals: [...locals.values()],
      elements,
    })),
    elements: scope.elements,
  };
}
