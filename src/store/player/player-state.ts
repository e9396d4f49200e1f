import type { Finding } from "../../runtime/findings.ts";
import type { Flight } from "../../runtime/playable.ts";
import type { Heat } from "./heat.ts";

/// What is particular about the run that is shown.
export type PlayerNote =
  /// It is as it was recorded, without variables and memory.
  | "recorded"
  /// It is made again in an order of turns that may have been another when it ran, and looks whether messages have come.
  | "turns"
  /// It is the past of a run that was still on.
  | "past";

export interface PlayerState {
  /// `none`: there is no run that can be played, or nobody has asked. `making`: it is made again. `shown`: a moment of it is shown
  /// in the place of what it has come to.
  readonly phase: "none" | "making" | "shown";
  /// How much has been made, from 0 to 1.
  readonly made: number;
  /// The moment that is shown, and the end, in cycles.
  readonly at: number;
  readonly end: number;
  readonly playing: boolean;
  /// Whether the last run belongs to another program, chip or number of cores than the page shows.
  readonly isGone: boolean;
  /// Whether a run is on that has gone on for long enough to look back at.
  readonly hasPast: boolean;
  readonly notes: readonly PlayerNote[];
  /// Whether it was not asked for, and goes when it has been played.
  readonly once: boolean;
  /// What happened last, in a sentence.
  readonly words: string;
  /// Messages between two cores that are on their way, or wait to be received.
  readonly flights: readonly Flight[];
  /// The partial result of a reduction on its way from one core to the next, if one is.
  readonly gathering: Flight | null;
  /// Those of them that are drawn.
  readonly drawn: readonly Flight[];
  /// How busy the cores of a large chip have been lately; null on others.
  readonly heat: Heat | null;
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
  notes: [],
  words: "",
  flights: [],
  gathering: null,
  drawn: [],
  heat: null,
  findings: [],
  problem: null,
} as const;
