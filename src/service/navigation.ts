import type { Span } from "../base/span.ts";
import type { Analysis, ProjectAnalysis } from "./analysis.ts";
import { memberAt } from "./attribute-at.ts";
import { type Occurrence, occurrenceAt } from "./occurrences.ts";
import { fileOf, keyOf } from "./symbols.ts";

/// A range in a file of the project.
export interface Location extends Span {
  readonly file: string;
}

/// Where the thing at an offset is defined: where a function's `def`, a parameter or the first assignment stands, or the
/// beginning of a module's file. Undefined for what is ePython's own.
export function definition(project: ProjectAnalysis, name: string, offset: number): Location | undefined {
  const analysis = project.of(name);
  const found = analysis === undefined ? undefined : occurrenceAt(analysis.occurrences, offset);
  if (analysis === undefined) return undefined;
  if (found === undefined) return definitionOfMember(project, analysis, offset);
  if (found.meaning.kind === "module") return moduleStart(project, analysis, found.meaning.name);
  const file = fileOf(analysis, found.meaning);
  const home = file === undefined ? undefined : project.of(file);
  if (home === undefined || !isSameText(analysis, home)) return undefined;
  const key = keyOf(analysis, found.meaning);
  const places = home.occurrences.filter(({ meaning }) => keyOf(home, meaning) === key);
  const place =
    places.find(({ role }) => role === "def" || role === "parameter") ?? places.find(({ role }) => role === "write");
  return place === undefined ? undefined : { file: home.file.name, from: place.from, to: place.to };
}

/// Where a class first has the attribute or method whose name stands behind a dot.
function definitionOfMember(project: ProjectAnalysis, analysis: Analysis, offset: number): Location | undefined {
  const member = memberAt(analysis, offset)?.member;
  const home = member === undefined ? undefined : project.of(member.owner.file);
  if (member === undefined || home === undefined || !isSameText(analysis, home)) return undefined;
  return { file: home.file.name, from: member.place.from, to: member.place.to };
}

function moduleStart(project: ProjectAnalysis, from: Analysis, name: string): Location | undefined {
  const home = project.of(`${name}.py`);
  return home === undefined || !isSameText(from, home) ? undefined : { file: home.file.name, from: 0, to: 0 };
}

/// Whether what is imported under the name of a file is that file, and not a module of ePython of the same name.
function isSameText({ library, module }: Analysis, home: Analysis): boolean {
  const loaded = [module, ...library.modules].find((one) => one.tree.file === home.file.name);
  return loaded?.text === home.file.text;
}

/// A name and the file that it stands in.
export interface Use {
  readonly file: string;
  readonly occurrence: Occurrence;
}

/// Every place in the project that means the same thing as the one at an offset, that one included.
export function uses(project: ProjectAnalysis, name: string, offset: number): readonly Use[] {
  const analysis = project.of(name);
  const found = analysis === undefined ? undefined : occurrenceAt(analysis.occurrences, offset);
  if (analysis === undefined || found === undefined) return [];
  const key = keyOf(analysis, found.meaning);
  return project.files.flatMap((file) => {
    const there = project.of(file.name);
    if (there === undefined) return [];
    return there.occurrences
      .filter(({ meaning }) => keyOf(there, meaning) === key)
      .map((occurrence) => ({ file: file.name, occurrence }));
  });
}

export function references(project: ProjectAnalysis, name: string, offset: number): readonly Location[] {
  return uses(project, name, offset).map(({ file, occurrence: { from, to } }) => ({ file, from, to }));
}
