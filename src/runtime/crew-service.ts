import { Chip } from "../machine/chip.ts";
import { runCrew } from "./crew.ts";
import { type RunSetup, readImage } from "./setup.ts";

/// What a crew's thread can be asked to do. Everything it is told while it runs goes through the chip memory, as a thread
/// that runs cores reads no messages.
export interface CrewService {
  /// Runs a crew's share of the cores on a chip that has been loaded, until they are over or the run is stopped.
  run(memory: SharedArrayBuffer, setup: RunSetup, crew: number, crews: number): void;
  /// Whether the thread's global scope is cross-origin isolated, where there is such a thing.
  isolated(): boolean;
}

/// The service of one thread, with its clock.
export function createCrewService(now: () => number): CrewService {
  return {
    run(memory, setup, crew, crews) {
      const chip = new Chip(memory, setup.config, setup.active, readImage(setup.image));
      runCrew(chip, crew, crews, now);
    },
    isolated() {
      return (globalThis as { crossOriginIsolated?: boolean }).crossOriginIsolated ?? false;
    },
  };
}
