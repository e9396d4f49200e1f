import type { CoreReport, MonitorEvent, Run } from "../runtime/protocol.ts";
import type { Cancel, Frames } from "./frames.ts";

/// What a run has shown since the last frame.
export interface Glimpse {
  readonly events: readonly MonitorEvent[];
  readonly cores: readonly CoreReport[];
}

// A frame has 16 ms; what is left after draining is for the page to draw and to answer clicks.
const drainMilliseconds = 6;
// After so many frames without news the cores all wait, most likely for the learner. Then a look now and then will do, and
// `onActivity` says when there is more.
const quietFrames = 30;
const quietInterval = 250;

/// Looks at a run once a frame until it has finished, and hands on what it saw. Returns a way to look no more. When looking
/// fails, which only a mistake of ours can bring about, that is said once and it looks no more either.
export function pump(
  run: Run,
  frames: Frames,
  onGlimpse: (glimpse: Glimpse) => void,
  onError: (error: unknown) => void,
): Cancel {
  let quiet = 0;
  let before: readonly CoreReport[] = [];
  let asleep = false;
  let cancel: Cancel = () => {};
  let over = false;

  const look = () => {
    asleep = false;
    try {
      lookOnce();
    } catch (error) {
      over = true;
      cancel();
      onError(error);
    }
  };

  const lookOnce = () => {
    const events = run.drain(drainMilliseconds);
    const cores = run.cores();
    const news = events.length > 0 || !sameCores(before, cores);
    before = cores;
    quiet = news ? 0 : quiet + 1;
    over = events.at(-1)?.kind === "finished";
    if (!over) {
      asleep = quiet >= quietFrames;
      cancel = asleep ? frames.after(quietInterval, look) : frames.next(look);
    }
    if (news) onGlimpse({ events, cores });
  };

  run.onActivity(() => {
    if (over || !asleep) return;
    cancel();
    asleep = false;
    quiet = 0;
    cancel = frames.next(look);
  });
  cancel = frames.next(look);
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
