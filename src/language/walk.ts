import type { Expression, Statement } from "./tree.ts";

/// A part of a tree: a statement, an expression, or what they are made of.
export type TreeNode = Statement | Expression;

/// Visits every node of a tree, outer ones first. What a visit gives false for is not entered.
export function walk(node: unknown, visit: (node: TreeNode) => unknown): void {
  if (typeof node !== "object" || node === null) return;
  if (!Array.isArray(node) && "kind" in node && visit(node as TreeNode) === false) return;
  for (const part of Object.values(node)) if (typeof part === "object") walk(part, visit);
}

/// The attributes that a statement assigns or deletes: what stands before the dot, and the name.
export function attributeTargets(statement: TreeNode): { object: Expression; name: string }[] {
  switch (statement.kind) {
    case "Assign":
    case "Delete":
      return statement.targets.flatMap(targetsIn);
    case "AugmentedAssign":
    case "For":
      return targetsIn(statement.target);
    case "With":
      return statement.target === undefined ? [] : targetsIn(statement.target);
    default:
      return [];
  }
}

function targetsIn(target: Expression): { object: Expression; name: string }[] {
  if (target.kind === "Attribute") return [{ object: target.object, name: target.name.name }];
  return target.kind === "Tuple" || target.kind === "List" ? target.elements.flatMap(targetsIn) : [];
}
