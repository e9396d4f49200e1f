import type { CoreKind } from "../../runtime/protocol/cores.ts";
import type { MonitorEvent } from "../../runtime/protocol/events.ts";

export type Fault = Extract<MonitorEvent, { kind: "fault" }>;
export type Deadlock = Extract<MonitorEvent, { kind: "deadlock" }>;

/// One entry of the output: what a core printed, or something that the lab has to say about the run.
export type LogEntry =
  | Extract<MonitorEvent, { kind: "line" | "log" | "thread-ended" | "deadlock" | "abandoned" | "unread" | "finished" }>
  /// Cores that failed alike, in the order in which they did.
  | { readonly kind: "faults"; readonly faults: readonly Fault[] }
  /// What the learner answered to a core.
  | {
      readonly kind: "answer";
      readonly core: number;
      readonly coreKind: CoreKind;
      readonly prompt: string;
      readonly text: string;
    }
  /// Lines the learner pasted for questions that never came.
  | { readonly kind: "left-over"; readonly lines: readonly string[] }
  /// The run could not be started.
  | { readonly kind: "trouble"; readonly text: string };

/// As many entries as the output keeps, and as many characters of all of them together.
const logCapacity = 100_000;
const mostCharacters = 32_000_000;
const chunkLength = 1000;

/// The newest entries of a run. An entry's number counts from 0 over the whole run and never changes; appending costs the
/// same however many there are.
///
///     chunks:  [ dropped … | first … ] [ … ] [ … last ]
export class Log {
  readonly #capacity: number;
  readonly #mostCharacters: number;
  /// What was dropped of the first of them is no longer there.
  #chunks: (LogEntry | undefined)[][] = [];
  /// Number of the first entry of the first chunk.
  #base = 0;
  #first = 0;
  #characters = 0;
  /// One past the newest entry's number.
  end = 0;

  constructor(capacity = logCapacity, characters = mostCharacters) {
    this.#capacity = capacity;
    this.#mostCharacters = characters;
  }

  /// Number of the oldest entry that is kept; as many were dropped.
  get first(): number {
    return this.#first;
  }

  get length(): number {
    return this.end - this.#first;
  }

  append(entry: LogEntry): void {
    let chunk = this.#chunks.at(-1);
    if (chunk === undefined || chunk.length === chunkLength) {
      chunk = [];
      this.#chunks.push(chunk);
    }
    chunk.push(entry);
    this.end++;
    this.#characters += charactersOf(entry);
    // The newest is kept, however long it is.
    while (this.length > this.#capacity || (this.#characters > this.#mostCharacters && this.length > 1)) this.#drop();
  }

  #drop(): void {
    const [chunk = []] = this.#chunks;
    const offset = this.#first - this.#base;
    this.#characters -= charactersOf(chunk[offset]);
    chunk[offset] = undefined;
    this.#first++;
    if (offset + 1 < chunkLength) return;
    this.#chunks.shift();
    this.#base += chunkLength;
  }

  /// The entry of that number, if it is still kept.
  at(number: number): LogEntry | undefined {
    if (number < this.first || number >= this.end) return undefined;
    const offset = number - this.#base;
    return this.#chunks[Math.floor(offset / chunkLength)]?.[offset % chunkLength];
  }

  /// Puts another entry in the place of one that is kept.
  replace(number: number, entry: LogEntry): void {
    const offset = number - this.#base;
    const chunk = this.#chunks[Math.floor(offset / chunkLength)];
    if (chunk !== undefined && this.at(number) !== undefined) chunk[offset % chunkLength] = entry;
  }

  /// Takes back the newest entries for which `gone` is true, until it says `enough`.
  takeBack(gone: (entry: LogEntry) => boolean, enough: () => boolean): void {
    const kept: LogEntry[] = [];
    while (this.length > 0 && !enough()) {
      const entry = this.#pop();
      if (entry !== undefined && !gone(entry)) kept.push(entry);
    }
    for (const entry of kept.reverse()) this.append(entry);
  }

  #pop(): LogEntry | undefined {
    const entry = this.#chunks.at(-1)?.pop();
    this.#characters -= charactersOf(entry);
    if (this.#chunks.at(-1)?.length === 0) this.#chunks.pop();
    this.end--;
    return entry;
  }

  clear(): void {
    this.#chunks = [];
    this.#base = 0;
    this.#first = 0;
    this.#characters = 0;
    this.end = 0;
  }
}

/// What a program has a say in; the rest is short.
function charactersOf(entry: LogEntry | undefined): number {
  return entry !== undefined && "text" in entry ? entry.text.length : 0;
}

/// The cores an entry belongs to; null when it is about the run as a whole.
export function coresOf(entry: LogEntry): readonly number[] | null {
  if (entry.kind === "faults") return entry.faults.map(({ core }) => core);
  return "core" in entry ? [entry.core] : null;
}

/// Whether an entry is to be shown with what one core has said.
export function concerns(entry: LogEntry, core: number): boolean {
  return coresOf(entry)?.includes(core) ?? true;
}
