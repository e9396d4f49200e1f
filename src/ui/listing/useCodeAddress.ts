import { useStore } from "zustand";
import { globalAddress, sharedAddress } from "../../store/run/chip-choice.ts";
import { useApp } from "../shared/context.ts";

/// Where the byte code begins in the memory of the chosen core; null before it has been loaded and for virtual cores.
export function useCodeAddress(): number | null {
  const { chip, view } = useApp();
  const chosen = useStore(view, (state) => state.core);
  return useStore(chip.store, (state) => {
    const report = state.cores.find(({ kind, id }) => `${kind} ${id}` === chosen);
    const segment = report?.memory.find(({ name }) => name === "code");
    const shared = report?.shared?.find(({ name }) => name === "code");
    if (shared !== undefined) return sharedAddress(shared.from);
    if (report === undefined || segment === undefined) return null;
    return globalAddress(report.id, segment.from, state.model);
  });
}
