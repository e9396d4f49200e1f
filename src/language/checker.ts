import type { Diagnostic } from "../base/diagnostic.ts";
import type { SourceFile } from "../base/source.ts";
import { checkForgottenCollectives } from "./check-forgotten.ts";
import { checkShadowing, checkUncalled } from "./check-habits.ts";
import { checkMisspelt } from "./check-misspelt.ts";
import { checkBlock } from "./check-statements.ts";
import { closuresOf } from "./closures.ts";
import { type Dialect, dialectOf } from "./dialect.ts";
import { newHabits } from "./habits.ts";
import { type Library, type LoadedModule, load } from "./loader.ts";
import type { Place } from "./names.ts";
import type { CheckedModule, CheckedProgram, LocalVariable, Meaning, ModuleVariable } from "./program.ts";
import type { Def, Identifier, Name } from "./tree.ts";

const MOST_ERRORS = 20;

export interface Checked {
  /// Absent if there is an error in any file of the program.
  readonly program?: CheckedProgram;
  /// Of all files of the program; those of one file in order of place. At most 20 errors.
  readonly diagnostics: readonly Diagnostic[];
  /// What the files define and what each name means, as far as it could be read; for the editor.
  readonly library: Library;
}

/// Parses a program and all that it imports, from `files` and from ePython's own modules, and finds what every name means.
/// `usual` is the dialect of a program that does not say and that could be in any (see dialect.ts).
/// `resident` are names of its data that stays on the cores (see scopes.ts).
export function check(
  main: SourceFile,
  files: readonly SourceFile[],
  usual: Dialect = "python3",
  resident: readonly string[] = [],
): Checked {
  const library = load(main, files, dialectOf(main, files, usual), resident);
  const places: Place[] = [];
  for (const module of library.modules) {
    const place: Place = { library, module, def: undefined, told: new Set(), habits: newHabits() };
    checkBlock(place, module.tree.body, false);
    checkShadowing(place);
    checkUncalled(place);
    checkForgottenCollectives(place);
    places.push(place);
  }
  checkMisspelt(places);
  const closures = closuresOf(library.modules.flatMap(({ scope }) => [...scope.defs.values()]));
  const order = new Map([...library.modules].reverse().map((module, i) => [module.tree.file, i]));
  const diagnostics = firstErrors(
    library.diagnostics.sort(
      (a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) || a.from - b.from || a.to - b.to,
    ),
  );
  if (diagnostics.some((one) => one.severity === "error")) return { diagnostics, library };
  const variableDefs = new Map<Def, ModuleVariable | LocalVariable>();
  for (const { scope } of library.modules)
    for (const [def, variable] of scope.variableDefs) variableDefs.set(def, variable);
  const program: CheckedProgram = {
    modules: library.modules.map(checkedModule),
    meaning: library.meaning as ReadonlyMap<object, Meaning> as ReadonlyMap<Name | Identifier, Meaning>,
    variableDefs,
    variableClasses: new Map(library.modules.flatMap(({ scope }) => [...scope.variableClasses])),
    failures: library.failures,
    misfits: library.misfits,
    supers: library.supers,
    attributes: library.attributes,
    own: library.own,
    closures,
    namesInExpressions: library.modules.some(({ tree }) => tree.namesInExpressions === true),
    dialect: library.dialect,
  };
  return { program, diagnostics, library };
}

// More errors at once help nobody: most of the later ones follow from the first.
function firstErrors(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  let errors = 0;
  return diagnostics.filter(({ severity }) => severity !== "error" || ++errors <= MOST_ERRORS);
}

function checkedModule({ tree, text, scope, dialect, importedAt }: LoadedModule): CheckedModule {
  return {
    tree,
    ...(importedAt === undefined ? {} : { importedAt }),
    isClassic: dialect === "classic",
    dialect,
    text,
    variables: [...scope.variables.values()].filter(({ file }) => file === tree.file),
    functions: [...scope.defs.values()].map(({ symbol, locals, functions, outerVariables, references, elements }) => ({
      symbol,
      functions,
      outerVariables,
      locals: [...locals.values()],
      references,
      elements,
    })),
    classes: [...scope.classes.values()],
    elements: scope.elements,
  };
}
