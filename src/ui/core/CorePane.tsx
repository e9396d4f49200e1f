import { useStore } from "zustand";
import { formatAddress, globalAddress } from "../../store/run/chip-choice.ts";
import type { CoreTab } from "../../store/view.ts";
import { CoreDetails } from "../chip/CoreDetails.tsx";
import { useApp } from "../shared/context.ts";
import { lazyPane } from "../shared/lazy-view.tsx";
import { SavePane } from "../shared/SavePane.tsx";
import { type Tab, Tabs } from "../shared/Tabs.tsx";
import { useEverything } from "../shared/useDepth.ts";
import "./core.css";

const Memory = lazyPane(() => import("../memory/Memory.tsx"));
const Variables = lazyPane(() => import("./Variables.tsx"));
const Calls = lazyPane(() => import("./Calls.tsx"));
const Postbox = lazyPane(() => import("./Postbox.tsx"));

// What the tabs show, in the name of a picture.
const pictured: Readonly<Record<CoreTab, string>> = {
  core: "state",
  variables: "variables",
  calls: "calls",
  postbox: "postbox",
  memory: "memory",
};

const deepTabs: readonly Tab<CoreTab>[] = [
  { id: "postbox", label: "Postbox", panel: <Postbox /> },
  { id: "memory", label: "Memory", panel: <Memory /> },
];

/// The chosen core, from all sides.
export function CorePane() {
  const { view, chip } = useApp();
  const model = useStore(chip.store, (state) => state.model);
  const chosen = useStore(view, (state) => state.details);
  const everything = useEverything();
  const [kind, id] = useStore(view, (state) => state.core).split(" ");
  const isPython = useStore(chip.store, ({ cores }) => cores.some((core) => core.usesPython && core.id === Number(id)));
  const hostName = isPython ? "Full Python" : "Virtual core";
  const tabs: readonly Tab<CoreTab>[] = [
    { id: "core", label: kind === "host" ? `${hostName} ${id}` : `Core ${id}`, panel: <CoreDetails /> },
    { id: "variables", label: "Variables", panel: <Variables /> },
    { id: "calls", label: "Calls", panel: <Calls /> },
    ...(everything ? deepTabs : []),
  ];
  return (
    <Tabs
      label="The chosen core"
      tabs={tabs}
      chosen={chosen}
      onChoose={(details) => view.setState({ details })}
      tools={
        <>
          {everything && kind === "device" && (
            <span className="mono pane-time roomy-only" title="Where its memory begins for the other cores">
              {formatAddress(globalAddress(Number(id), 0, model))}
            </span>
          )}
          <SavePane what={`the ${pictured[chosen]} of core ${id}`} name={`core-${id}-${chosen}`} />
        </>
      }
    />
  );
}
