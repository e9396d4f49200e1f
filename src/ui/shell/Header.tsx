import { useStore } from "zustand";
import { counted } from "../../base/counted.ts";
import { chipNamed, coresOf, meshCores } from "../../store/run/chip-choice.ts";
import { useApp } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";
import { useMedia, useNarrow } from "../shared/useMedia.ts";
import { DepthSwitch } from "./DepthSwitch.tsx";
import { RunButtons } from "./RunButtons.tsx";
import { RunSettings } from "./RunSettings.tsx";
import { ThemeSelect } from "./ThemeSelect.tsx";
import "./header.css";

interface HeaderProps {
  readonly onShare: () => void;
  readonly onHelp: () => void;
}

export function Header({ onShare, onHelp }: HeaderProps) {
  const { projects } = useApp();
  const name = useStore(projects.store, (state) => state.current.name);
  const narrow = useNarrow();
  // Where there is no room for it, it is among the run settings.
  const switches = useMedia("(min-width: 1200px)");
  return (
    <header className="page-header">
      <div className="header-side">
        <span className="logo" aria-hidden="true">
          <i />
          <i />
          <i />
          <i />
        </span>
        <h1>ePython Lab</h1>
        <span className="header-rule" />
        <span className="project-name">{name}</span>
      </div>
      <div className="header-middle">
        <RunButtons back={!narrow} />
        <CoresSelect />
        <RunSettings depth={!switches} />
      </div>
      <div className="header-side end">
        {switches && <DepthSwitch />}
        <button type="button" className="button" aria-haspopup="dialog" onClick={onShare}>
          <Icon name="share" />
          <span className="shy">Share</span>
        </button>
        <ThemeSelect />
        <button type="button" className="button" aria-keyshortcuts="?" title="Help (?)" onClick={onHelp}>
          <Icon name="help" />
          <span className="shy">Help</span>
        </button>
      </div>
    </header>
  );
}

function CoresSelect() {
  const { settings } = useApp();
  const { chip, cores } = useStore(settings.store);
  return (
    <select
      className="select"
      aria-label="Cores of the chip"
      title="How many cores of the chip take part"
      value={cores}
      onChange={(event) => settings.set({ cores: Number(event.target.value) })}
    >
      {choicesUpTo(coresOf(chipNamed(chip)), cores).map((count) => (
        <option key={count} value={count}>
          {counted(count, "core")}
        </option>
      ))}
    </select>
  );
}

// Every number up to that of the smallest chip; above it the powers of two, and what has been chosen otherwise.
function choicesUpTo(most: number, chosen: number): number[] {
  const counts = new Set([chosen, most]);
  for (let count = 1; count <= Math.min(most, meshCores); count++) counts.add(count);
  for (let count = meshCores; count <= most; count *= 2) counts.add(count);
  return [...counts].sort((a, b) => a - b);
}
