import type { CoreState } from "../../runtime/protocol/cores.ts";

/// The states in the order in which people want to hear of them, and in which the most pressing stands for several cores:
/// what went wrong first, then what waits, then what computes.
export const mostPressingFirst: readonly CoreState[] = [
  "failed",
  "deadlocked",
  "abandoned",
  "input",
  "sending",
  "receiving",
  "exchanging",
  "collective",
  "barrier",
  "output",
  "running",
  "paused",
  "stopped",
  "ended",
  "idle",
];
