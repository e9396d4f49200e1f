import { useMemo } from "react";
import { useStore } from "zustand";
import type { CoreKind, CoreReport } from "../../store/chip.ts";
import { useApp } from "../app/context.ts";

/// The cores of the present or last run; before there is one, those that the next will have, idle.
export function useReports(): readonly CoreReport[] {
  const { chip, settings } = useApp();
  const seen = useStore(chip.store, (state) => state.cores);
  const { cores, hostCores } = useStore(settings.store);
  return useMemo(() => {
    if (seen.length > 0) return seen;
    return Array.from({ length: cores + hostCores }, (_, id) => idle(id, id < cores ? "device" : "host"));
  }, [seen, cores, hostCores]);
}

function idle(id: number, kind: CoreKind): CoreReport {
  return { id, kind, state: "idle", line: null, place: null, peer: null, cycles: 0, memory: [] };
}
