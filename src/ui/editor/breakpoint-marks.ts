import { editor } from "monaco-editor/editor";
import type { LineMark } from "../../store/run/breakpoints.ts";

/// The dots beside the line numbers. They move with their lines while the program is edited.
export interface BreakpointMarks {
  /// Those of the file that is shown.
  show(marks: readonly LineMark[]): void;
  dispose(): void;
}

export interface BreakpointMarksEvents {
  readonly onToggle: (line: number) => void;
  /// Lines that are others now, by the breakpoint's id.
  readonly onMove: (lines: ReadonlyMap<number, number>) => void;
}

export function createBreakpointMarks(view: editor.ICodeEditor, events: BreakpointMarksEvents): BreakpointMarks {
  const dots = view.createDecorationsCollection();
  const hint = view.createDecorationsCollection();
  let ids: readonly number[] = [];

  const inMargin = (target: editor.IMouseTarget) =>
    target.type === editor.MouseTargetType.GUTTER_GLYPH_MARGIN ||
    target.type === editor.MouseTargetType.GUTTER_LINE_NUMBERS;
  const decorate = (line: number, className: string, words: string): editor.IModelDeltaDecoration => ({
    range: { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 },
    options: {
      glyphMarginClassName: className,
      glyphMarginHoverMessage: { value: words },
      stickiness: editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges,
    },
  });
  const ends = [
    view.onMouseDown(({ target }) => {
      if (inMargin(target) && target.position !== null) events.onToggle(target.position.lineNumber);
    }),
    view.onMouseMove(({ target }) => {
      if (inMargin(target) && target.position !== null) {
        hint.set([decorate(target.position.lineNumber, "breakpoint-hint", "Set a breakpoint")]);
      } else hint.clear();
    }),
    view.onMouseLeave(() => hint.clear()),
    view.onDidChangeModelContent(() => {
      const lines = new Map<number, number>();
      dots.getRanges().forEach((range, index) => {
        const id = ids[index];
        if (id !== undefined) lines.set(id, range.startLineNumber);
      });
      if (lines.size > 0) events.onMove(lines);
    }),
  ];

  return {
    show(marks) {
      ids = marks.map(({ id }) => id);
      dots.set(
        marks.map((mark) => {
          const only = mark.condition !== "" || mark.core !== null;
          const classes = ["breakpoint-dot", only && "only", mark.log !== undefined && "log", mark.off && "off"];
          return decorate(mark.line, classes.filter(Boolean).join(" "), describe(mark));
        }),
      );
    },
    dispose() {
      for (const end of ends) end.dispose();
    },
  };
}

function describe({ condition, core, log, off }: LineMark): string {
  const what = log === undefined ? "Breakpoint" : "Logpoint";
  const when = condition === "" ? "" : ` when \`${condition}\``;
  return `${what}${core === null ? "" : ` on core ${core}`}${when}${off ? ", switched off" : ""}`;
}
