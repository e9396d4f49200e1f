import type { Chip } from "../machine/chip.ts";
import { connectBells, stopCrews } from "./crew.ts";
import type { CrewService } from "./crew-service.ts";
import type { Runner } from "./session.ts";
import type { RunSetup } from "./setup.ts";

/// A crew's thread as the page sees it: every call gives a promise.
export type RemoteCrew = {
  [K in keyof CrewService]: (...args: Parameters<CrewService[K]>) => Promise<ReturnType<CrewService[K]>>;
};

/// Runs the cores in other threads, a crew in each.
export function runInCrews(
  chip: Chip,
  memory: SharedArrayBuffer,
  setup: RunSetup,
  crews: readonly RemoteCrew[],
): Runner {
  connectBells(chip, crews.length, -1);
  const runs = crews.map((crew, k) => crew.run(memory, setup, k, crews.length));
  return {
    executor: "workers",
    threads: crews.length,
    halt: () => stopCrews(chip),
    stopped: Promise.all(runs).then(() => {}),
    resume: () => {},
  };
}
