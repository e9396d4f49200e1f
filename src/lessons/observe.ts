import { pythonJob } from "../python/job.ts";
import { NO_SHARED_MEMORY, type RunPython } from "../python/python-run.ts";
import type { MonitorEvent } from "../runtime/protocol/events.ts";
import type { Engine, Run } from "../runtime/protocol/run.ts";
import type { Tally } from "../runtime/protocol/tally.ts";
import { goesByArrival } from "./by-arrival.ts";
import { deadlockWords } from "./deadlock-words.ts";
import type { Observation } from "./observation.ts";
import type { PlannedRun } from "./plan.ts";
import type { Program } from "./program.ts";

/// The time of a place: what it takes to wait in it.
export interface Clock {
  /// In milliseconds.
  now(): number;
  /// Runs work after some milliseconds; the result cancels it.
  after(milliseconds: number, work: () => void): () => void;
}

/// No run of a lesson may take longer.
export const LONGEST_MILLISECONDS = 20_000;
const DRAIN_MILLISECONDS = 20;
const NEWS_MILLISECONDS = 50;
// A program that prints without end must not take the page's memory; no check needs this many lines.
const MOST_LINES = 20_000;

export interface ObserveOptions {
  readonly engine: Engine;
  readonly clock: Clock;
  /// Runs full Python; absent where threads cannot share memory. Its cores are those of workers, whatever the engine.
  readonly runPython?: RunPython | undefined;
  /// Told how far loading full Python has come, from 0 to 1.
  readonly onLoading?: (part: number) => void;
  /// Stops the run under way when it is aborted; `observe` then rejects with its reason.
  readonly signal?: AbortSignal;
}

/// Runs a program as planned and gathers what comes of it. A run that takes too long is stopped; loading full Python is no
/// part of it.
export async function observe(program: Program, plan: PlannedRun, options: ObserveOptions): Promise<Observation> {
  const { clock, signal } = options;
  signal?.throwIfAborted();
  const { run, host, begun } = await start(program, plan, options);
  let until = Number.POSITIVE_INFINITY;
  void begun.then(() => {
    until = clock.now() + LONGEST_MILLISECONDS;
  });
  const events: MonitorEvent[] = [];
  const input = [...plan.input];
  const answers: (readonly [number, string | null])[] = [];
  let lines = 0;
  for (;;) {
    const drained = run.drain(DRAIN_MILLISECONDS);
    for (const event of drained) {
      if (event.kind === "line" && ++lines > MOST_LINES) continue;
      events.push(event);
      if (event.kind !== "input") continue;
      const answer = input.shift();
      answers.push([event.core, answer ?? null]);
      give(run, event.core, answer);
    }
    if (drained.at(-1)?.kind === "finished") break;
    if (signal?.aborted === true || clock.now() > until || lines > MOST_LINES) run.stop();
    if (drained.length === 0) await news(run, clock);
  }
  signal?.throwIfAborted();
  return { ...observationOf(events, run.tally(), plan, host), answers };
}

interface Started {
  readonly run: Run;
  /// The id of full Python, if it takes part.
  readonly host: number | undefined;
  /// Settles when the program runs.
  readonly begun: Promise<void>;
}

async function start(program: Program, plan: PlannedRun, options: ObserveOptions): Promise<Started> {
  const settings = {
    chip: plan.chip,
    deviceCores: Array.from({ length: plan.cores }, (_, id) => id),
    hostCores: plan.hostCores,
    seed: plan.seed,
  };
  if (program.kind === "cores") {
    // Checks must come out the same every time, on every computer.
    const inTurns = goesByArrival(program.image);
    const run = await options.engine.start(program.image, { ...settings, inTurns });
    return { run, host: undefined, begun: Promise.resolve() };
  }
  if (options.runPython === undefined) throw new Error(NO_SHARED_MEMORY);
  const { main, files, device } = program;
  const run = options.runPython(pythonJob(main, files, settings, device), options.onLoading ?? (() => {}));
  return { run, host: run.host, begun: run.begun };
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

function observationOf(
  events: readonly MonitorEvent[],
  tally: Tally,
  plan: PlannedRun,
  host: number | undefined,
): Observation {
  const finished = events.at(-1);
  if (finished?.kind !== "finished") throw new Error("a run ends with `finished`");
  const python = tally.cores.find(({ core }) => core === host);
  // The last one tells all.
  const deadlock = events.findLast((event) => event.kind === "deadlock");
  return {
    cores: tally.cores
      .filter(({ core }) => core !== host)
      .map(({ core, coreKind, cycles, waited, ...rest }) => ({
        ...rest,
        id: core,
        kind: coreKind,
        seconds: cycles / tally.frequency,
        waited: waited / tally.frequency,
      })),
    host: python === undefined ? undefined : { id: python.core, seconds: python.cycles / tally.frequency },
    hostCores: plan.hostCores,
    seed: plan.seed,
    ...(plan.isExtra === undefined ? {} : { isExtra: plan.isExtra }),
    outcome: finished.outcome,
    wallMilliseconds: finished.wallMilliseconds,
    lines: events.filter((event) => event.kind === "line").map(({ core, cycles, text }) => ({ core, cycles, text })),
    faults: events
      .filter((event) => event.kind === "fault")
      .map(({ core, cycles, calls, message }) => {
        const { file = "", line = 0 } = calls[0]?.place ?? {};
        return { core, file, line, cycles, message };
      }),
    deadlock: deadlock === undefined ? "" : deadlockWords(deadlock),
    deadlocked: deadlock?.waits.map(({ core }) => core) ?? [],
    messages: tally.messages,
    columns: tally.columns,
  };
}
