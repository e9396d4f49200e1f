import type { ReactNode } from "react";
import { useStore } from "zustand";
import { useApp } from "./context.ts";
import { Icon } from "./Icon.tsx";
import "./empty.css";

interface EmptyProps {
  /// What will be here, and why it is not yet.
  readonly words: ReactNode;
  /// The next thing to do, as buttons.
  readonly children?: ReactNode;
}

/// Stands in a view that has nothing to show, and offers what to do about it.
export function Empty({ words, children }: EmptyProps) {
  return (
    <div className="empty">
      <p>{words}</p>
      <div className="empty-actions">{children}</div>
    </div>
  );
}

interface RunNowProps {
  readonly text?: string;
  readonly className?: string;
}

/// Shows what is wrong with the program.
export function ShowProblems() {
  const { view } = useApp();
  return (
    <button
      type="button"
      className="button small line"
      onClick={() => view.setState({ bottom: "problems", pane: "output" })}
    >
      Show the problems
    </button>
  );
}

/// Runs the open program. Nothing while a run is on.
export function RunNow({ text = "Run the program", className = "" }: RunNowProps) {
  const { run, runControl } = useApp();
  const isIdle = useStore(run, ({ status }) => status === "idle");
  if (!isIdle) return null;
  return (
    <button type="button" className={`button small line ${className}`} onClick={() => void runControl.start()}>
      <Icon name="play" />
      {text}
    </button>
  );
}
