import { useStore } from "zustand";
import { coresOf, meshCores } from "../../store/address.ts";
import { useApp } from "../app/context.ts";
import { ManyCores } from "./ManyCores.tsx";
import { Mesh } from "./Mesh.tsx";
import { Narration } from "./Narration.tsx";
import "./chip.css";

/// The chip at work.
export function Chip() {
  const { chip } = useApp();
  const many = useStore(chip.store, (state) => coresOf(state.model) > meshCores);
  return (
    <div className="pane">
      {many ? <ManyCores /> : <Mesh />}
      <Narration />
    </div>
  );
}
