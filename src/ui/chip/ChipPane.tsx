import { useStore } from "zustand";
import { formatCycles } from "../../store/timeline/time.ts";
import type { ChipTab } from "../../store/view.ts";
import { useApp } from "../shared/context.ts";
import { lazyPane } from "../shared/lazy-view.tsx";
import { SavePane } from "../shared/SavePane.tsx";
import { type Tab, Tabs } from "../shared/Tabs.tsx";
import { useEverything } from "../shared/useDepth.ts";
import { ChipLabel } from "../shell/tab-badges.tsx";
import { Chip } from "./Chip.tsx";
import "./essentials.css";

const ByteCode = lazyPane(() => import("../listing/ByteCode.tsx"));

const chipTab: Tab<ChipTab> = { id: "chip", label: <ChipLabel />, panel: <Chip /> };
const codeTab: Tab<ChipTab> = { id: "code", label: "Byte code", panel: <ByteCode /> };

/// The chip at work, and in Everything what it is given to do.
export function ChipPane() {
  const { view } = useApp();
  const chosen = useStore(view, (state) => state.chip);
  const everything = useEverything();
  return (
    <Tabs
      label="The chip"
      tabs={everything ? [chipTab, codeTab] : [chipTab]}
      chosen={chosen}
      onChoose={(chip) => view.setState({ chip })}
      tools={
        <>
          {chosen === "code" && <SavePane what="the byte code" name="byte-code" />}
          <ChipTime inFull={everything} />
        </>
      }
    />
  );
}

/// Which chip it is, and what its clock shows.
function ChipTime({ inFull }: { readonly inFull: boolean }) {
  const { chip } = useApp();
  const cycles = useStore(chip.store, (state) => state.cycles);
  const model = useStore(chip.store, (state) => state.model);
  const time = formatCycles(cycles, model.frequency);
  return (
    <>
      <span className="pane-model">{model.name}</span>
      {inFull ? (
        <span className="mono pane-time" title="Virtual time: what the real chip would have taken">
          t = {time}
        </span>
      ) : (
        <span className="pane-time chip-clock" title="How long the real chip would have taken">
          {cycles > 0 && `${time} on the chip`}
        </span>
      )}
    </>
  );
}
