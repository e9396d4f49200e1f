import { encodeUtf8 } from "../base/bytes.ts";
import { counted } from "../base/counted.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import type { SourceFile } from "../base/source.ts";
import { lineStarts, positionAt } from "../base/span.ts";
import type { WarmEngine } from "../runtime/engine.ts";
import type { CoreKind, CoreReport, CoreState, SourcePlace } from "../runtime/protocol/cores.ts";
import type { MonitorEvent, Outcome, Wait } from "../runtime/protocol/events.ts";
import type { Activity, Debugging, Run, RunSettings } from "../runtime/protocol/run.ts";
import type { Tally } from "../runtime/protocol/tally.ts";
import type { TraceBatch } from "../runtime/protocol/trace.ts";
import type { Session } from "../runtime/session.ts";
import { chipFor } from "../runtime/setup.ts";
import { Line, LONGEST_ANSWER } from "./answers.ts";
import { writeStart } from "./bridge.ts";
import type { Entry, HostConsole } from "./host-console.ts";
import { eventInHostWords } from "./host-words.ts";
import type { PythonJob } from "./job.ts";
import { asPython3 } from "./python2/python2.ts";
import {
  type CoreSetup,
  type PythonProgram,
  readThreadMessage,
  type ThreadCommand,
  type ThreadMessage,
} from "./thread-protocol.ts";
import { emptyTally, joinedTally } from "./totals.ts";
import { UnpausableRun } from "./unpausable-run.ts";

// A run of a program in full Python: a thread runs Python itself, and the cores run the kernels that it launches. What both report is
// joined into one run for the page.

/// A thread that loads full Python by itself and then runs one program.
export interface PythonThread {
  post(command: ThreadCommand): void;
  /// The one who listened before hears no more.
  listen(onMessage: (data: unknown) => void, onDeath: (reason: string) => void): void;
  terminate(): void;
}

/// What a run with full Python needs of those who can compile and run programs for the cores.
export interface PythonSurroundings {
  readonly engine: Pick<WarmEngine, "start" | "reserve">;
  readonly thread: PythonThread;
  /// Long programs may take their time.
  compile(main: SourceFile, files: readonly SourceFile[], resident: readonly string[]): Compiled | Promise<Compiled>;
  now(): number;
  after(milliseconds: number, work: () => void): void;
  /// Told how far loading Python has come, from 0 to 1.
  loading?(part: number): void;
  /// Called when Python waits after its program; left out, it is ended then.
  keep?(run: PythonRun): HostConsole;
}

/// What is entered when a run is over, and the one that was before it.
interface Entered {
  readonly text: string;
  readonly after: PythonRun;
}

interface Compiled {
  readonly image?: Uint8Array;
  readonly diagnostics: readonly Diagnostic[];
}

/// A program of kernels that Python asks to have compiled (library/epython/program.py).
interface KernelRequest {
  readonly file: string;
  readonly text: string;
  /// How many of its lines are the host's file's.
  readonly lines: number;
  readonly resident: readonly string[];
}

interface HostResult {
  readonly outcome: Outcome;
  /// Whether more can be entered.
  readonly console: boolean;
  /// What it has given to exit, if it called that.
  readonly status?: string;
  readonly error?: string;
  readonly message?: string;
  readonly calls?: readonly { readonly name: string; readonly file: string; readonly line: number }[];
}

// Between two instructions Python looks whether it is to stop; what it does not come back from by then is ended.
const PATIENCE_MILLISECONDS = 1_000;
export const INTERRUPT_AGAIN_MILLISECONDS = 400;
// With an entry all that the program has made would be lost.
const PATIENCE_WITH_ENTRIES_MILLISECONDS = 5_000;
const DRAIN_MILLISECONDS = 50;
// A line that has not ended by then is told as it is.
const LONGEST_LINE = 8_000_000;
const MOST_CALLS = 1_000;

/// Starts full Python with the cores it uses; tells how far loading it has come, from 0 to 1. With `keeps`, Python waits for what is
/// entered when its program is over.
export type RunPython = (
  job: PythonJob,
  loading: (part: number) => void,
  keeps?: boolean,
) => Run & Debugging & Pick<PythonRun, "begun" | "host"> & Partial<Pick<PythonRun, "console">>;

/// Why there is no full Python in a page.
export const NO_SHARED_MEMORY =
  "Full Python needs memory that threads share, which this page does not have here: the place it comes from would have " +
  "to send the headers that docs/hosting.md names. Programs for the cores work all the same.";

