import type { Chip } from "../machine/chip.ts";
import { MONITOR_STOP } from "../machine/memory-map.ts";
import { stopCrews } from "./crew.ts";
import { connectBells } from "./crew-bells.ts";
import { assignCrews, crewCores, crewOf } from "./crew-cores.ts";
import type { CrewService } from "./crew-service.ts";
import type { Runner } from "./runner.ts";
import type { RunSetup } from "./setup.ts";
import { ThreadDied } from "./thread-died.ts";

/// A crew's thread as the page sees it: every call gives a promise.
export type RemoteCrew = {
  [K in keyof CrewService]: (...args: Parameters<CrewService[K]>) => Promise<ReturnType<CrewService[K]>>;
};

/// A thread for a crew.
export interface CrewThread {
  readonly crew: RemoteCrew;
  /// Calls back when the thread has died or been ended, at once if it has already: a call that was under way then never comes
  /// back by itself. Replaces an earlier callback.
  onDeath(callback: (reason: unknown) => void): void;
  /// Calls back when the monitor is to look whether cores are stuck. Replaces an earlier callback.
  onStuck(callback: () => void): void;
  terminate(): void;
}

/// Runs the cores in other threads, a crew in each; they share the chip's memory. `before` is how many milliseconds the run has
/// taken already; `onStuck` is called when the monitor is to look whether cores are stuck.
export function runInCrews(
  chip: Chip,
  setup: RunSetup,
  threads: readonly CrewThread[],
  before: number,
  onStuck: () => void,
): Runner {
  chip.words[(chip.map.control >> 2) + MONITOR_STOP] = 0;
  assignCrews(chip, threads.length);
  connectBells(chip, threads.length, -1);
  const runs = threads.map(async (thread, k) => {
    thread.onStuck(onStuck);
    const died = new Promise<never>((_, reject) => thread.onDeath(reject));
    try {
      await Promise.race([thread.crew.run(setup, k, threads.length, before), died]);
    } catch (error) {
      const its = crewCores(chip).filter((core) => crewOf(chip, core) === k);
      throw new ThreadDied(
        error,
        its.map(({ id }) => id),
      );
    }
  });
  // When one has died the others must not wait for its cores.
  for (const run of runs) run.catch(() => stopCrews(chip, threads.length));
  return {
    executor: "workers",
    threads: threads.length,
    halt: () => stopCrews(chip, threads.length),
    stopped: Promise.all(runs).then(() => {}),
    resume: () => {},
  };
}
