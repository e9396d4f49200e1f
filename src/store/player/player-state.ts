import type { Finding } from "../../runtime/findings.ts";
import type { Flight } from "../../runtime/rerun.ts";

export interface PlayerState {
  /// `none`: there is no run that can be played, or nobody has asked. `making`: it is made again. `shown`: a moment of it is shown
  /// in the place of its end.
  readonly phase: "none" | "making" | "shown";
  /// How much has been made, from 0 to 1.
  readonly made: number;
  /// The moment that is shown, and the end, in cycles.
  readonly at: number;
  readonly end: number;
  readonly playing: boolean;
  /// Whether the last run belongs to another program, chip or number of cores than the page shows.
  readonly isGone: boolean;
  /// Whether it was not asked for, and goes when it has been played.
  readonly once: boolean;
  /// What happened last, in a sentence.
  readonly words: string;
  /// Messages that are on their way, or wait to be received.
  readonly flights: readonly Flight[];
  /// How much happens in each part of the run, from 0 to 1.
  readonly density: readonly number[];
  /// What cost the run time, the worst first.
  readonly findings: readonly Finding[];
  /// Why the run cannot be played, if it cannot.
  readonly problem: string | null;
}

/// No player is open, and nothing is known of a run.
export const closed = {
  phase: "none",
  made: 0,
  at: 0,
  end: 0,
  playing: false,
  once: false,
  words: "",
  flights: [],
  findings: [],
  problem: null,
} as const;
