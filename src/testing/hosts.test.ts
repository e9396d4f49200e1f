import { describe, expect, test } from "vitest";
import { type HostResult, hostFiles, isLine, readExpectations, runHost } from "./hosts.ts";

const files = hostFiles();
const programs = files.filter(({ text }) => /^# (expect host|fault|deadlock)/m.test(text));

describe("programs with full Python, on the command line's engine", () => {
  test.each(programs)("$name", async (program) => {
    const wanted = readExpectations(program.text);
    const result = await runHost(program, files, {
      stdin: wanted.stdin,
      ...(wanted.device === undefined ? {} : { device: wanted.device }),
    });
    expect({ ...result, cycles: 0 }).toMatchObject({ deadlock: wanted.deadlock, outcome: wanted.outcome });
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

describe("a run with full Python", () => {
  const main = (text: string): { name: string; text: string } => ({ name: "main.py", text });
  const stopAt = (line: string, text: string): Promise<HostResult> =>
    runHost(main(text), [], {
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
    const { host } = await runHost(main(text), []);
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
    const first = await runHost(main(text), []);
    const second = await runHost(main(text), []);
    expect([...second.cycles]).toEqual([...first.cycles]);
    const small = await runHost(main(text.replace("(0, 1000)", "(0, 0)")), []);
    // To each of two cores 4,000 bytes at 20 cycles, and from the later one 4,000 at 150 (the design's table).
    const more = (first.cycles.get(16) ?? 0) - (small.cycles.get(16) ?? 0);
    expect(more).toBeGreaterThanOrEqual(2 * 4_000 * 20 + 4_000 * 150);
    expect(more).toBeLessThan(2 * 4_000 * 20 + 2 * 4_000 * 150 + 100_000);
  });
});
