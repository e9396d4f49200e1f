import type { App } from "../../store/app.ts";

/// Puts lines into the open file, below the line with the cursor; in an empty line, in its place.
export function insertAtCursor({ projects, view }: App, code: string): void {
  const { text } = projects.activeFile();
  const lines = text.split("\n");
  const at = Math.min(view.getState().cursor.line, lines.length);
  const here = lines[at - 1] ?? "";
  const indent = /^\s*/.exec(here)?.[0] ?? "";
  const added = code.replace(/\n$/, "").split("\n");
  const indented = added.map((line) => (line === "" ? line : indent + line));
  const empty = here.trim() === "";
  lines.splice(empty ? at - 1 : at, empty ? 1 : 0, ...indented);
  projects.edit(lines.join("\n"));
  const line = (empty ? at : at + 1) + added.length - 1;
  view.setState({
    reveal: { file: projects.activeFile().name, line, column: 1 + (indented.at(-1)?.length ?? 0) },
    pane: "code",
  });
}
