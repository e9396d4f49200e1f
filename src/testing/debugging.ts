import { createEngine } from "../runtime/node/engine.ts";
import type { MonitorEvent, RunSettings } from "../runtime/protocol.ts";
import type { Session } from "../runtime/session.ts";
import { imageBytesOf } from "./chips.ts";

/// A run that is watched and debugged by a test.
export interface Debugged {
  readonly run: Session;
  /// All that it has said so far.
  readonly events: MonitorEvent[];
  /// Lets it run until it is paused or has finished; that event. Throws when it hangs.
  settle(): Promise<MonitorEvent & { kind: "paused" | "finished" }>;
  /// The lines that hold, those that were taken back left out.
  lines(): readonly string[];
  dispose(): void;
}

// A run in this thread does something in every round, however busy the machine is. One in other threads may have to wait for it.
const MOST_IDLE_ROUNDS = 1000;
const MOST_IDLE_MILLISECONDS = 300_000;

/// Starts a program on cores 0 up to `cores`, with these answers for those who ask.
export async function debug(
  text: string,
  cores: number,
  settings: Partial<RunSettings> = {},
  executor: "cooperative" | "workers" = "cooperative",
  answers: readonly string[] = [],
): Promise<Debugged> {
  const engine = createEngine(executor, 2);
  const deviceCores = Array.from({ length: cores }, (_, id) => id);
  const run = await engine.start(imageBytesOf(text), { deviceCores, hostCores: 0, seed: 1, ...settings });
  const events: MonitorEvent[] = [];
  const left = [...answers];
  const held: string[] = [];
  return {
    run,
    events,
    lines: () => held,
    dispose: () => engine.dispose(),
    async settle() {
      let before = "";
      let idle = 0;
      let since = performance.now();
      for (;;) {
        let end: MonitorEvent | undefined;
        for (const event of run.drain(10)) {
          events.push(event);
          if (event.kind === "line") held.push(event.text);
          if (event.kind === "rewound") held.length = event.lines;
          if (event.kind === "paused" || event.kind === "finished") end = event;
          if (event.kind === "resumed") end = undefined;
          const asking = event.kind === "rewound" ? event.asking : event.kind === "input" ? [event] : [];
          for (const { core } of asking) {
            const answer = left.shift();
            if (answer !== undefined) run.answer(core, answer);
          }
        }
        if (end?.kind === "paused" || end?.kind === "finished") return end;
        await new Promise((resolve) => setImmediate(resolve));
        const now = `${events.length} ${run.cores().map(({ cycles }) => cycles)}`;
        if (now !== before) {
          before = now;
          idle = 0;
          since = performance.now();
        } else if (run.executor === "cooperative") {
          idle++;
        }
        if (idle > MOST_IDLE_ROUNDS || performance.now() - since > MOST_IDLE_MILLISECONDS) {
          throw new Error(`it hangs; so far: ${JSON.stringify(events.slice(-20))}`);
        }
      }
    },
  };
}
