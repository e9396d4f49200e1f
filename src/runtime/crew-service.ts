import { Chip } from "../machine/chip.ts";
import { recordingNatives } from "../machine/events.ts";
import { type CrewSurroundings, runCrew } from "./crew.ts";
import { type RunSetup, readImage } from "./setup.ts";

/// What a crew's thread can be asked to do. Everything it is told while it runs goes through the chip memory, as a thread
/// that runs cores reads no messages.
export interface CrewService {
  /// Gives it the chip memory of all runs to come. Given anew for a run it would be another object each time, for which the
  /// interpreter would have to be made anew.
  share(memory: SharedArrayBuffer): void;
  /// Runs a crew's share of the cores on a chip that has been loaded, until they are over or the run is stopped or paused.
  /// `before` is how many milliseconds the run has taken already.
  run(setup: RunSetup, crew: number, crews: number, before: number): void;
}

/// What a thread tells the page by itself: the monitor is to look at the cores (see CrewSurroundings.onStuck).
export const STUCK = "stuck";

/// The service of one thread.
export function createCrewService(surroundings: CrewSurroundings): CrewService {
  let memory: SharedArrayBuffer | undefined;
  return {
    share(given) {
      memory = given;
    },
    run(setup, crew, crews, before) {
      if (memory === undefined) throw new Error("a crew needs a chip memory");
      const chip = new Chip(memory, setup.config, setup.active, readImage(setup.image));
      runCrew(chip, crew, crews, surroundings, setup.record ? recordingNatives(chip) : undefined, before);
    },
  };
}
