import { type Analysis, analyse, ProjectAnalysis } from "../analysis.ts";

/// A text in which `|` marks the place that a test asks about.
function marked(text: string): { readonly text: string; readonly offset: number } {
  const offset = text.indexOf("|");
  return { text: text.replace("|", ""), offset };
}

/// The analysis of a program with such a mark, and the marked offset.
export function at(
  source: string,
  others: Readonly<Record<string, string>> = {},
): { analysis: Analysis; offset: number } {
  const { text, offset } = marked(source);
  const files = Object.entries(others).map(([name, other]) => ({ name, text: other }));
  const file = { name: "main.py", text };
  return { analysis: analyse(file, [file, ...files]), offset };
}

/// A project of files, of which `main.py` has the mark.
export function projectAt(
  source: string,
  others: Readonly<Record<string, string>> = {},
): { project: ProjectAnalysis; offset: number } {
  const { analysis, offset } = at(source, others);
  return { project: new ProjectAnalysis(analysis.files), offset };
}
