import { useEffect } from "react";
import { useStore } from "zustand";
import type { InspectorState } from "../../store/run/inspector.ts";
import { useApp } from "../shared/context.ts";

/// The chosen core laid open, kept up to date while the component is there.
export function useInspection(): InspectorState {
  const { inspector } = useApp();
  useEffect(() => inspector.watch(), [inspector]);
  return useStore(inspector.store);
}
