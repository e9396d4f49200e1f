import type { Block, Def, Module } from "./tree.ts";

// In Python a `def` is carried out like any other statement: above it, its name has no value yet.

/// The functions of a file that may be used before their `def` has been carried out, by a statement above it or by what that calls.
export function usedEarly({ body }: Module): ReadonlySet<Def> {
  const defs = new Map<string, Def>();
  for (const statement of body) if (statement.kind === "Def") defs.set(statement.name.name, statement);
  const early = new Set<Def>();
  const reached = new Set<string>();
  const reach = (names: Iterable<string>): void => {
    const pending = [...names];
    for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
      if (reached.has(name)) continue;
      reached.add(name);
      const def = defs.get(name);
      if (def !== undefined) pending.push(...namesOfFunction(def));
    }
  };
  for (const statement of body) {
    if (statement.kind !== "Def") {
      // An import's names are no variables yet.
      if (statement.kind !== "Import" && statement.kind !== "FromImport") reach(namesIn([statement]));
      continue;
    }
    if (reached.has(statement.name.name)) early.add(statement);
    const { decorators = [], parameters } = statement;
    reach(namesIn(decorators));
    reach(namesIn(parameters.flatMap(({ fallback }) => (fallback === undefined ? [] : [fallback]))));
  }
  return early;
}

/// The names that a function's body uses and that are not its own.
function namesOfFunction({ parameters, body }: Def): Set<string> {
  const names = namesIn(body);
  for (const { name } of parameters) names.delete(name.name);
  return names;
}

function namesIn(parts: Block | readonly object[]): Set<string> {
  const names = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const { kind, name } = node as { readonly kind?: string; readonly name?: unknown };
    if (kind === "Name" && typeof name === "string") names.add(name);
    for (const part of Object.values(node)) visit(part);
  };
  visit(parts);
  return names;
}
