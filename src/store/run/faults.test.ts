import { describe, expect, test } from "vitest";
import type { Fault } from "../output/log.ts";
import { type FakeRun, setUp } from "../testing/set-up.ts";

interface What {
  readonly message?: string;
  readonly from?: number;
  readonly depth?: number;
}

function fault(core: number, { message = "too deep", from = 13, depth = 900 }: What = {}): Fault {
  const place = { file: "hello.py", line: 1, from, to: from + 8 };
  const call = { name: "f", place };
  const program = { name: "<program>", place: { ...place, line: 2 } };
  const calls = [...Array.from({ length: depth }, () => call), program];
  return { kind: "fault", core, coreKind: "device", cycles: core, code: "stack-overflow", message, calls };
}

async function failed(...faults: Fault[]) {
  const { app, runs, pass } = setUp();
  await app.runControl.start();
  const run = runs[0] as FakeRun;
  const say = (...events: FakeRun["events"]) => {
    run.events.push(...events);
    for (let k = 0; k < 4; k++) pass(40);
  };
  say(...faults);
  return { app, run, say, output: app.output, problems: () => app.problems.store.getState().met };
}

const cores = (count: number) => Array.from({ length: count }, (_, core) => core);

describe("cores that fail alike", () => {
  test("are one entry and one problem, with the calls told once and folded", async () => {
    const { output, problems } = await failed(...cores(16).map((core) => fault(core)));
    expect(output.count()).toBe(1);
    expect(output.text()).toBe(
      [
        "[core 0–15] error: too deep",
        ...["f", "f", "f"].map((name) => `    hello.py, line 1, in ${name}`),
        "    [Previous line repeated 897 more times]",
        "    hello.py, line 2, in <program>\n",
      ].join("\n"),
    );
    expect(problems()).toMatchObject([{ cores: cores(16), message: "too deep" }]);
  });

  test("are one also where their values and calls differ, each of which is told", async () => {
    const { output, problems } = await failed(
      fault(2, { message: "index 2" }),
      fault(0, { message: "index 1" }),
      fault(3, { message: "index 2" }),
      fault(1, { message: "index 1", depth: 1 }),
    );
    expect(output.count()).toBe(1);
    const lines = output.text().split("\n");
    expect(lines.filter((line) => line.startsWith("["))).toEqual([
      "[core 2, 3] error: index 2",
      "[core 0] error: index 1",
      "[core 1] error: index 1",
    ]);
    expect(lines.filter((line) => line.includes("Previous line"))).toHaveLength(1);
    expect(problems()).toMatchObject([{ cores: [0, 1, 2, 3] }]);
  });

  test("are four thousand as quickly as sixteen", async () => {
    const { output, problems } = await failed(
      ...cores(4096).map((core) => fault(core, { message: `index ${core}`, depth: 2 })),
    );
    expect(output.count()).toBe(1);
    expect(problems()[0]?.cores).toHaveLength(4096);
  });

  test("are not those that fail elsewhere, or in another way", async () => {
    const { output, problems } = await failed(fault(0), fault(1, { from: 40 }), { ...fault(2), code: "out-of-memory" });
    expect(output.count()).toBe(3);
    expect(problems()).toHaveLength(3);
  });

  test("are found by any of them: in its column, by its number and by what it said", async () => {
    const { output, say } = await failed(fault(0, { message: "index 7" }));
    output.setFilter(5);
    expect(output.rows().length).toBe(0);
    say(fault(5, { message: "index 8" }));
    expect(output.rows().length).toBe(1);
    output.setFilter(null);
    output.choose({ search: "index 8" });
    expect(output.rows().length).toBe(1);
    expect(output.column(5).length).toBe(1);
    expect(output.store.getState().speakers).toEqual([0, 5]);
  });

  test("are taken back one by one when the run goes back", async () => {
    const { output, say, problems } = await failed(fault(0), fault(1, { from: 40 }), fault(2));
    const back = (faults: number) => say({ kind: "rewound", lines: 0, faults, deadlocks: 0, asking: [], clocks: [] });
    back(2);
    expect(output.text()).toMatch(/^\[core 0\] error/);
    expect(output.count()).toBe(2);
    back(1);
    expect(output.count()).toBe(1);
    say(fault(2));
    expect(output.text()).toMatch(/^\[core 0, 2\] error/);
    expect(problems()).toMatchObject([{ cores: [0, 2] }]);
    back(0);
    expect(output.count()).toBe(0);
  });
});
