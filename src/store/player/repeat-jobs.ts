import type { SlicedWork } from "../../base/sliced-work.ts";
import { type Comparison, comparisonOf } from "../../runtime/comparison.ts";
import { type Finding, findingsOfRun } from "../../runtime/findings.ts";
import type { Origin, OriginQuestion } from "../../runtime/protocol/provenance.ts";
import type { RunSettings } from "../../runtime/protocol/run.ts";
import { originOf } from "../../runtime/provenance/provenance.ts";
import { type Answered, Rerun } from "../../runtime/rerun.ts";

/// A run, with all that it takes to make it again.
export interface Repeatable {
  readonly image: Uint8Array;
  readonly settings: RunSettings;
  readonly answers: readonly Answered[];
  /// When it was stopped, in cycles, if it was.
  readonly stopped?: number | undefined;
}

export interface OriginJob {
  /// The same number for the same run.
  readonly number: number;
  readonly run: Repeatable;
  readonly question: OriginQuestion;
}

export interface FindingsJob {
  readonly run: Repeatable;
  /// The file that was run.
  readonly main: string;
}

// One question is mostly followed by others.
let last: { readonly number: number; readonly rerun: Rerun } | undefined;

function* made({ image, settings, answers, stopped }: Repeatable, profiles = false): SlicedWork<Rerun> {
  const rerun = new Rerun(image, settings, answers, stopped);
  yield* rerun.make({ profiles });
  return rerun;
}

/// Where a value of a run comes from.
export function* findOrigin({ number, run, question }: OriginJob): SlicedWork<Origin> {
  if (last?.number !== number) last = { number, rerun: yield* made(run) };
  return yield* originOf(last.rerun, question);
}

/// Two runs, compared.
export function* compareRuns({
  first,
  second,
}: {
  readonly first: Repeatable;
  readonly second: Repeatable;
}): SlicedWork<Comparison> {
  return yield* comparisonOf(yield* made(first), yield* made(second));
}

/// What cost a run time.
export function* findFindings({ run, main }: FindingsJob): SlicedWork<readonly Finding[]> {
  return yield* findingsOfRun(yield* made(run, true), main);
}
