import type { Span } from "../base/span.ts";
import type { Analysis } from "./analysis.ts";
import { signatureOfFunction } from "./signature.ts";

export interface OutlineEntry extends Span {
  readonly name: string;
  readonly kind: "function" | "variable";
  /// A function's parameters.
  readonly detail: string;
  /// The name itself, in the range of the whole.
  readonly nameSpan: Span;
}

/// A file's functions and variables, in order of place.
export function outline(analysis: Analysis): readonly OutlineEntry[] {
  const { module, occurrences } = analysis;
  const defined = [...module.scope.defs.values()].filter(({ symbol }) => symbol.def.lambda !== true);
  const functions = defined.map(({ symbol }): OutlineEntry => {
    const { from, to, name } = symbol.def;
    const detail = signatureOfFunction(analysis, symbol).label.slice(symbol.name.length);
    return {
      name: analysis.file.text.slice(name.from, name.to),
      kind: "function",
      detail,
      from,
      to,
      nameSpan: { from: name.from, to: name.to },
    };
  });
  const seen = new Set<string>();
  const variables: OutlineEntry[] = [];
  for (const { meaning, role, text, from, to } of occurrences) {
    if (meaning.kind !== "module-variable" || meaning.file !== analysis.file.name || role !== "write") continue;
    if (seen.has(text)) continue;
    seen.add(text);
    variables.push({
      name: analysis.file.text.slice(from, to),
      kind: "variable",
      detail: "",
      from,
      to,
      nameSpan: { from, to },
    });
  }
  return [...functions, ...variables].filter(({ name }) => name !== "").sort((a, b) => a.from - b.from);
}
