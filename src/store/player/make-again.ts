import type { SlicedWork } from "../../base/sliced-work.ts";
import { type Finding, findingsOfRun } from "../../runtime/findings.ts";
import type { Rerun } from "../../runtime/rerun.ts";
import { type TrafficAt, trafficOf } from "./traffic.ts";

const tellMilliseconds = 100;

export interface MakeAgain {
  /// The file that was run.
  readonly main: string;
  /// About when it ends, in cycles.
  readonly end: number;
  /// In milliseconds.
  readonly now: () => number;
  /// How far it has come, from 0 to 1.
  readonly tell: (made: number) => void;
}

export interface MadeAgain {
  readonly findings: readonly Finding[];
  readonly traffic: TrafficAt;
}

/// Makes a run again, and finds what cost it time; an error if that cannot be done.
export function* makeAgain(rerun: Rerun, { main, end, now, tell }: MakeAgain): SlicedWork<MadeAgain | Error> {
  let told = now();
  try {
    for (const _ of rerun.make({ profiles: true })) {
      if (now() - told > tellMilliseconds) {
        told = now();
        tell(Math.min(1, rerun.made / Math.max(1, end)));
      }
      yield;
    }
    return { findings: yield* findingsOfRun(rerun, main), traffic: yield* trafficOf(rerun) };
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
