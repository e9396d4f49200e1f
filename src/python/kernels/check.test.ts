import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lineStarts, positionAt } from "../../base/span.ts";
import { compile } from "../../compiler/compile.ts";
import { runs } from "../../testing/harness/properties.ts";
import { hostFiles } from "../../testing/harness/python.ts";
import { isPythonFile } from "../python-file.ts";
import { kernelProblems } from "./check.ts";

/// The problems of a host's program: line, what stands there, and what is said.
function problemsOf(text: string): string[] {
  const starts = lineStarts(text);
  return kernelProblems(
    { name: "main.py", text },
    [],
    (main, files, resident) => compile(main, { files, resident }).diagnostics,
  ).map(({ from, to, message }) => `${positionAt(starts, from).line} ${text.slice(from, to)}: ${message}`);
}

const kernel = (...lines: string[]): string =>
  ["from epython import offload", ...lines.slice(0, -1), "@offload", lines.at(-1), ""].join("\n");

describe("what cannot be a kernel is told at its place", () => {
  test.each([
    [
      "a closure",
      "from epython import offload\ndef make(k):\n    @offload\n    def inner(x):\n        return x + k\n    return inner\n",
      ["5 k: inner cannot go to the cores: it uses k of the function around it; pass it as an argument"],
    ],
    [
      "any number of arguments",
      kernel("def f(*x):\n    return 0"),
      ["3 x: f cannot go to the cores: *x stands for any number of arguments"],
    ],
    [
      "a module of the host's",
      kernel("import json", "def f(x):\n    return json.dumps(x)"),
      ["5 json: f uses json of the module json, which the cores do not have"],
    ],
    [
      "one name of such a module",
      kernel("from os.path import join as glue", "def f(x):\n    return glue(x, x)"),
      ["5 glue: f uses glue of the module os.path, which the cores do not have"],
    ],
    [
      "a variable of the host's",
      kernel("size = 4", "def f():\n    return size"),
      [
        "5 size: f uses size, a variable of the host: pass it as an argument, or put it on the cores with define_on_device(size)",
      ],
    ],
    [
      "a variable of the host's in an f-string",
      kernel("size = 4", "def f():\n    return f'{1:{size}}'"),
      [
        "5 size: f uses size, a variable of the host: pass it as an argument, or put it on the cores with define_on_device(size)",
      ],
    ],
    [
      "what a function needs that it calls",
      kernel("import json", "def helper(x):\n    return json.loads(x)\n", "def f(x):\n    return helper(x)"),
      ["4 json: f uses json of the module json, which the cores do not have"],
    ],
  ])("%s", (_what, text, expected) => {
    expect(problemsOf(text)).toEqual(expected);
  });

  test("what ePython does not have, in a def within another too", () => {
    const text = [
      "from epython import offload",
      "def around():",
      "    @offload(target=0)",
      "    def inner(x):",
      "        x = x @ x",
      "    return inner",
      "@offload",
      "def other(x):",
      "    print(x @ x)",
      "",
    ].join("\n");
    const lines = problemsOf(text).map((line) => line.split(":")[0]);
    expect(lines[0]).toMatch(/^5 @/);
    expect(lines.at(-1)).toMatch(/^9 @/);
    expect(lines).toHaveLength(2);
  });

  test("a name that nobody knows", () => {
    expect(problemsOf(kernel("def f(x):\n    return x + missing"))).toEqual([
      expect.stringMatching(/^4 missing: .*missing/),
    ]);
  });
});

describe("nothing is told of", () => {
  test.each([
    [
      "a kernel with names of its own",
      kernel(
        "x = {}\ntotal = open",
        "def f(x):\n    total = x\n    for k in x:\n        total += k\n    a, b = 1, 2\n    return total + a + b",
      ),
    ],
    [
      "data that stays on the cores",
      kernel(
        "from epython import define_on_device\ndata = [1]\ndefine_on_device(data)",
        "def f():\n    return data[0]",
      ),
    ],
    [
      "such data, named as text",
      kernel("from epython import *\ndata = [1]\ndefine_on_device('data')", "def f():\n    data[0] = 1"),
    ],
    [
      "modules that the cores have",
      kernel("from math import sqrt as root\nimport random", "def f(x):\n    return root(x) + random.random()"),
    ],
    ["messages", kernel("from epython import send, recv", "def f():\n    send(recv(16), 16)")],
    ["a function without the decorator", "from epython import offload\ndef f(*x):\n    yield x\n"],
    ["Python 2 in a kernel", kernel("def f(x):\n    print x, 0777\n    return x / 2")],
  ])("%s", (_what, text) => {
    expect(problemsOf(text)).toEqual([]);
  });

  test.each(
    hostFiles()
      .filter((file) => isPythonFile(file) && file.name !== "refused.py")
      .map((file) => [file.name, file.text] as const),
  )("the program %s, which runs", (_name, text) => {
    expect(problemsOf(text)).toEqual([]);
  });
});

test("any text is borne, and what is told lies within it", () => {
  const piece = fc.constantFrom(
    ..."@offload\n|def f(|x|*|):\n|    |return |x|=|(|)|[|]|import |from |os|.| as |\n|define_on_device|,|for | in |'|\"|\\\n|if |:|lambda |global |😀".split(
      "|",
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = `@offload\n${pieces.join("")}`;
      for (const { from, to } of kernelProblems(
        { name: "main.py", text },
        [],
        (main, files, resident) => compile(main, { files, resident }).diagnostics,
      )) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeGreaterThanOrEqual(from);
        expect(to).toBeLessThanOrEqual(text.length);
      }
    }),
    runs(300),
  );
});
