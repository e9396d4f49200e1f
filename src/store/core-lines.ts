import { coreOf, type Log } from "./log.ts";

/// The numbers of those entries of a log that concern one core, kept up to date as the log grows.
export class CoreLines {
  readonly #log: Log;
  readonly #core: number;
  #numbers: number[] = [];
  /// Entries of `#numbers` that the log has dropped since.
  #gone = 0;
  #seen = 0;

  constructor(log: Log, core: number) {
    this.#log = log;
    this.#core = core;
    this.update();
  }

  get length(): number {
    return this.#numbers.length - this.#gone;
  }

  /// The log's number of the entry at `index`.
  number(index: number): number {
    return this.#numbers[this.#gone + index] ?? -1;
  }

  /// Takes in what has been appended and dropped since the last time.
  update(): void {
    const { first, end } = this.#log;
    for (let number = Math.max(this.#seen, first); number < end; number++) {
      const entry = this.#log.at(number);
      if (entry === undefined) continue;
      const core = coreOf(entry);
      if (core === null || core === this.#core) this.#numbers.push(number);
    }
    this.#seen = end;
    while (this.#gone < this.#numbers.length && (this.#numbers[this.#gone] ?? 0) < first) this.#gone++;
    if (this.#gone > 1000 && this.#gone * 2 > this.#numbers.length) {
      this.#numbers = this.#numbers.slice(this.#gone);
      this.#gone = 0;
    }
  }
}
