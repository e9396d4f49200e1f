import { describe, expect, test } from "vitest";
import { at } from "./testing/marked.ts";
import { valueLines, variableAt } from "./value-lines.ts";

/// The lines before the mark, as `LINE: names`.
function lines(source: string) {
  const { analysis, offset } = at(source);
  return valueLines(analysis, offset).map(({ line, names }) => `${line}: ${names.join(" ")}`);
}

describe("the lines whose values are shown", () => {
  test("have what they set, or else what they read, up to where the core stands", () => {
    expect(
      lines(
        "from parallel import *\nme = coreid()\na, b = 1, me\nprint(f'{a}')\nfor i in range(a):\n    b += i\n    |print b, i\nc = 1\n",
      ),
    ).toEqual(["2: me", "3: a b", "4: a", "5: i", "6: b", "7: b i"]);
  });

  test("are those of the method in which the core is", () => {
    expect(
      lines("class A:\n    def __init__(self):\n        self.x = 1\n    def add(self, n):\n        |self.x += n\n"),
    ).toEqual(["4: self n", "5: self n"]);
  });

  test("are those of the function in which the core is, with its parameters", () => {
    expect(
      lines(
        "g = 1\ndef other(z):\n    y = z\ndef f(n, m=2):\n    x = n + g\n    data[0] = x\n    |return x\nf(1)\ndata = [g]\n",
      ),
    ).toEqual(["4: n m", "5: x", "6: data x", "7: x"]);
  });

  test("of the program itself leave functions out", () => {
    expect(lines("g = 1\ndef f(n):\n    x = n\n    return x\nh = f(g)\n|k = h\n")).toEqual(["1: g", "5: h", "6: h"]);
  });

  test("leave out branches that were not taken, but not in loops, which may have come through them before", () => {
    const branches = "if a > 1:\n    b = 1\nelif a > 0:\n    c = 2\nelse:\n    d = 3\n    |e = d\n";
    expect(lines(`a = 0\n${branches}`)).toEqual(["1: a", "2: a", "4: a", "7: d", "8: d"]);
    const inLoop = branches.replace(/^/gm, "    ").trimEnd();
    expect(lines(`a = 0\nwhile True:\n${inLoop}\n`)).toContain("4: b");
  });

  test("are none where a program is not one", () => {
    expect(lines("|")).toEqual([]);
    expect(lines("def (\n x = |")).toEqual([]);
  });
});

test("a variable is found where it stands, with the function that it is local to", () => {
  const named = (source: string) => {
    const { analysis, offset } = at(source);
    const found = variableAt(analysis, offset);
    return found && [found.name, found.function];
  };
  expect(named("total = 1\nprint tot|al\n")).toEqual(["total", null]);
  expect(named("def f(n):\n    return |n\nf(1)\n")).toEqual(["n", "f"]);
  expect(named("from parallel import *\nprint core|id()\n")).toBeUndefined();
});
