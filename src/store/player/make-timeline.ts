import { createStore, type StoreApi } from "zustand/vanilla";
import type { SlicedWork } from "../../base/sliced-work.ts";
import { Rerun } from "../../runtime/rerun.ts";
import type { Cancel, Frames } from "../platform/frames.ts";
import { inSlices } from "../platform/slices.ts";
import type { Chip } from "../run/chip.ts";
import { mostOfEach, type Timeline } from "../timeline/timeline.ts";
import type { Repeatable } from "./repeat-jobs.ts";

// The timeline of a run that nobody had recorded: the run is made again, silently, once somebody looks.

export interface TimelineMakerState {
  /// `none`: nobody has asked yet. `impossible`: the run cannot be made again. `failed`: it could not, for `problem`.
  readonly phase: "none" | "making" | "cancelled" | "impossible" | "failed";
  /// How much has been made, from 0 to 1.
  readonly made: number;
  readonly problem: string;
}

export interface TimelineMaker {
  readonly store: StoreApi<TimelineMakerState>;
  /// Makes the run that is over again, if its timeline is not known, and shows it there. Does nothing while it does so.
  make(): void;
  cancel(): void;
}

interface TimelineMakerParts {
  readonly timeline: Timeline;
  readonly chip: Chip;
  readonly frames: Frames;
  /// The run that is over; null if it cannot be made again.
  readonly repeatable: () => Repeatable | null;
}

const tellMilliseconds = 100;
const nothing: TimelineMakerState = { phase: "none", made: 0, problem: "" };

export function createTimelineMaker({ timeline, chip, frames, repeatable }: TimelineMakerParts): TimelineMaker {
  const store = createStore<TimelineMakerState>(() => nothing);
  let leave: Cancel = () => {};

  function* work(own: Repeatable): SlicedWork<Rerun | Error> {
    const { cores, cycles } = chip.store.getState();
    let told = frames.now();
    try {
      const rerun = new Rerun(own.image, own.settings, own.answers, own.stopped);
      for (const _ of rerun.make({ onlyNewest: mostOfEach(cores.length) })) {
        if (frames.now() - told > tellMilliseconds) {
          told = frames.now();
          store.setState({ made: Math.min(1, rerun.made / Math.max(1, cycles)) });
        }
        yield;
      }
      return rerun;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  // Another run is on, or the player has made this one.
  timeline.store.subscribe((state, before) => {
    if (state.run === before.run && state.recorded === before.recorded) return;
    leave();
    if (store.getState() !== nothing) store.setState(nothing);
  });

  return {
    store,
    make() {
      if (store.getState().phase === "making" || timeline.store.getState().recorded !== false) return;
      const own = repeatable();
      if (own === null) {
        store.setState({ ...nothing, phase: "impossible" });
        return;
      }
      store.setState({ ...nothing, phase: "making" });
      leave = inSlices(frames, work(own), (made) => {
        if (made instanceof Error) store.setState({ ...nothing, phase: "failed", problem: made.message });
        else showMade(timeline, made);
      });
    },
    cancel() {
      if (store.getState().phase !== "making") return;
      leave();
      store.setState({ ...nothing, phase: "cancelled" });
    },
  };
}

/// Shows a run that has been made again on the timeline, if it was not recorded when it ran.
export function showMade(timeline: Timeline, made: Rerun): void {
  if (timeline.store.getState().recorded !== false) return;
  const kinds = new Map(made.chip.cores.map(({ id, host }) => [id, host ? "host" : "device"] as const));
  timeline.setMade(made.trace, kinds, made.polls ? "turns" : "again");
}
