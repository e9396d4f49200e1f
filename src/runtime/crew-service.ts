import { Chip } from "../machine/chip.ts";
import { recordingNatives } from "../machine/events.ts";
import { type CrewSurroundings, runCrew } from "./crew.ts";
import { type RunSetup, readImage } from "./setup.ts";

/// What a crew's thread can be asked to do. Everything it is told while it runs goes through the chip memory, as a thread
/// that runs cores reads no messages.
export interface CrewService {
  /// Runs a crew's share of the cores on a chip that has been loaded, until they are over or the run is stopped or paused.
  /// `before` is how many milliseconds the run has taken already.
  run(memory: SharedArrayBuffer, setup: RunSetup, crew: number, crews: number, before: number): void;
  /// Whether the thread's global scope is cross-origin isolated, where there is such a thing.
  isolated(): boolean;
}

/// What a thread tells the page by itself: the monitor is to look at the cores (see CrewSurroundings.onStuck).
export const STUCK = "stuck";

/// The service of one thread.
export function createCrewService(surroundings: CrewSurroundings): CrewService {
  return {
    run(memory, setup, crew, crews, before) {
      const chip = new Chip(memory, setup.config, setup.active, readImage(setup.image));
      runCrew(chip, crew, crews, surroundings, setup.record ? recordingNatives(chip) : undefined, before);
    },
    isolated() {
      return (globalThis as { crossOriginIsolated?: boolean }).crossOriginIsolated ?? false;
    },
  };
}
