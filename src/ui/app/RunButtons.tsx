import { useStore } from "zustand";
import { useApp } from "./context.ts";
import { Icon } from "./Icon.tsx";

/// Run and Stop.
export function RunButtons() {
  const { run, session } = useApp();
  const status = useStore(run, (state) => state.status);
  return (
    <>
      <button
        type="button"
        className="button go"
        disabled={status !== "idle"}
        aria-keyshortcuts="Control+Enter"
        onClick={() => void session.start()}
      >
        <Icon name="play" />
        Run <kbd className="wide-only">Ctrl ⏎</kbd>
      </button>
      <button
        type="button"
        className="button line"
        disabled={status === "idle" || status === "stopping"}
        onClick={session.stop}
      >
        <Icon name="stop" />
        {status === "stopping" ? "Stopping" : "Stop"}
      </button>
    </>
  );
}
