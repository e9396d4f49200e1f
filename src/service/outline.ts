import type { Span } from "../base/span.ts";
import { isMethodOf } from "../language/classes.ts";
import type { Def } from "../language/tree.ts";
import type { Analysis } from "./analysis.ts";
import { signatureOfFunction } from "./signature.ts";

export interface OutlineEntry extends Span {
  readonly name: string;
  readonly kind: "class" | "method" | "function" | "variable";
  /// A function's parameters, a class's bases.
  readonly detail: string;
  /// The name itself, in the range of the whole.
  readonly nameSpan: Span;
}

/// A file's classes, functions and variables, in order of place.
export function outline(analysis: Analysis): readonly OutlineEntry[] {
  const { module, occurrences } = analysis;
  const { text } = analysis.file;
  const classes = [...module.scope.classes.values()].map(({ node }): OutlineEntry => {
    const { from, to, name, bases } = node;
    const detail = bases.map(({ value }) => text.slice(value.from, value.to)).join(", ");
    const nameSpan = { from: name.from, to: name.to };
    return { name: name.name, kind: "class", detail: detail === "" ? "" : `(${detail})`, from, to, nameSpan };
  });
  const isMethod = (def: Def): boolean => [...module.scope.classes.values()].some(({ node }) => isMethodOf(node, def));
  // The methods that a dataclass is given are not written anywhere.
  const isWritten = ({ name, from, to, lambda }: Def): boolean =>
    lambda !== true && !(name.from <= from && to <= name.to);
  const defined = [...module.scope.defs.values()].filter(({ symbol }) => isWritten(symbol.def));
  const functions = defined.map(({ symbol }): OutlineEntry => {
    const { from, to, name } = symbol.def;
    const detail = signatureOfFunction(analysis, symbol).label.slice(symbol.name.length);
    return {
      name: text.slice(name.from, name.to),
      kind: isMethod(symbol.def) ? "method" : "function",
      detail,
      from,
      to,
      nameSpan: { from: name.from, to: name.to },
    };
  });
  const seen = new Set<string>();
  const variables: OutlineEntry[] = [];
  for (const { meaning, role, text: id, from, to } of occurrences) {
    if (meaning.kind !== "module-variable" || meaning.file !== analysis.file.name || role !== "write") continue;
    if (seen.has(id)) continue;
    seen.add(id);
    variables.push({
      name: text.slice(from, to),
      kind: "variable",
      detail: "",
      from,
      to,
      nameSpan: { from, to },
    });
  }
  return [...classes, ...functions, ...variables].filter(({ name }) => name !== "").sort((a, b) => a.from - b.from);
}
