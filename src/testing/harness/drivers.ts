import { Chip } from "../../machine/chip.ts";
import { load } from "../../machine/loader.ts";
import { MemoryMap } from "../../machine/memory-map.ts";
import { CooperativeRunner } from "../../runtime/cooperative-runner.ts";
import { Monitor } from "../../runtime/monitor.ts";
import { createEngine } from "../../runtime/node/engine.ts";
import { Session } from "../../runtime/session.ts";
import { chipFor, readImage } from "../../runtime/setup.ts";
import { type Driver, driverOf } from "./driver.ts";
import { collectAndCheck } from "./heap-check.ts";

// The drivers of Node. The browser's is in browser/.

/// All cores in this thread.
export function cooperativeDriver(): Driver {
  const engine = createEngine("cooperative");
  return driverOf("cooperative", (image, settings) => engine.start(image, settings));
}

/// All cores in this thread, each of which collects its garbage before every allocation and has its heap checked.
export function collectingDriver(): Driver {
  return driverOf("cooperative, collecting always", async (bytes, settings) => {
    const { config, active } = chipFor(settings);
    const chip = new Chip(new ArrayBuffer(new MemoryMap(config).bytes), config, active, readImage(bytes));
    collectAndCheck(chip);
    load(chip, settings.seed);
    const now = (): number => performance.now();
    const monitor = new Monitor(chip, now);
    let session: Session;
    const later = (work: () => void): void => void setImmediate(work);
    const start = () => new CooperativeRunner(chip, monitor, now, later, () => session.notify());
    session = new Session(chip, monitor, start, { now, later });
    return session;
  });
}

/// Crews of cores in threads of Node.
export function workersDriver(threads: number): Driver {
  let engine = createEngine("workers", threads);
  return driverOf(
    `${threads} ${threads === 1 ? "worker" : "workers"}`,
    (image, settings) => engine.start(image, settings),
    () => {
      // A thread that does not stop would spoil every run after it.
      engine.dispose();
      engine = createEngine("workers", threads);
    },
    () => engine.dispose(),
  );
}
