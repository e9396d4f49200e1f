import type { StoreApi } from "zustand/vanilla";
import type { Finding } from "../../runtime/findings.ts";
import type { Flight } from "../../runtime/playable.ts";
import type { SharedMoment } from "../../share/project.ts";
import type { Background } from "../background/background.ts";
import type { Output } from "../output/output.ts";
import type { Frames } from "../platform/frames.ts";
import type { Chip } from "../run/chip.ts";
import type { Inspector } from "../run/inspector.ts";
import type { RunState } from "../run/run-state.ts";
import type { PlayPace } from "../run/settings.ts";
import type { Timeline } from "../timeline/timeline.ts";
import type { Heat } from "./heat.ts";
import type { Played } from "./last-run.ts";
import type { Repeatable } from "./repeat-jobs.ts";

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
  /// Whether that is looked for, or soon will be, while no player is open.
  readonly isLooking: boolean;
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
  isLooking: false,
  problem: null,
} as const;

export interface PlayerParts {
  /// Runs the open program; false if there is none that can be run now, or none that can be played.
  readonly start: () => boolean;
  readonly played: () => Played | null;
  /// Makes everything ready for a run of the open program that has not been run here; null if it cannot be.
  readonly prepare: () => Played | null;
  /// Whether the program or its settings are no longer those of the run.
  readonly isChanged: () => boolean;
  readonly run: StoreApi<RunState>;
  readonly output: Output;
  readonly chip: Chip;
  readonly inspector: Inspector;
  readonly timeline: Timeline;
  /// How long a message takes, in seconds.
  readonly pace: () => PlayPace;
  readonly frames: Frames;
  readonly background: Background;
}

/// A moment of a run, with what its cores were given when they asked; null: that there was no more.
export interface OpenedMoment extends Omit<SharedMoment, "answers"> {
  readonly answers: readonly (readonly [core: number, text: string | null])[];
}

/// Plays a run that is over, or the past of one that is on: any moment of its virtual time, on the chip and in all other views.
export interface Player {
  readonly store: StoreApi<PlayerState>;
  /// The moment that is shown, for a link; undefined if none is, or the program has been changed since.
  moment(): SharedMoment | undefined;
  /// Makes a run of the open program that nobody has run here, and shows a moment of it.
  openMoment(moment: OpenedMoment): void;
  /// The run that is shown, with a number of its own; null if none is, or if it cannot be made again.
  shownRun(): { readonly number: number; readonly run: Repeatable } | null;
  /// The moment in which a core is: the end of a run that is over, the core's clock in one that is on. Its cores may be far apart.
  momentOf(core: number): "end" | number;
  /// Whether there is a run that is shown or could be.
  canOpen(): boolean;
  /// Makes the run again, if that is not done, and shows it from the start, at its end, or at a moment in cycles. A run that is on goes
  /// on meanwhile; its end is then as far as it has come.
  open(at?: "start" | "end" | number): void;
  /// Shows the end of the run again.
  close(): void;
  /// Shows a moment of a run that was kept, in the place of the one that is shown.
  openRun(kept: { readonly number: number; readonly run: Repeatable; readonly file: string }, at: number): void;
  /// Whether it is such a run that is shown.
  showsOther(): boolean;
  /// Closes it for good: the run is no longer that of what the page shows.
  forget(): void;
  play(): void;
  /// Makes the run again, and plays it in a quarter of a minute or so, after which it goes; or shows its first event.
  playOnce(how: "slow" | "events"): void;
  pause(): void;
  /// Runs the open program, and plays the run when it is over.
  runSlowly(): void;
  /// Shows a moment, in cycles.
  seek(time: number): void;
  /// To the next thing that happens, or the one before.
  next(): void;
  previous(): void;
  /// Whether a core of the run is one of the chip's.
  isOnChip(core: number): boolean;
  /// Without motion: from one thing that happens to the next.
  setSteps(steps: boolean): void;
}
