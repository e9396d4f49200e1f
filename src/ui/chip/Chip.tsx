import { Mesh } from "./Mesh.tsx";
import { Narration } from "./Narration.tsx";
import "./chip.css";

/// The chip at work.
export function Chip() {
  return (
    <div className="pane">
      <Mesh />
      <Narration />
    </div>
  );
}
