import { WarmEngine } from "../../runtime/engine.ts";
import { surroundingsOf } from "../../runtime/node/engine.ts";
import type { MonitorEvent } from "../../runtime/protocol/events.ts";
import type { RunSettings } from "../../runtime/protocol/run.ts";
import type { Session } from "../../runtime/session.ts";
import { imageBytesOf } from "./chips.ts";

type End = MonitorEvent & { kind: "paused" | "finished" };

/// A run that is watched and debugged by a test.
export interface Debugged {
  readonly run: Session;
  /// All that it has said so far.
  readonly events: MonitorEvent[];
  /// Whether every question is answered when it comes; if not, when `answer` says so, or when the run waits for nothing else.
  prompt: boolean;
  /// Lets it run until it is paused or has finished; that event. Throws when it hangs.
  settle(): Promise<End>;
  /// Lets it run for at most `count` rounds; the event if it is paused or has finished.
  rounds(count: number): Promise<End | undefined>;
  /// Answers the open question that came first, if there is one.
  answer(): void;
  /// The lines that hold, those that were taken back left out.
  lines(): readonly string[];
  dispose(): void;
}

// A run in this thread does something in every round, however busy the machine is. One in other threads may have to wait for it.
const MOST_IDLE_ROUNDS = 1000;
const MOST_IDLE_MILLISECONDS = 300_000;

/// Starts a program on cores 0 up to `cores`, with these answers for those who ask. What runs in this thread does the same every
/// time: the time it sees is how often it has asked.
export async function debug(
  text: string,
  cores: number,
  settings: Partial<RunSettings> = {},
  executor: "cooperative" | "workers" = "cooperative",
  answers: readonly string[] = [],
): Promise<Debugged> {
  let asked = 0;
  const surroundings = surroundingsOf(2);
  const engine = new WarmEngine(
    executor,
    executor === "workers" ? surroundings : { ...surroundings, now: () => ++asked },
  );
  const deviceCores = Array.from({ length: cores }, (_, id) => id);
  const run = await engine.start(imageBytesOf(text), { deviceCores, hostCores: 0, seed: 1, ...settings });
  const events: MonitorEvent[] = [];
  const left = [...answers];
  const open = new Set<number>();
  const held: string[] = [];

  const answer = (): void => {
    const [core] = open;
    const given = left[0];
    if (core === undefined || given === undefined) return;
    left.shift();
    open.delete(core);
    run.answer(core, given);
  };

  /// What the run says; the event after which it stands still, if it does.
  const look = (): End | undefined => {
    let end: End | undefined;
    for (const event of run.drain(10)) {
      events.push(event);
      if (event.kind === "line") held.push(event.text);
      if (event.kind === "input") open.add(event.core);
      if (event.kind === "rewound") {
        held.length = event.lines;
        open.clear();
        for (const { core } of event.asking) open.add(core);
      }
      if (event.kind === "paused" || event.kind === "finished") end = event;
      if (event.kind === "resumed") end = undefined;
    }
    if (one.prompt) for (let count = open.size; count > 0; count--) answer();
    return end;
  };

  const one: Debugged = {
    run,
    events,
    prompt: true,
    answer,
    lines: () => held,
    dispose: () => engine.dispose(),
    async rounds(count) {
      for (let round = 0; round < count; round++) {
        const end = look();
        if (end !== undefined) return end;
        await new Promise((resolve) => setImmediate(resolve));
      }
      return look();
    },
    async settle() {
      let before = "";
      let idle = 0;
      let since = performance.now();
      for (;;) {
        const end = await one.rounds(1);
        if (end !== undefined) return end;
        const now = `${events.length} ${run.cores().map(({ cycles }) => cycles)}`;
        if (now !== before) {
          before = now;
          idle = 0;
          since = performance.now();
        } else if (run.executor === "cooperative") {
          idle++;
        }
        if (idle > 5) answer();
        if (idle > MOST_IDLE_ROUNDS || performance.now() - since > MOST_IDLE_MILLISECONDS) {
          throw new Error(`it hangs; so far: ${JSON.stringify(events.slice(-20))}`);
        }
      }
    },
  };
  return one;
}