/// One run of full Python with the cores it uses: what the cores say and what Python says, as one run. Long, as it is the
/// whole of `Run` once more: what it answers depends on the state of both.
export class PythonRun extends UnpausableRun implements Run, Entry {
  readonly executor = "workers";
  readonly threads: number;
  /// Settles when the program runs, or when it is clear that it will not.
  readonly begun: Promise<void>;
  /// Settles when Python's part is over.
  readonly ended: Promise<void>;
  /// Between the page and the thread.
  readonly line: Line;
  readonly job: PythonJob;
  /// Once Python's part is over: what can be entered then, if it can.
  console: HostConsole | undefined;
  private readonly place: PythonSurroundings;
  private readonly settings: RunSettings;
  private readonly hostId: number;
  private readonly entered: Entered | undefined;
  /// How many lines of the cores' program are the file's in which the kernels are; the loop around them follows.
  private lines: number;
  /// When the program was handed to Python: loading it is no part of the run.
  private began: number;
  private handedOver = false;
  private starts = 0;
  /// Of the programs that the cores have run before the present one.
  private done: Tally | undefined;
  /// Programs that were on the cores before, whose traces have not been read to their ends.
  private readonly untold: Session[] = [];
  private readonly hostPlaces = new Map<number, SourcePlace>();
  private readonly lineStarts = new Map<string, readonly number[]>();
  private events: MonitorEvent[] = [];
  private partial = "";
  private clock = 0;
  private untaken = 0;
  private question: number | undefined;
  private activity: (activity: Activity) => void = () => {};
  private result: HostResult | undefined;
  private stopped = false;
  private deadlocked = false;
  /// The cores that wait for Python in vain as it has failed, and what is to be told of them.
  private abandoned: ReadonlySet<number> = new Set();
  private leftBehind: MonitorEvent | undefined;
  private anyFault = false;
  private damaged = false;
  private coresFinished: Extract<MonitorEvent, { kind: "finished" }> | undefined;
  private finished = false;
  private settle: () => void = () => {};
  private settleEnd: () => void = () => {};

  constructor(job: PythonJob, place: PythonSurroundings, entered?: Entered) {
    super();
    this.job = job;
    this.entered = entered;
    this.line = entered?.after.line ?? new Line();
    this.clock = entered?.after.clock ?? 0;
    this.starts = entered?.after.starts ?? 0;
    this.place = place;
    this.settings = { ...job.settings, usesPython: job.device === undefined ? "caller" : "core" };
    const { active } = chipFor(this.settings);
    this.hostId = active.at(-1) as number;
    this.threads = 1;
    this.lines = job.written.split("\n").length;
    this.began = place.now();
    this.begun = new Promise((resolve) => {
      this.settle = resolve;
    });
    this.ended = new Promise((resolve) => {
      this.settleEnd = resolve;
    });
    place.thread.listen(
      (data) => this.hear(data),
      (reason) => this.died(reason),
    );
    if (entered !== undefined) this.enter(entered.text);
  }

  get phase(): "running" | "finished" {
    return this.finished ? "finished" : "running";
  }

  /// The id that full Python has among the cores.
  get host(): number {
    return this.hostId;
  }

  get usesCores(): boolean {
    return this.session !== undefined;
  }

  // ── From Python ──────────────────────────────────────────────────────────

  private hear(data: unknown): void {
    if (this.result !== undefined) return;
    const message = readThreadMessage(data);
    // Python may wait for what comes of it: without an end it would wait for ever.
    if (message === undefined) return this.died("it has sent something that this page does not take");
    try {
      this.take(message);
    } catch (error) {
      return this.died(error instanceof Error ? error.message : String(error));
    }
    this.activity(message.kind === "end" ? "end" : message.kind === "ask" ? "urgent" : "news");
  }

  private take(message: ThreadMessage): void {
    switch (message.kind) {
      case "loading":
        return this.place.loading?.(message.part);
      case "loaded":
        this.place.loading?.(1);
        void this.begin();
        return;
      case "load-failed":
        return this.died(message.message);
      case "output":
        this.clock = message.clock;
        this.untaken += message.text.length;
        return this.say(message.text);
      case "ask": {
        this.collect();
        this.question = message.number;
        const prompt = this.partial + message.prompt;
        this.partial = "";
        this.events.push({ kind: "input", core: this.hostId, coreKind: "host", prompt });
        return;
      }
      case "check":
        void this.check(message.number, message.program);
        return;
      case "start":
        void this.startCores(message.number, message.program, message.clock);
        return;
      case "end":
        return this.end(readResult(message.result));
      default:
        throw new Error("it has answered what nobody has asked");
    }
  }

