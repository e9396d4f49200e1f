import { memoize } from "../base/memoize.ts";
import { SET_OF_EXCEPTIONS } from "../bytecode/natives.ts";
import type { AttributeNames } from "./program.ts";
import type { ModuleScope } from "./scopes.ts";
import type { Module, Statement } from "./tree.ts";
import { attributeTargets, walk } from "./walk.ts";

export const NO_ATTRIBUTES: AttributeNames = { hasClasses: false, names: new Set(), assigned: new Set() };

export function attributeNames(
  modules: readonly { readonly scope: ModuleScope; readonly tree: Module }[],
): AttributeNames {
  if (!modules.some(({ scope, tree }) => scope.classes.size > 0 || setsOfValues(tree))) return NO_ATTRIBUTES;
  const names = new Set<string>();
  const assigned = new Set<string>();
  for (const { scope, tree } of modules) {
    for (const symbol of scope.classes.values()) for (const name of symbol.names.keys()) names.add(name);
    for (const name of assignedIn(tree.body)) assigned.add(name);
  }
  for (const name of assigned) names.add(name);
  return { hasClasses: true, names, assigned };
}

/// Whether a file gives attributes to functions, that is to what a `def` names or to a parameter, which a decorator is given; or sets
/// what every exception has.
const setsOfValues = memoize(({ body }: Module): boolean => {
  const functions = new Set<string>();
  const objects = new Set<string>();
  let isOfException = false;
  walk(body, (node) => {
    if (node.kind === "Def") for (const { name } of [node, ...node.parameters]) functions.add(name.name);
    for (const { object, name } of attributeTargets(node)) {
      if (object.kind === "Name") objects.add(object.name);
      if (SET_OF_EXCEPTIONS.has(name)) isOfException = true;
    }
  });
  return isOfException || [...objects].some((name) => functions.has(name));
});

const assignedIn = memoize((body: readonly Statement[]): ReadonlySet<string> => {
  const assigned = new Set<string>();
  walk(body, (node) => {
    for (const { name } of attributeTargets(node)) assigned.add(name);
    // setattr(x, "name", value), or the same of object
    if (node.kind !== "Call") return;
    const { callee, args } = node;
    const called = callee.kind === "Attribute" ? callee.name.name : callee.kind === "Name" ? callee.name : "";
    const name = called === "setattr" || called === "__setattr__" ? args[1]?.value : undefined;
    if (name?.kind === "String") assigned.add(name.value);
  });
  return assigned;
});
