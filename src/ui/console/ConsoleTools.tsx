import { useStore } from "zustand";
import { useApp } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";

/// Stop what was entered, end Python, and clear what stands in the console.
export function ConsoleTools() {
  const { console } = useApp();
  const phase = useStore(console.store, (state) => state.phase);
  const empty = useStore(console.store, (state) => state.items.length === 0);
  return (
    <>
      <button type="button" className="button small line" disabled={phase !== "busy"} onClick={console.stop}>
        <Icon name="stop" />
        Stop the console
      </button>
      <button
        type="button"
        className="button small line"
        disabled={phase === "none"}
        title="Ends Python with all its names; the next run starts a new one"
        onClick={() => console.close("You have ended Python. Run the program to start it again.")}
      >
        End Python
      </button>
      <button
        type="button"
        className="button small icon-only"
        aria-label="Clear the console"
        title="Clear the console"
        disabled={empty}
        onClick={console.clear}
      >
        <Icon name="clear" />
      </button>
    </>
  );
}
