import type { SourceFile } from "../../base/source.ts";
import { type Dialect, dialectOf, namedDialect } from "../../language/dialect.ts";
import { python2Mark } from "../../language/python2-marks.ts";
import { isPythonFile } from "../../python/python-file.ts";
import type { Projects } from "./project.ts";

/// The dialect of the open file.
export function openDialect(projects: Projects): Dialect {
  return dialectOf(projects.activeFile(), projects.store.getState().current.files);
}

/// Why the open file is read as it is, in a sentence or two; undefined where that is as usual.
export function dialectReason(projects: Projects): string | undefined {
  const file = projects.activeFile();
  if (openDialect(projects) !== "python2" || isPythonFile(file)) return undefined;
  const mark = python2Mark(file.text);
  const rewrite = "The quick fix there rewrites the file as Python 3.";
  if (mark !== undefined) {
    const line = file.text.slice(0, mark.from).split("\n").length;
    return `Read as Python 2, where 7 / 2 is 3: line ${line} has ${mark.what}. ${rewrite}`;
  }
  if (namedDialect(file.text) === "python2") return "Read as Python 2, where 7 / 2 is 3: its first lines say so.";
  const why =
    file.python === 2 ? "it was made when that was usual" : "another file of the project can only be Python 2";
  return `Read as Python 2, where 7 / 2 is 3: ${why}. Write # dialect: python3 in the first line to change that.`;
}

/// Whether a file is for full Python on the host.
export function isOfHost(file: SourceFile): boolean {
  return isPythonFile(file);
}
