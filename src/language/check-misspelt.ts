import { replace } from "./catalogue.ts";
import { isOwnSource } from "./modules/sources.ts";
import { type Place, report } from "./names.ts";
import type { Meaning } from "./program.ts";
import type { DefScope } from "./scopes.ts";
import { isMisspelling } from "./suggest.ts";
import { type Expression, eachPart } from "./tree.ts";

// A variable that gets a value in one place and occurs nowhere else, and whose name is almost that of another one.

/// Reports such variables of a program, all of whose files have been checked.
export function checkMisspelt(places: readonly Place[]): void {
  const own = places.filter(
    ({ module }) => module.dialect !== "classic" && !module.broken && !isOwnSource(module.text),
  );
  const alone = new Map<Meaning, object>();
  for (const { habits } of own) for (const [meaning, { target }] of habits.assigned) alone.set(meaning, target);
  for (const [node, meaning] of own[0]?.library.meaning ?? []) {
    const target = alone.get(meaning);
    if (target !== undefined && target !== node) alone.delete(meaning);
  }
  for (const place of own) {
    for (const [meaning, { def, target, value }] of place.habits.assigned) {
      if (!alone.has(meaning) || !place.library.guesses.take()) continue;
      const { name } = target;
      const near = meantBy(place, name, def, value);
      if (near === undefined) continue;
      report(place, "misspelt-assignment", target, { name, nearest: near }, replace(`Write ${near}`, target, near));
    }
  }
}

/// The variable that a name most likely is a misspelling of: one in its own value, or one of its function or file.
function meantBy({ module }: Place, name: string, def: DefScope | undefined, value: Expression): string | undefined {
  for (const one of namesIn(value)) if (isMisspelling(name, one, true)) return one;
  for (const one of (def?.locals ?? module.scope.variables).keys()) if (isMisspelling(name, one, false)) return one;
  return undefined;
}

function namesIn(value: Expression): Set<string> {
  const names = new Set<string>();
  const visit = (part: Expression): void => {
    if (part.kind === "Name") names.add(part.name);
    eachPart(part, visit);
  };
  visit(value);
  return names;
}
