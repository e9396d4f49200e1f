import { describe, expect, test } from "vitest";
import { compile } from "../compiler/compile.ts";
import { MemoryMap, RING_TAIL } from "../machine/memory-map.ts";
import { createEngine } from "../runtime/node/engine.ts";
import type { MonitorEvent } from "../runtime/protocol/events.ts";
import { chipFor } from "../runtime/setup.ts";
import { runPython, SIXTEEN } from "../testing/harness/python.ts";
import { pythonJob } from "./job.ts";
import { startHostThread } from "./node/thread.ts";
import { PythonRun, type PythonThread } from "./python-run.ts";
import { LONGEST_TEXT } from "./thread-protocol.ts";

// What full Python says goes through messages that the page takes only up to a length. Whatever is longer goes in pieces, or ends
// the run with a reason: nobody waits for what never comes.

const LONG = LONGEST_TEXT + 1_000_000;
const run = (text: string, stdin: readonly string[] = []) => runPython({ name: "host.py", text }, [], { stdin });

describe("full Python", () => {
  test("prints a line of millions of characters, asks with as many, and goes on", async () => {
    const text = `print("x" * ${LONG})\nprint("é\\n" * 3, end="")\nprint(len(input("y" * ${LONG})))\n`;
    const { host, outcome } = await run(text, ["answer"]);
    expect(outcome).toBe("ended");
    expect(host.map((line) => [line.length, line[0]])).toEqual([
      [LONG, "x"],
      [1, "é"],
      [1, "é"],
      [1, "é"],
      [1, "6"],
    ]);
  });

  test("prints line after line without an end of them, and a line that does not end, and can be stopped", async () => {
    let said = 0;
    const { outcome } = await runPython({ name: "host.py", text: 'while True: print("x" * 50_000, end="")\n' }, [], {
      watch: (event, its) => {
        if (event.kind === "line") said += event.text.length;
        if (said > 0) its.stop();
      },
    });
    expect(outcome).toBe("stopped");
  });

  test.each([
    ["a message of millions of characters", `raise ValueError("x" * ${LONG})`, /^ValueError: x{1000}.*…$/],
    ["a name of millions of characters", `raise type("X" * ${LONG}, (Exception,), {})("why")`, /^X{200}…: why$/],
    ["a number that has too many digits to be shown", "import sys\nsys.exit(10 ** 5000)", undefined],
    [
      "an exception that cannot be shown",
      "class Bad(Exception):\n    def __str__(self): raise ValueError('no')\nraise Bad()",
      /^Bad: <Bad that cannot be shown>$/,
    ],
  ])("fails with %s, and says so", async (_what, text, message) => {
    const { told, outcome } = await run(`${text}\n`);
    expect(outcome).toBe("failed");
    expect(told).toEqual(message === undefined ? [] : [expect.stringMatching(message)]);
  });

  test("is ended by an answer that is too long for it, with the reason", async () => {
    const { told, outcome } = await run("print(len(input()))\n", ["x".repeat(2_000_000)]);
    expect(outcome).toBe("failed");
    expect(told).toEqual(["full Python could not go on: the answer to input() is longer than a million bytes"]);
  });
});

describe("a thread that sends", () => {
  /// What a run says of a thread that sends this in place of running a program.
  async function toldOf(message: unknown): Promise<readonly string[]> {
    const engine = createEngine("workers", 1);
    let hear: (data: unknown) => void = () => {};
    const thread: PythonThread = {
      post: () => hear(message),
      listen: (onMessage) => {
        hear = onMessage;
      },
      terminate: () => {},
    };
    const job = pythonJob({ name: "host.py", text: "" }, [], SIXTEEN, undefined);
    const its = new PythonRun(job, {
      engine,
      thread,
      compile: () => ({ diagnostics: [] }),
      now: () => performance.now(),
      after: () => {},
    });
    hear({ kind: "loaded" });
    await its.ended;
    const events = its.drain(10);
    engine.dispose();
    return events.flatMap((event) => (event.kind === "fault" ? [event.message] : []));
  }

  test.each([
    ["nothing", null],
    ["something unknown", { kind: "open-sesame" }],
    ["a text that is too long", { kind: "output", stream: "out", text: "x".repeat(LONG), clock: 0 }],
    ["a clock that is none", { kind: "output", stream: "out", text: "x", clock: Number.NaN }],
    ["a program that is none", { kind: "check", number: 1, program: "[]" }],
    ["a program that is no JSON", { kind: "check", number: 1, program: "{" }],
    ["an end that is none", { kind: "end", result: "{}" }],
  ])("%s ends the run with a reason", async (_what, message) => {
    const told = await toldOf(message);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^full Python could not go on: ./);
  });
});

test("Stop does not wait for Python to load", async () => {
  const engine = createEngine("workers", 1);
  let terminated = false;
  const its = new PythonRun(pythonJob({ name: "host.py", text: "while True: pass\n" }, [], SIXTEEN, undefined), {
    engine,
    thread: {
      post: () => {},
      listen: () => {},
      terminate: () => {
        terminated = true;
      },
    },
    compile: () => ({ diagnostics: [] }),
    now: () => performance.now(),
    after: () => {},
  });
  its.stop();
  expect(terminated).toBe(true);
  expect(its.drain(10).at(-1)).toMatchObject({ kind: "finished", outcome: "stopped" });
  expect(its.phase).toBe("finished");
  engine.dispose();
});

describe("a program that writes into the chip memory what no core would", () => {
  test("is ended at once, with the reason, and the next run has memory and threads of its own", async () => {
    const engine = createEngine("workers", 2);
    const settings = { ...SIXTEEN, usesPython: "caller" as const };
    const startRun = (text: string): PythonRun =>
      new PythonRun(pythonJob({ name: "host.py", text }, [], SIXTEEN, undefined), {
        engine,
        thread: startHostThread(),
        compile: (source, files, resident) => compile(source, { files, resident }),
        now: () => performance.now(),
        after: (milliseconds, work) => void setTimeout(work, milliseconds).unref(),
      });
    const kernel = "# host\nfrom epython import offload\n@offload(target=1)\ndef f(): return 7\nprint(f())\n";
    const follow = async (run: PythonRun, heard: (event: MonitorEvent) => void): Promise<readonly MonitorEvent[]> => {
      const events: MonitorEvent[] = [];
      while (run.phase !== "finished") {
        for (const event of run.drain(20)) {
          events.push(event);
          heard(event);
        }
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      return events;
    };
    try {
      const before = engine.reserve(settings);
      const words = new Int32Array(before);
      const { ring } = new MemoryMap(chipFor(settings).config).core(3);
      const events = await follow(startRun(`${kernel}while True: pass\n`), (event) => {
        if (event.kind === "line") words[(ring >> 2) + RING_TAIL] = 0x7ffffffd;
      });
      expect(events.find(({ kind }) => kind === "thread-ended")).toMatchObject({
        damaged: true,
        message: expect.stringMatching(/^The run was ended because the output of core 3 is damaged.*\n.*full Python/),
      });
      expect(events.at(-1)).toMatchObject({ kind: "finished", outcome: "failed" });

      expect(engine.reserve(settings)).not.toBe(before);
      const after = await follow(startRun(kernel), () => {});
      expect(after.flatMap((event) => (event.kind === "line" ? [event.text] : []))).toEqual(["[7]"]);
      expect(after.at(-1)).toMatchObject({ outcome: "ended" });
    } finally {
      engine.dispose();
    }
  });
});
