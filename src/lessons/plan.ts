import type { Check, CheckFile } from "./check-format.ts";
import { coresOfChip, tooManyCores } from "./chips.ts";
import { type Names, parseExpression } from "./expression.ts";
import { runNames } from "./names.ts";

/// One run that a check asks for.
export interface PlannedRun {
  readonly chip: string;
  readonly cores: number;
  readonly hostCores: number;
  readonly seed: number;
  readonly input: readonly string[];
  /// It is made for the checks of all runs together: `noDeadlock`, `speedup`.
  readonly isExtra?: true;
}

/// The settings of a lesson or an assignment, for runs that say nothing else.
export type Settings = Omit<PlannedRun, "input" | "isExtra">;

type Run = NonNullable<CheckFile["runs"]>[number];

/// The chip and the cores of a run; one that names another chip has all of its cores, if it says no more.
function partOf({ chip, cores }: Run, lesson: Pick<Settings, "chip" | "cores">): Pick<Settings, "chip" | "cores"> {
  return { chip: chip ?? lesson.chip, cores: cores ?? (chip === undefined ? lesson.cores : coresOfChip(chip)) };
}

/// Which runs ask for more cores than their chip has, a line each.
export function problemsOfRuns(check: CheckFile, lesson: Pick<Settings, "chip" | "cores">): readonly string[] {
  return (check.runs ?? []).flatMap((run, k) => {
    const { chip, cores } = partOf(run, lesson);
    const problem = tooManyCores(chip, cores);
    return problem === undefined ? [] : [`runs[${k}].cores: ${problem}`];
  });
}

/// The runs of a check; what it does not say is as the lesson has it. After them come those that only `noDeadlock` and `speedup` need.
export function plannedRuns(check: CheckFile, lesson: Settings): readonly PlannedRun[] {
  const runs = (check.runs ?? [{}]).map((run): readonly PlannedRun[] => {
    const { hostCores, seed, seeds, input } = run;
    const all = seeds === undefined ? [seed ?? lesson.seed] : Array.from({ length: seeds }, (_, k) => k);
    return all.map((each) => ({
      ...partOf(run, lesson),
      hostCores: hostCores ?? lesson.hostCores,
      seed: each,
      input: input ?? [],
    }));
  });
  return [...runs.flat(), ...runs.flatMap((same) => moreOrders(check, same)), ...otherCores(check, runs.flat())];
}

/// More runs of the same kind, with other seeds, until there are as many as a check of many orders asks for.
function moreOrders({ checks }: CheckFile, same: readonly PlannedRun[]): readonly PlannedRun[] {
  const [first] = same;
  const wanted = Math.max(0, ...checks.map(({ noDeadlock }) => noDeadlock?.orders ?? 0));
  const seeds = new Set(same.map(({ seed }) => seed));
  const more: PlannedRun[] = [];
  for (let seed = 0; first !== undefined && seeds.size < wanted; seed++) {
    if (!seeds.has(seed)) more.push({ ...first, seed, isExtra: true });
    seeds.add(seed);
  }
  return more;
}

/// Runs on the numbers of cores that a speedup compares and no other run has.
function otherCores({ checks }: CheckFile, runs: readonly PlannedRun[]): readonly PlannedRun[] {
  const [first] = runs;
  if (first === undefined) return [];
  const there = new Set(runs.map(({ cores, hostCores }) => cores + hostCores));
  const wanted = new Set(checks.flatMap(({ speedup }) => (speedup === undefined ? [] : [speedup.from, speedup.to])));
  return [...wanted]
    .filter((all) => !there.has(all))
    .map((all): PlannedRun => ({ ...first, cores: all - first.hostCores, isExtra: true }))
    .filter(({ chip, cores }) => cores > 0 && tooManyCores(chip, cores) === undefined);
}

/// What names stand for in a run with full Python of this id, or without.
export function namesOf({ cores, hostCores, seed }: Omit<Settings, "chip">, host = -1): Names {
  return { cores: cores + hostCores, hosts: hostCores, seed, last: cores + hostCores - 1, host };
}

/// Whether a check is meant for a run.
export function isMeantFor(check: Check, names: Names): boolean {
  return check.on === undefined || parseExpression(check.on, runNames)(names) !== 0;
}
