import { useStore } from "zustand";
import { meshCores } from "../../store/address.ts";
import { useApp } from "./context.ts";
import { Icon } from "./Icon.tsx";
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
        <RunButtons />
        <CoresSelect />
        <RunSettings />
      </div>
      <div className="header-side end">
        <button type="button" className="button" aria-haspopup="dialog" onClick={onShare}>
          <Icon name="share" />
          <span className="shy">Share</span>
        </button>
        <ThemeSelect />
        <button type="button" className="button" onClick={onHelp}>
          <Icon name="help" />
          <span className="shy">Help</span>
        </button>
      </div>
    </header>
  );
}

function CoresSelect() {
  const { settings } = useApp();
  const cores = useStore(settings.store, (state) => state.cores);
  return (
    <select
      className="select"
      aria-label="Cores of the chip"
      title="How many cores of the chip take part"
      value={cores}
      onChange={(event) => settings.set({ cores: Number(event.target.value) })}
    >
      {Array.from({ length: meshCores }, (_, index) => index + 1).map((count) => (
        <option key={count} value={count}>
          {count === 1 ? "1 core" : `${count} cores`}
        </option>
      ))}
    </select>
  );
}
