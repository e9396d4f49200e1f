import { useStore } from "zustand";
import type { Theme } from "../../store/run/settings.ts";
import { useApp } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";

const themes: readonly (readonly [Theme, string])[] = [
  ["system", "System"],
  ["light", "Light"],
  ["dark", "Dark"],
  ["contrast", "High contrast"],
];

export function ThemeSelect() {
  const { settings } = useApp();
  const theme = useStore(settings.store, (state) => state.theme);
  return (
    <span className="theme-select">
      <Icon name="theme" />
      <select
        className="select plain"
        aria-label="Theme"
        title="Theme"
        value={theme}
        onChange={(event) => settings.set({ theme: event.target.value as Theme })}
      >
        {themes.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}
