import { useId } from "react";
import { useApp } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";
import "./loading-python.css";

interface LoadingPythonProps {
  /// How far it has come, from 0 to 1.
  readonly part: number;
}

/// Where the output will be: how far loading full Python has come, and a way to have it not loaded.
export function LoadingPython({ part }: LoadingPythonProps) {
  const { runControl } = useApp();
  const label = useId();
  return (
    <div className="loading-python">
      <p id={label}>Loading Python, {Math.round(part * 100)} %. The next runs start at once.</p>
      <progress aria-labelledby={label} value={part} max={1} />
      <button type="button" className="button small line" onClick={runControl.stop}>
        <Icon name="stop" />
        Cancel
      </button>
    </div>
  );
}