  private async begin(): Promise<void> {
    try {
      const memory = this.place.engine.reserve(this.settings);
      const start = this.job.device === undefined ? undefined : await this.start(this.job.device);
      if (this.result !== undefined) return;
      this.began = this.place.now();
      this.handedOver = true;
      this.place.thread.post({
        kind: "run",
        line: this.line.buffer,
        signals: this.line.signals.buffer,
        memory,
        program: this.program(),
        ...(start === undefined ? {} : { start }),
      });
      this.settle();
    } catch (error) {
      this.died(error instanceof Error ? error.message : String(error));
    }
  }

  private enter(written: string): void {
    // Stop may have come when there was nothing to stop any more.
    this.line.heed();
    this.handedOver = true;
    const text = this.job.main.text === this.job.written ? written : asPython3(written).text;
    try {
      this.place.thread.post({ kind: "enter", text, memory: this.place.engine.reserve(this.settings) });
    } catch (error) {
      this.died(error instanceof Error ? error.message : String(error));
    }
    this.settle();
  }

  private program(): PythonProgram {
    const { main, written, files } = this.job;
    return {
      main: main.name,
      text: main.text,
      written,
      files: [main, ...files.filter(({ name }) => name !== main.name).map(inPython3)],
      cores: this.settings.deviceCores,
      id: this.hostId,
      mode: this.settings.usesPython ?? "caller",
    };
  }

  // ── Programs for the cores ───────────────────────────────────────────────

  private async check(question: number, request: string): Promise<void> {
    try {
      this.line.answer(question, encodeUtf8((await this.compile(request)).json));
    } catch (error) {
      this.died(error instanceof Error ? error.message : String(error));
    }
  }

  private async compile(request: string): Promise<{ image?: Uint8Array; json: string }> {
    const { file, text, lines, resident } = readKernelRequest(request);
    const { python } = this.job.main;
    const kernels = { name: file, text, ...(python === undefined ? {} : { python }) };
    const { image, diagnostics } = await this.place.compile(kernels, this.job.files, resident);
    const starts = lineStarts(text);
    const problems = diagnostics
      .filter(({ severity }) => severity === "error")
      .map(({ message, from }) => ({ message, line: Math.min(positionAt(starts, from).line, lines) }));
    return { ...(image === undefined ? {} : { image }), json: JSON.stringify({ problems }) };
  }

  private async startCores(question: number, request: string, clock: number): Promise<void> {
    try {
      const { image, json } = await this.compile(request);
      this.lines = readKernelRequest(request).lines;
      // It may have been ended meanwhile.
      if (this.result !== undefined) return;
      if (image === undefined) return this.line.answer(question, writeStart(json));
      this.line.answer(question, await this.start(image, clock));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.line.answer(question, writeStart(JSON.stringify({ problems: [{ message, line: 1 }] })));
    }
  }

  private async start(image: Uint8Array, startsAt = 0): Promise<Uint8Array> {
    // What the program before has said comes before what this one says.
    this.collect();
    // A core that starts anew goes on with other random numbers.
    const seed = (this.settings.seed + this.starts++ * 0x9e3779b1) >>> 0;
    const settings = { ...this.settings, seed, startsAt };
    if (this.session !== undefined) {
      await this.finishProgram(this.session);
      this.untold.push(this.session);
    }
    const session = await this.place.engine.start(image, settings);
    this.session = session;
    this.coresFinished = undefined;
    // The end of the cores is not Python's.
    session.onActivity((activity) => this.activity(activity === "end" ? "urgent" : activity));
    if (this.stopped) session.stop();
    const { config, active } = chipFor(settings);
    const setup: CoreSetup = { config, active, crews: session.threads, record: settings.record === true };
    return writeStart(JSON.stringify(setup), image);
  }

  // All its cores have ended what they had: Python has waited for that.
  private async finishProgram(session: Session): Promise<void> {
    session.stop();
    await session.stopped;
    while (session.phase !== "finished") this.collect();
    this.done = joinedTally(this.done, session.tally());
  }

  // ── Events ───────────────────────────────────────────────────────────────

