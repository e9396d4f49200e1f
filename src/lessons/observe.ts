import type { SourceFile } from "../base/source.ts";
import { compile } from "../compiler/compile.ts";
import type { Engine, MonitorEvent, Run, Tally } from "../runtime/protocol.ts";
import { deadlockWords } from "./deadlock-words.ts";
import type { Observation } from "./observation.ts";
import type { PlannedRun } from "./plan.ts";

/// The time of a place: what it takes to wait in it.
export interface Clock {
  /// In milliseconds.
  now(): number;
  /// Runs work after so many milliseconds; the result takes it back.
  after(milliseconds: number, work: () => void): () => void;
}

/// No run of a lesson may take longer.
export const LONGEST_MILLISECONDS = 20_000;
const DRAIN_MILLISECONDS = 20;
const NEWS_MILLISECONDS = 50;
// A program that prints without end must not take the page's memory; no check looks at so many lines.
const MOST_LINES = 20_000;

export interface ObserveOptions {
  readonly engine: Engine;
  readonly clock: Clock;
  /// Stops the run under way when it is aborted; `observe` then rejects with its reason.
  readonly signal?: AbortSignal;
}

/// What running a program needs besides its plan: the image of the first of its files, or the reasons why there is none.
export function imageOf(files: readonly SourceFile[]): { image: Uint8Array | undefined; errors: readonly string[] } {
  const [main, ...beside] = files;
  if (main === undefined) return { image: undefined, errors: ["there is no program"] };
  const { image, diagnostics } = compile(main, { files: beside });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return {
    image,
    errors: errors.map(({ file, from, message }) => `${file}, ${lineWords(files, file, from)}: ${message}`),
  };
}

function lineWords(files: readonly SourceFile[], name: string, offset: number): string {
  const text = files.find((file) => file.name === name)?.text ?? "";
  return `line ${text.slice(0, offset).split("\n").length}`;
}

/// Runs an image as planned and gathers what comes of it. A run that takes too long is stopped.
export async function observe(image: Uint8Array, plan: PlannedRun, options: ObserveOptions): Promise<Observation> {
  const { engine, clock, signal } = options;
  signal?.throwIfAborted();
  const run = await engine.start(image, {
    chip: plan.chip,
    deviceCores: Array.from({ length: plan.cores }, (_, id) => id),
    hostCores: plan.hostCores,
    seed: plan.seed,
  });
  const until = clock.now() + LONGEST_MILLISECONDS;
  const events: MonitorEvent[] = [];
  const input = [...plan.input];
  let lines = 0;
  for (;;) {
    const drained = run.drain(DRAIN_MILLISECONDS);
    for (const event of drained) {
      if (event.kind === "line" && ++lines > MOST_LINES) continue;
      events.push(event);
      if (event.kind === "input") give(run, event.core, input.shift());
    }
    if (drained.at(-1)?.kind === "finished") break;
    if (signal?.aborted === true || clock.now() > until || lines > MOST_LINES) run.stop();
    if (drained.length === 0) await news(run, clock);
  }
  signal?.throwIfAborted();
  return observationOf(events, run.tally(), plan);
}

function give(run: Run, core: number, answer: string | undefined): void {
  if (answer === undefined) run.endInput(core);
  else run.answer(core, answer);
}

/// Until a run says that there may be something new, or for a moment.
function news(run: Run, clock: Clock): Promise<void> {
  return new Promise((resolve) => {
    const cancel = clock.after(NEWS_MILLISECONDS, resolve);
    run.onActivity(() => {
      cancel();
      resolve();
    });
  });
}

function observationOf(events: readonly MonitorEvent[], tally: Tally, plan: PlannedRun): Observation {
  const finished = events.at(-1);
  if (finished?.kind !== "finished") throw new Error("a run ends with `finished`");
  return {
    cores: tally.cores.map(({ core, coreKind, cycles, waited, ...rest }) => ({
      ...rest,
      id: core,
      kind: coreKind,
      seconds: cycles / tally.frequency,
      waited: waited / tally.frequency,
    })),
    hostCores: plan.hostCores,
    seed: plan.seed,
    outcome: finished.outcome,
    lines: events.filter((event) => event.kind === "line").map(({ core, cycles, text }) => ({ core, cycles, text })),
    faults: events
      .filter((event) => event.kind === "fault")
      .map(({ core, calls, message }) => ({ core, line: calls[0]?.place.line ?? 0, message })),
    deadlock: events
      .filter((event) => event.kind === "deadlock")
      .map(deadlockWords)
      .join("\n"),
    messages: tally.messages,
    columns: tally.columns,
  };
}
