import type { Diagnostic } from "../base/diagnostic.ts";
import type { SourceFile } from "../base/source.ts";
import { lineStartAt } from "../base/span.ts";
import { lineEndAt } from "../language/characters.ts";
import { check } from "../language/checker.ts";
import { type Dialect, namedDialect } from "../language/dialect.ts";
import { newHabits } from "../language/habits.ts";
import type { Library, LoadedModule } from "../language/loader.ts";
import type { Place } from "../language/names.ts";
import type { DefScope } from "../language/scopes.ts";
import type { Words } from "../language/tokens.ts";
import { type Occurrence, occurrencesIn } from "./occurrences.ts";
import { type Pieces, piecesOf } from "./tokens.ts";

/// What is known of one file of a project, taken as the program. Made once for each state of the project's texts.
export interface Analysis {
  readonly file: SourceFile;
  readonly files: readonly SourceFile[];
  readonly library: Library;
  readonly module: LoadedModule;
  readonly diagnostics: readonly Diagnostic[];
  /// In a classic program the words that are names in it.
  readonly classic: Words | undefined;
  readonly pieces: Pieces;
  /// Every name in the file of which the meaning is known, in order of place.
  readonly occurrences: readonly Occurrence[];
}

/// A project at one moment. Its files are looked at when something is asked of them, and then once.
export class ProjectAnalysis {
  readonly files: readonly SourceFile[];
  private readonly made = new Map<string, Analysis>();

  constructor(files: readonly SourceFile[]) {
    this.files = files;
  }

  /// Undefined if the project has no file of this name.
  of(name: string): Analysis | undefined {
    const known = this.made.get(name);
    if (known !== undefined) return known;
    const file = this.files.find((one) => one.name === name);
    if (file === undefined) return undefined;
    const analysis = analyse(file, this.files, this.dialectFor(file));
    this.made.set(name, analysis);
    return analysis;
  }

  /// A file that says nothing of its dialect is classic if a program that imports it is.
  private dialectFor({ name, text }: SourceFile): Dialect {
    if (namedDialect(text) !== undefined) return "python3";
    const isPart = this.files.some(
      (file) =>
        namedDialect(file.text) === "classic" &&
        this.of(file.name)?.library.modules.some(({ tree }) => tree.file === name),
    );
    return isPart ? "classic" : "python3";
  }
}

/// `usual` is the dialect of a file that does not say and could be in any.
export function analyse(file: SourceFile, files: readonly SourceFile[], usual: Dialect = "python3"): Analysis {
  const { library, diagnostics } = check(file, files, usual);
  // The program itself comes last.
  const module = library.modules.at(-1) as LoadedModule;
  const classic = module.dialect === "classic" ? library.names?.words : undefined;
  const pieces = piecesOf(file.text, classic);
  return { file, files, library, module, diagnostics, classic, pieces, occurrences: occurrencesIn(library, module) };
}

/// A name that stands in the file in the spelling in which its meaning is found.
export function spelt({ module, library }: Pick<Analysis, "module" | "library">, name: string): string {
  if (module.dialect === "classic" && library.names !== undefined)
    return library.names.spelling(name.normalize("NFKC"));
  return name.normalize("NFKC");
}

/// Where the checker would be in a function of the file, or in the file itself.
export function placeIn(analysis: Pick<Analysis, "library" | "module">, def: DefScope | undefined): Place {
  const { library, module } = analysis;
  const outer = def === undefined ? undefined : placeIn(analysis, def.outer);
  return { library, module, def, ...(outer === undefined ? {} : { outer }), told: new Set(), habits: newHabits() };
}

/// The function to whose lines an offset belongs, judged by indentation, so that it holds on lines yet to be filled too.
export function functionAt({ module, file }: Analysis, offset: number): DefScope | undefined {
  const { text } = file;
  const width = (line: number) => /^[ \t]*/.exec(text.slice(line, line + 200))?.[0].length ?? 0;
  const line = lineStartAt(text, offset);
  const depthHere = Math.min(width(line), offset - line);
  // Between the end of a function and here there may be only what belongs to it by its indentation: the least of it is kept while
  // the functions are gone through from here to the beginning.
  let least = Number.POSITIVE_INFINITY;
  let at = line;
  let found: DefScope | undefined;
  for (const scope of [...module.scope.defs.values()].sort((a, b) => b.symbol.def.to - a.symbol.def.to)) {
    const { from, to, name } = scope.symbol.def;
    if (offset <= name.to) continue;
    while (at > to && lineStartAt(text, at - 1) > to) {
      at = lineStartAt(text, at - 1);
      if (!/^\s*(?:#|$)/.test(text.slice(at, lineEndAt(text, at)))) least = Math.min(least, width(at));
    }
    const isIn = offset <= to || Math.min(depthHere, least) > width(lineStartAt(text, from));
    if (isIn && (found === undefined || found.symbol.def.from < from)) found = scope;
  }
  return found;
}
