import { checkExpression } from "./check-expressions.ts";
import { meaningOf, orderOf } from "./classes.ts";
import { heldName } from "./made-classes.ts";
import { lookUp, type Place, report } from "./names.ts";
import type { UserClass } from "./program.ts";
import type { ClassDef, Expression } from "./tree.ts";

/// Special methods that are left out, and what to write instead.
const LEFT_OUT: ReadonlyMap<string, string> = new Map([
  ["__getattribute__", "write `__getattr__`, which is called for attributes that are not there"],
  ["__get__", "write a `property`"],
  ["__set__", "write a `property` with a setter"],
  ["__delete__", "write a `property` with a deleter"],
  ["__set_name__", "write a `property`, and name it yourself"],
  ["__class_getitem__", "write a function"],
]);

function checkMethods(place: Place, { body }: ClassDef): void {
  for (const one of body) {
    if (one.kind !== "Def") continue;
    const { name } = one.name;
    const instead = LEFT_OUT.get(name);
    if (instead !== undefined) report(place, "left-out-method", one.name, { name, instead });
    else if (name === "__del__") report(place, "never-called", one.name, { name });
  }
}

/// The named arguments of a class go to `__init_subclass__` of those that it is made of.
function checkKeywords(place: Place, { bases }: ClassDef, symbol: UserClass): void {
  const behind = orderOf(place.library.meaning, symbol)?.slice(1) ?? [];
  const isTaken = behind.some(({ names }) => names.has("__init_subclass__"));
  for (const base of bases) {
    if (base.name === undefined) continue;
    if (!isTaken || base.name.name === "metaclass") report(place, "class-keyword", base, { name: base.name.name });
    else checkExpression(place, base.value);
  }
}

/// Checks what a class is made of. The place in its body; undefined if nothing is known of it.
export function enterClass(place: Place, node: ClassDef): Place | undefined {
  const { library, module } = place;
  const symbol = module.scope.classes.get(node);
  if (symbol === undefined) return undefined;
  library.meaning.set(node.name, module.scope.variableClasses.get(node) ?? symbol);
  for (const decorator of node.decorators ?? []) checkExpression(place, decorator);
  for (const base of node.bases) {
    if (base.name !== undefined || base.value.kind === "Missing") continue;
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
  checkKeywords(place, node, symbol);
  checkMethods(place, node);
  if (orderOf(library.meaning, symbol) === undefined) report(place, "class-order", node.name, { name: node.name.name });
  return { ...place, body: symbol };
}

function textOf({ module }: Place, { from, to }: Expression): string {
  return module.text.slice(from, to);
}
