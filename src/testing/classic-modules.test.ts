import { afterAll, describe, expect, it } from "vitest";
import { compile } from "../compiler/compile.ts";
import { cooperativeDriver } from "./harness/drivers.ts";

// The files of a classic program are one text: an import puts a file into it, once.

const driver = cooperativeDriver();
afterAll(() => driver.dispose());

/// What a program of several files prints on one core. The first text is the program's.
async function printed(text: string, modules: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const files = Object.entries(modules).map(([name, text]) => ({ name: `${name}.py`, text }));
  const { image, diagnostics } = compile({ name: "main.py", text: `# dialect: classic\n${text}` }, { files });
  if (image === undefined) throw new Error(diagnostics.map(({ message }) => message).join("; "));
  expect(diagnostics).toEqual([]);
  const { lines, faults } = await driver.run(image, { deviceCores: [0], hostCores: 0, seed: 0 });
  expect(faults).toEqual([]);
  return lines.get(0) ?? [];
}

describe("an import of a file", () => {
  const own = "n = 3\ndef twice(x):\n    return x * 2\ndef thrice(x):\n    return x * n\n";

  it.each(["import own", "from own import *", "from own import twice", "from own import twice as t, n"])(
    "%s gives all of its names",
    async (line) => {
      expect(await printed(`${line}\nprint twice(4)\nprint thrice(4)\nprint n\n`, { own })).toEqual(["8", "12", "3"]);
    },
  );

  it("gives them by way of the module and under other names too", async () => {
    const text = "import own\nfrom own import twice as double\nprint own.twice(4)\nprint own.n\nprint double(5)\n";
    expect(await printed(text, { own })).toEqual(["8", "3", "10"]);
  });

  it("gives the names of what the file imports, ePython's modules included", async () => {
    const outer = "import inner\nfrom math import sqrt\ndef f():\n    return g() + 1\n";
    const inner = "from util import oddSort\ndef g():\n    return 1\n";
    const text = "import outer\nprint f()\nprint g()\nprint floor(2.5)\nx = [2, 1]\noddSort(x)\nprint x[0]\n";
    expect(await printed(text, { outer, inner })).toEqual(["2", "1", "2.000000", "1"]);
  });

  it("puts its text where the import stands, once", async () => {
    const told = 'print "told"\nn = n + 1\n';
    const text = "n = 5\nimport told\nprint n\nimport told\nfrom told import *\nprint n\n";
    expect(await printed(text, { told })).toEqual(["told", "6", "6"]);
  });

  it("lets the file use what the program defines", async () => {
    const user = "def show():\n    print limit\n    print helper(2)\n";
    const text = "import user\nlimit = 9\ndef helper(x):\n    return x + limit\nshow()\n";
    expect(await printed(text, { user })).toEqual(["9", "11"]);
  });

  it("lets a function change a variable that another file assigns above it", async () => {
    const counter = "count = 0\ndef step():\n    count = count + 1\n";
    const text = "import counter\ndef twice():\n    count = count + 2\nstep()\ntwice()\nprint count\n";
    expect(await printed(text, { counter })).toEqual(["3"]);
  });

  it("does not let it change what is assigned below the import", async () => {
    const early = "def set():\n    later = 1\n";
    expect(await printed("import early\nlater = 5\nset()\nprint later\n", { early })).toEqual(["5"]);
  });

  it("may stand in a function, in a block and in a circle", async () => {
    const a = "import b\ndef of_a():\n    return of_b() + 1\n";
    const b = "import a\ndef of_b():\n    return 1\n";
    expect(await printed("def f():\n    import a\n    return of_a()\nprint f()\n", { a, b })).toEqual(["2"]);
    expect(await printed("if 1 == 1:\n    import a\n    print of_a()\n", { a, b })).toEqual(["2"]);
  });

  it("goes before one of ePython's modules of the same name", async () => {
    expect(await printed("import util\nprint range(2)\n", { util: "def range(n):\n    return n + 40\n" })).toEqual([
      "42",
    ]);
  });

  it("hands variables over by reference", async () => {
    const setter = "def set(x):\n    x = 7\n";
    expect(await printed("import setter\ny = 1\nset(y)\nprint y\n", { setter })).toEqual(["7"]);
  });
});

it("a file that two others define a function in has the later one's", async () => {
  const first = "def f():\n    return 1\n";
  const second = "def f():\n    return 2\n";
  expect(await printed("import first\nimport second\nprint f()\n", { first, second })).toEqual(["2"]);
});

it("an unknown module is the only thing said of a program that uses its names", () => {
  const text = "# dialect: classic\nimport nowhere\nprint somewhere(1)\n";
  expect(compile({ name: "main.py", text }).diagnostics.map(({ code }) => code)).toEqual(["unknown-module"]);
});
