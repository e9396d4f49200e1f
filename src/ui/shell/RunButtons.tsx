import { useStore } from "zustand";
import { useApp } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";

const NOT_WITH_PYTHON = "Full Python cannot be paused or stepped. Print values, or use the timeline.";

/// Run, Stop, Pause, Step and, unless it stands elsewhere, Back.
export function RunButtons({ back = true }: { readonly back?: boolean }) {
  const { run, runControl, compiled, player } = useApp();
  const { debugger: debug } = runControl;
  const status = useStore(run, (state) => state.status);
  const canGoBack = useStore(debug.store, (state) => state.paused?.canGoBack === true);
  const paused = status === "paused";
  const busy = status === "running" || status === "paused";
  const isOfHost = useStore(compiled, (state) => state.usesPython);
  const runsHost = useStore(run, (state) => state.usesPython);
  const cannotPause = status === "running" && runsHost;
  const cannotStep = status === "idle" && isOfHost;
  return (
    <>
      <button
        type="button"
        className="button go"
        disabled={status !== "idle" && !paused}
        aria-keyshortcuts="Control+Enter"
        onClick={() => void runControl.start()}
      >
        <Icon name="play" />
        {paused ? "Continue" : "Run"} <kbd className="roomy-only">Ctrl ⏎</kbd>
      </button>
      <button
        type="button"
        className="button line if-useful if-room"
        disabled={status !== "idle"}
        aria-keyshortcuts="Control+Shift+Enter"
        title="Run, and watch it happen on the chip (Ctrl+Shift+Enter)"
        onClick={player.runSlowly}
      >
        <Icon name="slowly" />
        <span className="shy">Run slowly</span>
      </button>
      <button type="button" className="button line" disabled={!busy} title="Stop the run" onClick={runControl.stop}>
        <Icon name="stop" />
        <span className="shy">{status === "stopping" ? "Stopping" : "Stop"}</span>
      </button>
      <button
        type="button"
        className="button line if-useful"
        disabled={status !== "running" || cannotPause}
        aria-keyshortcuts="F6"
        title={cannotPause ? NOT_WITH_PYTHON : "Pause all cores (F6)"}
        onClick={debug.pause}
      >
        <Icon name="pause" />
        <span className="shy">Pause</span>
      </button>
      <button
        type="button"
        className="button line if-useful"
        disabled={(status !== "idle" && !paused) || cannotStep}
        aria-keyshortcuts="F10"
        title={
          cannotStep || cannotPause
            ? NOT_WITH_PYTHON
            : paused
              ? "To the next line (F10)"
              : "Start before the first line (F10)"
        }
        onClick={() => debug.step("over")}
      >
        <Icon name="over" />
        <span className="shy">Step</span> <kbd className="roomy-only">F10</kbd>
      </button>
      {back && (
        <button
          type="button"
          className="button line if-useful"
          disabled={!paused || !canGoBack}
          aria-keyshortcuts="Shift+F10"
          title="To the line before (Shift+F10)"
          onClick={debug.back}
        >
          <Icon name="back" />
          <span className="shy">Back</span>
        </button>
      )}
    </>
  );
}
