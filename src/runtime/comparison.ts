import type { SlicedWork } from "../base/sliced-work.ts";
import type { Rerun } from "./rerun.ts";
import { type Summary, summarise } from "./trace-summary.ts";

// Two runs side by side: what they took, and where they part.

/// What a run took.
export interface RunFigures {
  /// In cycles of a clock of `frequency` Hz, the latest of all cores.
  readonly end: number;
  readonly frequency: number;
  readonly summary: Summary;
}

/// Something that a core did.
export interface CoreEvent {
  readonly core: number;
  readonly time: number;
  /// Words that go on after the core: `sends 14 to core 5`.
  readonly words: string;
}

/// Where a core does something else for the first time; null where it does nothing more.
export interface Parting {
  readonly core: number;
  readonly first: CoreEvent | null;
  readonly second: CoreEvent | null;
}

export interface Comparison {
  readonly first: RunFigures;
  readonly second: RunFigures;
  /// Whether every core printed the same lines.
  readonly sameOutput: boolean;
  /// Of the cores that do something else, the one that does so first; null if all do the same, however long it takes.
  readonly parting: Parting | null;
}

/// Compares two runs that have been made again.
export function* comparisonOf(first: Rerun, second: Rerun): SlicedWork<Comparison> {
  return {
    first: yield* figuresOf(first),
    second: yield* figuresOf(second),
    sameOutput: JSON.stringify(linesOf(first)) === JSON.stringify(linesOf(second)),
    parting: partingOf(eventsOf(first), eventsOf(second)),
  };
}

function* figuresOf(rerun: Rerun): SlicedWork<RunFigures> {
  const { end, model, trace } = rerun;
  return { end, frequency: model.frequency, summary: yield* summarise(trace) };
}

/// The lines of each core that has printed any.
function linesOf({ lines }: Rerun): readonly (readonly [number, readonly string[]])[] {
  const texts = new Map<number, string[]>();
  for (const { core, text } of lines) {
    const own = texts.get(core);
    if (own === undefined) texts.set(core, [text]);
    else own.push(text);
  }
  return [...texts].sort(([a], [b]) => a - b);
}

/// What each core does that others see, in the order of its clock.
function eventsOf({ chip, flights, lines, faults }: Rerun): ReadonlyMap<number, readonly CoreEvent[]> {
  const events = new Map(chip.cores.map(({ id }) => [id, [] as CoreEvent[]]));
  const add = (core: number, time: number, words: string): void => void events.get(core)?.push({ core, time, words });
  for (const { from, to, sent, arrived, value } of flights) {
    add(from, sent, `sends ${value} to core ${to}`);
    add(to, arrived, `receives ${value} from core ${from}`);
  }
  for (const { core, cycles, text } of lines) add(core, cycles, `prints: ${text}`);
  for (const { core, cycles, message } of faults) add(core, cycles, `fails: ${message}`);
  // What happens at the same time keeps its order: sent before received before printed.
  for (const own of events.values()) own.sort((a, b) => a.time - b.time);
  return events;
}

function partingOf(
  first: ReadonlyMap<number, readonly CoreEvent[]>,
  second: ReadonlyMap<number, readonly CoreEvent[]>,
): Parting | null {
  let earliest: (Parting & { readonly time: number }) | null = null;
  for (const core of new Set([...first.keys(), ...second.keys()])) {
    const [own, other] = [first.get(core) ?? [], second.get(core) ?? []];
    let k = 0;
    while (k < own.length && k < other.length && own[k]?.words === other[k]?.words) k++;
    const [a, b] = [own[k] ?? null, other[k] ?? null];
    if (a === null && b === null) continue;
    const time = Math.min(a?.time ?? Number.POSITIVE_INFINITY, b?.time ?? Number.POSITIVE_INFINITY);
    if (earliest === null || time < earliest.time) earliest = { core, first: a, second: b, time };
  }
  if (earliest === null) return null;
  const { core, first: a, second: b } = earliest;
  return { core, first: a, second: b };
}
