import { idRanges } from "../../base/id-ranges.ts";
import type { CoreReport, CoreState } from "../../store/run/chip.ts";
import { mostPressingFirst } from "../../store/run/state-order.ts";
import { stateStyles, type Tone } from "../chip/state-styles.ts";

/// What stands at the end of a line of the program: which cores are there, and what they do.
export interface CoreMark {
  readonly line: number;
  readonly tone: Tone;
  readonly text: string;
}

/// A mark for every line at which cores stand. When they do different things there, the mark shows the most pressing.
export function coreMarks(cores: readonly CoreReport[]): readonly CoreMark[] {
  const byLine = new Map<number, CoreReport[]>();
  for (const core of cores) {
    if (core.line === null || core.state === "ended" || core.state === "idle") continue;
    const there = byLine.get(core.line);
    if (there === undefined) byLine.set(core.line, [core]);
    else there.push(core);
  }
  return [...byLine].map(([line, there]) => {
    const states = new Set(there.map((core) => core.state));
    const state = mostPressingFirst.find((candidate) => states.has(candidate)) ?? "running";
    const ids = there.filter((core) => !core.usesPython).map((core) => core.id);
    const names = [
      ...(ids.length > 0 ? [`${ids.length === 1 ? "core" : "cores"} ${idRanges(ids)}`] : []),
      ...(ids.length < there.length ? ["host"] : []),
    ];
    return {
      line,
      tone: stateStyles[state].tone,
      text: `${arrows[state] ?? ""}${names.join(", ")}`,
    };
  });
}

const arrows: Partial<Record<CoreState, string>> = {
  sending: "↗ ",
  receiving: "↙ ",
  exchanging: "⇄ ",
  failed: "✕ ",
  input: "? ",
};
