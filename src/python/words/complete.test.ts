import { describe, expect, test } from "vitest";
import { libraryFiles } from "../library/files.ts";
import { completePython, explainPython } from "./complete.ts";
import { epythonNames, handlerMethods } from "./names.ts";

/// What is offered where a text has a bar.
function items(marked: string) {
  const offset = marked.indexOf("|");
  return completePython({ name: "host.py", text: marked.replace("|", "") }, offset).items;
}

const labels = (marked: string): string[] => items(marked).map(({ label }) => label);

describe("completion in full Python", () => {
  test("offers the names of the file, of epython, and what is built in", () => {
    const found = items(
      "from epython import *\nclass Grid:\n    pass\ndef add(a, b):\n    return a\ntotal = 1\nprint(|)\n",
    );
    const of = (label: string) => found.find((one) => one.label === label);
    expect(of("add")).toMatchObject({ kind: "function", detail: "def add(a, b)" });
    expect(of("Grid")?.detail).toBe("class Grid");
    expect(of("total")?.kind).toBe("variable");
    expect(of("offload")?.summary).toBe("Makes a function a kernel: calling it runs it on the cores.");
    for (const name of ["enumerate", "lambda", "ValueError", "None"]) expect(of(name)).toBeDefined();
    expect(new Set(found.map(({ label }) => label)).size).toBe(found.length);
  });

  test("offers what fits: modules, names of epython, methods of handlers", () => {
    expect(labels("import |")).toContain("json");
    expect(labels("import |")).not.toContain("print");
    expect(labels("from epython import off|")).toContain("offload_single");
    expect(labels("import epython\nepython.|")).toContain("waitAll");
    expect(labels("h = f(1)\nh.|")).toContain("wait_any");
    expect(labels("import math\nmath.|")).toEqual([]);
  });

  test("offers nothing in texts, comments, numbers and new names", () => {
    for (const text of ['x = "of|"', "# of|", '"""\nof|\n"""', "x = 12.|", "def of|"]) expect(labels(text)).toEqual([]);
    expect(labels('x = "#" + of|')).toContain("offload");
  });

  test("says where a word stands", () => {
    const text = "value = 1\nprint(value)\n";
    expect(completePython({ name: "host.py", text }, text.lastIndexOf("value") + 2)).toMatchObject({
      from: 16,
      to: 21,
    });
  });
});

test("help is there for epython's names and for what the file defines", () => {
  const text = "from epython import *\ndef add(a):\n    return a\nadd(waitAll())\n";
  const file = { name: "host.py", text };
  expect(explainPython(file, text.indexOf("waitAll"))).toMatchObject({ code: "waitAll(*handlers)", module: "epython" });
  expect(explainPython(file, text.lastIndexOf("add"))).toMatchObject({
    code: "def add(a)",
    words: "Defined in line 2 of this file.",
  });
  expect(explainPython(file, text.indexOf("return"))).toBeUndefined();
});

test("the words of the editor are those of the library", () => {
  const library = [...libraryFiles].map(([, text]) => text).join("\n");
  const all = /__all__ = \[([^\]]*)\]/.exec(library)?.[1] ?? "";
  expect([...all.matchAll(/"(\w+)"/g)].map(([, name]) => name).sort()).toEqual(
    epythonNames.map(({ name }) => name).sort(),
  );
  const plain = library.replace(/\s+/g, " ");
  for (const { name, signature, help } of [...epythonNames, ...handlerMethods]) {
    if (signature.startsWith(`${name}(`) && epythonNames.some((one) => one.name === name))
      expect(plain).toContain(`def ${signature}:`);
    if (!/DEVICE|KernelExecution/.test(name)) expect(plain).toContain(help);
  }
});
