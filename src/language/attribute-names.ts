import type { AttributeNames } from "./program.ts";
import type { ModuleScope } from "./scopes.ts";
import type { Module } from "./tree.ts";
import { attributeTargets, walk } from "./walk.ts";

export const NO_ATTRIBUTES: AttributeNames = { hasClasses: false, names: new Set() };

export function attributeNames(
  modules: readonly { readonly scope: ModuleScope; readonly tree: Module }[],
): AttributeNames {
  if (!modules.some(({ scope }) => scope.classes.size > 0)) return NO_ATTRIBUTES;
  const names = new Set<string>();
  for (const { scope, tree } of modules) {
    for (const symbol of scope.classes.values()) for (const name of symbol.names.keys()) names.add(name);
    walk(tree.body, (node) => {
      for (const { name } of attributeTargets(node)) names.add(name);
      // setattr(x, "name", value), or the same of object
      if (node.kind !== "Call") return;
      const { callee, args } = node;
      const called = callee.kind === "Attribute" ? callee.name.name : callee.kind === "Name" ? callee.name : "";
      const name = called === "setattr" || called === "__setattr__" ? args[1]?.value : undefined;
      if (name?.kind === "String") names.add(name.value);
    });
  }
  return { hasClasses: true, names };
}
