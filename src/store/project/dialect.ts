import type { SourceFile } from "../../base/source.ts";
import { type Dialect, dialectOf } from "../../language/dialect.ts";
import { isPythonFile } from "../../python/python-file.ts";
import type { Projects } from "./project.ts";

/// The dialect of the open file.
export function openDialect(projects: Projects): Dialect {
  return dialectOf(projects.activeFile(), projects.store.getState().current.files);
}

/// Whether a file is for full Python on the host.
export function isOfHost(file: SourceFile): boolean {
  return isPythonFile(file);
}
