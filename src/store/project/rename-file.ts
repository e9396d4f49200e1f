import { ProjectAnalysis } from "../../service/analysis.ts";
import { edited } from "../../service/rename.ts";
import { renameModule } from "../../service/rename-module.ts";
import { fileName, type Projects } from "./project.ts";

/// What came of renaming a file: the other files whose imports were changed with it, or why it has its old name still.
export type FileRenamed = { readonly name: string; readonly changed: readonly string[] } | { readonly refused: string };

/// Gives a file of the open project another name, and the imports of it in the other files too. Kept apart from the app, so
/// that a page loads it only when a file is renamed.
export function renameFile(projects: Projects, name: string, to: string): FileRenamed {
  const { files } = projects.store.getState().current;
  const wanted = fileName(to) ?? to;
  const edits = wanted === name ? [] : renameModule(new ProjectAnalysis(files), name, wanted);
  if ("refused" in edits) return edits;
  const changed = [...new Set(edits.map(({ file }) => file))];
  const texts = new Map(
    files
      .filter((file) => changed.includes(file.name))
      .map((file) => [
        file.name,
        edited(
          file.text,
          edits.filter((edit) => edit.file === file.name),
        ),
      ]),
  );
  if (projects.renameFile(name, to, texts)) return { name: wanted, changed };
  return { refused: "Letters, digits and _ only, and not a name that is there already." };
}
