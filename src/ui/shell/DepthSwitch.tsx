import { useId } from "react";
import { useStore } from "zustand";
import type { Depth } from "../../store/depth.ts";
import { useApp } from "../shared/context.ts";
import "./depth-switch.css";

const depths: readonly (readonly [Depth, string, string])[] = [
  ["essentials", "Essentials", "What a program does: cores, lines, messages, variables, output"],
  ["everything", "Everything", "Also how it is done: what lies in memory, and what each core spends"],
];

/// How much the page shows.
export function DepthSwitch() {
  const app = useApp();
  const { depth } = useStore(app.depths.store);
  const name = useId();
  return (
    <fieldset className="depth-switch">
      <legend className="visually-hidden">How much the page shows</legend>
      {depths.map(([value, label, title]) => (
        <label key={value} title={title}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            value={value}
            checked={depth === value}
            onChange={() => app.depths.choose(value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
