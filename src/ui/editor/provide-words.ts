import { type IDisposable, type IMarkdownString, languages } from "monaco-editor/editor";
import type { CompletionKind } from "../../store/project/language.ts";
import { languageId, languageIds } from "./language.ts";
import { rangeOf } from "./models.ts";
import type { ProjectTexts } from "./project-texts.ts";

const { CompletionItemKind } = languages;
const kinds: Record<CompletionKind, languages.CompletionItemKind> = {
  function: CompletionItemKind.Function,
  class: CompletionItemKind.Class,
  method: CompletionItemKind.Method,
  variable: CompletionItemKind.Variable,
  parameter: CompletionItemKind.Variable,
  constant: CompletionItemKind.Constant,
  module: CompletionItemKind.Module,
  keyword: CompletionItemKind.Keyword,
};

/// Completion, hover and help with a call's arguments.
export function provideWords({ language, nameOf }: ProjectTexts): readonly IDisposable[] {
  return [
    languages.registerCompletionItemProvider(languageIds, {
      triggerCharacters: [".", " "],
      provideCompletionItems(model, position, { triggerCharacter }) {
        const name = nameOf(model);
        if (name === undefined) return undefined;
        const before = model.getLineContent(position.lineNumber).slice(0, position.column - 1);
        // Of all spaces only that after one of these words asks for something.
        if (triggerCharacter === " " && !/^\s*(?:import|from|from\s+\w+\s+import)\s$/.test(before)) return undefined;
        const found = language.complete(name, model.getOffsetAt(position));
        if (found === undefined) return undefined;
        const whole = rangeOf(model, found);
        const insert = { ...whole, endLineNumber: position.lineNumber, endColumn: position.column };
        return {
          suggestions: found.items.map(({ label, kind, detail, summary, rank }) => ({
            label,
            kind: kinds[kind],
            detail,
            documentation: summary,
            insertText: label,
            sortText: `${rank}${label}`,
            range: { insert, replace: whole },
          })),
        };
      },
    }),
    languages.registerHoverProvider(languageIds, {
      provideHover(model, position) {
        const name = nameOf(model);
        const found = name === undefined ? undefined : language.hover(name, model.getOffsetAt(position));
        if (found === undefined) return undefined;
        const contents: IMarkdownString[] = [{ value: `\`\`\`${languageId}\n${found.code}\n\`\`\`` }];
        if (found.words !== "") contents.push({ value: plain(found.words) });
        const origin = found.module === undefined ? "" : `From the module ${plain(found.module)}. `;
        const mpi = found.mpi === undefined ? "" : `In MPI: \`${found.mpi}\`.`;
        if (origin + mpi !== "") contents.push({ value: origin + mpi });
        return { range: rangeOf(model, found), contents };
      },
    }),
    languages.registerSignatureHelpProvider(languageIds, {
      signatureHelpTriggerCharacters: ["(", ","],
      signatureHelpRetriggerCharacters: [")", "="],
      provideSignatureHelp(model, position) {
        const name = nameOf(model);
        const found = name === undefined ? undefined : language.callAt(name, model.getOffsetAt(position));
        if (found === undefined) return undefined;
        const { label, parameters, summary, mpi } = found.signature;
        const documentation = mpi === undefined ? summary : `${summary} In MPI: ${mpi}.`;
        return {
          value: {
            signatures: [
              { label, documentation, parameters: parameters.map(({ from, to }) => ({ label: [from, to] })) },
            ],
            activeSignature: 0,
            activeParameter: found.active,
          },
          dispose() {},
        };
      },
    }),
  ];
}

/// As Markdown that shows it letter for letter.
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!<>|~]/g, "\\$&").replace(/\n/g, "  \n");
}