  // What kernels have said before Python says something comes before it.
  private say(text: string): void {
    this.collect();
    const lines = text.split("\n");
    lines[0] = this.partial + lines[0];
    this.partial = lines.pop() ?? "";
    if (this.partial.length >= LONGEST_LINE) {
      lines.push(this.partial);
      this.partial = "";
    }
    for (const line of lines) {
      this.events.push({ kind: "line", core: this.hostId, coreKind: "host", cycles: this.clock, text: line });
    }
  }

  private collect(milliseconds = DRAIN_MILLISECONDS): void {
    for (const event of this.session?.drain(milliseconds) ?? []) this.keep(event);
  }

  private keep(event: MonitorEvent): void {
    if (event.kind === "finished") {
      this.coresFinished = event;
      return;
    }
    if (event.kind === "deadlock") return this.keepDeadlock(event);
    if (event.kind === "thread-ended" && event.damaged === true) this.damaged = true;
    if (event.kind === "fault") this.anyFault = true;
    if (event.kind === "unread" && event.message.from === this.hostId) {
      const place = this.placeOf(this.job.main.name, event.message.place.line);
      this.events.push({ ...event, message: { ...event.message, place, fromHost: true } });
      return;
    }
    this.events.push(event.kind === "fault" && this.job.device === undefined ? this.inKernel(event) : event);
  }

  private keepDeadlock(event: Deadlock): void {
    const told = eventInHostWords({ ...event, waits: event.waits.map((wait) => this.withPlace(wait)) }, this.hostId);
    const unread = told.unread.map((one) => (one.from === this.hostId ? { ...one, fromHost: true as const } : one));
    const waiting = waitingForFailed(event, this.hostId);
    if (waiting.size < event.waits.length) {
      this.deadlocked = true;
      this.events.push({ ...told, unread });
      return;
    }
    // Told at the end, when all who wait are known, and after why Python has failed.
    this.abandoned = waiting;
    this.leftBehind = leftBehind(told);
  }

  /// A fault with its calls in the host's file. The loop that calls the kernels stands below its last line: what fails there has
  /// failed with the launch, or the copy of data.
  private inKernel(fault: Extract<MonitorEvent, { kind: "fault" }>): MonitorEvent {
    const calls = fault.calls.filter(({ place }) => place.line <= this.lines);
    if (calls.length > 0) return { ...fault, calls };
    const line = fault.launchLine;
    const place = line === undefined ? [] : [{ name: "<module>", place: this.placeOf(this.job.main.name, line) }];
    return { ...fault, calls: place };
  }

  private withPlace(wait: Wait): Wait {
    return wait.core === this.hostId
      ? { ...wait, usesPython: true, place: this.placeOf(this.job.main.name, wait.place.line) }
      : wait;
  }

  drain(milliseconds: number): readonly MonitorEvent[] {
    if (this.finished) return [];
    this.collect(milliseconds);
    // Whoever can damage the chip memory need not heed anything that the page says in it.
    if (this.damaged && this.result === undefined) this.end({ outcome: "failed", console: false });
    if (this.untaken > 0) this.line.take(this.untaken);
    this.untaken = 0;
    const over = this.result !== undefined && (this.session === undefined || this.coresFinished !== undefined);
    if (over) this.finish(this.result as HostResult);
    return this.events.splice(0);
  }

  private end(given: HostResult): void {
    this.collect();
    // A program may raise KeyboardInterrupt itself.
    const result: HostResult = given.outcome !== "stopped" || this.stopped ? given : { ...given, outcome: "failed" };
    this.result = result;
    this.settle();
    if (result.console && (this.entered === undefined || result.status === undefined)) {
      this.console = this.place.keep?.(this);
    }
    if (this.console === undefined) this.place.thread.terminate();
    this.settleEnd();
    if (result.outcome !== "ended" && this.job.device === undefined) this.session?.stop();
    if (this.partial !== "") this.say("\n");
    if (
      result.outcome !== "stopped" &&
      result.error !== undefined &&
      !(result.error === "DeadlockError" && this.deadlocked)
    ) {
      this.events.push(this.faultOf(result));
    }
  }

  private faultOf({ error = "", message = "", calls = [] }: HostResult): MonitorEvent {
    return {
      kind: "fault",
      core: this.hostId,
      coreKind: "host",
      usesPython: true,
      cycles: this.clock,
      code: error === "thread-failed" ? error : "host-exception",
      message,
      calls: calls.map(({ name, file, line }) => ({ name, place: this.placeOf(file, line) })),
    };
  }

