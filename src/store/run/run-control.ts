import type { StoreApi } from "zustand/vanilla";
import type { SourceFile } from "../../base/source.ts";
import type { CompileResult } from "../../compiler/compile.ts";
import { pythonJob } from "../../python/job.ts";
import { deviceFileOf, pythonFileFor } from "../../python/python-file.ts";
import { NO_SHARED_MEMORY, type RunPython } from "../../python/python-run.ts";
import type { MonitorEvent } from "../../runtime/protocol/events.ts";
import type { Debugging, Engine, Run, RunSettings } from "../../runtime/protocol/run.ts";
import type { Background } from "../background/background.ts";
import type { InputRequest, Output } from "../output/output.ts";
import type { Cancel, Frames } from "../platform/frames.ts";
import type { Projects } from "../project/project.ts";
import type { Timeline } from "../timeline/timeline.ts";
import type { View } from "../view.ts";
import type { Breakpoints } from "./breakpoints.ts";
import type { Compile } from "./check-file.ts";
import { createChecker, isLong, type Unchecked } from "./checker.ts";
import type { Chip } from "./chip.ts";
import { chipNamed } from "./chip-choice.ts";
import type { Console } from "./console.ts";
import { createDebugger, type Debugger } from "./debugger.ts";
import type { Inspector } from "./inspector.ts";
import { pollRun, type RunUpdate } from "./poll.ts";
import type { Problems } from "./problems.ts";
import type { RunState } from "./run-state.ts";
import { runSettings, type Settings } from "./settings.ts";

export interface RunControlParts {
  readonly compile: Compile;
  readonly background: Background;
  readonly engine: () => Engine;
  readonly frames: Frames;
  readonly projects: Projects;
  readonly settings: Settings;
  readonly run: StoreApi<RunState>;
  readonly output: Output;
  readonly chip: Chip;
  readonly problems: Problems;
  readonly view: View;
  readonly compiled: StoreApi<Compiled>;
  readonly breakpoints: Breakpoints;
  readonly inspector: Inspector;
  readonly runPython: RunPython | undefined;
  readonly timeline: Timeline;
  readonly console: Console;
}

/// The open file as it was compiled last.
export interface Compiled {
  /// Null if it has errors.
  readonly image: Uint8Array | null;
  readonly files: readonly SourceFile[];
  readonly revision: number;
  /// Whether it runs with full Python.
  readonly usesPython: boolean;
}

/// What the learner can do with a program.
export interface RunControl {
  readonly debugger: Debugger;
  /// Compiles the open file and runs it; goes on with a run that is paused. Does nothing while one is on.
  /// `isWatched`: it is to be played afterwards, and is recorded if it cannot be made again for that.
  start(isWatched?: boolean): Promise<void>;
  /// Starts a Python in which nothing has run, for the open file's cells. False if none came of it.
  startPython(): Promise<boolean>;
  /// Runs the open file though nobody has pressed Run. Does nothing if it is for full Python, as the file is untrusted.
  autoStart(): Promise<void>;
  stop(): void;
  /// A text of several lines answers this question and those that come after it, line by line.
  answer(request: InputRequest, text: string): void;
  /// What was run last, if the cores alone did it, and with which settings; null if nothing was.
  readonly last: { readonly image: Uint8Array; readonly settings: RunSettings } | null;
  /// Makes everything ready for a run of the open program that is made again and not run: what it is; null if it cannot be, as it
  /// has errors, is long, or is for full Python.
  prepare(): RunControl["last"];
  /// Compiles the open file, and says what is wrong with it. The image is undefined when that is too much, and as long as a long
  /// program is being checked.
  compile(): Uint8Array | undefined;
}

