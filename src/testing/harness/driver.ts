import type { MonitorEvent, Outcome } from "../../runtime/protocol/events.ts";
import type { RunSettings } from "../../runtime/protocol/run.ts";
import type { Session } from "../../runtime/session.ts";
import type { ExpectedFault } from "./expectations.ts";

/// What a run of a program came to.
export interface Result {
  readonly outcome: Outcome;
  /// What each core printed, by its id; every core that took part has an entry.
  readonly lines: ReadonlyMap<number, readonly string[]>;
  /// By ascending core.
  readonly faults: readonly ExpectedFault[];
  /// What was said about each core that failed.
  readonly faultMessages: ReadonlyMap<number, string>;
  /// The cores that could never continue, ascending.
  readonly deadlock: readonly number[];
  /// What was said about them, if anything.
  readonly deadlockReport: string;
  /// Each core's clock at the end.
  readonly cycles: ReadonlyMap<number, number>;
  /// How many times a core asked for input.
  readonly asked: number;
}

/// One way to run images. It keeps its threads and memory from run to run, and runs one image at a time.
export interface Driver {
  readonly name: string;
  /// Runs an image to its end, with these answers for those who ask; after the last there is no more input. Rejects when
  /// it does not come to an end.
  run(image: Uint8Array, settings: RunSettings, answers?: readonly string[]): Promise<Result>;
  dispose(): void;
}

// Far more than any run takes, on a machine that has much else to do.
const PATIENCE_MILLISECONDS = 300_000;
const DRAIN_MILLISECONDS = 20;

/// A driver over what starts a run. `recover` is called after a run that did not end in time.
export function driverOf(
  name: string,
  start: (image: Uint8Array, settings: RunSettings) => Promise<Session>,
  recover: () => void = () => {},
  dispose: () => void = () => {},
): Driver {
  return {
    name,
    dispose,
    async run(image, settings, answers = []) {
      const session = await start(image, settings);
      const until = performance.now() + PATIENCE_MILLISECONDS;
      const events: MonitorEvent[] = [];
      const left = [...answers];
      let asked = 0;
      for (;;) {
        const drained = session.drain(DRAIN_MILLISECONDS);
        for (const event of drained) {
          events.push(event);
          // With breakpoints a run pauses at a fault or a deadlock too.
          if (event.kind === "paused") session.resume();
          if (event.kind !== "input") continue;
          asked++;
          const answer = left.shift();
          if (answer === undefined) session.endInput(event.core);
          else session.answer(event.core, answer);
        }
        if (drained.at(-1)?.kind === "finished") return resultOf(events, asked);
        if (performance.now() > until) {
          session.stop();
          recover();
          throw new Error(`not over after ${PATIENCE_MILLISECONDS} ms; so far: ${JSON.stringify(events.slice(0, 20))}`);
        }
        if (drained.length === 0) await news(session);
      }
    },
  };
}

/// Until a run says that there may be something new, or for a moment.
function news(session: Session): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 1);
    session.onActivity(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function resultOf(events: readonly MonitorEvent[], asked: number): Result {
  const finished = events.at(-1);
  if (finished?.kind !== "finished") throw new Error("a run ends with `finished`");
  const lines = new Map<number, string[]>(finished.cores.map(({ core }) => [core, []]));
  const faults: ExpectedFault[] = [];
  const faultMessages = new Map<number, string>();
  const deadlock = new Set<number>();
  let deadlockReport = "";
  for (const event of events) {
    if (event.kind === "line") lines.get(event.core)?.push(event.text);
    if (event.kind === "fault") {
      faultMessages.set(event.core, event.message);
      faults.push({ core: event.core, code: event.code, line: event.calls[0]?.place.line ?? 0 });
    }
    if (event.kind === "deadlock") {
      deadlockReport = event.message;
      for (const wait of event.waits) deadlock.add(wait.core);
    }
  }
  return {
    outcome: finished.outcome,
    lines,
    faults: faults.sort((a, b) => a.core - b.core),
    faultMessages,
    deadlock: [...deadlock].sort((a, b) => a - b),
    deadlockReport,
    cycles: new Map(finished.cores.map(({ core, cycles }) => [core, cycles])),
    asked,
  };
}
