import { useMemo } from "react";
import { useStore } from "zustand";
import type { CoreKind, CoreReport } from "../../store/run/chip.ts";
import { useApp } from "../shared/context.ts";

/// The cores of the present or last run; before there is one, those that the next will have, idle.
export function useReports(): readonly CoreReport[] {
  const { chip, settings, compiled } = useApp();
  const seen = useStore(chip.store, (state) => state.cores);
  const { cores, hostCores } = useStore(settings.store);
  const usesPython = useStore(compiled, (state) => state.usesPython);
  return useMemo((): readonly CoreReport[] => {
    if (seen.length > 0) return seen;
    const idle = Array.from({ length: cores + hostCores }, (_, id) => idleCore(id, id < cores ? "device" : "host"));
    return usesPython ? [...idle, { ...idleCore(cores + hostCores, "host"), usesPython }] : idle;
  }, [seen, cores, hostCores, usesPython]);
}

function idleCore(id: number, kind: CoreKind): CoreReport {
  return { id, kind, state: "idle", line: null, place: null, peer: null, cycles: 0, memory: [] };
}
