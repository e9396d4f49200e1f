import { useStore } from "zustand";
import { formatCycles } from "../../store/time.ts";
import { useApp } from "../app/context.ts";
import { Mesh } from "./Mesh.tsx";
import { Narration } from "./Narration.tsx";
import "./chip.css";

/// The chip at work.
export function Chip() {
  const { chip } = useApp();
  const cycles = useStore(chip.store, (state) => state.cycles);
  return (
    <section className="pane" aria-labelledby="chip-title">
      <div className="pane-head">
        <h2 id="chip-title">Chip</h2>
        <span className="pane-model">Epiphany-III</span>
        <span className="mono pane-time" title="Virtual time: what the real chip would have taken">
          t = {formatCycles(cycles)}
        </span>
      </div>
      <Mesh />
      <Narration />
    </section>
  );
}
