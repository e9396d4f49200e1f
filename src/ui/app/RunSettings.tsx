import { useId } from "react";
import { useStore } from "zustand";
import { mostHostCores } from "../../store/settings.ts";
import { useApp } from "./context.ts";
import { Icon } from "./Icon.tsx";

/// What a run can be given besides its cores: virtual cores on the host, and the seed of its random numbers.
export function RunSettings() {
  const { settings } = useApp();
  const { hostCores, seed } = useStore(settings.store);
  const id = useId();
  return (
    <div className="run-settings">
      <button type="button" className="button line" popoverTarget={`${id}-box`} aria-label="Run settings">
        <Icon name="sliders" />
        {hostCores > 0 ? <span>+ {hostCores} virtual</span> : <span className="roomy-only">Run settings</span>}
      </button>
      <fieldset className="popover" popover="auto" id={`${id}-box`}>
        <legend className="visually-hidden">Run settings</legend>
        <label htmlFor={`${id}-host`}>Virtual cores on the host</label>
        <select
          id={`${id}-host`}
          className="select"
          aria-describedby={`${id}-host-help`}
          value={hostCores}
          onChange={(event) => settings.set({ hostCores: Number(event.target.value) })}
        >
          {Array.from({ length: mostHostCores + 1 }, (_, count) => (
            <option key={count} value={count}>
              {count === 0 ? "none" : count}
            </option>
          ))}
        </select>
        <p id={`${id}-host-help`}>They join the cores of the chip; their ids follow theirs.</p>
        <label htmlFor={`${id}-seed`}>Seed</label>
        <input
          id={`${id}-seed`}
          className="field"
          type="number"
          min={0}
          max={2147483647}
          step={1}
          aria-describedby={`${id}-seed-help`}
          value={seed}
          onChange={(event) => settings.set({ seed: event.target.valueAsNumber })}
        />
        <p id={`${id}-seed-help`}>With the same seed, random numbers come the same in every run.</p>
      </fieldset>
    </div>
  );
}
