import { useId, useState } from "react";
import { type Embed, type EmbedView, embedViews } from "../../store/project/sharing.ts";
import { useApp } from "../shared/context.ts";
import { CopyField } from "./CopyField.tsx";
import { pageAddress } from "./useLink.ts";

const names: Readonly<Record<EmbedView, string>> = {
  split: "Program beside its output",
  code: "Program first",
  chip: "Chip first",
  output: "Output first",
};

/// The text that puts the project into another page.
export function EmbedOptions() {
  const { sharing, depths } = useApp();
  const id = useId();
  const [embed, setEmbed] = useState<Embed>(() => ({
    view: "split",
    readonly: false,
    run: false,
    depth: depths.store.getState().depth,
  }));
  return (
    <section aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>In another page</h3>
      <div className="embed-options">
        <label htmlFor={`${id}-view`}>Shows</label>
        <select
          id={`${id}-view`}
          className="select"
          value={embed.view}
          onChange={(event) => setEmbed({ ...embed, view: event.target.value as EmbedView })}
        >
          {embedViews.map((view) => (
            <option key={view} value={view}>
              {names[view]}
            </option>
          ))}
        </select>
        <label>
          <input
            type="checkbox"
            checked={embed.readonly}
            onChange={(event) => setEmbed({ ...embed, readonly: event.target.checked })}
          />
          Read-only
        </label>
        <label>
          <input
            type="checkbox"
            checked={embed.run}
            onChange={(event) => setEmbed({ ...embed, run: event.target.checked })}
          />
          Runs at once
        </label>
        <label>
          <input
            type="checkbox"
            checked={embed.depth === "everything"}
            onChange={(event) => setEmbed({ ...embed, depth: event.target.checked ? "everything" : "essentials" })}
          />
          Everything: also memory
        </label>
      </div>
      <CopyField label="HTML" text={sharing.embedCode(pageAddress(), embed)} tall />
    </section>
  );
}
