import { describe, expect, test } from "vitest";
import { deviceFileOf, isPythonFile, pythonFileFor } from "./python-file.ts";

const file = (name: string, text: string): { name: string; text: string } => ({ name, text });

describe("a file is for full Python", () => {
  test.each([
    ["it imports epython", file("a.py", "from epython import offload\n")],
    ["it does so among others", file("a.py", "import math, epython as e\n")],
    ["it does so in a function", file("a.py", "def f():\n  import epython\n")],
    ["its first lines say so", file("a.py", "# a program\n# host\nprint(1)\n")],
    ["it is named so", file("host.py", "print(1)\n")],
  ])("if %s", (_why, one) => {
    expect(isPythonFile(one)).toBe(true);
  });

  test.each([
    ["imports of parallel", file("a.py", "from parallel import *\n")],
    ["a string that speaks of it", file("a.py", 'x = "import epython"\n')],
    ["a comment further down", file("a.py", "x = 1\n# host\n")],
    ["a comment that says more", file("a.py", "# host and device\n")],
    ["a module of a like name", file("a.py", "import epython2\nfrom my_epython import x\n")],
    ["another kind of file", file("host.txt", "import epython\n")],
  ])("but not with %s", (_what, one) => {
    expect(isPythonFile(one)).toBe(false);
  });
});

describe("the program of the cores", () => {
  const talks = "from epython import send\nsend(1, 0)\n";
  const cores = file("cores.py", "from parallel import *\n");

  test("is the only other one of a host that offloads nothing", () => {
    const host = file("main.py", talks);
    expect(deviceFileOf(host, [host, cores])).toBe(cores);
    expect(pythonFileFor(cores, [host, cores])).toBe(host);
    expect(pythonFileFor(host, [host, cores])).toBe(host);
  });

  test("is the one that the host names", () => {
    const host = file("main.py", `# device: b.py\n${talks}`);
    const other = file("b.py", "");
    expect(deviceFileOf(host, [host, cores, other])).toBe(other);
    expect(pythonFileFor(cores, [host, cores, other])).toBeUndefined();
  });

  test.each([
    ["the host offloads", "from epython import offload\n@offload\ndef f(): pass\n"],
    ["the host imports it", `import cores\n${talks}`],
  ])("is none if %s", (_why, text) => {
    const host = file("main.py", text);
    expect(deviceFileOf(host, [host, cores])).toBeUndefined();
  });
});
