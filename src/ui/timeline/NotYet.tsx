import { useEffect } from "react";
import { useStore } from "zustand";
import { useApp } from "../shared/context.ts";
import { Empty, RunNow } from "../shared/Empty.tsx";
import { Icon } from "../shared/Icon.tsx";

/// Stands in the timeline's place while there is none. Has a run that was not recorded made again.
export function NotYet() {
  const { timeline, timelineMaker, run, runControl } = useApp();
  const preparing = useStore(timeline.store, (state) => state.preparing);
  const recorded = useStore(timeline.store, (state) => state.recorded);
  const isIdle = useStore(run, ({ status }) => status === "idle");
  const usesPython = useStore(run, (state) => state.usesPython);
  const { phase, problem } = useStore(timelineMaker.store);
  const isMissing = recorded === false && isIdle;
  useEffect(() => {
    if (isMissing && phase === "none") timelineMaker.make();
  }, [isMissing, phase, timelineMaker]);

  if (preparing) return <Empty words="Reading what was recorded…" />;
  if (recorded === null || (phase === "impossible" && !usesPython)) {
    return (
      <Empty words="What each core does appears here: when it computes, sends, receives and waits, and for whom.">
        <RunNow />
      </Empty>
    );
  }
  if (recorded) return <Empty words="Nothing has been recorded yet." />;
  if (!isIdle) {
    return (
      <Empty
        words={
          usesPython
            ? "This run is not recorded. From the next run on, they are."
            : "This run is not recorded. When it is over, its timeline appears here."
        }
      >
        <button type="button" className="button small line" onClick={runControl.stop}>
          <Icon name="stop" />
          End the run
        </button>
      </Empty>
    );
  }
  if (phase === "impossible") {
    return (
      <Empty words="This run was not recorded. A run with full Python cannot be made again, because what Python does depends on the world outside. Run it again to see its timeline: from now on, runs are recorded.">
        <RunNow text="Run and record" />
      </Empty>
    );
  }
  if (phase === "failed") {
    return (
      <Empty
        words={`The timeline could not be made: ${problem} Run the program again: from now on, runs are recorded.`}
      >
        <RunNow text="Run and record" />
      </Empty>
    );
  }
  if (phase === "cancelled") {
    return (
      <Empty words="The timeline of this run has not been made.">
        <button type="button" className="button small line" onClick={timelineMaker.make}>
          Make the timeline
        </button>
      </Empty>
    );
  }
  return <Making />;
}

function Making() {
  const { timelineMaker } = useApp();
  const made = useStore(timelineMaker.store, (state) => state.made);
  return (
    <Empty words="Making the timeline: the run happens again, without printing.">
      <progress max={1} value={made} aria-label="Making the timeline" />
      <button type="button" className="button small line" onClick={timelineMaker.cancel}>
        Cancel
      </button>
    </Empty>
  );
}
