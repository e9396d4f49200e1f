import { counted } from "../base/counted.ts";
import type { Check, CheckFile } from "./check-format.ts";

// Points: what each check is worth to its author. They are counted as soon as one of the checks has some.

export interface Points {
  readonly earned: number;
  readonly all: number;
}

/// Whether the points of these checks are counted.
export function hasPoints({ checks }: CheckFile): boolean {
  return checks.some(({ points }) => points !== undefined);
}

/// What a check is worth where points are counted.
export function pointsOf({ points = 1 }: Check): number {
  return points;
}

/// What a program has earned, also one whose checks could not be judged; undefined where points are not counted.
export function pointsIn(
  file: CheckFile,
  results: readonly { readonly ok: boolean; readonly points?: number }[],
): Points | undefined {
  if (!hasPoints(file)) return undefined;
  const all = file.checks.reduce((sum, check) => sum + pointsOf(check), 0);
  const earned = results.reduce((sum, { ok, points = 0 }) => (ok ? sum + points : sum), 0);
  return { earned, all };
}

/// `3 of 5 points`.
export function pointsWords({ earned, all }: Points): string {
  return `${earned} of ${counted(all, "point")}`;
}
