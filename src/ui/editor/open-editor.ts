import type { App } from "../../store/app.ts";
import type { CodeEditor } from "./code-editor.ts";

// Which editor an app shows its program in, for commands that come from elsewhere in the page.
const editors = new WeakMap<App, CodeEditor>();

/// Undefined while it is not on the page, or still being loaded.
export function openEditorOf(app: App): CodeEditor | undefined {
  return editors.get(app);
}

/// Returns what is to be called when it goes.
export function noteEditor(app: App, editor: CodeEditor): () => void {
  editors.set(app, editor);
  return () => {
    if (editors.get(app) === editor) editors.delete(app);
  };
}
