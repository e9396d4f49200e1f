import { editor, type IDisposable, type IRange, Range, Uri } from "monaco-editor/editor";
import type { SourceFile } from "../../base/source.ts";
import type { Span } from "../../base/span.ts";
import { isOfHost } from "../../store/project/dialect.ts";
import { hostLanguageId, languageId } from "./language.ts";

/// The texts of the open project, and of those that were open before it, as Monaco keeps them, one for each file that has been
/// looked at. Each has its own history of changes.
export interface Models extends IDisposable {
  /// The model of a file, with the file's text in it.
  of(project: string, file: SourceFile): editor.ITextModel;
}

/// The most projects whose models are kept. A project that is opened again after that has the history that `earlierTexts` gives.
const mostProjects = 10;

/// `onText` hears of what is changed in the editor, and not of what `of` changes. Where it gives false the change is undone.
/// `earlierTexts` are those that a file had before the page was opened, the oldest first: Undo goes back to them.
export function createModels(
  onText: (file: string, text: string) => boolean,
  earlierTexts: (project: string, file: string) => readonly string[],
): Models {
  /// By project, the one that is open last.
  const kept = new Map<string, Map<editor.ITextModel, IDisposable>>();
  let filling = false;

  const drop = (project: string): void => {
    for (const [model, listener] of kept.get(project) ?? []) {
      listener.dispose();
      editor.setModelMarkers(model, languageId, []);
      model.dispose();
    }
    kept.delete(project);
  };

  /// The models of the project that is open.
  const modelsOf = (project: string): Map<editor.ITextModel, IDisposable> => {
    const models = kept.get(project) ?? new Map<editor.ITextModel, IDisposable>();
    kept.delete(project);
    kept.set(project, models);
    const [oldest] = kept.keys();
    if (kept.size > mostProjects && oldest !== undefined) drop(oldest);
    return models;
  };

  return {
    of(project, { name, text }) {
      const uri = uriOf(project, name);
      const models = modelsOf(project);
      let model = editor.getModel(uri);
      filling = true;
      if (model === null) {
        const [oldest = text, ...later] = earlierTexts(project, name);
        const made = editor.createModel(oldest, languageOf({ name, text }), uri);
        made.updateOptions(plainBrackets);
        for (const next of [...later, text]) {
          if (made.getValue(editor.EndOfLinePreference.LF) === next) continue;
          made.pushEditOperations([], [differenceOf(made, next)], () => null);
          made.pushStackElement();
        }
        let before = made.getValue(editor.EndOfLinePreference.LF);
        const listener = made.onDidChangeContent(() => {
          const now = made.getValue(editor.EndOfLinePreference.LF);
          if (filling || onText(name, now)) {
            before = now;
            return;
          }
          // Monaco is still telling others of the change.
          const allowed = before;
          queueMicrotask(() => {
            filling = true;
            made.pushEditOperations([], [differenceOf(made, allowed)], () => null);
            filling = false;
          });
        });
        models.set(made, listener);
        model = made;
      } else if (model.getValue(editor.EndOfLinePreference.LF) !== text) {
        // Another tab may have changed other lines: the cursor stays.
        model.pushEditOperations([], [differenceOf(model, text)], () => null);
      }
      filling = false;
      // One line can make it a file for full Python.
      const language = languageOf({ name, text });
      if (model.getLanguageId() !== language) editor.setModelLanguage(model, language);
      return model;
    },
    dispose() {
      for (const project of [...kept.keys()]) drop(project);
    },
  };
}

function languageOf(file: SourceFile): string {
  return isOfHost(file) ? hostLanguageId : languageId;
}

/// All brackets have one colour. To find their pairs takes long where there are thousands.
const plainBrackets: editor.ITextModelUpdateOptions = {
  bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
};

/// The one edit that makes a model's text another: only of what lies between what both begin and end with, so that the
/// cursor stays where it can.
function differenceOf(model: editor.ITextModel, text: string): editor.IIdentifiedSingleEditOperation {
  const now = model.getValue(editor.EndOfLinePreference.LF);
  let from = 0;
  while (from < now.length && from < text.length && now[from] === text[from]) from++;
  let end = 0;
  while (end < Math.min(now.length, text.length) - from && now.at(-1 - end) === text.at(-1 - end)) end++;
  return {
    range: rangeOf(model, { from, to: now.length - end }),
    text: text.slice(from, text.length - end),
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
