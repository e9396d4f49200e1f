import { useStore } from "zustand";
import { coresOf } from "../../store/address.ts";
import type { CoreState } from "../../store/chip.ts";
import { useApp } from "../app/context.ts";
import { Icon } from "../app/Icon.tsx";
import { looks } from "./looks.ts";
import { useReports } from "./useReports.ts";

/// A chip with more cores than can be drawn one by one: how many of them are in which state, and which one is chosen.
export function ManyCores() {
  const { chip, view } = useApp();
  const model = useStore(chip.store, (state) => state.model);
  const chosen = useStore(view, (state) => state.core);
  const reports = useReports();
  const counts = new Map<CoreState, number>();
  for (const { state } of reports) counts.set(state, (counts.get(state) ?? 0) + 1);
  const states = [...counts].sort(([, a], [, b]) => b - a);
  const id = chosen.startsWith("device") ? Number(chosen.split(" ")[1]) : 0;
  return (
    <div className="many-cores">
      <label>
        Core
        <input
          className="field"
          type="number"
          min={0}
          max={coresOf(model) - 1}
          step={1}
          value={id}
          onChange={({ target }) => {
            if (target.validity.valid && target.value !== "") view.setState({ core: `device ${target.valueAsNumber}` });
          }}
        />
      </label>
      <ul aria-label="Cores by state">
        {states.map(([state, count]) => (
          <li key={state} className={`tone-${looks[state].tone}`}>
            <span className="many-bar" style={{ width: `${(100 * count) / reports.length}%` }} aria-hidden="true" />
            <span className="many-state">
              <Icon name={looks[state].icon} />
              {count.toLocaleString("en")} {state}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
