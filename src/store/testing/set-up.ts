import type { Condition } from "../../runtime/protocol/breakpoints.ts";
import type { CoreReport } from "../../runtime/protocol/cores.ts";
import type { MonitorEvent, PauseReason } from "../../runtime/protocol/events.ts";
import type { Evaluation } from "../../runtime/protocol/inspection.ts";
import type { Activity, Engine, Run, RunSettings } from "../../runtime/protocol/run.ts";
import type { TraceBatch } from "../../runtime/protocol/trace.ts";
import { type AppParts, createApp } from "../app.ts";
import type { Link } from "../run/moves.ts";
import { memoryStorage, type PageStorage } from "../storage/storage.ts";
import { handFrames } from "./hand-frames.ts";

// An app whose time passes when a test says so and whose cores do what a test says.

export class FakeRun implements Run {
  readonly executor = "workers";
  readonly threads = 2;
  readonly settings: RunSettings;
  events: MonitorEvent[] = [];
  answers: string[] = [];
  drains = 0;
  state: CoreReport["state"] = "running";
  /// Every core's clock, but for those that have one of their own here, by id.
  cycles = 600;
  readonly clocks = new Map<number, number>();
  wake: (activity: Activity) => void = () => {};

  constructor(settings: RunSettings) {
    this.settings = settings;
  }
  drain() {
    this.drains++;
    return this.events.splice(0);
  }
  cores(): readonly CoreReport[] {
    const { deviceCores, hostCores } = this.settings;
    const hosts = Array.from({ length: hostCores }, (_, index) => deviceCores.length + index);
    return [...deviceCores.map((id) => this.report(id, "device")), ...hosts.map((id) => this.report(id, "host"))];
  }
  private report(id: number, kind: CoreReport["kind"]): CoreReport {
    return {
      id,
      kind,
      state: this.state,
      line: 1,
      place: null,
      peer: null,
      cycles: this.clocks.get(id) ?? this.cycles,
      memory: [],
    };
  }
  /// What its links have carried.
  carried: Link[] = [];
  links() {
    return this.carried;
  }
  answer(core: number, text: string) {
    this.answers.push(`${core}: ${text}`);
  }
  endInput(core: number) {
    this.answers.push(`${core}: no more`);
  }
  tally() {
    return { columns: 4, frequency: 600e6, cores: [], messages: [] };
  }
  stop() {
    this.finish("stopped");
  }
  readonly phase = "running";
  /// What it was asked to do, in words.
  asked: string[] = [];
  pause() {
    this.asked.push("pause");
  }
  resume() {
    this.asked.push("resume");
    this.events.push({ kind: "resumed" });
  }
  step(core: number | "all", how: string) {
    this.asked.push(`step ${core} ${how}`);
    this.events.push({ kind: "resumed" });
  }
  runTo(file: string, line: number, core: number | null) {
    this.asked.push(`to ${file}:${line} ${core}`);
  }
  back(core: number | null) {
    this.asked.push(`back ${core}`);
  }
  setBreakpoints(breakpoints: readonly unknown[]) {
    this.asked.push(`${breakpoints.length} breakpoints`);
    return [];
  }
  /// It stands still, as after what it was asked last.
  standStill(why: PauseReason, core: number | null = null) {
    this.events.push({ kind: "paused", why, core, breakpoint: null, problem: null, canGoBack: true });
  }
  inspect(core: number) {
    return { core, calls: [], globals: [], postbox: [] };
  }
  /// What its expressions are worth, by core and in the order of the cores; asked for by name.
  values = new Map<string, readonly number[]>();
  evaluate(core: number, expression: Condition): Evaluation {
    const name = expression.kind === "name" ? expression.name : "";
    const number = this.values.get(name)?.[core];
    if (number === undefined) return { problem: `there is no variable ${name} here` };
    return { type: "int", text: String(number), length: null, number };
  }
  elements() {
    return [];
  }
  memory() {
    return null;
  }
  memoryParts() {
    return [];
  }
  /// What it has recorded, one batch for each look.
  batches: TraceBatch[] = [];
  trace() {
    return this.batches.shift() ?? { intervals: [], messages: [], dropped: 0, gaps: [], more: false, clocks: [] };
  }
  onActivity(callback: (activity: Activity) => void) {
    this.wake = callback;
  }
  print(core: number, text: string) {
    this.events.push({ kind: "line", core, coreKind: "device", cycles: 600, text });
  }
  finish(outcome: "ended" | "failed" | "stopped" | "deadlock") {
    this.state = outcome === "ended" ? "ended" : "stopped";
    this.events.push({ kind: "finished", outcome, wallMilliseconds: 1, cores: [] });
  }
}

/// A program that has an error if it is not `sound`.
export function setUp(sound = true, pageStorage: PageStorage = memoryStorage(), more: Partial<AppParts> = {}) {
  const hand = handFrames();
  const runs: FakeRun[] = [];
  const engine: Engine = {
    executor: "workers",
    async start(_, settings) {
      const run = new FakeRun(settings);
      runs.push(run);
      return run;
    },
    dispose() {},
  };
  const app = createApp({
    compile: ({ name }) =>
      sound
        ? { image: new Uint8Array(), diagnostics: [] }
        : {
            diagnostics: [
              {
                code: "missing-colon",
                severity: "error",
                file: name,
                message: "No colon",
                fixes: [],
                from: 23,
                to: 24,
              },
            ],
          },
    explain: (code) => `All about ${code}`,
    createEngine: () => engine,
    workers: true,
    pageStorage,
    frames: hand.frames,
    ...more,
  });
  return { ...hand, app, runs };
}
