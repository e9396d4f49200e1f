import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compile } from "../compiler/compile.ts";
import { explanation } from "../language/catalogue.ts";
import { faultExplanation } from "../machine/fault-explanations.ts";
import { mistakes, runMistakes } from "./corpus/mistakes.ts";
import { cooperativeDriver } from "./harness/drivers.ts";
import { runOnOneCore } from "./harness/one-core.ts";

// What beginners get wrong, and that what they are told names the mistake and the mend.

describe("mistakes that are seen before a program runs", () => {
  it.each(mistakes.map((mistake) => [mistake.what, mistake] as const))("%s", (_, { program, code, names, mend }) => {
    const from = program.indexOf("«");
    const to = program.indexOf("»") - 1;
    const { diagnostics } = compile({ name: "program.py", text: program.replace(/[«»]/g, "") });
    const first = diagnostics[0];
    expect({ code: first?.code, from: first?.from, to: first?.to }).toEqual({ code, from, to });
    expect(first?.message).toMatch(names);
    const advice = [first?.message, ...(first?.fixes ?? []).map(({ title }) => title), explanation(code)].join("\n");
    expect(advice).toMatch(mend);
  });
});

describe("mistakes that show when a program runs", () => {
  const alone = runMistakes.filter(({ code }) => code !== "deadlock");
  it.each(alone.map((mistake) => [mistake.what, mistake] as const))("%s", (_, { program, code, line, names, mend }) => {
    const result = runOnOneCore(program);
    expect({ code: result.end, line: result.line }).toEqual({ code, line });
    expect(result.message).toMatch(names);
    expect(faultExplanation(code)).toMatch(mend);
  });

  const together = runMistakes.filter(({ code }) => code === "deadlock");
  it.each(together.map((mistake) => [mistake.what, mistake] as const))("%s", async (_, mistake) => {
    const { image } = compile({ name: "program.py", text: mistake.program });
    if (image === undefined) throw new Error("it does not compile");
    const driver = cooperativeDriver();
    try {
      const { deadlockReport } = await driver.run(image, { deviceCores: [0, 1], hostCores: 0, seed: 0 });
      expect(deadlockReport).toMatch(mistake.names);
      expect(deadlockReport).toMatch(mistake.mend);
    } finally {
      driver.dispose();
    }
  });
});

it("there are at least two hundred and fifty of them", () => {
  expect(mistakes.length + runMistakes.length).toBeGreaterThanOrEqual(250);
});

describe("one mistake is one diagnostic", () => {
  const programs: Readonly<Record<string, string>> = {
    "a module that does not exist":
      "import numpy as np\nx = np.zeros(3)\ny = x.reshape(1, 3) * 2\nprint(y.shape, y.T)\n",
    "a name that a module does not have":
      "from math import sqroot\nx = sqroot(2)\nprint(x.real_part, sqroot(3).foo())\n",
    "an unknown name that several variables come from":
      "p = Pool(4)\nwith p.start() as running:\n    for part in running.parts():\n        part.join()\n",
    "a comma missing between parameters": "def f(a b):\n    c = a + b\n    return c\nprint(f(1, 2))\n",
    "a number among the parameters of a method":
      "class A:\n    def __init__(self, x, 3):\n        self.x = x\nprint(A(1, 2).x)\n",
    "a text among parameters": "def f('a'):\n    return a\nprint(f(1))\n",
    "a name of MPI, twice": "x = MPI_COMM_WORLD\ny = MPI_COMM_WORLD\n",
  };
  it.each(Object.entries(programs))("%s", (_, text) => {
    expect(compile({ name: "program.py", text }).diagnostics.map(({ message }) => message)).toHaveLength(1);
  });
});

describe("programs that are fine get no hint that something was forgotten or misspelt", () => {
  const hints = new Set(["augmented-unset", "forgotten-result", "function-as-value", "misspelt-assignment"]);
  it.each(["src/testing/corpus", "examples", "lessons", "bench"])("in %s", (folder) => {
    const root = new URL(`../../${folder}/`, import.meta.url);
    const paths = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".py"));
    const found = paths.flatMap((path) => {
      const text = readFileSync(new URL(path, root), "utf8");
      if (/# (fault|error)\b/.test(text)) return [];
      const { diagnostics } = compile({ name: "program.py", text });
      return diagnostics.filter(({ code }) => hints.has(code)).map(({ message }) => `${path}: ${message}`);
    });
    expect(paths.length).toBeGreaterThan(0);
    expect(found).toEqual([]);
  });
});
