import { readdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { SourceFile } from "../../base/source.ts";
import { compile } from "../../compiler/compile.ts";
import { pythonJob } from "../../python/job.ts";
import { startHostThread } from "../../python/node/thread.ts";
import { PythonRun } from "../../python/python-run.ts";
import { createEngine } from "../../runtime/node/engine.ts";
import type { MonitorEvent } from "../../runtime/protocol/events.ts";
import type { Run, RunSettings } from "../../runtime/protocol/run.ts";
import { type Trace, TraceLog } from "../../runtime/trace-log.ts";

// Programs for full Python that carry what they should do as comments, as those for the cores do:
//
//   # expect host: TEXT         a line of full Python's, in this order; `…` at its end stands for anything
//   # expect CORE: TEXT         a line of a core's, in its order
//   # expect: TEXT × N          the line N times, from any cores
//   # fault: core ID CODE line N [of FILE]
//   # deadlock: ID …            the cores that can never continue
//   # abandoned: ID …           the cores that wait for the host, which has failed
//   # outcome: OUTCOME          `ended` if not said
//   # stdin: TEXT               an answer to input
//   # device: FILE              the program of the cores

const folder = `${dirname(fileURLToPath(import.meta.url))}/../corpus/python-programs/`;

/// The files that host programs may use.
export function hostFiles(): SourceFile[] {
  return readdirSync(folder).map((name) => ({ name, text: readFileSync(`${folder}${name}`, "utf8") }));
}

export interface HostExpectations {
  readonly host: readonly string[];
  readonly cores: ReadonlyMap<number, readonly string[]>;
  readonly anywhere: readonly { readonly text: string; readonly count: number }[];
  readonly faults: readonly string[];
  readonly deadlock: string;
  readonly abandoned: string;
  readonly outcome: string;
  readonly stdin: readonly string[];
  readonly device: string | undefined;
}

export function readExpectations(text: string): HostExpectations {
  const all = (key: string): string[] =>
    [...text.matchAll(new RegExp(`^# ${key}: ?(.*)$`, "gm"))].map((match) => match[1] as string);
  const cores = new Map<number, string[]>();
  for (const [, id, line] of text.matchAll(/^# expect (\d+): (.*)$/gm)) {
    cores.set(Number(id), [...(cores.get(Number(id)) ?? []), line as string]);
  }
  return {
    host: all("expect host"),
    cores,
    anywhere: all("expect").map((line) => {
      const [said = "", count = "1"] = line.split(" × ");
      return { text: said, count: Number(count) };
    }),
    faults: all("fault"),
    deadlock: all("deadlock")[0] ?? "",
    abandoned: all("abandoned")[0] ?? "",
    outcome: all("outcome")[0] ?? "ended",
    stdin: all("stdin"),
    device: all("device")[0],
  };
}

/// Whether a line is as expected.
export function isLine(expected: string, line: string): boolean {
  return expected.endsWith("…") ? line.startsWith(expected.slice(0, -1)) : line === expected;
}

export interface HostResult {
  readonly host: readonly string[];
  readonly cores: ReadonlyMap<number, readonly string[]>;
  readonly faults: readonly string[];
  readonly deadlock: string;
  readonly abandoned: string;
  /// What each core is said to do at the end.
  readonly states: ReadonlyMap<number, string>;
  /// What is told of faults and waits, in order.
  readonly told: readonly string[];
  readonly outcome: string;
  /// Virtual clocks at the end, in cycles.
  readonly cycles: ReadonlyMap<number, number>;
  /// Empty unless the settings ask for recording.
  readonly trace: Trace;
}

export const SIXTEEN: RunSettings = { deviceCores: Array.from({ length: 16 }, (_, k) => k), hostCores: 0, seed: 1 };

export interface HostOptions {
  readonly device?: string;
  readonly stdin?: readonly string[];
  readonly settings?: RunSettings;
  /// Told of every event as it comes.
  readonly watch?: (event: MonitorEvent, run: Run) => void;
}

/// Runs a program with full Python in Node, to its end.
export async function runPython(
  main: SourceFile,
  files: readonly SourceFile[],
  options: HostOptions = {},
): Promise<HostResult> {
  const engine = createEngine("workers");
  const thread = startHostThread();
  const deviceFile = files.find(({ name }) => name === options.device);
  const device = deviceFile === undefined ? undefined : compile(deviceFile, { files }).image;
  const job = pythonJob(main, files, options.settings ?? SIXTEEN, device);
  const run = new PythonRun(job, {
    engine,
    thread,
    compile: (source, others, resident) => compile(source, { files: others, resident }),
    now: () => performance.now(),
    after: (milliseconds, work) => void setTimeout(work, milliseconds).unref(),
  });
  try {
    return await follow(run, [...(options.stdin ?? [])], options.watch);
  } finally {
    thread.terminate();
    engine.dispose();
  }
}

async function follow(run: PythonRun, stdin: string[], watch: HostOptions["watch"]): Promise<HostResult> {
  const lines = new Map<number, string[]>();
  const faults: string[] = [];
  let deadlock = "";
  let abandoned = "";
  const told: string[] = [];
  let host = -1;
  for (;;) {
    for (const event of run.drain(20)) {
      watch?.(event, run);
      if (event.kind === "line") {
        if (event.coreKind === "host") host = event.core;
        lines.set(event.core, [...(lines.get(event.core) ?? []), event.text]);
      }
      if (event.kind === "input") {
        const answer = stdin.shift();
        if (answer === undefined) run.endInput(event.core);
        else run.answer(event.core, answer);
      }
      if (event.kind === "fault" || event.kind === "deadlock" || event.kind === "abandoned") told.push(event.message);
      if (event.kind === "abandoned") abandoned = event.waits.map(({ core }) => core).join(" ");
      if (event.kind === "deadlock") {
        deadlock = event.waits.map(({ core }) => core).join(" ");
      }
      if (event.kind === "fault") {
        const place = event.calls[0]?.place;
        faults.push(`core ${event.core} ${event.code} line ${place?.line} of ${place?.file}`);
      }
      if (event.kind === "finished") {
        const cycles = new Map(event.cores.map(({ core, cycles: count }) => [core, count]));
        const said = lines.get(host) ?? [];
        lines.delete(host);
        const trace = new TraceLog();
        let more = true;
        while (more) {
          const batch = run.trace();
          trace.add(batch);
          ({ more } = batch);
        }
        const states = new Map(run.cores().map(({ id, state }) => [id, state]));
        const { outcome } = event;
        return { host: said, cores: lines, faults, deadlock, abandoned, states, told, outcome, cycles, trace };
      }
    }
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, 5);
      run.onActivity(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
