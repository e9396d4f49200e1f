import { describe, expect, test } from "vitest";
import type { SourceFile } from "../base/source.ts";
import { check } from "./checker.ts";
import type { CheckedProgram, Meaning } from "./program.ts";
import { listings } from "./testing/listings.ts";

function program(text: string, files: readonly SourceFile[] = []): CheckedProgram {
  const { program, diagnostics } = check({ name: "t.py", text }, files);
  expect(diagnostics.filter((one) => one.severity === "error")).toEqual([]);
  if (program === undefined) throw new Error("no program");
  return program;
}

function word(symbol: Meaning): string {
  switch (symbol.kind) {
    case "module-variable":
      return `variable ${symbol.file}:${symbol.name}`;
    case "local":
      return `local ${symbol.def.name.name}.${symbol.name}`;
    case "element":
      return `element ${symbol.name}`;
    case "function":
      return `function ${symbol.file}:${symbol.name}`;
    case "class":
      return `class ${symbol.file}:${symbol.qualified}`;
    case "singleton":
      return symbol.name;
    case "native":
      return `native ${symbol.native.module}.${symbol.native.name}`;
    case "exception":
      return `exception ${symbol.name}`;
    case "constant":
      return `constant ${symbol.name}`;
    case "module":
      return `module ${symbol.name}`;
  }
}

/// What each name of the main file means: `name: meaning`, in the order of the text.
function meanings(text: string, files: readonly SourceFile[] = []): string[] {
  const { meaning, modules } = program(text, files);
  const main = modules.at(-1)?.tree;
  const found: { from: number; text: string }[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const symbol = meaning.get(node as never);
    const { name, from } = node as { name?: unknown; from?: number };
    if (symbol !== undefined) found.push({ from: from ?? 0, text: `${name}: ${word(symbol)}` });
    for (const child of Object.values(node)) visit(child);
  };
  visit(main);
  return found.toSorted((a, b) => a.from - b.from).map((one) => one.text);
}

function codes(text: string, files: readonly SourceFile[] = []): string[] {
  return check({ name: "t.py", text }, files).diagnostics.map((one) => one.code);
}

describe("the paper's listings", () => {
  test.each(listings)("$name passes without a remark", ({ text }) => {
    expect(codes(text)).toEqual([]);
  });

  test("listing 5 has its variables, functions and locals in order", () => {
    const { modules } = program(listings[4]?.text ?? "");
    const main = modules.at(-1);
    expect(main?.variables.map((one) => one.name)).toEqual([
      "DATA_SIZE",
      "MAX_ITS",
      "W",
      "local_size",
      "data",
      "bnorm",
      "norm",
      "its",
      "i",
    ]);
    expect(main?.functions.map(({ symbol, locals }) => [symbol.name, ...locals.map((one) => one.name)])).toEqual([
      ["fillInitialConditions", "local_data", "local_size"],
      ["computeNorm", "local_data", "local_size", "bnorm", "tmpnorm", "i"],
    ]);
  });
});

describe("a name", () => {
  test("that a function assigns is local to it, and otherwise the module's", () => {
    expect(meanings("a = 1\nb = 2\ndef f(c):\n  a = b + c\n")).toEqual([
      "a: variable t.py:a",
      "b: variable t.py:b",
      "f: function t.py:f",
      "c: local f.c",
      "a: local f.a",
      "b: variable t.py:b",
      "c: local f.c",
    ]);
  });

  test("that a function declares global is the module's", () => {
    expect(meanings("def f():\n  global a\n  a = 1\nprint a\n")).toEqual([
      "f: function t.py:f",
      "a: variable t.py:a",
      "a: variable t.py:a",
      "a: variable t.py:a",
    ]);
  });

  test("of a loop variable or an unpacked element is assigned as well", () => {
    expect(meanings("def f():\n  for i, [j, k] in []:\n    pass\n").slice(1)).toEqual([
      "i: local f.i",
      "j: local f.j",
      "k: local f.k",
    ]);
  });

  test("of a function may be used above its def in Python 2; in Python 3 it is a variable then", () => {
    const text = "f()\ndef f():\n  g()\ndef g():\n  f()\n";
    expect(meanings(text)[0]).toBe("f: variable t.py:f");
    expect(meanings(`print 1\n${text}`)[0]).toBe("f: function t.py:f");
  });

  test("that is both a def and assigned is a variable that the def sets", () => {
    const { variableDefs, modules } = program("if 1:\n  def f(): pass\nelse:\n  def f(): pass\nf()\n");
    expect([...variableDefs.values()].map(word)).toEqual(["variable t.py:f", "variable t.py:f"]);
    expect(modules[0]?.functions).toHaveLength(2);
    expect(modules[0]?.variables.map((one) => one.name)).toEqual(["f"]);
  });

  test("that shadows a native is a variable", () => {
    expect(meanings("sum = 0\nsum += len([])\n")).toEqual([
      "sum: variable t.py:sum",
      "sum: variable t.py:sum",
      "len: native builtins.len",
    ]);
  });
});

