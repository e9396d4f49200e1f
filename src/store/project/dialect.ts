import { type Dialect, dialectOf } from "../../language/dialect.ts";
import type { Projects } from "./project.ts";

/// The dialect of the open file.
export function openDialect(projects: Projects): Dialect {
  return dialectOf(projects.activeFile().text) ?? "python";
}
