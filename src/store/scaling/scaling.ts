import { createStore, type StoreApi } from "zustand/vanilla";
import { EPIPHANY_III } from "../../machine/chip-models.ts";
import type { Engine, Run } from "../../runtime/protocol/run.ts";
import type { Frames } from "../platform/frames.ts";
import type { Projects } from "../project/project.ts";
import { chipNamed } from "../run/chip-choice.ts";
import type { RunState } from "../run/run-state.ts";
import { runSettings, type Settings } from "../run/settings.ts";

/// The program on one number of cores.
export interface ScalingPoint {
  readonly cores: number;
  readonly state: "waiting" | "running" | "done" | "failed";
  /// Virtual time of the slowest core, in cycles; so far, while it runs.
  readonly cycles: number;
  /// Why there is no time, in words for people.
  readonly reason: string;
  /// Equal for runs that printed the same lines, in whichever order and from whichever cores.
  readonly printed: string;
}

export interface ScalingState {
  readonly measuring: boolean;
  /// The file that was measured, and the project's revision then.
  readonly file: string | null;
  readonly revision: number;
  readonly points: readonly ScalingPoint[];
  /// Of the clock of the chip that was measured, in Hz.
  readonly frequency: number;
  /// Why nothing was measured.
  readonly trouble: string | null;
}

export interface ScalingParts {
  /// The image of the open file; undefined if it has errors.
  readonly compile: () => Uint8Array | undefined;
  /// The engine, once nothing of the last run is left in its memory.
  readonly engine: () => Promise<Engine>;
  readonly frames: Frames;
  readonly projects: Projects;
  readonly settings: Settings;
  readonly run: StoreApi<RunState>;
}

/// Runs the open program on more and more cores and notes its virtual time.
export interface Scaling {
  readonly store: StoreApi<ScalingState>;
  /// Does nothing while the program runs or is being measured.
  measure(): Promise<void>;
  /// What was measured so far stays.
  cancel(): void;
  clear(): void;
}

const lookMilliseconds = 40;
const drainMilliseconds = 8;
const none: ScalingState = {
  measuring: false,
  file: null,
  revision: -1,
  points: [],
  frequency: EPIPHANY_III.frequency,
  trouble: null,
};

export function createScaling(parts: ScalingParts): Scaling {
  const { frames, projects, settings, run } = parts;
  const store = createStore<ScalingState>(() => none);
  let cancelled = false;
  let present: Run | null = null;

  const setPoint = (cores: number, change: Partial<ScalingPoint>) => {
    store.setState(({ points }) => ({
      points: points.map((point) => (point.cores === cores ? { ...point, ...change } : point)),
    }));
  };

  const measureOn = async (image: Uint8Array, cores: number): Promise<void> => {
    setPoint(cores, { state: "running" });
    const chosen = runSettings({ ...settings.store.getState(), cores });
    present = await (await parts.engine()).start(image, chosen);
    // Cancelled while it was being started.
    if (cancelled) present.stop();
    const { reason, printed } = await watch(present, frames, (cycles) => setPoint(cores, { cycles }));
    present = null;
    if (reason !== undefined) setPoint(cores, { state: "failed", reason: cancelled ? "cancelled" : reason });
    else setPoint(cores, { state: "done", printed });
  };

  const scaling: Scaling = {
    store,
    async measure() {
      if (store.getState().measuring || run.getState().status !== "idle") return;
      const { current, revision } = projects.store.getState();
      const image = parts.compile();
      if (image === undefined) {
        store.setState({ ...none, trouble: "The program has errors: see Problems. Nothing was measured." });
        return;
      }
      cancelled = false;
      const { cores: most, chip } = settings.store.getState();
      const counts = countsUpTo(most);
      const points = counts.map(
        (cores): ScalingPoint => ({ cores, state: "waiting", cycles: 0, reason: "", printed: "" }),
      );
      const { frequency } = chipNamed(chip);
      store.setState({ measuring: true, file: current.active, revision, points, frequency, trouble: null });
      try {
        for (const cores of counts) {
          if (cancelled) setPoint(cores, { state: "failed", reason: "cancelled" });
          else await measureOn(image, cores);
        }
      } catch (error) {
        store.setState({ trouble: error instanceof Error ? error.message : String(error) });
      }
      store.setState({ measuring: false });
    },
    cancel() {
      cancelled = true;
      present?.stop();
    },
    clear() {
      scaling.cancel();
      store.setState({ ...none, measuring: store.getState().measuring });
    },
  };
  return scaling;
}

/// 1, 2, 4, 8, … and the number itself.
export function countsUpTo(most: number): readonly number[] {
  const counts: number[] = [];
  for (let count = 1; count < most; count *= 2) counts.push(count);
  return [...counts, most];
}

interface Watched {
  /// Why there is no time; undefined if every core ended.
  readonly reason: string | undefined;
  readonly printed: string;
}

/// Looks at a run until it has finished.
function watch(run: Run, frames: Frames, onCycles: (cycles: number) => void): Promise<Watched> {
  return new Promise((resolve, reject) => {
    let reason: string | undefined;
    // The sum of the hashes of all lines, which does not depend on their order, and their number.
    let [sum, lines] = [0, 0];
    const look = () => {
      try {
        for (const event of run.drain(drainMilliseconds)) {
          if (event.kind === "line") {
            sum = (sum + hashOf(event.text)) >>> 0;
            lines++;
          }
          if (event.kind === "fault") reason ??= `core ${event.core}: ${event.message}`;
          if (event.kind === "deadlock") reason ??= "the cores wait for each other without end";
          if (event.kind === "input") {
            reason ??= "the program asks for input";
            run.stop();
          }
          if (event.kind !== "finished") continue;
          onCycles(event.cores.reduce((most, core) => Math.max(most, core.cycles), 0));
          const why = event.outcome === "ended" ? undefined : (reason ?? "it was stopped");
          resolve({ reason: why, printed: `${lines} ${sum}` });
          return;
        }
        onCycles(run.cores().reduce((most, core) => Math.max(most, core.cycles), 0));
        frames.after(lookMilliseconds, look);
      } catch (error) {
        reject(error);
      }
    };
    run.onActivity(() => {});
    look();
  });
}

/// FNV-1a.
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let k = 0; k < text.length; k++) hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193);
  return hash >>> 0;
}
