import type { ClassDef } from "./tree.ts";

// Names in a class that begin with two underscores and do not end so belong to that class alone: `__x` in a class `A` is `_A__x`, as
// in Python. They are changed as soon as the class has been read, so nothing behind the parser knows of it.

/// The class with its private names.
export function withPrivateNames(node: ClassDef): ClassDef {
  const owner = node.name.name.replace(/^_+/, "");
  return owner === "" ? node : { ...node, body: renamed(node.body, `_${owner}`) as ClassDef["body"] };
}

function renamed(node: unknown, prefix: string): unknown {
  if (typeof node !== "object" || node === null) return node;
  if (Array.isArray(node)) {
    const parts = node.map((part) => renamed(part, prefix));
    return parts.every((part, k) => part === node[k]) ? node : parts;
  }
  // What has nothing of the kind stays the same object.
  let copy: Record<string, unknown> | undefined;
  for (const [key, value] of Object.entries(node)) {
    const isPrivate = key === "name" && typeof value === "string" && value.startsWith("__") && !value.endsWith("__");
    const part = isPrivate ? prefix + value : renamed(value, prefix);
    if (part !== value) copy = { ...(copy ?? node), [key]: part };
  }
  return copy ?? node;
}
