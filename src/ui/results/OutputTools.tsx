import { useState } from "react";
import { useStore } from "zustand";
import { useApp } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";
import { saveFile } from "../shared/save-file.ts";
import { useEverything } from "../shared/useDepth.ts";
import { CoreChoice } from "../shell/CoreChoice.tsx";

/// Filter, wrap, copy, download and clear the output.
export function OutputTools() {
  const { output, projects, settings, chip } = useApp();
  const host = useStore(chip.store, ({ cores }) => cores.find(({ usesPython }) => usesPython)?.id ?? null);
  const { filter, search, order, columns, speakers } = useStore(output.store);
  useStore(output.store, (state) => state.revision);
  const wrap = useStore(settings.store, (state) => state.wrap);
  const everything = useEverything();
  const empty = output.log.length === 0;
  const [copied, setCopied] = useState(false);

  const copy = async () => {
    await navigator.clipboard.writeText(output.text());
    setCopied(true);
    window.setTimeout(() => setCopied(false), 1500);
  };
  const download = async () => {
    const name = projects.activeFile().name.replace(/\.py$/, "");
    saveFile(`${name}-output.txt`, await output.file(), "text/plain");
  };

  return (
    <>
      <span role="status" className={copied ? "copied" : "visually-hidden"}>
        {copied ? "Copied" : ""}
      </span>
      <input
        className="field small"
        type="search"
        placeholder="Find"
        aria-label="Show only lines with"
        disabled={columns}
        value={search}
        onChange={(event) => output.choose({ search: event.target.value })}
      />
      <CoreChoice
        label="Show the output of"
        cores={speakers}
        nameOf={(core) => `${core === host ? "host" : "core"} ${core}`}
        chosen={filter}
        all
        disabled={columns}
        onChoose={output.setFilter}
      />
      <Tool
        icon="byTime"
        name={everything ? "Sort by virtual time" : "Sort by time on the chip"}
        disabled={columns}
        pressed={order === "time"}
        onClick={() => output.choose({ order: order === "time" ? "arrival" : "time" })}
      />
      <Tool
        icon="columns"
        name="A column for each core"
        pressed={columns}
        onClick={() => output.choose({ columns: !columns })}
      />
      <Tool
        icon="wrap"
        name="Wrap long lines"
        disabled={columns}
        pressed={wrap}
        onClick={() => settings.set({ wrap: !wrap })}
      />
      <Tool icon="copy" name="Copy the output" disabled={empty} onClick={copy} />
      <Tool icon="download" name="Download the output as text" disabled={empty} onClick={download} />
      <Tool icon="clear" name="Clear the output" disabled={empty} onClick={output.clear} />
    </>
  );
}

interface ToolProps {
  readonly icon: "byTime" | "columns" | "wrap" | "copy" | "download" | "clear";
  readonly name: string;
  readonly disabled?: boolean;
  /// Of one that is on or off.
  readonly pressed?: boolean;
  readonly onClick: () => void;
}

function Tool({ icon, name, disabled, pressed, onClick }: ToolProps) {
  return (
    <button
      type="button"
      className="button small icon-only"
      aria-label={name}
      aria-pressed={pressed}
      title={name}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
