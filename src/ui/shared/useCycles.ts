import { useCallback } from "react";
import { useStore } from "zustand";
import { formatCycles } from "../../store/timeline/time.ts";
import { useApp } from "./context.ts";

/// Shows cycles as the time that the chip of the present or last run would take for them.
export function useCycles(): (cycles: number) => string {
  const { run } = useApp();
  const frequency = useStore(run, (state) => state.frequency);
  return useCallback((cycles) => formatCycles(cycles, frequency), [frequency]);
}
