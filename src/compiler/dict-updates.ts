import type { Expression, Index } from "../language/tree.ts";
import type { TreeNode } from "../language/walk.ts";

// Attributes are set by `x.__dict__[name] = value` and `x.__dict__.update(values)`, too.

/// Whether it is `x.__dict__.update(values)`.
export function isDictUpdate(node: TreeNode): boolean {
  if (node.kind !== "Call" || node.callee.kind !== "Attribute" || node.callee.name.name !== "update") return false;
  return objectOfDict(node.callee.object) !== undefined && node.args.length === 1;
}

/// The x of `x.__dict__`.
export function objectOfDict(e: Expression): Expression | undefined {
  return e.kind === "Attribute" && e.name.name === "__dict__" ? e.object : undefined;
}

/// Whether a statement or an expression sets attributes in one of these ways.
export function setsByDict(node: TreeNode): boolean {
  if (isDictUpdate(node)) return true;
  const targets = node.kind === "Assign" ? node.targets : node.kind === "AugmentedAssign" ? [node.target] : [];
  return targets.some((one) => one.kind === "Index" && objectOfDict((one as Index).object) !== undefined);
}
