import { createStore, type StoreApi } from "zustand/vanilla";
import { type Cell, cellsOf, hasCells, notebookOfProgram } from "../../share/notebook.ts";
import { isOfHost } from "../project/dialect.ts";
import type { Projects } from "../project/project.ts";
import type { Console } from "./console.ts";

export type { Cell } from "../../share/notebook.ts";

/// What came of a cell when it was run last.
export interface CellResult {
  /// The cell's text then: it may have been changed since.
  readonly text: string;
  readonly state: "waiting" | "running" | "done";
  readonly lines: readonly string[];
}

export interface CellsState {
  /// By index. Of the open file.
  readonly results: ReadonlyMap<number, CellResult>;
  readonly isRunning: boolean;
}

/// The cells of the open file, if it is for full Python, run one by one in the Python that the console uses.
export interface Cells {
  readonly store: StoreApi<CellsState>;
  /// Empty if the open file has no signs of cells, or is not for full Python.
  list(): readonly Cell[];
  /// Runs these cells in their order, in the Python that is there; without one, a new one is started, in which nothing has run.
  run(indexes: readonly number[]): Promise<void>;
  /// Ends Python, starts a new one, and forgets what came of the cells.
  restart(): Promise<void>;
  /// Stops the cell that runs; those that wait for it do not begin.
  stop(): void;
  /// The open file as a notebook of Jupyter, with what its cells have printed.
  notebook(): string;
}

export interface CellsParts {
  readonly projects: Projects;
  readonly console: Console;
  /// Starts a Python in which nothing has run. False if that could not be.
  readonly startPython: () => Promise<boolean>;
}

export function createCells({ projects, console, startPython }: CellsParts): Cells {
  const fresh: CellsState = { results: new Map(), isRunning: false };
  const store = createStore<CellsState>(() => fresh);
  let turn = 0;

  const list = (): readonly Cell[] => {
    const file = projects.activeFile();
    return isOfHost(file) && hasCells(file.text) ? cellsOf(file.text) : [];
  };
  const put = (index: number, result: CellResult) => {
    store.setState(({ results }) => ({ results: new Map(results).set(index, result) }));
  };
  const dropWaiting = () => {
    const { results } = store.getState();
    store.setState({ results: new Map([...results].filter(([, { state }]) => state === "done")), isRunning: false });
  };

  projects.store.subscribe((state, before) => {
    const { current } = state;
    if (current.id === before.current.id && current.active === before.current.active) return;
    turn++;
    store.setState(fresh);
  });

  const cells: Cells = {
    store,
    list,
    async run(indexes) {
      const all = list();
      const mine = ++turn;
      const wanted = indexes.filter((index) => all[index]?.kind === "code");
      if (wanted.length === 0) return;
      store.setState({ isRunning: true });
      for (const index of wanted) put(index, { text: all[index]?.text ?? "", state: "waiting", lines: [] });
      if (console.store.getState().phase === "none" && !(await startPython())) return dropWaiting();
      for (const index of wanted) {
        if (turn !== mine) return;
        const { text = "" } = all[index] ?? {};
        put(index, { text, state: "running", lines: [] });
        const result = await console.run(text, (lines) => {
          if (turn === mine) put(index, { text, state: "running", lines });
        });
        if (turn !== mine) return;
        put(index, { text, state: "done", lines: result?.lines ?? [] });
        // What follows would build on what is not there.
        if (result?.isWell !== true) break;
      }
      dropWaiting();
    },
    async restart() {
      turn++;
      store.setState(fresh);
      console.close();
      await startPython();
    },
    stop() {
      console.stop();
    },
    notebook() {
      const { results } = store.getState();
      const { text } = projects.activeFile();
      return notebookOfProgram(text, new Map([...results].map(([index, { lines }]) => [index, lines])));
    },
  };
  return cells;
}