describe("imports", () => {
  test("bind modules, members and their other names", () => {
    expect(
      meanings("import math as m, util\nfrom random import randint as r\nprint m.pi, m.e(), util.range(3), r(1, 2)\n"),
    ).toEqual([
      "math: module math",
      "m: module math",
      "util: module util",
      "random: module random",
      "randint: native random.randint",
      "r: native random.randint",
      "m: module math",
      "pi: constant pi",
      "m: module math",
      "e: constant e",
      "util: module util",
      "range: function util.py:range",
      "r: native random.randint",
    ]);
  });

  test("of parallel give plain names too, but before nothing else", () => {
    expect(meanings("import parallel\nprint parallel.coreid(), coreid()\n").slice(2)).toEqual([
      "coreid: native parallel.coreid",
      "coreid: native parallel.coreid",
    ]);
    expect(meanings("import parallel\ndef sync(): pass\nsync()\n").at(-1)).toBe("sync: function t.py:sync");
  });

  test("of everything replace the built-in functions", () => {
    expect(meanings("from util import *\nprint range(3), len([])\n").slice(1)).toEqual([
      "range: function util.py:range",
      "len: native builtins.len",
    ]);
  });

  test("load files of the project once, before those that need them", () => {
    const files = [
      { name: "a.py", text: "import b\nx = 1\n" },
      { name: "b.py", text: "from parallel import *\ny = coreid()\n" },
      { name: "unused.py", text: "this is no program" },
    ];
    const { modules } = program("import a\nfrom b import *\nprint a.x, y, numcores()\n", files);
    expect(modules.map((one) => one.tree.file)).toEqual(["b.py", "a.py", "t.py"]);
  });

  test("prefer a file of the project to ePython's module", () => {
    const files = [{ name: "util.py", text: "def twice(x): return 2*x\n" }];
    expect(meanings("import util\nutil.twice(1)\n", files).at(-1)).toBe("twice: function util.py:twice");
  });

  test("inside a function hold for the file", () => {
    expect(codes("def f():\n  import math\n  return math.sqrt(2)\n")).toEqual([]);
  });

  test("a program named like a module still means ePython's", () => {
    expect(check({ name: "math.py", text: "import math\nprint math.sqrt(2)\n" }, []).diagnostics).toEqual([]);
  });

  test("errors of an imported file carry its name", () => {
    const files = [{ name: "a.py", text: "x = = 1\n" }];
    const { diagnostics } = check({ name: "t.py", text: "from a import *\nprint x, y\nz(\n" }, files);
    expect(diagnostics.map((one) => [one.file, one.code])).toEqual([
      ["t.py", "unclosed-bracket"],
      ["a.py", "expected-expression"],
    ]);
  });
});

describe("no follow-up errors", () => {
  test.each([
    ["x = 1 $ 2\nprint x\n", ["unknown-character"]],
    ["x = foo(\nprint x\n", ["undefined-name", "unclosed-bracket"]],
    ["class A(B):\n  def f(self): pass\na = A()\na.f()\n", ["undefined-name"]],
    ["from paralel import *\nprint coreid()\n", ["unknown-module"]],
    ["import numpy as np\nx = np.zeros(3)\n", ["module-elsewhere"]],
    ["def f(x:\n  return x\nf(1)\n", ["unclosed-bracket"]],
    ["x = {'a': 1, 'b'}\nprint x\n", ["missing-dict-value"]],
    ["nothing.method().other()\n", ["undefined-name"]],
    ["def f(a, b, c) return a\nf(1)\n", ["missing-colon", "too-few-arguments"]],
    ["if x y:\n  pass\n", ["side-by-side"]],
    ["for i in range(10)\n  break\n", ["missing-colon"]],
    ["try:\n  x = 1\nexcept A, e:\n  y = e\nprint x, y\n", ["except-comma"]],
  ])("%s", (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });
});

describe("messages name what the learner needs", () => {
  function message(text: string): string {
    return check({ name: "t.py", text }, []).diagnostics[0]?.message ?? "";
  }

  test("the signature of a native", () => {
    expect(message("from parallel import *\nsend(1)\n")).toBe(
      "`send` needs a value for `pid`: `send(data, pid[, n])`.",
    );
    expect(message("print len()\n")).toBe("`len` needs a value for `x`: `len(x)`.");
  });

  test("the signature of a function", () => {
    expect(message("def f(a, b=[1, 2]):\n  pass\nf(1, 2, 3)\n")).toBe(
      "`f` takes 2 arguments, not 3: `f(a, b=[1, 2])`.",
    );
  });

  test("what ePython leaves out, and what to write instead", () => {
    expect(message("async def f():\n  pass\n")).toBe(
      "ePython has no async and await: use `send` and `recv`: each core runs its own program.",
    );
  });
});

test("the smallest whole number can be written", () => {
  expect(codes("x = -2147483648\ny = 2147483647\n")).toEqual([]);
});
