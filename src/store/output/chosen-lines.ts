import { concerns, coresOf, type Log, type LogEntry } from "./log.ts";
import { logText } from "./log-text.ts";

/// Which entries of a log are shown, and in what order.
export interface Choice {
  /// Only those that concern this core; null for all.
  readonly core: number | null;
  /// Only those in whose text this stands, in capitals or not; empty for all.
  readonly text: string;
  readonly order: Order;
}

/// As the entries came, or by the virtual clocks of those who said them.
export type Order = "arrival" | "time";

// So many entries are looked at between two looks at the clock. Some are long.
const stride = 16;

/// The numbers of the chosen entries of a log, in the chosen order. `update` finds them, at first and as the log grows.
export class ChosenLines {
  readonly #log: Log;
  readonly #choice: Choice;
  readonly #text: string;
  #numbers: number[] = [];
  // By what each is sorted, before its number.
  #keys: number[] = [];
  #seen = 0;
  #first = 0;
  // The latest time that each core has told.
  readonly #times = new Map<number, number>();

  constructor(log: Log, choice: Choice) {
    this.#log = log;
    this.#choice = choice;
    this.#text = choice.text.toLowerCase();
  }

  get length(): number {
    return this.#numbers.length;
  }

  /// The log's number of the entry at `index`.
  number(index: number): number {
    return this.#numbers[index] ?? -1;
  }

  /// The index of the entry with a number; if it is not there, of one nearby.
  indexOf(number: number): number {
    if (this.#choice.order === "time") return Math.max(0, this.#numbers.indexOf(number));
    let low = 0;
    let high = this.#numbers.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#numbers[middle] as number) < number) low = middle + 1;
      else high = middle;
    }
    return Math.min(low, Math.max(0, this.#numbers.length - 1));
  }

  /// Takes in what has been appended and dropped since the last time, or a part of it if the time is up before. Whether that is all.
  update(isTimeUp: () => boolean = () => false): boolean {
    const { first, end } = this.#log;
    if (first > this.#first) this.#drop(first);
    const fresh: { number: number; key: number }[] = [];
    const from = Math.max(this.#seen, first);
    let number = from;
    for (; number < end; number++) {
      if (number > from && (number - from) % stride === 0 && isTimeUp()) break;
      const entry = this.#log.at(number);
      if (entry === undefined) continue;
      const key = this.#choice.order === "time" ? this.#timeOf(entry) : 0;
      if (this.#isChosen(entry)) fresh.push({ number, key });
    }
    this.#seen = number;
    this.#merge(fresh.sort((a, b) => a.key - b.key || a.number - b.number));
    return number === end;
  }

  #isChosen(entry: LogEntry): boolean {
    if (this.#choice.core !== null && !concerns(entry, this.#choice.core)) return false;
    return this.#text === "" || logText(entry).toLowerCase().includes(this.#text);
  }

  /// What is about the run as a whole comes at its end.
  #timeOf(entry: LogEntry): number {
    if (entry.kind === "faults") return Math.min(...entry.faults.map(({ cycles }) => cycles));
    const core = coresOf(entry)?.[0];
    if (core === undefined) return Number.POSITIVE_INFINITY;
    const time = "cycles" in entry ? entry.cycles : (this.#times.get(core) ?? 0);
    this.#times.set(core, time);
    return time;
  }

  #drop(first: number): void {
    this.#first = first;
    if (this.#choice.order === "arrival") {
      const gone = this.#numbers.findIndex((number) => number >= first);
      const count = gone < 0 ? this.#numbers.length : gone;
      this.#numbers.splice(0, count);
      this.#keys.splice(0, count);
      return;
    }
    const kept = this.#numbers.map((number, at) => ({ number, key: this.#keys[at] as number }));
    this.#set(kept.filter(({ number }) => number >= first));
  }

  #merge(fresh: readonly { readonly number: number; readonly key: number }[]): void {
    const last = this.#keys.at(-1) ?? Number.NEGATIVE_INFINITY;
    if (fresh.length === 0 || (fresh[0]?.key ?? 0) >= last) {
      for (const { number, key } of fresh) {
        this.#numbers.push(number);
        this.#keys.push(key);
      }
      return;
    }
    const merged: { number: number; key: number }[] = [];
    let k = 0;
    this.#numbers.forEach((number, at) => {
      const key = this.#keys[at] as number;
      // Those that were there came first, so they go first where times are equal.
      for (; k < fresh.length && (fresh[k]?.key ?? 0) < key; k++) merged.push(fresh[k] as (typeof merged)[number]);
      merged.push({ number, key });
    });
    this.#set([...merged, ...fresh.slice(k)]);
  }

  #set(lines: readonly { readonly number: number; readonly key: number }[]): void {
    this.#numbers = lines.map(({ number }) => number);
    this.#keys = lines.map(({ key }) => key);
  }
}
