import { useStore } from "zustand";
import type { Pane } from "../../store/view.ts";
import { ChipPane } from "../chip/ChipPane.tsx";
import { Console } from "../console/Console.tsx";
import { CorePane } from "../core/CorePane.tsx";
import { EditorPane } from "../editor/EditorPane.tsx";
import { Lessons } from "../lesson/Lessons.tsx";
import { Library } from "../project/Library.tsx";
import { useApp } from "./context.ts";
import { type Tab, Tabs } from "./Tabs.tsx";

/// On a phone: one part at a time.
export function Narrow() {
  const { view } = useApp();
  const pane = useStore(view, (state) => state.pane);
  const tabs: readonly Tab<Pane>[] = [
    { id: "code", label: "Code", panel: <EditorPane /> },
    {
      id: "chip",
      label: "Chip",
      panel: (
        <div className="narrow-chip">
          <ChipPane />
          <CorePane />
        </div>
      ),
    },
    { id: "output", label: "Output", panel: <Console /> },
    { id: "lesson", label: "Lesson", panel: <Lessons /> },
    { id: "examples", label: "Programs", panel: <Library lessons={false} /> },
  ];
  return (
    <main className="workbench narrow">
      <Tabs label="Parts of the page" tabs={tabs} chosen={pane} onChoose={(next) => view.setState({ pane: next })} />
    </main>
  );
}
