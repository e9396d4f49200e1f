import { useStore } from "zustand";
import { formatCycles } from "../../store/timeline/time.ts";
import type { ChipTab } from "../../store/view.ts";
import { ByteCode } from "../listing/ByteCode.tsx";
import { useApp } from "../shared/context.ts";
import { SavePane } from "../shared/SavePane.tsx";
import { type Tab, Tabs } from "../shared/Tabs.tsx";
import { ChipLabel } from "../shell/tab-badges.tsx";
import { Chip } from "./Chip.tsx";

const tabs: readonly Tab<ChipTab>[] = [
  { id: "chip", label: <ChipLabel />, panel: <Chip /> },
  { id: "code", label: "Byte code", panel: <ByteCode /> },
];

/// The chip at work, and what it is given to do.
export function ChipPane() {
  const { view } = useApp();
  const chosen = useStore(view, (state) => state.chip);
  return (
    <Tabs
      label="The chip"
      tabs={tabs}
      chosen={chosen}
      onChoose={(chip) => view.setState({ chip })}
      tools={
        <>
          {chosen === "code" && <SavePane what="the byte code" name="byte-code" />}
          <VirtualTime />
        </>
      }
    />
  );
}

function VirtualTime() {
  const { chip } = useApp();
  const cycles = useStore(chip.store, (state) => state.cycles);
  const model = useStore(chip.store, (state) => state.model);
  return (
    <>
      <span className="pane-model">{model.name}</span>
      <span className="mono pane-time" title="Virtual time: what the real chip would have taken">
        t = {formatCycles(cycles, model.frequency)}
      </span>
    </>
  );
}
