import { type editor, type IDisposable, languages } from "monaco-editor/editor";
import { languageIds } from "./language.ts";
import { rangeOf } from "./models.ts";
import type { ProjectTexts } from "./project-texts.ts";

/// What changes the program: rename, quick fixes and formatting.
export function provideChanges({ language, nameOf, modelOf }: ProjectTexts): readonly IDisposable[] {
  return [
    languages.registerRenameProvider(languageIds, {
      resolveRenameLocation(model, position) {
        const here = { startLineNumber: position.lineNumber, startColumn: position.column };
        const nowhere = { ...here, endLineNumber: position.lineNumber, endColumn: position.column };
        const name = nameOf(model);
        if (name === undefined)
          return { range: nowhere, text: "", rejectReason: "This text is not part of a program." };
        const found = language.renamable(name, model.getOffsetAt(position));
        if ("refused" in found) return { range: nowhere, text: "", rejectReason: found.refused };
        return { range: rangeOf(model, found), text: found.text };
      },
      provideRenameEdits(model, position, to) {
        const name = nameOf(model);
        const found = name === undefined ? [] : language.rename(name, model.getOffsetAt(position), to);
        if ("refused" in found) return { edits: [], rejectReason: found.refused };
        return {
          edits: found.flatMap(({ file, text, ...span }) => {
            const target = modelOf(file);
            if (target === undefined) return [];
            const versionId = target.getVersionId();
            return [{ resource: target.uri, versionId, textEdit: { range: rangeOf(target, span), text } }];
          }),
        };
      },
    }),
    languages.registerCodeActionProvider(
      languageIds,
      {
        provideCodeActions(model, range, { markers }) {
          const name = nameOf(model);
          const actions = name === undefined ? [] : fixes(model, name, range, markers);
          return { actions, dispose() {} };
        },
      },
      { providedCodeActionKinds: ["quickfix"] },
    ),
    languages.registerDocumentFormattingEditProvider(languageIds, {
      displayName: "ePython",
      provideDocumentFormattingEdits(model) {
        const name = nameOf(model);
        if (name === undefined) return undefined;
        return language.format(name).map((edit) => ({ range: rangeOf(model, edit), text: edit.text }));
      },
    }),
  ];

  function fixes(
    model: editor.ITextModel,
    name: string,
    range: { readonly startLineNumber: number; readonly endLineNumber: number },
    markers: readonly editor.IMarkerData[],
  ): languages.CodeAction[] {
    // Wherever in its lines the cursor stands: a learner should not have to hit the wavy line.
    const from = model.getOffsetAt({ lineNumber: range.startLineNumber, column: 1 });
    const last = { lineNumber: range.endLineNumber, column: model.getLineMaxColumn(range.endLineNumber) };
    const found = language.quickFixes(name, { from, to: model.getOffsetAt(last) });
    return found.map(({ title, edits, problem }, i) => {
      const { startLineNumber, startColumn } = rangeOf(model, problem);
      const mended = markers.filter(
        (marker) => marker.startLineNumber === startLineNumber && marker.startColumn === startColumn,
      );
      return {
        title,
        kind: "quickfix",
        isPreferred: i === 0,
        diagnostics: [...mended],
        edit: {
          edits: edits.map((edit) => ({
            resource: model.uri,
            versionId: model.getVersionId(),
            textEdit: { range: rangeOf(model, edit), text: edit.text },
          })),
        },
      };
    });
  }
}
