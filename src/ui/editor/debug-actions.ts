import type { editor } from "monaco-editor/editor";
import type { ProjectTexts } from "./project-texts.ts";

export interface DebugActionsEvents {
  readonly onBreakpoint: (line: number) => void;
  readonly onLogpoint: (line: number) => void;
  readonly onRunTo: (line: number) => void;
  /// An expression is to be watched, or shown on all cores.
  readonly onWatch: (expression: string, where: "here" | "everywhere") => void;
}

/// What one can do for debugging in the editor's context menu.
export function addDebugActions(
  view: editor.IStandaloneCodeEditor,
  { language, nameOf }: ProjectTexts,
  events: DebugActionsEvents,
): void {
  const atLine = (action: (line: number) => void) => () => {
    const line = view.getPosition()?.lineNumber;
    if (line !== undefined) action(line);
  };
  /// What is selected, or else the variable at the cursor.
  const atCursor = (action: (expression: string) => void) => () => {
    const [model, selection] = [view.getModel(), view.getSelection()];
    if (model === null || selection === null) return;
    const chosen = model.getValueInRange(selection).trim();
    const file = nameOf(model);
    const offset = model.getOffsetAt(selection.getPosition());
    const expression = chosen !== "" || file === undefined ? chosen : language.variableAt(file, offset)?.name;
    if (expression !== undefined && expression !== "" && !expression.includes("\n")) action(expression);
  };
  const all: readonly (readonly [id: string, label: string, run: () => void])[] = [
    ["toggle-breakpoint", "Set or Remove Breakpoint (F9)", atLine(events.onBreakpoint)],
    ["add-logpoint", "Log at This Line", atLine(events.onLogpoint)],
    ["run-to-cursor", "Run to Cursor (Ctrl+F10)", atLine(events.onRunTo)],
    ["watch", "Watch This Variable", atCursor((expression) => events.onWatch(expression, "here"))],
    ["spread", "Show This Variable on All Cores", atCursor((expression) => events.onWatch(expression, "everywhere"))],
  ];
  all.forEach(([id, label, run], index) => {
    view.addAction({
      id: `epython.${id}`,
      label,
      contextMenuGroupId: index < 3 ? "1_debug" : "2_values",
      contextMenuOrder: index,
      run,
    });
  });
}
