import { checkExpression } from "./check-expressions.ts";
import { isObject, meaningOf, orderOf } from "./classes.ts";
import { heldName } from "./made-classes.ts";
import { lookUp, type Place, report } from "./names.ts";
import type { ClassDef, Expression } from "./tree.ts";

/// Checks what a class is made of. The place in its body; undefined if nothing is known of it.
export function enterClass(place: Place, node: ClassDef): Place | undefined {
  const { library, module } = place;
  const symbol = module.scope.classes.get(node);
  if (symbol === undefined) return undefined;
  library.meaning.set(node.name, module.scope.variableClasses.get(node) ?? symbol);
  for (const decorator of node.decorators ?? []) checkExpression(place, decorator);
  for (const base of node.bases) {
    if (base.name !== undefined) {
      report(place, "class-keyword", base, { name: base.name.name });
      continue;
    }
    if (isObject(base) && lookUp(place, "object") === undefined) continue;
    const held = base.value.kind === "Name" ? lookUp(place, heldName(base.value.name)) : undefined;
    if (base.value.kind === "Name" && held !== undefined) {
      library.meaning.set(base.value, held);
      continue;
    }
    const known = library.diagnostics.length;
    checkExpression(place, base.value);
    if (library.diagnostics.length > known) continue;
    const kind = meaningOf(library.meaning, base.value)?.kind;
    if (kind !== "class" && kind !== "exception") {
      report(place, "class-base", base.value, { text: textOf(place, base.value) });
    }
  }
  if (orderOf(library.meaning, symbol) === undefined) report(place, "class-order", node.name, { name: node.name.name });
  return { ...place, body: symbol };
}

function textOf({ module }: Place, { from, to }: Expression): string {
  return module.text.slice(from, to);
}
