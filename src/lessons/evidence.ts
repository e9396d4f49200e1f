import type { Observation } from "./observation.ts";

/// Where and how a check fails, for those who show it.
export interface Evidence {
  /// The cores on which it fails, the one first that the message speaks of.
  readonly cores: readonly number[];
  /// The moment at which that core does, in cycles; absent: at the end of the run.
  readonly cycles?: number | undefined;
  /// Where in the program, if that is known.
  readonly place?: { readonly file: string; readonly line: number } | undefined;
  /// The lines that the core was to print, and those that it printed.
  readonly lines?: { readonly expected: readonly string[]; readonly printed: readonly string[] } | undefined;
}

/// The same, with the run in which it was seen.
export interface SeenEvidence extends Evidence {
  /// The run's place among those that were planned.
  readonly run: number;
  /// What cores were given in it when they asked.
  readonly answers: NonNullable<Observation["answers"]>;
  /// Whether it was stopped, and so has no end.
  readonly isStopped: boolean;
}

/// What is wrong: a sentence or two, with evidence or without.
export type Wrong = string | ({ readonly message: string } & Evidence);

// More than anybody compares by eye.
const mostLines = 200;
const mostCharacters = 400;

/// Lines as they are shown beside others.
export function shownLines(lines: readonly string[]): readonly string[] {
  const cut = (line: string): string => (line.length > mostCharacters ? `${line.slice(0, mostCharacters)}…` : line);
  const shown = lines.slice(0, mostLines).map(cut);
  return lines.length > mostLines ? [...shown, `… and ${lines.length - mostLines} more lines`] : shown;
}

export function messageOf(wrong: Wrong): string {
  return typeof wrong === "string" ? wrong : wrong.message;
}

/// What is seen of it in one of the runs; undefined where it has nothing to show.
export function seenIn(
  wrong: Wrong,
  observation: Observation,
  observations: readonly Observation[],
): SeenEvidence | undefined {
  if (typeof wrong === "string") return undefined;
  const { cores, cycles, place, lines } = wrong;
  return {
    cores,
    ...(cycles === undefined ? {} : { cycles }),
    ...(place === undefined ? {} : { place }),
    ...(lines === undefined ? {} : { lines }),
    run: observations.indexOf(observation),
    answers: observation.answers ?? [],
    isStopped: observation.outcome === "stopped",
  };
}
