import { editor, type IDisposable, type IRange, Range, Uri } from "monaco-editor/editor";
import type { SourceFile } from "../../base/source.ts";
import type { Span } from "../../base/span.ts";
import { languageId } from "./language.ts";

/// The texts of the open project as Monaco keeps them, one for each file that has been looked at. Each has its own history
/// of changes.
export interface Models extends IDisposable {
  /// The model of a file, with the file's text in it.
  of(project: string, file: SourceFile): editor.ITextModel;
}

/// `onText` hears of what is changed in the editor, and not of what `of` changes.
export function createModels(onText: (file: string, text: string) => void): Models {
  const listeners = new Map<editor.ITextModel, IDisposable>();
  let filling = false;
  return {
    of(project, { name, text }) {
      const uri = uriOf(project, name);
      let model = editor.getModel(uri);
      filling = true;
      if (model === null) {
        const made = editor.createModel(text, languageId, uri);
        const listener = made.onDidChangeContent(() => {
          if (!filling) onText(name, made.getValue(editor.EndOfLinePreference.LF));
        });
        listeners.set(made, listener);
        model = made;
      } else if (model.getValue(editor.EndOfLinePreference.LF) !== text) {
        model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
      }
      filling = false;
      return model;
    },
    dispose() {
      for (const [model, listener] of listeners) {
        listener.dispose();
        model.dispose();
      }
      listeners.clear();
    },
  };
}

export function uriOf(project: string, file: string): Uri {
  return Uri.from({ scheme: "project", authority: project, path: `/${file}` });
}

export function fileOf(uri: Uri): string {
  return uri.path.slice(1);
}

export function rangeOf(model: editor.ITextModel, { from, to }: Span): IRange {
  return Range.fromPositions(model.getPositionAt(from), model.getPositionAt(to));
}
