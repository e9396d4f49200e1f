import { useStore } from "zustand";
import { useApp } from "./context.ts";

/// Whether the program has been changed since the run that the page shows was started.
export function useRunIsStale(): boolean {
  const { projects, run } = useApp();
  const revision = useStore(projects.store, (state) => state.revision);
  const ran = useStore(run, (state) => state.revision);
  return ran >= 0 && revision !== ran;
}

/// Says that a report is of the program as it was.
export function StaleMark() {
  return <span className="old-mark">from the last run, before your edit</span>;
}
