import { expect, test } from "vitest";
import { createStore } from "zustand/vanilla";
import type { Projects } from "../project/project.ts";
import { createCells } from "./cells.ts";
import type { Console } from "./console.ts";

const PROGRAM = "# host\n# %% [markdown]\n# words\n# %%\nx = 1\n# %%\nprint(x)\n# %%\n1 / 0\n# %%\nprint(2)\n";

function setUp() {
  const state = { text: PROGRAM, ran: [] as string[], started: 0, phase: "none" };
  const store = createStore(() => ({ current: { id: "a", active: "host.py" } }));
  const projects = { store, activeFile: () => ({ name: "host.py", text: state.text }) } as unknown as Projects;
  const console = {
    store: { getState: () => ({ phase: state.phase }) },
    close() {
      state.phase = "none";
    },
    stop() {},
    async run(text: string) {
      state.ran.push(text);
      return { lines: text.startsWith("print") ? [text] : [], isWell: text !== "1 / 0" };
    },
  } as unknown as Console;
  const startPython = async () => {
    state.started++;
    state.phase = "ready";
    return true;
  };
  return { state, store, cells: createCells({ projects, console, startPython }) };
}

test("cells run in their order, in one Python, up to one that fails", async () => {
  const { state, cells } = setUp();
  await cells.run([0, 1, 2, 3, 4]);
  expect(state).toMatchObject({ ran: ["x = 1", "print(x)", "1 / 0"], started: 1 });
  await cells.run([4]);
  expect(state.started).toBe(1);
  const { results, isRunning } = cells.store.getState();
  expect(isRunning).toBe(false);
  expect([...results].map(([index, { lines }]) => [index, lines])).toEqual([
    [1, []],
    [2, ["print(x)"]],
    [3, []],
    [4, ["print(2)"]],
  ]);
  expect(JSON.parse(cells.notebook()).cells[2].outputs[0].text).toEqual(["print(x)\n"]);
});

test("restarting forgets what came of cells and starts another Python", async () => {
  const { state, cells } = setUp();
  await cells.run([1]);
  await cells.restart();
  expect(state.started).toBe(2);
  expect(cells.store.getState().results.size).toBe(0);
});

test("another file has results of its own, and one for the cores has no cells", async () => {
  const { state, store, cells } = setUp();
  await cells.run([1]);
  store.setState({ current: { id: "b", active: "host.py" } });
  expect(cells.store.getState().results.size).toBe(0);
  state.text = "# %%\nprint 1\n".replace("# %%", "#");
  expect(cells.list()).toEqual([]);
});
