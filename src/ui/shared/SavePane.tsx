import { useRef } from "react";
import { useStore } from "zustand";
import { useApp } from "./context.ts";
import { SaveView } from "./SaveView.tsx";
import { useCycles } from "./useCycles.ts";

interface SavePaneProps {
  /// What is saved: `the byte code`.
  readonly what: string;
  /// What the file is called after the program: `byte-code`.
  readonly name: string;
}

/// Saves what a tab shows as a picture. It stands in the row of the tabs.
export function SavePane({ what, name }: SavePaneProps) {
  const { chip, run, projects, player } = useApp();
  const inTime = useCycles();
  const cycles = useStore(chip.store, (state) => state.cycles);
  const place = useRef<HTMLSpanElement>(null);
  const program = run.getState().file ?? projects.activeFile().name;
  const { phase, at } = useStore(player.store);
  const caption = () => `${program}, ${what}, ${inTime(phase === "shown" ? at : cycles)}`;
  return (
    <span className="save-pane" ref={place}>
      <SaveView
        what={what}
        isPlayed={false}
        name={`${program.replace(/\.py$/, "")}-${name}`}
        frame={() => place.current?.closest(".tabbed")?.querySelector<HTMLElement>(":scope > .tab-panel") ?? null}
        caption={caption}
      />
    </span>
  );
}
