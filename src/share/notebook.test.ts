import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../testing/harness/properties.ts";
import { cellsOf, hasCells, notebookOfProgram, programOfNotebook } from "./notebook.ts";

const PROGRAM = `# host
# %% [markdown]
# # Sums
#
# Some *words*.

# %% First
x = 1
print(x)

# %%
x + 1
`;

describe("cells", () => {
  test("are cut at their signs; comments at the top are none", () => {
    expect(cellsOf(PROGRAM)).toEqual([
      { kind: "markdown", title: "", text: "# Sums\n\nSome *words*.", line: 2 },
      { kind: "code", title: "First", text: "x = 1\nprint(x)", line: 7 },
      { kind: "code", title: "", text: "x + 1", line: 11 },
    ]);
    expect(hasCells("# %%time\nx")).toBe(false);
    expect(cellsOf("import os\n# %%\nx = 1").map(({ text, line }) => [text, line])).toEqual([
      ["import os", 1],
      ["x = 1", 2],
    ]);
    expect(cellsOf("# %%\nx = 1").map(({ text, line }) => [text, line])).toEqual([["x = 1", 1]]);
  });
});

describe("notebooks", () => {
  test("go out with what was printed, as nbformat 4.5, and come back", () => {
    const json = notebookOfProgram(PROGRAM, new Map([[1, ["1"]]]));
    const data = JSON.parse(json);
    expect([data.nbformat, data.nbformat_minor]).toEqual([4, 5]);
    expect(data.cells[0]).toEqual({
      cell_type: "markdown",
      id: "cell-1",
      metadata: {},
      source: ["# Sums\n", "\n", "Some *words*."],
    });
    expect(data.cells[1]).toMatchObject({
      source: ["# First\n", "x = 1\n", "print(x)"],
      outputs: [{ output_type: "stream", name: "stdout", text: ["1\n"] }],
    });
    expect(data.cells[2].outputs).toEqual([]);
    const back = programOfNotebook(json) as string;
    expect(back.startsWith("# host\n# %% [markdown]\n# # Sums\n#\n# Some *words*.\n")).toBe(true);
    expect(cellsOf(back).map(({ kind }) => kind)).toEqual(["markdown", "code", "code"]);
  });

  test("lose what is not Python, and are for full Python", () => {
    const cell = (source: unknown) => ({ cell_type: "code", source });
    const json = JSON.stringify({ nbformat: 4, cells: [cell(["%time x()\n", "y = 1"]), cell("!ls")] });
    expect(programOfNotebook(json)).toBe("# host\n# %%\n# %time x()\ny = 1\n\n# %%\n# !ls\n");
    const own = JSON.stringify({ nbformat: 4, cells: [cell("from epython import *")] });
    expect(programOfNotebook(own)).toBe("# %%\nfrom epython import *\n");
  });

  test.each([
    ["no JSON", "{", "it is not JSON"],
    ["a list", "[]", "it is not a notebook of Jupyter"],
    ["nothing", "null", "it is not a notebook of Jupyter"],
    ["an old format", '{"nbformat": 3, "worksheets": []}', "it is of format 3"],
    [
      "a number for a text",
      '{"nbformat": 4, "cells": [{"cell_type": "code", "source": 7}]}',
      "its cell 1 is not one of Jupyter's",
    ],
    ["no cell", '{"nbformat": 4, "cells": [null]}', "its cell 1 is not one of Jupyter's"],
    ["too many", JSON.stringify({ nbformat: 4, cells: Array(3000).fill(0) }), "it has 3000 cells"],
  ])("say what is wrong with %s", (_what, json, problem) => {
    expect(programOfNotebook(json)).toMatchObject({ problem: expect.stringContaining(problem) });
  });

  test("keep every cell of every program on the way out and back", () => {
    const line = fc.stringMatching(/^[a-z =()]{0,12}$/);
    const body = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => `x${lines.join("\n")}y`);
    fc.assert(
      fc.property(fc.array(body, { minLength: 1, maxLength: 5 }), (bodies) => {
        const program = bodies.map((text) => `# %%\n${text}\n`).join("\n");
        const back = programOfNotebook(notebookOfProgram(program, new Map())) as string;
        expect(cellsOf(back).map(({ text }) => text)).toEqual(cellsOf(program).map(({ text }) => text));
      }),
      runs(50),
    );
  });
});
