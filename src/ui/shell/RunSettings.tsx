import { useId } from "react";
import { useStore } from "zustand";
import { chipModels, coresOf } from "../../store/run/chip-choice.ts";
import { coreCodeBytes, mostHostCores } from "../../store/run/settings.ts";
import { useApp } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";
import { useEverything } from "../shared/useDepth.ts";
import { DepthSwitch } from "./DepthSwitch.tsx";

/// What a run can be given besides its cores: the chip, the seed of its random numbers, and in Everything also virtual cores
/// on the host, and where byte code and data lie. What is not as usual is there in either depth. `depth`: the switch
/// between the two is here, too.
export function RunSettings({ depth }: { readonly depth: boolean }) {
  const { settings } = useApp();
  const everything = useEverything();
  const { chip, hostCores, seed, code, data, clock, autoplay } = useStore(settings.store);
  const id = useId();
  return (
    <div className="run-settings">
      <button
        type="button"
        className="button line"
        popoverTarget={`${id}-box`}
        aria-label="Run settings"
        title="Run settings"
      >
        <Icon name="sliders" />
        {hostCores > 0 ? (
          <span className="wide-only">
            + {hostCores}
            <span className="roomy-only"> virtual</span>
          </span>
        ) : (
          <span className="roomy-only">Run settings</span>
        )}
      </button>
      <fieldset className="popover" popover="auto" id={`${id}-box`}>
        <legend className="visually-hidden">Run settings</legend>
        {depth && <DepthSwitch />}
        <label htmlFor={`${id}-chip`}>Chip</label>
        <select
          id={`${id}-chip`}
          className="select"
          aria-describedby={`${id}-chip-help`}
          value={chip}
          onChange={(event) => settings.set({ chip: event.target.value })}
        >
          {chipModels.map((model) => (
            <option key={model.name} value={model.name}>
              {model.name}
            </option>
          ))}
        </select>
        <p id={`${id}-chip-help`}>
          With {chipModels.map((model) => coresOf(model).toLocaleString("en")).join("; ")} cores. The first is the
          Parallella’s; the last two were planned and never sold.
        </p>
        {(everything || hostCores > 0) && (
          <>
            <label htmlFor={`${id}-host`}>Virtual cores on the host</label>
            <select
              id={`${id}-host`}
              className="select"
              aria-describedby={`${id}-host-help`}
              value={hostCores}
              onChange={(event) => settings.set({ hostCores: Number(event.target.value) })}
            >
              {hostCoreChoices(hostCores).map((count) => (
                <option key={count} value={count}>
                  {count === 0 ? "none" : count}
                </option>
              ))}
            </select>
            <p id={`${id}-host-help`}>They take part beside the chip’s cores; their ids come after them.</p>
          </>
        )}
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
        <p id={`${id}-seed-help`}>The same seed gives the same random numbers in every run.</p>
        {(everything || code !== "auto") && (
          <>
            <label htmlFor={`${id}-code`}>Byte code</label>
            <select
              id={`${id}-code`}
              className="select"
              aria-describedby={`${id}-code-help`}
              value={code}
              onChange={(event) => settings.set({ code: event.target.value as typeof code })}
            >
              <option value="auto">by size</option>
              <option value="core">on cores</option>
              <option value="shared">shared</option>
            </select>
            <p id={`${id}-code-help`}>
              Where the program itself lies: on each core, or once in the memory that all share, which is slower to
              read. By size: there if it is above {coreCodeBytes.toLocaleString("en")} bytes.
            </p>
          </>
        )}
        {(everything || data !== "core") && (
          <>
            <label htmlFor={`${id}-data`}>Data</label>
            <select
              id={`${id}-data`}
              className="select"
              aria-describedby={`${id}-data-help`}
              value={data}
              onChange={(event) => settings.set({ data: event.target.value as typeof data })}
            >
              <option value="core">on cores</option>
              <option value="shared">shared</option>
            </select>
            <p id={`${id}-data-help`}>
              Where variables, stack and lists lie. On the cores there is less room; what does not fit flows over into
              shared memory.
            </p>
          </>
        )}
        <label htmlFor={`${id}-autoplay`}>Play runs with messages</label>
        <select
          id={`${id}-autoplay`}
          className="select"
          aria-describedby={`${id}-autoplay-help`}
          value={autoplay}
          onChange={(event) => settings.set({ autoplay: event.target.value as typeof autoplay })}
        >
          <option value="first">the first three</option>
          <option value="always">all</option>
          <option value="never">none</option>
        </select>
        <p id={`${id}-autoplay-help`}>
          Which runs are played slowly on the chip when they are over, without being asked for.
        </p>
        {(everything || clock !== "epiphany") && (
          <>
            <label htmlFor={`${id}-clock`}>Virtual time</label>
            <select
              id={`${id}-clock`}
              className="select"
              aria-describedby={`${id}-clock-help`}
              value={clock}
              onChange={(event) => settings.set({ clock: event.target.value as typeof clock })}
            >
              <option value="epiphany">as on the chip</option>
              <option value="instructions">instructions</option>
            </select>
            <p id={`${id}-clock-help`}>
              What the cores’ clocks count: the cycles that the real chip would take, messages and slow memory included,
              or no more than the instructions.
            </p>
          </>
        )}
      </fieldset>
    </div>
  );
}

// Each number that a program is likely to ask for, the most there can be, and what has been chosen otherwise.
function hostCoreChoices(chosen: number): readonly number[] {
  const few = Array.from({ length: 17 }, (_, count) => count);
  return [...new Set([...few, 24, 32, 48, mostHostCores, chosen])].sort((a, b) => a - b);
}
