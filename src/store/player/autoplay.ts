import type { StoreApi } from "zustand/vanilla";
import type { Lesson } from "../../lessons/lesson.ts";
import type { Chip } from "../run/chip.ts";
import type { RunState } from "../run/run-state.ts";
import { newcomersRuns, type Settings } from "../run/settings.ts";
import type { Player } from "./player.ts";

// A run is over before anyone has seen a message move. So, after it is over, the run is played once on the chip, unasked:
//
//   in a lesson that says so         the first three runs in that lesson
//   of a program with messages       a newcomer's first three runs, or all, or none, as is chosen in the run settings
//
// Results are never held back for it, and it does not lead away from who steps, has stopped the run, or wants no motion.

/// How a lesson shows a run: played slowly, or stopped at the first event.
export type LessonPlay = "slow" | "events";

export interface AutoplayParts {
  readonly player: Player;
  readonly run: StoreApi<RunState>;
  readonly chip: Chip;
  readonly settings: Settings;
  /// The lesson that is open, if one is.
  readonly lesson: () => Lesson | null;
}

/// Plays runs that are over, unasked.
export interface Autoplay {
  /// Until the returned function is called. `isStill`: who is here wants no motion.
  follow(isStill: () => boolean): () => void;
}

const mostCores = 64;
/// A run that took longer is not made again unasked.
const longestRun = 3000;

export function createAutoplay({ player, run, chip, settings, lesson }: AutoplayParts): Autoplay {
  const inLessons = new Map<string, number>();

  const count = (id: string): boolean => {
    const before = inLessons.get(id) ?? 0;
    inLessons.set(id, before + 1);
    return before < newcomersRuns;
  };

  /// How the run that is over is to be shown; null if it is not.
  const wanted = (): LessonPlay | null => {
    const { autoplay, autoplayed } = settings.store.getState();
    const { outcome, wallMilliseconds, usesPython } = run.getState();
    if (autoplay === "never" || outcome === null || outcome === "stopped" || usesPython || !player.canOpen())
      return null;
    if ((wallMilliseconds ?? 0) > longestRun || chip.store.getState().cores.length > mostCores) return null;
    const open = lesson();
    if (open?.text.head.play !== undefined) return count(open.id) ? open.text.head.play : null;
    if (!chip.hasCarried()) return null;
    if (autoplay === "always") return "slow";
    if (autoplayed >= newcomersRuns) return null;
    settings.set({ autoplayed: autoplayed + 1 });
    return "slow";
  };

  return {
    follow(isStill) {
      let steps = false;
      return run.subscribe((state, before) => {
        if (state.status === before.status) return;
        if (before.status === "idle") steps = false;
        if (state.status === "paused") steps = true;
        if (state.status !== "idle" || steps || isStill() || player.store.getState().phase !== "none") return;
        const how = wanted();
        if (how !== null) player.playOnce(how);
      });
    },
  };
}
