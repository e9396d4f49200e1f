import { useMemo } from "react";
import { useStore } from "zustand";
import type { CoreKind, CoreReport } from "../../store/run/chip.ts";
import { useApp } from "../shared/context.ts";

const none: readonly CoreReport[] = [];

/// The cores of the present or last run; before there is one, those that the next will have, idle.
export function useReports(): readonly CoreReport[] {
  const { chip, settings, compiled, run } = useApp();
  const seen = useStore(chip.store, (state) => state.cores);
  const isOn = useStore(run, ({ status }) => status !== "idle");
  const before = useStore(chip.store, (state) => (isOn ? state.before : none));
  const { cores, hostCores } = useStore(settings.store);
  const usesPython = useStore(compiled, (state) => state.usesPython);
  return useMemo((): readonly CoreReport[] => {
    if (seen.length > 0) return seen;
    const idle = Array.from({ length: cores + hostCores }, (_, id) =>
      idleCore(id, id < cores ? "device" : "host", before),
    );
    return usesPython ? [...idle, { ...idleCore(cores + hostCores, "host", before), usesPython }] : idle;
  }, [seen, before, cores, hostCores, usesPython]);
}

function idleCore(id: number, kind: CoreKind, before: readonly CoreReport[]): CoreReport {
  const last = before.find((core) => core.id === id && core.kind === kind);
  const shared = last?.shared === undefined ? {} : { shared: last.shared };
  return {
    id,
    kind,
    state: "idle",
    line: null,
    place: null,
    peer: null,
    cycles: 0,
    memory: last?.memory ?? [],
    ...shared,
  };
}
