import { atOnce } from "../../base/sliced-work.ts";
import type { Origin, OriginQuestion } from "../../runtime/protocol/provenance.ts";
import type { RunSettings } from "../../runtime/protocol/run.ts";
import { originOf } from "../../runtime/provenance.ts";
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

// One question is mostly followed by others.
let last: { readonly number: number; readonly rerun: Rerun } | undefined;

/// Where a value of a run comes from.
export function findOrigin({ number, run, question }: OriginJob): Origin {
  if (last?.number !== number) {
    const rerun = new Rerun(run.image, run.settings, run.answers, run.stopped);
    atOnce(rerun.make());
    last = { number, rerun };
  }
  return atOnce(originOf(last.rerun, question));
}
