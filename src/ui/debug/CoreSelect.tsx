import { useStore } from "zustand";
import { useApp } from "../shared/context.ts";

interface CoreSelectProps {
  /// What choosing none means.
  readonly any: string;
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (core: number | null) => void;
}

/// Chooses one of the cores that the next run has, or none.
export function CoreSelect({ any, label, value, onChange }: CoreSelectProps) {
  const { settings } = useApp();
  const device = useStore(settings.store, ({ cores }) => cores);
  const host = useStore(settings.store, ({ hostCores }) => hostCores);
  const ids = Array.from({ length: device + host }, (_, id) => id);
  // One that was chosen before there were fewer.
  if (value !== null && !ids.includes(value)) ids.push(value);
  return (
    <select
      className="select small"
      aria-label={label}
      value={value ?? ""}
      onChange={(event) => onChange(event.target.value === "" ? null : Number(event.target.value))}
    >
      <option value="">{any}</option>
      {ids.map((id) => (
        <option key={id} value={id}>
          {id < device ? "core" : "virtual core"} {id}
        </option>
      ))}
    </select>
  );
}
