import type { Check, CheckFile } from "./check-format.ts";
import { type Names, parseExpression } from "./expression.ts";
import { runNames } from "./names.ts";

/// One run that a check asks for.
export interface PlannedRun {
  readonly cores: number;
  readonly hostCores: number;
  readonly seed: number;
  readonly input: readonly string[];
}

/// The runs of a check; what it does not say is as the lesson has it.
export function plannedRuns(
  check: CheckFile,
  lesson: { readonly cores: number; readonly hostCores: number; readonly seed: number },
): readonly PlannedRun[] {
  return (check.runs ?? [{}]).flatMap(({ cores, hostCores, seed, seeds, input }): PlannedRun[] => {
    const all = seeds === undefined ? [seed ?? lesson.seed] : Array.from({ length: seeds }, (_, k) => k);
    return all.map((each) => ({
      cores: cores ?? lesson.cores,
      hostCores: hostCores ?? lesson.hostCores,
      seed: each,
      input: input ?? [],
    }));
  });
}

/// What names stand for in a run with full Python of this id, or without.
export function namesOf({ cores, hostCores, seed }: Omit<PlannedRun, "input">, host = -1): Names {
  return { cores: cores + hostCores, hosts: hostCores, seed, last: cores + hostCores - 1, host };
}

/// Whether a check is meant for a run.
export function isMeantFor(check: Check, names: Names): boolean {
  return check.on === undefined || parseExpression(check.on, runNames)(names) !== 0;
}
