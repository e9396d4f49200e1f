import { useStore } from "zustand";
import type { Cell, CellResult } from "../../store/run/cells.ts";
import { TerminalText } from "../results/TerminalText.tsx";
import { useApp } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";
import { LineLink } from "../shared/LineLink.tsx";
import { saveFile } from "../shared/save-file.ts";
import "./cells.css";

/// The cells of the open file, each with what came of it.
export default function CellsView() {
  const { cells, projects } = useApp();
  const { results, isRunning } = useStore(cells.store);
  const file = useStore(projects.store, () => projects.activeFile());
  const list = cells.list();
  const all = list.map((_, index) => index);
  const save = () => saveFile(file.name.replace(/\.py$/, ".ipynb"), cells.notebook(), "application/x-ipynb+json");
  if (list.length === 0) {
    return (
      <p className="log-empty">
        This file has no cells. Begin each with a line <code># %%</code>, or <code># %% [markdown]</code> for text.
      </p>
    );
  }
  return (
    <div className="cells">
      <div className="cells-tools">
        <button type="button" className="button small line" disabled={isRunning} onClick={() => void cells.run(all)}>
          <Icon name="play" />
          Run all cells
        </button>
        <button type="button" className="button small line" disabled={!isRunning} onClick={cells.stop}>
          <Icon name="stop" />
          Stop the cell
        </button>
        <button type="button" className="button small line" disabled={isRunning} onClick={() => void cells.restart()}>
          Restart Python
        </button>
        <button type="button" className="button small line" onClick={save}>
          <Icon name="download" />
          Save as .ipynb
        </button>
      </div>
      <ol className="cells-list" aria-label="Cells">
        {list.map((cell, index) => (
          <li key={index} className="cell">
            <CellHead cell={cell} index={index} file={file.name} />
            {cell.kind === "code" && <Result cell={cell} result={results.get(index)} />}
          </li>
        ))}
      </ol>
    </div>
  );
}

function CellHead({ cell, index, file }: { readonly cell: Cell; readonly index: number; readonly file: string }) {
  const { cells } = useApp();
  const isRunning = useStore(cells.store, (state) => state.isRunning);
  const [first = ""] = cell.text.split("\n").filter((line) => line.trim() !== "");
  const name = cell.title || first || "Empty";
  const above = Array.from({ length: index }, (_, k) => k);
  return (
    <div className="cell-head">
      <span className="cell-number">{index + 1}</span>
      <LineLink file={file} line={cell.line} text={name} />
      {cell.kind === "code" && (
        <>
          <button
            type="button"
            className="button small line"
            aria-label={`Run cell ${index + 1}`}
            disabled={isRunning}
            onClick={() => void cells.run([index])}
          >
            <Icon name="play" />
            Run
          </button>
          {index > 0 && (
            <button
              type="button"
              className="button small line"
              aria-label={`Run all cells above cell ${index + 1}`}
              disabled={isRunning}
              onClick={() => void cells.run(above)}
            >
              Run all above
            </button>
          )}
        </>
      )}
    </div>
  );
}

function Result({ cell, result }: { readonly cell: Cell; readonly result: CellResult | undefined }) {
  if (result === undefined) return null;
  const words = { waiting: "Waiting", running: "Running…", done: result.lines.length === 0 ? "Done" : "" }[
    result.state
  ];
  const isOld = result.state === "done" && result.text !== cell.text;
  return (
    <div className={isOld ? "cell-result old" : "cell-result"}>
      {result.lines.length > 0 && (
        <pre className="mono">
          {result.lines.map((line, k) => (
            <div key={k}>
              <TerminalText line={line} />
            </div>
          ))}
        </pre>
      )}
      <p role="status">{isOld ? "The cell has changed since it ran." : words}</p>
    </div>
  );
}
