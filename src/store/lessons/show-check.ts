import { createStore, type StoreApi } from "zustand/vanilla";
import type { CheckResult } from "../../lessons/judge.ts";
import { pythonFileFor } from "../../python/python-file.ts";
import type { Player } from "../player/player-types.ts";
import type { Projects } from "../project/project.ts";
import type { RunState } from "../run/run-state.ts";
import type { Settings } from "../run/settings.ts";
import type { View } from "../view.ts";
import type { Lessons } from "./lessons.ts";

/// The cores on which a check fails, while its run is shown.
export interface ShownCheck {
  readonly name: string;
  readonly cores: ReadonlySet<number>;
}

/// Shows where a check fails: its run is made again in the player, at the moment where it matters.
export interface ShowCheck {
  readonly store: StoreApi<{ readonly shown: ShownCheck | null }>;
  /// Whether there is something to show: the program is as it was checked, and its run can be made again.
  canShow(result: CheckResult): boolean;
  show(result: CheckResult): Promise<void>;
}

export interface ShowCheckParts {
  readonly lessons: Lessons;
  readonly projects: Projects;
  readonly settings: Settings;
  readonly player: Player;
  readonly view: View;
  readonly run: StoreApi<RunState>;
}

export function createShowCheck(parts: ShowCheckParts): ShowCheck {
  const { lessons, projects, settings, player, view, run } = parts;
  const store = createStore<{ readonly shown: ShownCheck | null }>(() => ({ shown: null }));
  player.store.subscribe(({ phase }, before) => {
    if (phase === "none" && before.phase !== "none") store.setState({ shown: null });
  });

  const canShow = ({ evidence }: CheckResult): boolean => {
    const { lesson, checked } = lessons.store.getState();
    const { current, revision } = projects.store.getState();
    if (evidence === undefined || evidence.isStopped || evidence.run < 0) return false;
    if (lesson === null || current.lesson?.id !== lesson.id || checked?.revision !== revision) return false;
    // Runs with full Python cannot be made again.
    return run.getState().status === "idle" && pythonFileFor(projects.activeFile(), current.files) === undefined;
  };

  return {
    store,
    canShow,
    async show(result) {
      const { plannedRuns } = await import("../../lessons/plan.ts");
      const { lesson, checked } = lessons.store.getState();
      const { evidence, name } = result;
      if (!canShow(result) || lesson === null || evidence === undefined) return;
      const plan = plannedRuns(lesson.check, lesson.text.head)[evidence.run];
      if (plan === undefined) return;
      const { chip, cores, hostCores, seed } = plan;
      const main = lesson.start[0]?.name ?? "";
      projects.openFile(main);
      // Only another file is open: the program is still the one that was checked.
      lessons.store.setState({ checked: checked && { ...checked, revision: projects.store.getState().revision } });
      settings.set({ chip, cores, hostCores, seed, code: "auto", data: "core", clock: "epiphany" });
      player.openMoment({ at: evidence.cycles ?? Number.POSITIVE_INFINITY, answers: evidence.answers });
      const [first] = evidence.cores;
      store.setState({ shown: { name, cores: new Set(evidence.cores) } });
      const { place } = evidence;
      view.setState({
        chip: "chip",
        pane: "chip",
        ...(first === undefined ? {} : { core: first < cores ? `device ${first}` : `host ${first}` }),
        ...(place === undefined ? {} : { reveal: { ...place, column: 1 } }),
      });
    },
  };
}
