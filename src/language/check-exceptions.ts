import { checkExpression, checkTarget } from "./check-expressions.ts";
import type { Place } from "./names.ts";
import type { Handler, Raise } from "./tree.ts";

// What stands behind `except` and `raise`.

/// Checks the head of an `except`.
export function checkHandler(place: Place, { type, name }: Handler): void {
  if (type !== undefined) checkExpression(place, type);
  if (name !== undefined) checkTarget(place, name);
}

export function checkRaise(place: Place, { value, cause }: Raise): void {
  if (value !== undefined) checkExpression(place, value);
  if (cause !== undefined) checkExpression(place, cause);
}
