import { editor, type IDisposable, languages } from "monaco-editor/editor";
import type { CoreInspection, ShownValue } from "../../store/run/inspector.ts";
import { languageId } from "./language.ts";
import type { ProjectTexts } from "./project-texts.ts";

// The values of a core that stands still: at the ends of the lines that it has come through, and of the name that one points at.

const mostNames = 4;
const longestValue = 40;

/// A core and the call of it that is looked at: 0 is the innermost.
export interface ShownCall {
  readonly inspection: CoreInspection;
  readonly call: number;
}

export interface InlineValues extends IDisposable {
  /// Of the file that is shown; null: none.
  show(shown: ShownCall | null): void;
}

export function createInlineValues(view: editor.ICodeEditor, { language, nameOf }: ProjectTexts): InlineValues {
  const marks = view.createDecorationsCollection();
  let now: ShownCall | null = null;

  const hover = languages.registerHoverProvider(languageId, {
    provideHover(model, position) {
      const file = nameOf(model);
      if (now === null || file === undefined || model !== view.getModel()) return undefined;
      const found = language.variableAt(file, model.getOffsetAt(position));
      if (found === undefined) return undefined;
      const value = valueIn(now, found.name, found.function);
      if (value === undefined) return undefined;
      const start = model.getPositionAt(found.from);
      const end = model.getPositionAt(found.to);
      const what = value.type === "unset" ? `${found.name} has no value yet` : `${found.name} = ${value.text}`;
      return {
        range: {
          startLineNumber: start.lineNumber,
          startColumn: start.column,
          endLineNumber: end.lineNumber,
          endColumn: end.column,
        },
        contents: [{ value: `\`\`\`${languageId}\n${what}\n\`\`\`` }, { value: `On core ${now.inspection.core}.` }],
      };
    },
  });

  return {
    show(shown) {
      now = shown;
      const model = view.getModel();
      const file = model === null ? undefined : nameOf(model);
      const place = shown?.inspection.calls[shown.call]?.place;
      if (shown === null || model === null || place === undefined || place.file !== file) {
        marks.clear();
        return;
      }
      const { name } = shown.inspection.calls[shown.call] ?? { name: "" };
      const inFunction = name === "<program>" ? null : name;
      marks.set(
        language.valueLines(file, place.from).flatMap(({ line, names }) => {
          if (line > model.getLineCount()) return [];
          const told = names.flatMap((one) => {
            const value = valueIn(shown, one, inFunction);
            return value === undefined || value.type === "unset" ? [] : [`${one} = ${cut(value.text)}`];
          });
          const more = told.length > mostNames ? ", …" : "";
          return told.length === 0 ? [] : [markAt(model, line, told.slice(0, mostNames).join(", ") + more)];
        }),
      );
    },
    dispose() {
      hover.dispose();
    },
  };
}

function markAt(model: editor.ITextModel, line: number, content: string): editor.IModelDeltaDecoration {
  const column = model.getLineMaxColumn(line);
  return {
    range: { startLineNumber: line, startColumn: column, endLineNumber: line, endColumn: column },
    options: {
      showIfCollapsed: true,
      // Before a mark of cores, which stands after the end of the line.
      before: {
        content,
        inlineClassName: "inline-value",
        cursorStops: editor.InjectedTextCursorStops.None,
      },
    },
  };
}

/// A variable as the call sees it: its own, or one of the program. Undefined if there is none, or if it is local to another function.
function valueIn({ inspection, call }: ShownCall, name: string, inFunction: string | null): ShownValue | undefined {
  const named = ({ name: other }: { readonly name: string }) => other === name;
  const calls = inspection.calls.slice(call);
  const local = inFunction === null ? calls.at(-1) : calls.find((one) => one.name === inFunction);
  if (local === undefined && inFunction !== null) return undefined;
  return local?.variables.find(named) ?? inspection.globals.flatMap(({ variables }) => variables).find(named);
}

function cut(text: string): string {
  return text.length > longestValue ? `${text.slice(0, longestValue - 1)}…` : text;
}