export function createRunControl(parts: RunControlParts): RunControl {
  const { frames, projects, settings, run, output, chip, problems, view, compiled, breakpoints, inspector, timeline } =
    parts;
  let present: (Run & Debugging) | null = null;
  let last: RunControl["last"] = null;
  /// The present or last run, if full Python takes part.
  let python: ReturnType<RunPython> | undefined;
  let stopAsked = false;
  let endWatch: Cancel = () => {};

  /// What full Python runs when the open file is run; undefined if that is for the cores.
  const pythonFile = (): SourceFile | undefined =>
    pythonFileFor(projects.activeFile(), projects.store.getState().current.files);

  const checker = createChecker(parts);

  /// The image of the open file, and what is wrong with it for all to see; a promise if it is long.
  const compileOpenFile = (why: "typing" | "run"): Uint8Array | undefined | Promise<Uint8Array | undefined> => {
    const main = projects.activeFile();
    const { current, revision } = projects.store.getState();
    const { files } = current;
    const usesPython = pythonFileFor(main, files) !== undefined;
    const told = (result: CompileResult | Unchecked): Uint8Array | undefined => {
      if (result === "cancelled") return undefined;
      const unchecked = typeof result === "string" ? result : null;
      const { diagnostics, image } = typeof result === "string" ? { diagnostics: [], image: undefined } : result;
      // Places in a text that has been changed since would be wrong.
      if (projects.store.getState().revision !== revision) return image;
      problems.setCompiled(diagnostics, files, unchecked);
      compiled.setState({ image: image ?? null, files, revision, usesPython });
      return image;
    };
    const checked = checker.check(main, files, why);
    if (!(checked instanceof Promise)) return told(checked);
    problems.setChecking();
    return checked.then(told);
  };

  const finish = (change: Partial<RunState>) => {
    present = null;
    endWatch();
    output.dropRequests();
    debug.reset();
    run.setState(({ over }) => ({ status: "idle", loading: null, over: over + 1, ...change }));
  };

  const rewind = (events: readonly MonitorEvent[]) => {
    const to = events.findLast((event) => event.kind === "rewound");
    if (to === undefined) return;
    output.rewind(to);
    problems.rewind(to);
    timeline.rewind(to.clocks);
    chip.rewind(to, output.lastLines());
  };

  const takeUpdates = (files: readonly SourceFile[]) => {
    let before: RunUpdate["cores"] = [];
    return ({ events, cores }: RunUpdate) => {
      for (const part of untilRewound(events)) {
        const stands = isSettled(part.at(-1));
        if (stands || !debug.isGoingBack) before = cores;
        chip.update(before, part, stands);
        output.take(part);
        answerAhead();
        problems.take(part, files);
        rewind(part);
        debug.take(part);
      }
      const last = events.at(-1);
      const settled = isSettled(last);
      if (!debug.isGoingBack) {
        inspector.look(settled);
        timeline.look(cores, settled);
      }
      if (last?.kind !== "finished") return;
      finish({ outcome: last.outcome, wallMilliseconds: last.wallMilliseconds });
      if (python?.console !== undefined) parts.console.open(python.console);
    };
  };

  const answerOne = (request: InputRequest, text: string) => {
    present?.answer(request.core, text);
    output.answered(request, text);
  };

  /// Answers the questions for which there are lines already.
  const answerAhead = () => {
    const { requests, ahead } = output.store.getState();
    const count = Math.min(requests.length, ahead.length);
    if (count === 0) return;
    output.lineUp(ahead.slice(count));
    for (let k = 0; k < count; k++) answerOne(requests[k] as InputRequest, ahead[k] as string);
  };

  const trouble = (error: unknown) => {
    output.add({ kind: "trouble", text: error instanceof Error ? error.message : String(error) });
    finish({ outcome: null });
  };

  /// The program that the cores run beside full Python, or why there is none.
  const compileDevice = (
    main: SourceFile,
    files: readonly SourceFile[],
  ): CompileResult | Promise<CompileResult | Unchecked> => {
    const checked = checker.check(main, files, "run");
    if (checked instanceof Promise) problems.setChecking();
    return checked;
  };

  /// Full Python, with kernels on the cores, or a program of their own.
  const startPython = async (
    main: SourceFile,
    files: readonly SourceFile[],
    how: { readonly isWatched: boolean; readonly isEmpty: boolean },
  ): Promise<void> => {
    const { isWatched, isEmpty } = how;
    if (parts.runPython === undefined) throw new Error(NO_SHARED_MEMORY);
    const deviceFile = isEmpty ? undefined : deviceFileOf(main, files);
    const compiling = deviceFile && compileDevice(deviceFile, files);
    const device = compiling instanceof Promise ? await compiling : compiling;
    if (stopAsked) return finish({ outcome: "stopped" });
    runControl.compile();
    if (typeof device === "string" || (device !== undefined && device.image === undefined)) {
      if (device === "slow") problems.setCompiled([], files, "slow");
      else if (typeof device === "object") problems.setCompiled(device.diagnostics, files);
      view.setState({ bottom: "problems", pane: "output" });
      finish({ outcome: null });
      return;
    }
    const record = timeline.wanted() || isWatched;
    const program = isEmpty ? { name: main.name, text: "" } : main;
    const job = pythonJob(program, files, { ...runSettings(settings.store.getState()), record }, device?.image);
    if (view.getState().bottom === "problems") view.setState({ bottom: "output" });
    const pythonRun = parts.runPython(job, (loading) => run.setState({ loading }), true);
    present = pythonRun;
    const { executor, threads } = pythonRun;
    run.setState({ status: "running", executor, threads, file: main.name, usesPython: true });
    python = pythonRun;
    void pythonRun.begun.then(() => {
      if (present === pythonRun) run.setState({ loading: null });
    });
    inspector.setRun(pythonRun);
    timeline.setRun(pythonRun, record);
    chip.setRun(pythonRun);
    endWatch = pollRun(pythonRun, frames, takeUpdates(files), trouble);
  };

  /// Forgets the last run, for one of the open file as it is now.
  const forget = (status?: RunState["status"]) => {
    const { current, revision } = projects.store.getState();
    const now = status === undefined ? {} : { status };
    run.setState({ ...now, outcome: null, wallMilliseconds: null, file: current.active, revision });
    output.clear();
    const model = chipNamed(settings.store.getState().chip);
    run.setState({ frequency: model.frequency, usesPython: false, settings: settings.store.getState() });
    chip.clear(model, true);
    problems.forgetRun();
    debug.reset();
    inspector.setRun(null);
    timeline.setRun(null, false);
  };

  const start = async (paused: boolean, isWatched = false, isEmpty = false) => {
    stopAsked = false;
    last = null;
    python = undefined;
    parts.console.close("The program was started again: what follows is of the new run.");
    void projects.keepNow();
    forget("compiling");
    const { current } = projects.store.getState();
    try {
      const host = pythonFile();
      if (host !== undefined) return await startPython(host, current.files, { isWatched, isEmpty });
      const compiling = compileOpenFile("run");
      const image = compiling instanceof Promise ? await compiling : compiling;
      if (image === undefined) {
        if (stopAsked) return finish({ outcome: "stopped" });
        view.setState({ bottom: "problems", pane: "output" });
        finish({ outcome: null });
        return;
      }
      if (view.getState().bottom === "problems") view.setState({ bottom: "output" });
      const stops = breakpoints.forRun();
      // Recording slows messages down by a tenth. One who steps has time; else only what someone looks at is recorded.
      const record = timeline.wanted() || paused || stops.length > 0;
      const chosen = { ...runSettings(settings.store.getState()), breakpoints: stops, paused, record };
      last = { image, settings: runSettings(settings.store.getState()) };
      present = await parts.engine().start(image, chosen);
      run.setState({
        status: "running",
        executor: present.executor,
        threads: present.threads,
        cores: present.cores().length,
      });
      inspector.setRun(present);
      timeline.setRun(present, record);
      chip.setRun(present);
      endWatch = pollRun(present, frames, takeUpdates(current.files), trouble);
      if (stopAsked) stop();
    } catch (error) {
      trouble(error);
    }
  };

  const stop = () => {
    parts.console.stop();
    stopAsked = true;
    if (run.getState().status === "compiling") checker.cancel();
    const { status } = run.getState();
    if (present === null || (status !== "running" && status !== "paused")) return;
    run.setState({ status: "stopping" });
    present.stop();
  };

  const debug = createDebugger({
    run: () => present,
    startPaused() {
      // Full Python cannot: it would run on.
      if (pythonFile() !== undefined) return false;
      void start(true);
      return run.getState().status !== "idle";
    },
    nameOf(core) {
      const kind = chip.store.getState().cores.find(({ id }) => id === core)?.kind ?? "device";
      return `${kind} ${core}`;
    },
    cores: () => chip.now().cores,
    state: run,
    frames,
    view,
  });
  breakpoints.store.subscribe(() => present?.setBreakpoints(breakpoints.forRun()));

  const runControl: RunControl = {
    debugger: debug,
    get last() {
      return last;
    },
    prepare() {
      if (run.getState().status !== "idle" || pythonFile() !== undefined) return null;
      const image = runControl.compile();
      if (image === undefined) return null;
      forget();
      last = { image, settings: runSettings(settings.store.getState()) };
      return last;
    },
    async start(isWatched) {
      const { status } = run.getState();
      if (status === "paused" || debug.isMoving) debug.resume();
      else if (status === "idle") await start(debug.store.getState().pace !== null, isWatched);
    },
    async startPython() {
      if (run.getState().status !== "idle" || pythonFile() === undefined) return false;
      await start(false, false, true);
      if (run.getState().status === "idle") return false;
      return await new Promise((resolve) => {
        const end = run.subscribe(({ status }) => {
          if (status !== "idle") return;
          end();
          // The console opens right after the run's end.
          frames.after(0, () => resolve(parts.console.store.getState().phase === "ready"));
        });
      });
    },
    async autoStart() {
      if (run.getState().status === "idle" && pythonFile() === undefined) await start(false);
    },
    stop,
    answer(request, text) {
      if (!output.store.getState().requests.includes(request)) return;
      const [first = "", ...rest] = answersIn(text);
      answerOne(request, first);
      if (rest.length === 0) return;
      output.lineUp([...rest, ...output.store.getState().ahead]);
      answerAhead();
    },
    compile() {
      const { current, revision } = projects.store.getState();
      if (isLong(current.files)) {
        // One that has been checked need not be so again, and one that is being compiled to run is being checked.
        const known = compiled.getState();
        if (known.image !== null && known.revision === revision) return known.image;
        if (run.getState().status === "compiling") return undefined;
      }
      const checked = compileOpenFile("typing");
      if (!(checked instanceof Promise)) return checked;
      void checked.catch((error) => problems.setFailed(error instanceof Error ? error.message : String(error)));
      return undefined;
    },
  };
  return runControl;
}

/// The answers in a text: its lines, however they end. What ends the last is no line of its own.
export function answersIn(text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/);
  return lines.length > 1 && lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

/// Whether the cores stand still after this event.
function isSettled(event: MonitorEvent | undefined): boolean {
  return event?.kind === "paused" || event?.kind === "finished";
}

/// The events, cut after each that takes back what came before it.
function untilRewound(events: readonly MonitorEvent[]): readonly (readonly MonitorEvent[])[] {
  const parts: MonitorEvent[][] = [[]];
  for (const event of events) {
    parts.at(-1)?.push(event);
    if (event.kind === "rewound") parts.push([]);
  }
  return parts;
}
