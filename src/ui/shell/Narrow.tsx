import { useEffect } from "react";
import { useStore } from "zustand";
import type { Pane } from "../../store/view.ts";
import { ChipPane } from "../chip/ChipPane.tsx";
import { CorePane } from "../core/CorePane.tsx";
import { DebugBar } from "../debug/DebugBar.tsx";
import { EditorPane } from "../editor/EditorPane.tsx";
import { Lessons } from "../lesson/Lessons.tsx";
import { Library } from "../project/Library.tsx";
import { InputPrompt } from "../results/InputPrompt.tsx";
import { Results } from "../results/Results.tsx";
import { Boundary } from "../shared/Boundary.tsx";
import { useApp } from "../shared/context.ts";
import { Icon, type IconName } from "../shared/Icon.tsx";
import { type Tab, Tabs } from "../shared/Tabs.tsx";
import { ChipBadge, CodeBadge, OutputBadge, RunNews } from "./tab-badges.tsx";

/// On a phone: one part at a time. A question, and the ways on from a pause, stand beside whichever it is.
export function Narrow() {
  const { view, front } = useApp();
  const pane = useStore(view, (state) => state.pane);
  useEffect(() => front.follow(), [front]);
  const tabs: readonly Tab<Pane>[] = [
    {
      id: "code",
      label: label("lines", "Code", <CodeBadge />),
      panel: whole("The editor", <EditorPane stepping={false} />),
    },
    {
      id: "chip",
      label: label("chip", "Chip", <ChipBadge />),
      panel: whole(
        "The chip",
        <div className="narrow-chip">
          <ChipPane />
          <CorePane />
        </div>,
      ),
    },
    { id: "output", label: label("prompt", "Output", <OutputBadge />), panel: whole("The output", <Results />) },
    { id: "lesson", label: label("book", "Lesson"), panel: whole("The lesson", <Lessons />) },
    {
      id: "examples",
      label: label("file", "Programs"),
      panel: whole("The list of programs", <Library lessons={false} />),
    },
  ];
  return (
    <main className="workbench narrow">
      <DebugBar back />
      <Tabs
        label="Parts of the page"
        tabs={tabs}
        chosen={pane}
        onChoose={(next) => view.setState({ pane: next })}
        foot={<InputPrompt />}
      />
      <RunNews />
    </main>
  );
}

function whole(name: string, part: React.ReactNode) {
  // Another part begins anew.
  return (
    <Boundary key={name} part={name}>
      {part}
    </Boundary>
  );
}

function label(icon: IconName, name: string, mark?: React.ReactNode) {
  return (
    <>
      <Icon name={icon} />
      <span>{name}</span>
      {mark}
    </>
  );
}
