import { describe, expect, test } from "vitest";
import { type HostResult, hostFiles, isLine, readExpectations, runPython, SIXTEEN } from "../testing/harness/python.ts";

const files = hostFiles();
const programs = files.filter(({ text }) => /^# (expect host|fault|deadlock)/m.test(text));

describe("programs with full Python, on the command line's engine", () => {
  test.each(programs)("$name", async (program) => {
    const wanted = readExpectations(program.text);
    const result = await runPython(program, files, {
      stdin: wanted.stdin,
      ...(wanted.device === undefined ? {} : { device: wanted.device }),
    });
    expect({ ...result, cycles: 0 }).toMatchObject({
      deadlock: wanted.deadlock,
      abandoned: wanted.abandoned,
      outcome: wanted.outcome,
    });
    expect(result.host).toHaveLength(wanted.host.length);
    wanted.host.forEach((line, k) => {
      expect(isLine(line, result.host[k] ?? "") ? line : result.host[k]).toBe(line);
    });
    for (const [core, lines] of wanted.cores)
      expect(result.cores.get(core)).toEqual(expect.arrayContaining([...lines]));
    const said = [...result.cores.values()].flat();
    for (const { text, count } of wanted.anywhere) {
      expect({ text, count: said.filter((line) => line === text).length }).toEqual({ text, count });
    }
    expect(result.faults).toEqual(
      wanted.faults.map((fault) => (fault.includes(" of ") ? fault : `${fault} of ${program.name}`)),
    );
  });
});

describe("a host that is over while cores wait for it", () => {
  const cores = {
    name: "cores.py",
    text: [
      "from parallel import *",
      "if coreid() == 0:",
      "    x = recv(1)",
      "elif coreid() == 1:",
      "    x = recv(4)",
      "elif coreid() == 2:",
      "    x = reduce(1, 'sum')",
      "",
    ].join("\n"),
  };
  const settings = { ...SIXTEEN, deviceCores: [0, 1, 2, 3] };
  const run = (text: string): Promise<HostResult> =>
    runPython({ name: "host.py", text }, [cores], { device: "cores.py", settings });

  test.each([
    ["an exception", "1 / 0\n", "ZeroDivisionError: division by zero"],
    ["an exception in a module of the project", "import cores\n", "ModuleNotFoundError: No module named 'parallel'"],
    ["an import of what is not there", "import nowhere\n", "ModuleNotFoundError: No module named 'nowhere'"],
    ["a mistake in the text", "x = = 1\n", "SyntaxError: invalid syntax"],
    ["KeyboardInterrupt, raised by itself", "raise KeyboardInterrupt\n", "KeyboardInterrupt"],
    ["exit", "import sys\nsys.exit(3)\n", undefined],
  ])("has failed for %s: that comes first, and the cores wait for the host", async (_what, text, message) => {
    const { told, states, outcome, deadlock, abandoned } = await run(text);
    expect({ outcome, deadlock, abandoned }).toEqual({ outcome: "failed", deadlock: "", abandoned: "0 1 2" });
    expect([...states.values()]).toEqual(["abandoned", "abandoned", "abandoned", "ended", "failed"]);
    expect(told.slice(0, -1)).toEqual(message === undefined ? [] : [message]);
    expect(told.at(-1)).toMatch(/^3 cores wait for the host, which failed\./);
    expect(told.join("\n")).not.toMatch(/core 4|Deadlock/);
  });

  test("has ended: that is a deadlock, told with the host's name", async () => {
    const { told, states, outcome, deadlock } = await run("print(1)\n");
    expect({ outcome, deadlock }).toEqual({ outcome: "deadlock", deadlock: "0 1 2" });
    expect(states.get(4)).toBe("ended");
    expect(told.join("\n")).toMatch(/the host/);
    expect(told.join("\n")).not.toMatch(/core 4/);
  });

  test("waits for a core that has failed: the run has failed", async () => {
    const failing = { name: "cores.py", text: "from parallel import *\nif coreid() == 3:\n    x = 1 / 0\n" };
    const text = "from epython import recv\nrecv(3)\n";
    const { told, outcome } = await runPython({ name: "host.py", text }, [failing], { device: "cores.py", settings });
    expect(outcome).toBe("failed");
    expect(told[0]).toBe("division by zero");
    expect(told[1]).toMatch(/the host waits in recv from core 3, line 2, but core 3 has failed/);
  });
});

describe("a run with full Python", () => {
  const main = (text: string): { name: string; text: string } => ({ name: "main.py", text });
  const stopAt = (line: string, text: string): Promise<HostResult> =>
    runPython(main(text), [], {
      watch: (event, run) => {
        if (event.kind === "input" || (event.kind === "line" && event.text === line)) run.stop();
      },
    });

  test.each([
    ["computing", 'print("go")\nwhile True:\n    pass\n'],
    ["asleep", 'import time\nprint("go")\ntime.sleep(1000)\n'],
    ["in what does not look whether it is to stop", 'print("go")\nx = 7 ** (10 ** 8)\n'],
    ["waiting for input", 'input("?")\n'],
    ["printing without end", 'print("go")\nwhile True:\n    print("x" * 100)\n'],
    [
      "waiting for a kernel that never ends",
      'from epython import offload\n@offload\ndef f():\n    print("go")\n    while True:\n        pass\nf()\n',
    ],
  ])("stops while it is %s", async (_what, text) => {
    expect((await stopAt("go", text)).outcome).toBe("stopped");
  });

  test("keeps nothing of 1,000 launches", async () => {
    const text = [
      "from epython import offload",
      "import gc, sys",
      "@offload(target=[0, 5])",
      "def nothing(data):",
      "    return data",
      "def launch(count):",
      "    for k in range(count):",
      "        nothing([k, 2.5, 'text'])",
      "    gc.collect()",
      "    return sys.getallocatedblocks()",
      "launch(100)",
      "before = launch(100)",
      "print(launch(1000) - before)",
    ].join("\n");
    const { host } = await runPython(main(text), []);
    expect(host).toHaveLength(1);
    // Blocks of memory: one that each launch left would be 1,000.
    expect(Number(host[0])).toBeLessThan(50);
  });

  test("takes the same virtual time every time, copies over the host link included", async () => {
    const text = [
      "from epython import offload",
      "@offload",
      "def f(data):",
      "    return data",
      "for n in (0, 1000):",
      "    f([1.5] * n, target=[0, 3])",
    ].join("\n");
    const first = await runPython(main(text), []);
    const second = await runPython(main(text), []);
    expect([...second.cycles]).toEqual([...first.cycles]);
    const small = await runPython(main(text.replace("(0, 1000)", "(0, 0)")), []);
    // To each of two cores 4,000 bytes at 20 cycles, and from the later one 4,000 at 150.
    const more = (first.cycles.get(16) ?? 0) - (small.cycles.get(16) ?? 0);
    expect(more).toBeGreaterThanOrEqual(2 * 4_000 * 20 + 4_000 * 150);
    expect(more).toBeLessThan(2 * 4_000 * 20 + 2 * 4_000 * 150 + 100_000);
  });
});
