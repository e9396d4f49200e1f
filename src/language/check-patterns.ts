import { checkCondition, checkExpression, checkTarget } from "./check-expressions.ts";
import { type Place, report } from "./names.ts";
import {
  type Case,
  type Match,
  type Name,
  type Pattern,
  partsOfPattern,
  patternsIn,
  targetOfPattern,
  valuesOfPattern,
} from "./tree.ts";

/// Checks what a `match` looks at, and the patterns and guards of its cases; not their blocks.
export function checkMatch(place: Place, { subject, cases }: Match): void {
  checkExpression(place, subject);
  cases.forEach((one, k) => {
    checkPattern(place, one.pattern);
    if (one.guard !== undefined) checkCondition(place, one.guard);
    if (k < cases.length - 1) checkOrder(place, one);
  });
}

function checkPattern(place: Place, pattern: Pattern): void {
  for (const one of patternsIn(pattern)) {
    for (const value of valuesOfPattern(one)) checkExpression(place, value);
    const target = targetOfPattern(one);
    if (target !== undefined) checkTarget(place, target);
  }
  namesGiven(place, pattern);
}

/// The names that a pattern gives values, if it fits. Says which it gives twice, or in some of several alternatives only.
function namesGiven(place: Place, pattern: Pattern): Map<string, Name> {
  const given = new Map<string, Name>();
  const give = (name: Name): void => {
    if (given.has(name.name)) report(place, "case-name-twice", name, { name: name.name });
    given.set(name.name, name);
  };
  const parts = partsOfPattern(pattern).map((part) => namesGiven(place, part));
  if (pattern.kind === "OrPattern") {
    const all = new Map(parts.flatMap((names) => [...names]));
    const partial = [...all.values()].find(({ name }) => !parts.every((names) => names.has(name)));
    if (partial !== undefined) report(place, "case-alternatives", partial, { name: partial.name });
    return all;
  }
  for (const names of parts) for (const name of names.values()) give(name);
  const target = targetOfPattern(pattern);
  if (target !== undefined) give(target);
  return given;
}

/// Nothing reaches the cases below one that takes every value.
function checkOrder(place: Place, { pattern, guard }: Case): void {
  const taking = guard === undefined ? takingAll(pattern) : undefined;
  if (taking === undefined) return;
  const name = taking.kind === "CapturePattern" ? taking.target?.name : undefined;
  report(place, "case-order", taking, { name: name ?? "_" });
}

/// The part of a pattern that fits every value, so that the whole does.
function takingAll(pattern: Pattern): Pattern | undefined {
  if (pattern.kind === "CapturePattern") return pattern;
  if (pattern.kind === "AsPattern") return takingAll(pattern.pattern);
  if (pattern.kind === "OrPattern") return pattern.alternatives.map(takingAll).find((part) => part !== undefined);
  return undefined;
}
