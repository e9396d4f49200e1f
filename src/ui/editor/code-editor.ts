import { editor, KeyCode, KeyMod, MarkerSeverity, Range, type Uri } from "monaco-editor/editor";
// Only what a learner uses; each brings its keys and commands.
import "monaco-editor/features/bracketMatching/register";
import "monaco-editor/features/clipboard/register";
import "monaco-editor/features/codeAction/register";
import "monaco-editor/features/codeEditor/register";
import "monaco-editor/features/codicon/register";
import "monaco-editor/features/comment/register";
import "monaco-editor/features/contextmenu/register";
import "monaco-editor/features/cursorUndo/register";
import "monaco-editor/features/find/register";
import "monaco-editor/features/folding/register";
import "monaco-editor/features/format/register";
import "monaco-editor/features/gotoError/register";
import "monaco-editor/features/gotoSymbol/register";
import "monaco-editor/features/hover/register";
import "monaco-editor/features/indentation/register";
import "monaco-editor/features/linesOperations/register";
import "monaco-editor/features/multicursor/register";
import "monaco-editor/features/parameterHints/register";
import "monaco-editor/features/quickOutline/register";
import "monaco-editor/features/referenceSearch/register";
import "monaco-editor/features/rename/register";
// The feature of this name brings only completion in grey; this is the list.
import "monaco-editor/editor/contrib/suggest/browser/suggestController";
import "monaco-editor/features/wordOperations/register";
import type { SourceFile } from "../../base/source.ts";
import { createLanguage } from "../../store/project/language.ts";
import type { Projects } from "../../store/project/project.ts";
import type { LineMark } from "../../store/run/breakpoints.ts";
import type { Problem, Severity } from "../../store/run/problems.ts";
import { createBreakpointMarks } from "./breakpoint-marks.ts";
import type { CoreMark } from "./core-marks.ts";
import { addDebugActions, type DebugActionsEvents } from "./debug-actions.ts";
import { createInlineValues, type InlineValues } from "./inline-values.ts";
import { languageId, registerLanguage } from "./language.ts";
import { createModels, fileOf, uriOf } from "./models.ts";
import { followPageTheme } from "./monaco-theme.ts";
import type { ProjectTexts } from "./project-texts.ts";
import { provideChanges } from "./provide-changes.ts";
import { providePlaces } from "./provide-places.ts";
import { provideWords } from "./provide-words.ts";

export interface CodeEditorEvents extends Omit<DebugActionsEvents, "onBreakpoint"> {
  /// Of the file that is shown, or of another that a rename has changed too.
  /// False when the change is not to be: it is undone.
  readonly onText: (file: string, text: string) => boolean;
  /// Another file is to be shown at a place, one-based.
  readonly onOpen: (file: string, line: number, column: number) => void;
  /// One-based.
  readonly onCursor: (line: number, column: number) => void;
  /// Whether the Tab key leaves the editor instead of indenting.
  readonly onTabLeaves: (leaves: boolean) => void;
  /// A breakpoint is wanted on a line of the file that is shown, or no longer.
  readonly onBreakpoint: (line: number) => void;
  /// Breakpoints of the file that is shown stand on other lines now, by id.
  readonly onBreakpointsMoved: (lines: ReadonlyMap<number, number>) => void;
}

export interface EditorCommand {
  readonly id: string;
  readonly name: string;
}

