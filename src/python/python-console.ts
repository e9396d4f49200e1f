import type { Entry, HostConsole, Names } from "./host-console.ts";
import { INTERRUPT_AGAIN_MILLISECONDS, PythonRun, type PythonSurroundings } from "./python-run.ts";
import { readThreadMessage } from "./thread-protocol.ts";

// What a program has left behind, such as a promise that is never done, must not keep a processor busy for ever.
const IDLE_MILLISECONDS = 10_000;
// If it has not answered a question by the first, Python is interrupted, again and again, since code may pass over that; by the last,
// it is ended.
const ANSWER_MILLISECONDS = 1_000;
const NO_ANSWER_MILLISECONDS = 10_000;
const NO_NAMES: Names = { from: 0, names: [] };
const MOST_NAMES = 200;

/// The thread of a program that is over, between one entry and the next. It may hold what strangers wrote: it is ended as soon as
/// it says anything that was not asked.
export class PythonConsole implements HostConsole {
  readonly ended: Promise<void>;
  private readonly place: PythonSurroundings;
  private last: PythonRun;
  private readonly questions = new Map<number, (answer: unknown) => void>();
  /// Hands messages of the thread to the entry that runs.
  private toEntry: ((data: unknown) => void) | undefined;
  /// Tells the entry that runs that the thread has died, and why.
  private loseEntry: ((reason: string) => void) | undefined;
  private asked = 0;
  private entries = 0;
  private isIdle = false;
  private isOver = false;
  private settle: () => void = () => {};

  /// After `run`, in whose place the entries run.
  constructor(run: PythonRun, place: PythonSurroundings) {
    const { thread } = place;
    const listen: typeof thread.listen = (onMessage, onDeath) => {
      this.toEntry = onMessage;
      this.loseEntry = onDeath;
    };
    const forEntries = { listen, post: thread.post.bind(thread), terminate: thread.terminate.bind(thread) };
    this.place = { ...place, thread: forEntries, keep: (entry) => this.goOn(entry) };
    this.last = run;
    thread.listen(
      (data) => this.hear(data),
      (reason) => this.die(reason),
    );
    this.ended = new Promise((resolve) => {
      this.settle = resolve;
    });
    this.goOn(run);
  }

  enter(text: string): Entry {
    this.entries++;
    const entry = new PythonRun(this.last.job, this.place, { text, after: this.last });
    entry.ended.then(() => {
      if (entry.console === undefined) this.finish();
    });
    return entry;
  }

  async isWhole(text: string): Promise<boolean> {
    return (await this.ask("whole", text)) !== false;
  }

  async complete(text: string): Promise<Names> {
    const answer = await this.ask("complete", text);
    if (!Array.isArray(answer)) return NO_NAMES;
    const [from, names] = answer as unknown[];
    if (typeof from !== "number" || !(from >= 0 && from <= text.length) || !Array.isArray(names)) return NO_NAMES;
    return { from, names: names.slice(0, MOST_NAMES).map(String) };
  }

  end(): void {
    this.place.thread.terminate();
    this.toEntry = undefined;
    this.loseEntry = undefined;
    this.finish();
  }

  private goOn(run: PythonRun): this {
    this.last = run;
    this.isIdle = false;
    this.toEntry = undefined;
    this.loseEntry = undefined;
    const { entries } = this;
    this.place.after(IDLE_MILLISECONDS, () => {
      if (!this.isIdle && this.entries === entries) this.end();
    });
    return this;
  }

  private hear(data: unknown): void {
    const message = readThreadMessage(data);
    if (message?.kind === "idle") {
      this.isIdle = true;
      return;
    }
    if (message?.kind !== "told" && this.toEntry !== undefined) return this.toEntry(data);
    const answer = message?.kind === "told" ? this.questions.get(message.number) : undefined;
    if (message?.kind !== "told" || answer === undefined) return this.die("it has answered what nobody has asked");
    this.questions.delete(message.number);
    // An interrupt that came too late for it is not meant for what is asked next.
    this.last.line.heed();
    try {
      answer(JSON.parse(message.answer));
    } catch {
      this.die("it has answered in no known way");
    }
  }

  private die(reason: string): void {
    this.loseEntry?.(reason);
    this.end();
  }

  private ask(what: "whole" | "complete", text: string): Promise<unknown> {
    if (this.isOver) return Promise.resolve(undefined);
    const number = ++this.asked;
    return new Promise((resolve) => {
      this.questions.set(number, resolve);
      this.place.thread.post({ kind: "query", number, what, text });
      // A property of an object may compute without end.
      const interrupt = (): void => {
        if (!this.questions.has(number)) return;
        this.last.line.interrupt();
        this.place.after(INTERRUPT_AGAIN_MILLISECONDS, interrupt);
      };
      this.place.after(ANSWER_MILLISECONDS, interrupt);
      this.place.after(NO_ANSWER_MILLISECONDS, () => {
        if (this.questions.has(number)) this.end();
      });
    });
  }

  private finish(): void {
    this.isOver = true;
    for (const answer of this.questions.values()) answer(undefined);
    this.questions.clear();
    this.settle();
  }
}
