import { editor, KeyCode, MarkerSeverity, Uri } from "monaco-editor/editor";
// Only what a learner uses; each brings its keys and commands.
import "monaco-editor/features/bracketMatching/register";
import "monaco-editor/features/clipboard/register";
import "monaco-editor/features/codeEditor/register";
import "monaco-editor/features/codicon/register";
import "monaco-editor/features/comment/register";
import "monaco-editor/features/cursorUndo/register";
import "monaco-editor/features/find/register";
import "monaco-editor/features/gotoError/register";
import "monaco-editor/features/hover/register";
import "monaco-editor/features/indentation/register";
import "monaco-editor/features/linesOperations/register";
import "monaco-editor/features/multicursor/register";
import "monaco-editor/features/wordOperations/register";
import type { SourceFile } from "../../base/source.ts";
import type { Problem, Severity } from "../../store/problems.ts";
import type { CoreMark } from "./core-marks.ts";
import { languageId, registerLanguage } from "./language.ts";
import { followPageTheme } from "./monaco-theme.ts";

export interface CodeEditorEvents {
  readonly onText: (text: string) => void;
  /// One-based.
  readonly onCursor: (line: number, column: number) => void;
  /// Whether the Tab key leaves the editor instead of indenting.
  readonly onTabLeaves: (leaves: boolean) => void;
}

/// The editor, as the rest of the page sees it.
export interface CodeEditor {
  /// Shows a file. Each keeps its own history of changes and its place.
  show(project: string, file: SourceFile): void;
  setProblems(problems: readonly Problem[]): void;
  setMarks(marks: readonly CoreMark[]): void;
  /// Goes to a place, one-based, and takes the focus there.
  reveal(line: number, column: number): void;
  focusAt(offset: number): void;
  dispose(): void;
}

self.MonacoEnvironment = {
  getWorker: () => new Worker(new URL("./monaco-worker.ts", import.meta.url), { type: "module" }),
};

const severities: Record<Severity, MarkerSeverity> = {
  error: MarkerSeverity.Error,
  warning: MarkerSeverity.Warning,
  hint: MarkerSeverity.Info,
};

export function createCodeEditor(element: HTMLElement, events: CodeEditorEvents): CodeEditor {
  registerLanguage();
  const unfollow = followPageTheme();
  const view = editor.create(element, { ...options, model: null });
  const marks = view.createDecorationsCollection();
  const places = new Map<editor.ITextModel, editor.ICodeEditorViewState | null>();
  let showing = false;

  view.onDidChangeModelContent(() => {
    const model = view.getModel();
    if (!showing && model !== null) events.onText(model.getValue(editor.EndOfLinePreference.LF));
  });
  view.onDidChangeCursorPosition(({ position }) => events.onCursor(position.lineNumber, position.column));
  // Monaco's own toggle does not tell which way it stands now.
  let tabLeaves = false;
  view.onKeyDown((event) => {
    if (!event.ctrlKey || event.keyCode !== KeyCode.KeyM) return;
    event.preventDefault();
    event.stopPropagation();
    tabLeaves = !tabLeaves;
    view.updateOptions({ tabFocusMode: tabLeaves });
    events.onTabLeaves(tabLeaves);
  });

  return {
    show(project, { name, text }) {
      const uri = Uri.from({ scheme: "project", authority: project, path: `/${name}` });
      let model = editor.getModel(uri);
      showing = true;
      if (model === null) {
        model = editor.createModel(text, languageId, uri);
      } else if (model.getValue(editor.EndOfLinePreference.LF) !== text) {
        model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
      }
      const before = view.getModel();
      if (before !== model) {
        if (before !== null) places.set(before, view.saveViewState());
        view.setModel(model);
        view.restoreViewState(places.get(model) ?? null);
        view.updateOptions({ ariaLabel: `Program ${name}` });
        const position = view.getPosition();
        if (position !== null) events.onCursor(position.lineNumber, position.column);
      }
      showing = false;
    },
    setProblems(problems) {
      const model = view.getModel();
      if (model === null) return;
      const markers = problems.map((problem): editor.IMarkerData => {
        const start = model.getPositionAt(problem.from);
        const end = model.getPositionAt(Math.max(problem.to, problem.from + 1));
        return {
          severity: severities[problem.severity],
          message: problem.explanation === "" ? problem.message : `${problem.message}\n\n${problem.explanation}`,
          startLineNumber: start.lineNumber,
          startColumn: start.column,
          endLineNumber: end.lineNumber,
          endColumn: end.column,
        };
      });
      editor.setModelMarkers(model, languageId, markers);
    },
    setMarks(list) {
      const model = view.getModel();
      if (model === null) return;
      const fitting = list.filter((mark) => mark.line <= model.getLineCount());
      marks.set(
        fitting.map(({ line, tone, text }) => ({
          range: {
            startLineNumber: line,
            startColumn: 1,
            endLineNumber: line,
            endColumn: model.getLineMaxColumn(line),
          },
          options: {
            isWholeLine: true,
            showIfCollapsed: true,
            className: `core-line tone-${tone}`,
            after: { content: text, inlineClassName: `core-mark tone-${tone}`, cursorStops: 3 },
          },
        })),
      );
    },
    reveal(line, column) {
      view.setPosition({ lineNumber: line, column });
      view.revealLineInCenterIfOutsideViewport(line);
      view.focus();
    },
    focusAt(offset) {
      const position = view.getModel()?.getPositionAt(offset);
      if (position !== undefined) view.setPosition(position);
      view.focus();
    },
    dispose() {
      unfollow();
      view.dispose();
      for (const model of editor.getModels()) model.dispose();
    },
  };
}

const options: editor.IStandaloneEditorConstructionOptions = {
  automaticLayout: true,
  fixedOverflowWidgets: true,
  fontFamily: '"JetBrains Mono", "Cascadia Code", ui-monospace, "SF Mono", "DejaVu Sans Mono", monospace',
  fontSize: 13,
  lineHeight: 21,
  padding: { top: 8, bottom: 8 },
  lineNumbersMinChars: 4,
  lineDecorationsWidth: 16,
  glyphMargin: false,
  folding: false,
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  renderLineHighlight: "none",
  // The last line is a line like any other; dimmed, its number would be too faint to read.
  renderFinalNewline: "on",
  overviewRulerLanes: 0,
  hideCursorInOverviewRuler: true,
  tabSize: 4,
  insertSpaces: true,
  detectIndentation: false,
  wordBasedSuggestions: "off",
  quickSuggestions: false,
  stickyScroll: { enabled: false },
  contextmenu: false,
  "semanticHighlighting.enabled": false,
  scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
  hover: { delay: 200 },
};