  private placeOf(file: string, line: number): SourcePlace {
    const { main, written, files } = this.job;
    const text = (file === main.name ? written : files.find(({ name }) => name === file)?.text) ?? "";
    const starts = this.lineStarts.get(file) ?? lineStarts(text);
    this.lineStarts.set(file, starts);
    const from = starts[line - 1] ?? 0;
    return { file, line, from, to: Math.max(from, (starts[line] ?? text.length + 1) - 1) };
  }

  private died(reason: string): void {
    if (this.result !== undefined) return;
    const message = `full Python could not go on: ${reason}`;
    this.place.thread.terminate();
    this.session?.losePython();
    this.end({
      outcome: this.stopped ? "stopped" : "failed",
      console: false,
      ...(this.stopped ? {} : { error: "thread-failed", message }),
    });
    this.activity("end");
  }

  private finish({ outcome, status }: HostResult): void {
    this.finished = true;
    const cores = this.coresFinished;
    if (this.leftBehind !== undefined && !this.stopped) this.events.push(this.leftBehind);
    this.events.push({
      kind: "finished",
      outcome: this.outcome(outcome, cores?.outcome),
      ...(status === undefined ? {} : { exitStatus: status }),
      wallMilliseconds: this.place.now() - this.began,
      cores: cores?.cores ?? [],
    });
  }

  private outcome(host: Outcome, cores: Outcome | undefined): Outcome {
    if (this.stopped || host === "stopped") return "stopped";
    // As for the cores alone: where some have failed, that comes first.
    if (this.deadlocked) return this.anyFault ? "failed" : "deadlock";
    // Cores without a kernel that are stopped when the program is over have done their part.
    if (host === "failed" || this.job.device === undefined || cores === undefined) return host;
    return cores;
  }

  tally(): Tally {
    if (!this.finished) throw new Error("a run is tallied when it has finished");
    return this.session === undefined ? emptyTally(this.settings) : joinedTally(this.done, this.session.tally());
  }

  // ── What was recorded ────────────────────────────────────────────────────

  override trace(most?: number, newest?: boolean): TraceBatch {
    const before = this.untold.shift();
    const batch = before === undefined ? super.trace(most, newest) : { ...before.trace(), more: true };
    return {
      ...batch,
      intervals: batch.intervals.map((one) => ({ ...one, place: this.inHostFile(one.place) })),
      messages: batch.messages.map((one) => ({
        ...one,
        fromPlace: this.inHostFile(one.fromPlace),
        toPlace: this.inHostFile(one.toPlace),
      })),
    };
  }

  /// Places that have only a line are in the host's program.
  private inHostFile(place: SourcePlace): SourcePlace {
    if (place.file !== "" || place.line === 0) return place;
    const known = this.hostPlaces.get(place.line);
    if (known !== undefined) return known;
    const found = this.placeOf(this.job.main.name, place.line);
    this.hostPlaces.set(place.line, found);
    return found;
  }

  // ── From the page ────────────────────────────────────────────────────────

  cores(): readonly CoreReport[] {
    const reports = this.session?.cores();
    if (reports === undefined) {
      const { config, active } = chipFor(this.settings);
      const idle = active
        .slice(0, -1)
        .map((id) => this.reportOf(id, id < config.firstHostId ? "device" : "host", "idle"));
      return [...idle, this.hostReport()];
    }
    return reports.map((report) => {
      if (report.id === this.hostId) {
        const place = report.line === null ? null : this.placeOf(this.job.main.name, report.line);
        return { ...report, place, state: this.question === undefined ? report.state : "input" };
      }
      const state = this.isHostFailed ? this.stateWithoutHost(report) : report.state;
      const inLoop = this.job.device === undefined && report.line !== null && report.line > this.lines;
      if (inLoop) return { ...report, state: report.state === "failed" ? state : "idle", line: null, place: null };
      return { ...report, state, ...(report.peer === this.hostId && { peerIsHost: true }) };
    });
  }

  private get isHostFailed(): boolean {
    return this.result?.outcome === "failed";
  }

  /// What a core does whose host has failed: it can be seen waiting for it, or has been stopped while it did.
  private stateWithoutHost({ id, state, peer }: CoreReport): CoreState {
    if (state === "deadlocked" && this.abandoned.has(id)) return "abandoned";
    return state === "stopped" && peer === this.hostId ? "abandoned" : state;
  }

