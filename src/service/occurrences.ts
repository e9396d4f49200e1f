import type { Span } from "../base/span.ts";
import type { Library, LoadedModule } from "../language/loader.ts";
import type { Meaning } from "../language/program.ts";
import type { Identifier } from "../language/tree.ts";

/// How a name is used where it stands.
export type Role = "read" | "write" | "parameter" | "def" | "import";

/// A name in a file whose meaning is known.
export interface Occurrence extends Span {
  /// As its meaning is found by: in a classic program in small letters.
  readonly text: string;
  readonly meaning: Meaning;
  readonly role: Role;
}

/// Every name in a file whose meaning is known, in order of place.
export function occurrencesIn(library: Library, module: LoadedModule): readonly Occurrence[] {
  const found: Occurrence[] = [];
  // The tree is walked without knowing its kinds: a name is what has a name in letters and a range, and what is under
  // `target` or `targets` is written to.
  const visit = (node: unknown, role: Role): void => {
    if (Array.isArray(node)) {
      for (const child of node) visit(child, role);
      return;
    }
    if (typeof node !== "object" || node === null) return;
    if (isIdentifier(node)) {
      const meaning = library.meaning.get(node);
      if (meaning !== undefined) found.push({ from: node.from, to: node.to, text: node.name, meaning, role });
      return;
    }
    const kind = "kind" in node ? node.kind : undefined;
    const inTarget = role === "write" && (kind === "Tuple" || kind === "List");
    for (const [key, child] of Object.entries(node)) {
      if (typeof child === "object" && child !== null) visit(child, roleOf(kind, key, role, inTarget));
    }
  };
  visit(module.tree.body, "read");
  // The same name may stand in the tree twice, as `import m` does for the module and what it binds.
  const seen = new Set<number>();
  return found
    .sort((a, b) => a.from - b.from)
    .filter(({ from }) => {
      if (seen.has(from)) return false;
      seen.add(from);
      return true;
    });
}

function roleOf(kind: unknown, key: string, outer: Role, inTarget: boolean): Role {
  if (inTarget || key === "target" || key === "targets") return "write";
  if (kind === "Def" && key === "name") return "def";
  if (kind === "Import" || kind === "FromImport") return "import";
  // The list of them, and each of it.
  if (outer === "parameter" && key === "name") return "parameter";
  if (outer === "import") return "import";
  if (kind === "Def" && key === "parameters") return "parameter";
  return "read";
}

function isIdentifier(node: object): node is Identifier {
  return "name" in node && typeof node.name === "string" && "from" in node && "to" in node;
}

/// The occurrence that an offset touches.
export function occurrenceAt(occurrences: readonly Occurrence[], offset: number): Occurrence | undefined {
  return occurrences.find(({ from, to }) => from <= offset && offset <= to);
}
