import { useStore } from "zustand";
import { useApp } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";

/// Measure, and Cancel while that is under way.
export function ScalingTools() {
  const { scaling, run } = useApp();
  const measuring = useStore(scaling.store, (state) => state.measuring);
  const busy = useStore(run, (state) => state.status !== "idle");
  if (measuring) {
    return (
      <button type="button" className="button small line" onClick={scaling.cancel}>
        <Icon name="stop" />
        Cancel
      </button>
    );
  }
  return (
    <button type="button" className="button small line" disabled={busy} onClick={() => void scaling.measure()}>
      <Icon name="play" />
      Measure
    </button>
  );
}