/// The editor, as the rest of the page sees it.
export interface CodeEditor {
  /// Shows a file. Each keeps its own history of changes and its place.
  show(project: string, file: SourceFile): void;
  setProblems(problems: readonly Problem[]): void;
  setMarks(marks: readonly CoreMark[]): void;
  setBreakpoints(marks: readonly LineMark[]): void;
  /// Shows the values of a core that stands still; null: none.
  setValues: InlineValues["show"];
  /// Marks a range, in offsets, and brings it into sight; null marks none.
  /// Marks lines that cannot be changed: from one to another, one-based, both included.
  setLocked(places: readonly (readonly [number, number])[]): void;
  setRange(range: { readonly from: number; readonly to: number } | null): void;
  /// Goes to a place, one-based, and takes the focus there.
  reveal(line: number, column: number): void;
  focusAt(offset: number): void;
  /// What can be done in it now, by the names of Monaco.
  commands(): readonly EditorCommand[];
  /// Does one of them, or makes Tab leave the editor: `tab-leaves`.
  do(command: string): void;
  /// Shows the text in the type of a lecture, or in the usual one.
  setLarge(large: boolean): void;
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

/// `projects` is what the language service answers from; what is typed reaches it by the events.
export function createCodeEditor(
  element: HTMLElement,
  projects: Projects,
  readOnly: boolean,
  events: CodeEditorEvents,
): CodeEditor {
  registerLanguage();
  const unfollow = followPageTheme();
  const view = editor.create(element, { ...options, readOnly, domReadOnly: readOnly, model: null });
  const marks = view.createDecorationsCollection();
  const range = view.createDecorationsCollection();
  const locked = view.createDecorationsCollection();
  const breakpoints = createBreakpointMarks(view, {
    onToggle: events.onBreakpoint,
    onMove: events.onBreakpointsMoved,
  });
  const places = new WeakMap<editor.ITextModel, editor.ICodeEditorViewState | null>();
  const models = createModels(events.onText, (project, file) => projects.earlierTexts(project, file));
  const texts = textsOf(projects, models.of);
  const values = createInlineValues(view, texts);
  addDebugActions(view, texts, events);
  const provided = [
    values,
    ...provideWords(texts),
    ...providePlaces(texts),
    ...provideChanges(texts),
    editor.registerEditorOpener({
      openCodeEditor(source, uri, place) {
        if (source !== view || !texts.isOfProject(uri)) return false;
        const start = place !== undefined && "startLineNumber" in place ? Range.getStartPosition(place) : place;
        events.onOpen(fileOf(uri), start?.lineNumber ?? 1, start?.column ?? 1);
        return true;
      },
    }),
    // Commands are found in the page's own list, among the page's.
    editor.addKeybindingRule({ keybinding: KeyCode.F1, command: "-editor.action.quickCommand" }),
    // Shift+F10 steps back. The menu has a key of its own.
    editor.addKeybindingRule({ keybinding: KeyMod.Shift | KeyCode.F10, command: "-editor.action.showContextMenu" }),
    // The same on every system; Monaco has another on Linux.
    editor.addKeybindingRule({
      keybinding: KeyMod.Shift | KeyMod.Alt | KeyCode.KeyF,
      command: "editor.action.formatDocument",
      when: "editorTextFocus && editorHasDocumentFormattingProvider",
    }),
  ];

  view.onDidChangeCursorPosition(({ position }) => events.onCursor(position.lineNumber, position.column));
  // Monaco's own toggle does not tell which way it stands now.
  let tabLeaves = false;
  const toggleTab = () => {
    tabLeaves = !tabLeaves;
    view.updateOptions({ tabFocusMode: tabLeaves });
    events.onTabLeaves(tabLeaves);
  };
  view.onKeyDown((event) => {
    if (!event.ctrlKey || event.keyCode !== KeyCode.KeyM) return;
    event.preventDefault();
    event.stopPropagation();
    toggleTab();
  });

  return {
    show(project, file) {
      const model = models.of(project, file);
      const before = view.getModel();
      if (before !== model) {
        if (before !== null) places.set(before, view.saveViewState());
        view.setModel(model);
        view.restoreViewState(places.get(model) ?? null);
        view.updateOptions({ ariaLabel: `Program ${file.name}` });
        const position = view.getPosition();
        if (position !== null) events.onCursor(position.lineNumber, position.column);
      }
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
    setLocked(places) {
      locked.set(
        places.map(([from, to]) => ({
          range: new Range(from, 1, to, 1),
          options: {
            isWholeLine: true,
            className: "locked-line",
            linesDecorationsClassName: "locked-line-mark",
            hoverMessage: { value: "These lines are locked: you cannot change them." },
          },
        })),
      );
    },
    setBreakpoints: breakpoints.show,
    setValues: values.show,
    setRange(place) {
      const model = view.getModel();
      if (model === null || place === null) {
        range.clear();
        return;
      }
      const marked = Range.fromPositions(model.getPositionAt(place.from), model.getPositionAt(place.to));
      range.set([{ range: marked, options: { className: "instruction-range" } }]);
      view.revealRangeInCenterIfOutsideViewport(marked);
    },
    reveal(line, column) {
      view.setPosition({ lineNumber: line, column });
      view.revealLineInCenterIfOutsideViewport(line);
      view.focus();
    },
    commands: () =>
      view
        .getSupportedActions()
        .filter(({ label }) => label !== "")
        .map(({ id, label }) => ({ id, name: inPlainCase(label) })),
    do(command) {
      view.focus();
      if (command === "tab-leaves") toggleTab();
      else view.trigger("the page", command, null);
    },
    focusAt(offset) {
      const position = view.getModel()?.getPositionAt(offset);
      if (position !== undefined) view.setPosition(position);
      view.focus();
    },
    setLarge(large) {
      view.updateOptions(large ? { fontSize: 22, lineHeight: 33 } : { fontSize, lineHeight });
    },
    dispose() {
      unfollow();
      breakpoints.dispose();
      for (const one of provided) one.dispose();
      view.dispose();
      models.dispose();
    },
  };
}

/// `Go to Symbol...` as the page writes it: `Go to symbol…`.
function inPlainCase(label: string): string {
  const words = label.replace(/\.\.\.$/, "…");
  return words.charAt(0) + words.slice(1).replace(/\b[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase());
}

function textsOf(
  projects: Projects,
  modelOf: (project: string, file: SourceFile) => editor.ITextModel,
): ProjectTexts & { isOfProject(uri: Uri): boolean } {
  const current = () => projects.store.getState().current;
  const isOfProject = (uri: Uri) => uri.toString() === uriOf(current().id, fileOf(uri)).toString();
  return {
    language: createLanguage(projects),
    isOfProject,
    nameOf: ({ uri }) => (isOfProject(uri) ? fileOf(uri) : undefined),
    modelOf(name) {
      const { id, files } = current();
      const file = files.find((one) => one.name === name);
      return file && modelOf(id, file);
    },
  };
}

const fontSize = 14;
const lineHeight = 21;
const options: editor.IStandaloneEditorConstructionOptions = {
  automaticLayout: true,
  fixedOverflowWidgets: true,
  fontFamily: '"JetBrains Mono", "Cascadia Code", ui-monospace, "SF Mono", "DejaVu Sans Mono", monospace',
  fontSize,
  lineHeight,
  padding: { top: 8, bottom: 8 },
  lineNumbersMinChars: 3,
  // The controls for folding add 16 of their own.
  lineDecorationsWidth: 0,
  glyphMargin: true,
  foldingImportsByDefault: false,
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
  quickSuggestions: { other: true, comments: false, strings: false },
  acceptSuggestionOnEnter: "smart",
  suggest: { showStatusBar: false, preview: false, showWords: false, snippetsPreventQuickSuggestions: false },
  inlineSuggest: { enabled: false },
  definitionLinkOpensInPeek: false,
  stickyScroll: { enabled: false },
  "semanticHighlighting.enabled": false,
  scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
  hover: { delay: 200 },
};
