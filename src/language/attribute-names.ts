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
      // setattr(x, "name", value)
      if (node.kind === "Call" && node.callee.kind === "Name" && node.callee.name === "setattr") {
        const name = node.args[1]?.value;
        if (name?.kind === "String") names.add(name.value);
      }
    });
  }
  return { hasClasses: true, names };
}
