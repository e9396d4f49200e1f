import type { CoreReport } from "../../runtime/protocol/cores.ts";
import type { MonitorEvent } from "../../runtime/protocol/events.ts";
import type { Run } from "../../runtime/protocol/run.ts";
import type { Cancel, Frames } from "../platform/frames.ts";

/// What a run has shown since the last frame.
export interface RunUpdate {
  readonly events: readonly MonitorEvent[];
  readonly cores: readonly CoreReport[];
}

// A frame has 16 ms; what is left after draining is for the page to draw and to answer clicks.
const drainMilliseconds = 6;
// Once the cores have come to their end, only what they had said is left: the learner waits for the page.
const endMilliseconds = 24;
// After this many frames without news the cores all wait, most likely for the learner. Then a look now and then will do, and
// `onActivity` says when there is more.
const quietFrames = 30;
const quietInterval = 250;
// The cores need the processor more than their picture does: after a look the page rests this many times as long as the
// look and its drawing took, so that a small machine spends a fifth of one processor on drawing.
const restFactor = 4;
const longestRest = 120;

/// Looks at a run once a frame until it has finished, and hands on what it saw. Returns a way to look no more. When looking
/// fails, which only a mistake of ours can bring about, that is said once and it looks no more either.
export function pollRun(
  run: Run,
  frames: Frames,
  onUpdate: (update: RunUpdate) => void,
  onError: (error: unknown) => void,
): Cancel {
  let quiet = 0;
  let before: readonly CoreReport[] = [];
  let cancel: Cancel = () => {};
  let over = false;
  let ending = false;
  // What is waited for: the next frame, the end of a rest, or news after a quiet time.
  let waiting: "frame" | "rest" | "news" = "frame";

  const look = () => {
    try {
      lookOnce();
    } catch (error) {
      over = true;
      cancel();
      onError(error);
    }
  };

  const lookNext = () => {
    cancel();
    waiting = "frame";
    cancel = frames.next(look);
  };

  const lookOnce = () => {
    const began = frames.now();
    const events = run.drain(ending ? endMilliseconds : drainMilliseconds);
    const cores = run.cores();
    const news = events.length > 0 || !sameCores(before, cores);
    before = cores;
    quiet = news ? 0 : quiet + 1;
    over = events.at(-1)?.kind === "finished";
    if (news) onUpdate({ events, cores });
    if (over) return;
    if (ending) {
      lookNext();
    } else if (quiet >= quietFrames) {
      waiting = "news";
      cancel = frames.after(quietInterval, look);
    } else {
      waiting = "rest";
      // Timers come after the frame is drawn, so this sees what drawing took.
      cancel = frames.after(0, () => {
        const rest = Math.min(longestRest, (frames.now() - began) * restFactor);
        cancel = frames.after(rest, lookNext);
      });
    }
  };

  run.onActivity((activity) => {
    ending ||= activity === "end";
    if (over || waiting === "frame" || (waiting === "rest" && activity === "news")) return;
    quiet = 0;
    lookNext();
  });
  lookNext();
  return () => {
    over = true;
    cancel();
  };
}

function sameCores(a: readonly CoreReport[], b: readonly CoreReport[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((core, index) => {
    const other = b[index];
    return (
      other !== undefined &&
      core.cycles === other.cycles &&
      core.state === other.state &&
      core.line === other.line &&
      core.peer === other.peer
    );
  });
}
