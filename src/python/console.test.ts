import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compile } from "../compiler/compile.ts";
import { createEngine } from "../runtime/node/engine.ts";
import type { MonitorEvent } from "../runtime/protocol/events.ts";
import type { Run } from "../runtime/protocol/run.ts";
import { SIXTEEN } from "../testing/harness/python.ts";
import type { HostConsole } from "./host-console.ts";
import { pythonJob } from "./job.ts";
import { startHostThread } from "./node/thread.ts";
import { PythonConsole } from "./python-console.ts";
import { PythonRun, type PythonSurroundings } from "./python-run.ts";

/// What a run has said, up to its end: lines with their cores, faults, and how it came out.
async function said(run: Run, watch: (event: MonitorEvent) => void = () => {}): Promise<string[]> {
  const lines: string[] = [];
  for (;;) {
    for (const event of run.drain(20)) {
      watch(event);
      if (event.kind === "line") lines.push(event.core === 16 ? event.text : `${event.core}: ${event.text}`);
      if (event.kind === "fault") lines.push(`fault: ${event.message}`);
      if (event.kind === "finished") return [...lines, event.outcome];
    }
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, 5);
      run.onActivity(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}

const ends: (() => void)[] = [];
afterAll(() => {
  for (const end of ends) end();
});

async function after(text: string): Promise<{ console: HostConsole; lines: readonly string[] }> {
  const engine = createEngine("workers");
  const thread = startHostThread();
  ends.push(() => {
    thread.terminate();
    engine.dispose();
  });
  const place: PythonSurroundings = {
    engine,
    thread,
    compile: (source, files, resident) => compile(source, { files, resident }),
    now: () => performance.now(),
    after: (milliseconds, work) => void setTimeout(work, milliseconds).unref(),
    keep: (run) => new PythonConsole(run, place),
  };
  const run = new PythonRun(pythonJob({ name: "main.py", text }, [], SIXTEEN, undefined), place);
  const lines = await said(run);
  if (run.console === undefined) throw new Error(`Python has not been kept: ${lines.join("\n")}`);
  return { console: run.console, lines };
}

const KERNELS = `from epython import *

@offload(target=[0, 5])
def add(a, b):
    return a + b

@offload(target=[0, 5])
def grow():
    data[0] += 1
    return data[0]

data = [1, 2, 3]
define_on_device(data)
handler = add(1, 2, asynchronous=True)
grow()
x = 5

@offload(target=1)
def forever():
    while True:
        pass

@offload(target=1)
def one():
    return 1

def half(x):
    return 1 / x

class Thing:
    size = 1

    @property
    def slow(self):
        while True:
            pass

thing = Thing()
`;

// Python takes long to start: what can be asked of one is.
let console: HostConsole;
let lines: readonly string[];
beforeAll(async () => {
  ({ console, lines } = await after(KERNELS));
});

describe("what is entered after a program", () => {
  test("sees its names, kernels, handlers and the data on the cores", async () => {
    const enter = (text: string): Promise<string[]> => said(console.enter(text));
    expect(lines).toEqual(["ended"]);
    expect(await enter("x + 1")).toEqual(["6", "ended"]);
    expect(await enter("handler.wait()")).toEqual(["[3, 3]", "ended"]);
    expect(await enter("add(10, 20)")).toEqual(["[30, 30]", "ended"]);
    expect(await enter("grow()\ngrow()")).toEqual(["[3, 3]", "[4, 4]", "ended"]);
    expect(await enter("copy_from_device('data', target=[0, 1])")).toEqual(["[[4, 2, 3], [1, 2, 3]]", "ended"]);
    expect(await enter("late = add(2, 2, asynchronous=True)")).toEqual(["ended"]);
    expect(await enter("late.wait(), _")).toEqual(["([4, 4], [[4, 2, 3], [1, 2, 3]])", "ended"]);
  });

  test("can define kernels of its own", async () => {
    expect(await said(console.enter("@offload(target=3)\ndef hi(n):\n    print('hi', n)\n    return n\n"))).toEqual([
      "ended",
    ]);
    expect(await said(console.enter("hi(7)"))).toEqual(["3: hi 7", "[7]", "ended"]);
    expect((await said(console.enter("@offload\ndef no():\n    return open('x')\n"))).join("\n")).toMatch(
      /OffloadError/,
    );
  });

  test("tells errors as Python does, without our own files", async () => {
    const told = await said(console.enter("half(0)"));
    expect(told[0]).toBe("Traceback (most recent call last):");
    expect(told.at(-2)).toBe("ZeroDivisionError: division by zero");
    expect(told.at(-1)).toBe("failed");
    expect(told.join("\n")).toMatch(/line 1, in <module>\n {4}half\(0\)[\s\S]*main.py", line \d+, in half/);
    expect(told.join("\n")).not.toMatch(/\/epython\//);
    const wrong = await said(console.enter("x = = 1"));
    expect(wrong.join("\n")).toMatch(/SyntaxError: invalid syntax/);
    expect(wrong.join("\n")).not.toMatch(/\/epython\//);
    expect(await said(console.enter("1 + 1"))).toEqual(["2", "ended"]);
  });

  test("is there after a program that has failed, until one leaves", async () => {
    const failed = await after("x = 3\n1 / 0\n");
    expect(failed.lines).toEqual(["fault: ZeroDivisionError: division by zero", "failed"]);
    expect(await said(failed.console.enter("x"))).toEqual(["3", "ended"]);
    expect((await said(failed.console.enter("import sys\nsys.exit()"))).at(-1)).toBe("ended");
    await failed.console.ended;
  });

  test.each([
    ["an endless loop", "x = 8\nprint('go')\nwhile True: pass"],
    ["a kernel that never ends", "print('go')\nforever()"],
  ])("stops in %s, and what was there stays", async (_what, text) => {
    const entry = console.enter(text);
    const told = await said(entry, (event) => {
      if (event.kind === "line" && event.text === "go") entry.stop();
    });
    expect([told[0], told.at(-1)]).toEqual(["go", "stopped"]);
    expect(await said(console.enter("one()"))).toEqual(["[1]", "ended"]);
  });

  test("goes on in virtual time", async () => {
    const times: number[] = [];
    for (let k = 0; k < 2; k++) {
      await said(console.enter("add(1, 1)"), (event) => {
        if (event.kind === "line") times.push(event.cycles);
      });
    }
    const [first = 0, second = 0] = times;
    expect(first).toBeGreaterThan(0);
    expect(second).toBeGreaterThan(first);
  });

  test("asks for input", async () => {
    const entry = console.enter("input('Name? ')");
    const told = await said(entry, (event) => {
      if (event.kind === "input") entry.answer(event.core, "Ann");
    });
    expect(told).toEqual(["'Ann'", "ended"]);
  });
});

describe("what is asked of the console", () => {
  test("is whether a text is whole", async () => {
    const whole = (text: string): Promise<boolean> => console.isWhole(text);
    expect(await whole("x + 1")).toBe(true);
    expect(await whole("def f():")).toBe(false);
    expect(await whole("def f():\n    return 1")).toBe(false);
    expect(await whole("def f():\n    return 1\n")).toBe(true);
    expect(await whole("def f():\n    return 1\n    ")).toBe(true);
    expect(await whole("(1,")).toBe(false);
    expect(await whole("x = = 1")).toBe(true);
  });

  test("is what a name could go on as", async () => {
    expect(await console.complete("print(thin")).toEqual({ from: 4, names: ["thing"] });
    expect(await console.complete("thing.si")).toEqual({ from: 2, names: ["size"] });
    expect((await console.complete("pri")).names).toContain("print");
    expect((await console.complete("nothing.si")).names).toEqual([]);
    // A property that computes without end.
    expect((await console.complete("thing.slow.x")).names).toEqual([]);
    expect(await said(console.enter("1 + 1"))).toEqual(["2", "ended"]);
  });
});
