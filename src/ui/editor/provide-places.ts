import { type IDisposable, languages } from "monaco-editor/editor";
import { languageIds } from "./language.ts";
import { rangeOf } from "./models.ts";
import type { ProjectTexts } from "./project-texts.ts";

const foldKinds = {
  block: undefined,
  text: undefined,
  comment: languages.FoldingRangeKind.Comment,
  imports: languages.FoldingRangeKind.Imports,
};

const symbolKinds = {
  class: languages.SymbolKind.Class,
  method: languages.SymbolKind.Method,
  function: languages.SymbolKind.Function,
  variable: languages.SymbolKind.Variable,
};

/// Where things are: definitions, uses, the outline, and what can be folded.
export function providePlaces({ language, nameOf, modelOf }: ProjectTexts): readonly IDisposable[] {
  const location = ({ file, from, to }: { readonly file: string; readonly from: number; readonly to: number }) => {
    const model = modelOf(file);
    return model === undefined ? [] : [{ uri: model.uri, range: rangeOf(model, { from, to }) }];
  };
  return [
    languages.registerDefinitionProvider(languageIds, {
      provideDefinition(model, position) {
        const name = nameOf(model);
        const found = name === undefined ? undefined : language.definition(name, model.getOffsetAt(position));
        return found === undefined ? undefined : location(found);
      },
    }),
    languages.registerReferenceProvider(languageIds, {
      provideReferences(model, position) {
        const name = nameOf(model);
        return name === undefined
          ? undefined
          : language.references(name, model.getOffsetAt(position)).flatMap(location);
      },
    }),
    languages.registerDocumentSymbolProvider(languageIds, {
      displayName: "ePython",
      provideDocumentSymbols(model) {
        const name = nameOf(model);
        if (name === undefined) return undefined;
        return language.outline(name).map((entry) => ({
          name: entry.name,
          detail: entry.detail,
          kind: symbolKinds[entry.kind],
          tags: [],
          range: rangeOf(model, entry),
          selectionRange: rangeOf(model, entry.nameSpan),
        }));
      },
    }),
    languages.registerFoldingRangeProvider(languageIds, {
      provideFoldingRanges(model) {
        const name = nameOf(model);
        if (name === undefined) return undefined;
        return language.folds(name).map(({ first, last, kind }) => {
          const fold = foldKinds[kind];
          return { start: first, end: last, ...(fold === undefined ? {} : { kind: fold }) };
        });
      },
    }),
  ];
}
