import { useEffect, useRef } from "react";
import { useStore } from "zustand";
import { coresOf, meshCores } from "../../store/run/chip-choice.ts";
import { useApp } from "../shared/context.ts";
import { RunNow } from "../shared/Empty.tsx";
import { lazyPane } from "../shared/lazy-view.tsx";
import { DeadlockPanel } from "./DeadlockPanel.tsx";
import { LinkWords } from "./LinkWords.tsx";
import { Mesh } from "./Mesh.tsx";
import { Narration } from "./Narration.tsx";
import { Player, WatchButton } from "./Player.tsx";
import "./chip.css";

const ManyCores = lazyPane(() => import("./ManyCores.tsx"));

/// The chip at work.
export function Chip() {
  const { chip } = useApp();
  const many = useStore(chip.store, (state) => coresOf(state.model) > meshCores);
  const pane = useRef<HTMLDivElement>(null);
  useEffect(() => chip.watch(), [chip]);
  return (
    <div className="pane" ref={pane}>
      {many ? <ManyCores /> : <Mesh />}
      <LinkWords />
      {/* As high whatever it says, so that the mesh above keeps its size while the cores run. */}
      <div className="chip-words">
        <DeadlockPanel />
        <Narration />
        <WatchButton />
        <FirstRun />
      </div>
      <Player pane={pane} />
    </div>
  );
}

/// Where the run can be watched later: before there is one, it can be run.
function FirstRun() {
  const { run } = useApp();
  const hasRun = useStore(run, ({ outcome }) => outcome !== null);
  return !hasRun && <RunNow className="watch-button" />;
}
