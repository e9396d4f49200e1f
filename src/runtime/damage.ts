import type { DamagedMemory } from "../machine/damaged.ts";
import type { MonitorEvent } from "./protocol/events.ts";

/// What is said when a run is ended as its chip memory cannot be believed: what happened, and what to do.
export function damagedEvent({ what }: DamagedMemory, usesPython: boolean): MonitorEvent {
  const who = usesPython
    ? "A program in full Python can do this only on purpose. Run it again only if you trust whoever wrote it."
    : "This is an error of the lab itself: please report it, with the program. It may not happen again when you run the program once more.";
  const message = `The run was ended because ${what} is damaged in the chip's memory.\n${who}`;
  return { kind: "thread-ended", cores: [], message, damaged: true };
}
