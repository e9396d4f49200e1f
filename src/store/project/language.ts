import type { Edit } from "../../base/diagnostic.ts";
import type { SourceFile } from "../../base/source.ts";
import type { Span } from "../../base/span.ts";
import { isPythonFile } from "../../python/python-file.ts";
import { python2Remarks } from "../../python/python2/remark.ts";
import { completePython, explainPython } from "../../python/words/complete.ts";
import { ProjectAnalysis } from "../../service/analysis.ts";
import { type CallAt, callAt } from "../../service/call-at.ts";
import { type Completions, complete } from "../../service/completion.ts";
import { type Fold, folds } from "../../service/folding.ts";
import { format } from "../../service/formatting.ts";
import { type Hover, hover } from "../../service/hover.ts";
import { definition, type Location, references } from "../../service/navigation.ts";
import { type OutlineEntry, outline } from "../../service/outline.ts";
import { python3Fix } from "../../service/python3.ts";
import { type FoundFix, quickFixes } from "../../service/quick-fixes.ts";
import { type FileEdit, type Refusal, type Renamable, renamable, rename } from "../../service/rename.ts";
import { type ValueLine, type VariableAt, valueLines, variableAt } from "../../service/value-lines.ts";
import { isLong } from "../run/checker.ts";
import type { Projects } from "./project.ts";

export type { CompletionKind } from "../../service/completion.ts";

/// What the editor can ask about the open project. Files are named, places are offsets in them.
export interface Language {
  complete(file: string, offset: number): Completions | undefined;
  hover(file: string, offset: number): Hover | undefined;
  callAt(file: string, offset: number): CallAt | undefined;
  definition(file: string, offset: number): Location | undefined;
  references(file: string, offset: number): readonly Location[];
  renamable(file: string, offset: number): Renamable | Refusal;
  rename(file: string, offset: number, to: string): readonly FileEdit[] | Refusal;
  outline(file: string): readonly OutlineEntry[];
  folds(file: string): readonly Fold[];
  quickFixes(file: string, span: Span): readonly FoundFix[];
  format(file: string): readonly Edit[];
  /// Which variables are worth showing at which lines, for a core that stands at an offset.
  valueLines(file: string, offset: number): readonly ValueLine[];
  variableAt(file: string, offset: number): VariableAt | undefined;
}

const tooLong: Refusal = {
  refused: "The program is too long for that: it has more than 100,000 characters.",
};

/// Kept apart from the app, so that a page loads it together with the editor that asks.
export function createLanguage(projects: Projects): Language {
  let files: readonly SourceFile[] | undefined;
  let analysis = new ProjectAnalysis([]);
  // The files are another list after every change of a text, and only then.
  const now = (): ProjectAnalysis => {
    const { current } = projects.store.getState();
    if (current.files !== files) {
      files = current.files;
      analysis = new ProjectAnalysis(files);
    }
    return analysis;
  };
  const textOf = (name: string) => now().files.find((file) => file.name === name)?.text ?? "";
  // Of full Python the service of the cores' language knows nothing, and in a long program it would hold up the page.
  const of = (name: string) => {
    if (isLong(now().files)) return undefined;
    const file = now().files.find((one) => one.name === name);
    return file === undefined || isPythonFile(file) ? undefined : now().of(name);
  };

  /// A file for full Python, unless it is long.
  const hostFile = (name: string) => {
    const file = isLong(now().files) ? undefined : now().files.find((one) => one.name === name);
    return file !== undefined && isPythonFile(file) ? file : undefined;
  };

  const hostFixes = (name: string, { from, to }: Span): readonly FoundFix[] =>
    python2Remarks({ name, text: textOf(name) })
      .filter((one) => one.from <= to && from <= one.to)
      .flatMap(({ fixes, ...problem }) => fixes.map((fix) => ({ ...fix, problem })));

  return {
    complete(file, offset) {
      const host = hostFile(file);
      if (host !== undefined) return completePython(host, offset);
      const found = of(file);
      return found && complete(found, offset);
    },
    hover(file, offset) {
      const host = hostFile(file);
      if (host !== undefined) return explainPython(host, offset);
      const found = of(file);
      return found && hover(found, offset);
    },
    callAt(file, offset) {
      const found = of(file);
      return found && callAt(found, offset);
    },
    definition: (file, offset) => (isLong(now().files) ? undefined : definition(now(), file, offset)),
    references: (file, offset) => (isLong(now().files) ? [] : references(now(), file, offset)),
    renamable: (file, offset) => (isLong(now().files) ? tooLong : renamable(now(), file, offset)),
    rename: (file, offset, to) => (isLong(now().files) ? tooLong : rename(now(), file, offset, to)),
    outline(file) {
      const found = of(file);
      return found === undefined ? [] : outline(found);
    },
    folds: (file) => (isLong(now().files) ? [] : folds(textOf(file), of(file)?.classic)),
    quickFixes(file, span) {
      if (isLong(now().files)) return [];
      const found = of(file);
      return found === undefined ? hostFixes(file, span) : [...quickFixes(found, span), ...python3Fix(found, span)];
    },
    valueLines(file, offset) {
      const found = of(file);
      return found === undefined ? [] : valueLines(found, offset);
    },
    variableAt(file, offset) {
      const found = of(file);
      return found && variableAt(found, offset);
    },
    format: (file) => (isLong(now().files) ? [] : format(textOf(file), of(file)?.classic)),
  };
}
