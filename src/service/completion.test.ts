import { describe, expect, test } from "vitest";
import { complete } from "./completion.ts";
import { at } from "./testing/marked.ts";

function labels(source: string, others?: Readonly<Record<string, string>>): string[] {
  const { analysis, offset } = at(source, others);
  return complete(analysis, offset).items.map(({ label }) => label);
}

describe("completion", () => {
  test("offers what is in scope, with kind, signature and words", () => {
    const { analysis, offset } = at("from parallel import *\ntotal = 1\ndef add(a, b=2):\n    c = a\n    |\n");
    const { items } = complete(analysis, offset);
    const of = (label: string) => items.find((item) => item.label === label);
    expect(of("a")?.kind).toBe("parameter");
    expect(of("c")?.kind).toBe("variable");
    expect(of("total")?.summary).toBe("A variable of main.py, assigned in line 2.");
    expect(of("add")?.detail).toBe("def add(a, b=2)");
    expect(of("send")).toMatchObject({ kind: "function", detail: "send(data, pid[, n])" });
    expect(of("send")?.summary).toContain("MPI_Ssend");
    expect(of("while")?.kind).toBe("keyword");
    expect(of("len")?.kind).toBe("function");
  });

  test("knows the variables of the comprehensions around it, and only there", () => {
    expect(labels("xs = [1]\nprint [| for item in xs]\n")).toContain("item");
    expect(labels("xs = [1]\nprint [item for item in xs if |]\n")).toContain("item");
    expect(labels("xs = [1]\nprint sum([a + | for (a, b) in xs")).toEqual(expect.arrayContaining(["a", "b"]));
    expect(labels("print [[| for cell in row] for row in [[1]]]\n")).toEqual(expect.arrayContaining(["cell", "row"]));
    expect(labels("print [item for item in [1]], |\n")).not.toContain("item");
    expect(labels("print [item for item in [1]]\nprint [|]\n")).not.toContain("item");
  });

  test("knows no local outside its function", () => {
    expect(labels("def add(first):\n    return first\n|")).not.toContain("first");
    expect(labels("def add(first):\n    return first\n\nprint |")).not.toContain("first");
    expect(labels("def add(first):\n    if first:\n        |")).toContain("first");
  });

  test("replaces the whole word that the cursor stands in", () => {
    const { analysis, offset } = at("x = cor|eid\n");
    expect(complete(analysis, offset)).toMatchObject({ from: 4, to: 10 });
  });

  test("offers modules after import and from, own files first", () => {
    expect(labels("import |")).toEqual(expect.arrayContaining(["parallel", "math", "util"]));
    expect(labels("import |", { "mine.py": "x = 1\n" })).toContain("mine");
    expect(labels("from par|")).toContain("parallel");
    expect(labels("from parallel |")).toEqual(["import"]);
    expect(labels("import |")).not.toContain("method");
    expect(labels("import |")).not.toContain("main");
  });

  test("offers a module's members in from m import and after its dot", () => {
    expect(labels("from parallel import |")).toContain("coreid");
    expect(labels("from parallel import send, |")).toContain("recv");
    expect(labels("from mine import |", { "mine.py": "def f():\n    pass\n" })).toEqual(["f"]);
    expect(labels("import math as m\nprint m.|")).toEqual(expect.arrayContaining(["sqrt", "pi"]));
    expect(labels("import math as m\nprint m.s|\nx = 1\n")).toContain("sin");
  });

  test("offers methods after a value's dot, and only those it has", () => {
    expect(labels("a = [1]\na.|")).toContain("append");
    expect(labels("a = [1]\na.|")).not.toContain("upper");
    expect(labels('"x".|')).toContain("upper");
    expect(labels('"x".|')).not.toContain("append");
    expect(labels("def f(x):\n    x.|")).toEqual(expect.arrayContaining(["append", "upper"]));
  });

  test("is silent in text, comments and numbers", () => {
    expect(labels('x = "co|"')).toEqual([]);
    expect(labels("# co|")).toEqual([]);
    expect(labels("x = 1.|")).toEqual([]);
    expect(labels("def |")).toEqual([]);
  });

  test("offers names in the values of f-strings, forms and nested ones included, and none in their words", () => {
    const source = "from parallel import *\nimport math\nxs = [1]\n";
    for (const line of [
      'f"{co|}"',
      'f"{co|',
      'print(f"of {co|}',
      'f"{1:{co|}}"',
      "f'{f\"{co|}\"}'",
      'f"""\n{co|}"""',
    ]) {
      expect(labels(`${source}print ${line}`), line).toContain("coreid");
    }
    for (const line of ['f"co|"', 'f"{{co|}}"', 'f"{1:co|}"', 'f"{1!r|}"', 'f"{1} co|"']) {
      expect(labels(`${source}print ${line}`), line).toEqual([]);
    }
    expect(labels(`${source}print f"{math.|}"`)).toContain("sqrt");
    expect(labels(`${source}print f"{xs.|}"`)).toContain("append");
    expect(labels(`${source}print f"{sum([a| for a in xs])}"`)).toContain("a");
  });

  test("works where a line is not finished", () => {
    expect(labels("from parallel import *\nif c|\nx = 1\n")).toContain("coreid");
    expect(labels("from parallel import *\nsend(1, n|")).toContain("numcores");
  });
});