  private hostReport(): CoreReport {
    const over = this.result?.outcome === "deadlock" ? "ended" : this.result?.outcome;
    const state = over ?? (this.question !== undefined ? "input" : "running");
    return { ...this.reportOf(this.hostId, "host", state), usesPython: true, cycles: this.clock };
  }

  private reportOf(id: number, kind: CoreKind, state: CoreState): CoreReport {
    return { id, kind, state, line: null, place: null, peer: null, cycles: 0, memory: [], shared: [] };
  }

  answer(core: number, text: string): void {
    if (core === this.hostId) this.reply(text);
    else this.session?.answer(core, text);
  }

  /// Tells a core, or Python, that there is no more input.
  endInput(core: number): void {
    if (core === this.hostId) this.reply(null);
    else this.session?.endInput(core);
  }

  private reply(text: string | null): void {
    if (this.question === undefined) return;
    const number = this.question;
    this.question = undefined;
    const bytes = encodeUtf8(JSON.stringify(text));
    if (bytes.length > LONGEST_ANSWER) this.died("the answer to input() is longer than a million bytes");
    else this.line.answer(number, bytes);
  }

  stop(): void {
    if (this.stopped || this.finished) return;
    this.stopped = true;
    this.interrupt();
    this.session?.stop();
    const giveUp = () => this.died("it did not stop");
    // While Python is loading there is nothing that could end in its own way.
    const patience = this.entered === undefined ? PATIENCE_MILLISECONDS : PATIENCE_WITH_ENTRIES_MILLISECONDS;
    if (this.handedOver) this.place.after(patience, giveUp);
    else giveUp();
  }

  // One that comes while Python is in a call of ours may be lost there.
  private interrupt(): void {
    if (this.result !== undefined) return;
    this.line.interrupt();
    this.place.after(INTERRUPT_AGAIN_MILLISECONDS, () => this.interrupt());
  }

  onActivity(callback: (activity: Activity) => void): void {
    this.activity = callback;
  }
}

type Deadlock = Extract<MonitorEvent, { kind: "deadlock" }>;

/// The cores that wait for a host that has failed, or for cores that do.
function waitingForFailed({ waits }: Deadlock, host: number): ReadonlySet<number> {
  const waiting = new Set<number>();
  const isHost = ({ over }: Wait): boolean => over.some(({ core, how }) => core === host && how === "failed");
  for (let before = -1; before < waiting.size; ) {
    before = waiting.size;
    for (const wait of waits) if (isHost(wait) || wait.on.some((id) => waiting.has(id))) waiting.add(wait.core);
  }
  return waiting;
}

/// What is told of cores that wait for a host that has failed.
function leftBehind({ waits, lines: told }: Deadlock): MonitorEvent {
  const lines = told.map((line) => ({ ...line, text: line.text.replace(/, but the host has failed$/, "") }));
  const count = counted(waits.length, "core waits", "cores wait");
  const message = [`${count} for the host, which failed.`, ...lines.map(({ text }) => text)].join("\n");
  return { kind: "abandoned", waits, lines, message };
}

function inPython3(file: SourceFile): SourceFile {
  return file.name.endsWith(".py") ? { name: file.name, text: asPython3(file.text).text } : file;
}

/// What Python asks to have compiled; throws if it is nothing of the kind.
function readKernelRequest(json: string): KernelRequest {
  const { file, text, lines, resident } = JSON.parse(json) as Partial<Record<keyof KernelRequest, unknown>>;
  const names = Array.isArray(resident) ? resident.map(String) : undefined;
  if (typeof file !== "string" || typeof text !== "string" || typeof lines !== "number" || names === undefined)
    throw new Error("it asks for a program that is none");
  return { file, text, lines, resident: names };
}

/// What Python says of how a program came out; throws if it is nothing of the kind.
function readResult(json: string): HostResult {
  const { outcome, status, error, message, calls, console } = JSON.parse(json) as Partial<
    Record<keyof HostResult, unknown>
  >;
  if (outcome !== "ended" && outcome !== "failed" && outcome !== "stopped") throw new Error("it ended in no known way");
  const exit = { console: console === true, ...(typeof status === "string" ? { status } : {}) };
  if (typeof error !== "string") return { outcome, ...exit };
  return {
    outcome,
    ...exit,
    error,
    message: String(message),
    calls: (Array.isArray(calls) ? calls : []).slice(0, MOST_CALLS).map((call: Record<string, unknown>) => ({
      name: String(call.name),
      file: String(call.file),
      line: Number(call.line),
    })),
  };
}
