import { useStore } from "zustand";
import { useApp } from "./context.ts";

/// Whether the page shows Everything, or else the Essentials.
export function useEverything(): boolean {
  const { depths } = useApp();
  return useStore(depths.store, ({ depth }) => depth === "everything");
}
