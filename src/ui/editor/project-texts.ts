import type { editor } from "monaco-editor/editor";
import type { Language } from "../../store/project/language.ts";

/// What the providers, which answer Monaco's questions, know of the page.
export interface ProjectTexts {
  readonly language: Language;
  /// The name of the file that is in a model; undefined if it is none of the open project.
  nameOf(model: editor.ITextModel): string | undefined;
  /// The model of a file of the open project.
  modelOf(file: string): editor.ITextModel | undefined;
}
