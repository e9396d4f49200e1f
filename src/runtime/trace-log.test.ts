import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { atOnce } from "../base/sliced-work.ts";
import { compile } from "../compiler/compile.ts";
import { type Debugged, debug } from "../testing/harness/debugging.ts";
import { chromeTrace } from "./chrome-trace.ts";
import { Rerun } from "./rerun.ts";
import { newestOf, TraceLog } from "./trace-log.ts";
import { communicationMatrix, criticalPath, summarise, withSendWaits } from "./trace-summary.ts";

const opened: Debugged[] = [];

afterAll(() => {
  for (const one of opened) one.dispose();
});

async function traceOf(text: string, cores: number, executor: "cooperative" | "workers"): Promise<TraceLog> {
  const one = await debug(text, cores, { record: true }, executor);
  opened.push(one);
  const log = new TraceLog();
  expect(await one.settle()).toMatchObject({ kind: "finished", outcome: "ended" });
  log.add(one.run.trace());
  expect(one.run.trace()).toMatchObject({ intervals: [], messages: [], dropped: 0 });
  return log;
}

const HEAD = "from parallel import *\nme = coreid()\n";
const pair = `${HEAD}if me == 0:\n    x = 1.5\n    x = x * 2\n    send([x, x], 1)\nelse:\n    y = recv(0)\nsync()\nprint reduce(me, 'max')\n`;

const programs: readonly (readonly [string, string, number])[] = [
  ["a pair", pair, 2],
  [
    "a ring",
    `${HEAD}x = me\nfor i in range(9):\n    if me % 2 == 0:\n        send(x, (me + 1) % 4)\n        x = recv((me + 3) % 4)\n    else:\n        y = recv((me + 3) % 4)\n        send(x, (me + 1) % 4)\n        x = y\nprint x\n`,
    4,
  ],
  [
    "swaps",
    `${HEAD}for i in range(5):\n    for k in range(i * me): pass\n    y = sendrecv([me, i], 1 - me)\nprint bcast(y, 0), reduce(me, 'sum')\n`,
    2,
  ],
  [
    "without waiting",
    `${HEAD}if me == 0:\n    for i in range(4):\n        nonblocking_send('text', 1)\n    wait_sent(1)\nelse:\n    for i in range(4): print recv(0)\n`,
    2,
  ],
  ["prints of every form", 'print("a", 1)\nprint("b", 2, sep="-")\nprint("c", end="")\nprint("d")\n', 2],
  [
    "listing 5",
    readFileSync(join(import.meta.dirname, "../testing/corpus/programs/paper/listing-5.py"), "utf8").replace(
      "1e-3",
      "0.5",
    ),
    4,
  ],
];

describe("a trace", () => {
  it.each(programs)("of %s is the same in workers as cooperatively", async (_, text, cores) => {
    const [one, other] = [await traceOf(text, cores, "cooperative"), await traceOf(text, cores, "workers")];
    expect(one.dropped + other.dropped).toBe(0);
    expect([...other.intervals].sort()).toEqual([...one.intervals].sort());
    expect([...other.messages].sort()).toEqual([...one.messages].sort());
    // Nobody does two things at once, and time adds up.
    for (const intervals of atOnce(withSendWaits(one)).values()) {
      let before = 0;
      for (const { begin, ready, end } of intervals) {
        expect(begin).toBeGreaterThanOrEqual(before);
        expect(ready).toBeGreaterThanOrEqual(begin);
        expect(end).toBeGreaterThanOrEqual(ready);
        before = end;
      }
    }
    const { computing, communicating, waiting } = atOnce(summarise(one));
    expect(computing + communicating + waiting).toBeCloseTo(1);
    const path = atOnce(criticalPath(one));
    expect(path[0]?.from).toBe(0);
    expect(path.at(-1)?.to).toBe(Math.max(...one.clocks.map(({ cycles }) => cycles)));
    for (const [k, step] of path.entries()) if (k > 0) expect(step.from).toBe(path[k - 1]?.to);
  });

  it("has a print with `sep` or `end` as any other, at its line", async () => {
    const log = await traceOf('print("a")\nprint("b", "c", sep="-")\nprint("d", end="\\n")\n', 1, "cooperative");
    expect(log.intervals.get(0)?.map(({ kind, place }) => [kind, place.line])).toEqual([
      ["print", 1],
      ["print", 2],
      ["print", 3],
    ]);
  });

  it("says what went between the cores, from which line to which", async () => {
    const log = await traceOf(pair, 2, "cooperative");
    const [message] = log.messages.get(1) ?? [];
    expect(message).toMatchObject({
      kind: "send",
      from: 0,
      to: 1,
      elements: 2,
      bytes: 8,
      fromPlace: { line: 6 },
      toPlace: { line: 8 },
    });
    expect(log.intervals.get(0)?.map(({ kind, peer }) => [kind, peer])).toEqual([
      ["send", 1],
      ["sync", null],
      ["reduce", null],
      ["print", null],
    ]);
    expect(atOnce(communicationMatrix(log))).toEqual([{ from: 0, to: 1, messages: 1, bytes: 8 }]);
    expect(atOnce(summarise(log))).toMatchObject({ messages: 1, bytes: 8 });
  });

  it("tells what decided how long the run took", async () => {
    const text = `${HEAD}if me == 0:\n    for i in range(9): pass\n    send(1, 1)\nelse:\n    x = recv(0)\n    for i in range(9): pass\n`;
    const path = atOnce(criticalPath(await traceOf(text, 2, "cooperative")));
    expect(path).toMatchObject([
      { core: 0, from: 0, by: null },
      { core: 1, by: { kind: "send", from: 0, to: 1 } },
    ]);
  });

  it("can be read by whoever reads Chrome's trace events", async () => {
    const log = await traceOf(pair, 2, "cooperative");
    const { traceEvents } = JSON.parse(
      [...chromeTrace(log, new Map([[0, "device"]]), 600e6)].map(({ text }) => text).join(""),
    );
    const of = (ph: string) => traceEvents.filter((event: { ph: string }) => event.ph === ph);
    expect(of("s")).toMatchObject([{ pid: 1, tid: 0, id: 1 }]);
    expect(of("f")).toMatchObject([{ pid: 1, tid: 1, id: 1 }]);
    expect(of("X").map(({ name }: { name: string }) => name)).toContain("waiting");
    for (const { ts, dur } of of("X")) expect(ts >= 0 && dur >= 0).toBe(true);
  });

  it("says what it has lost when there was too much", async () => {
    const one = await debug(`${HEAD}for i in range(30000): print_ = str(i)\nfor i in range(27000): print i\n`, 1, {
      record: true,
    });
    opened.push(one);
    await one.settle();
    const batch = one.run.trace();
    expect(batch.dropped).toBeGreaterThan(0);
    expect(batch.intervals.length + batch.dropped).toBe(27000);
  });

  it("of which a part is read is known up to there", async () => {
    const one = await debug(`${HEAD}for i in range(50): print i\n`, 1, { record: true });
    opened.push(one);
    await one.settle();
    const part = one.run.trace(10);
    expect(part).toMatchObject({ more: true, intervals: { length: 10 } });
    expect(part.clocks).toEqual([{ core: 0, cycles: part.intervals.at(-1)?.end }]);
    const rest = one.run.trace();
    expect(rest).toMatchObject({ more: false, intervals: { length: 40 }, dropped: 0 });
    expect(rest.clocks[0]?.cycles).toBe(one.run.cores()[0]?.cycles);
  });

  it("is told from its end, of a core that is too fast to be followed", async () => {
    const one = await debug(`${HEAD}for i in range(27000): print i\n`, 1, { record: true });
    opened.push(one);
    await one.settle();
    const newest = one.run.trace(100, true);
    expect(newest).toMatchObject({ more: false, dropped: 26_900, gaps: [0], intervals: { length: 100 } });
    expect(newest.clocks[0]?.cycles).toBe(one.run.cores()[0]?.cycles);
  });

  it("of a run that goes back is as if it had not been so far", async () => {
    const one = await debug(pair, 2, {
      record: true,
      breakpoints: [{ kind: "line", id: 1, file: "test.py", line: 10, cores: [1], condition: null }],
    });
    opened.push(one);
    await one.settle();
    const log = new TraceLog();
    log.add(one.run.trace());
    one.run.back(1);
    one.events.length = 0;
    await one.settle();
    for (const event of one.events) if (event.kind === "rewound") log.rewind(event.clocks);
    log.add(one.run.trace());
    one.run.setBreakpoints([]);
    one.run.resume();
    await one.settle();
    log.add(one.run.trace());
    const whole = await traceOf(pair, 2, "cooperative");
    expect([...log.intervals].sort()).toEqual([...whole.intervals].sort());
    expect([...log.messages].sort()).toEqual([...whole.messages].sort());
  });
});

describe("the newest of a trace", () => {
  const program = `from parallel import *
for i in range(50):
    if coreid() == 0:
        send(i, 1)
    else:
        x = recv(0)
`;

  function remade(onlyNewest?: number): Rerun {
    const { image } = compile({ name: "hello.py", text: program });
    if (image === undefined) throw new Error("the program has errors");
    const rerun = new Rerun(image, { deviceCores: [0, 1], hostCores: 0, seed: 1 }, []);
    atOnce(rerun.make(onlyNewest === undefined ? {} : { onlyNewest }));
    return rerun;
  }

  it("has no holes, and says how much is missing and since when all is there", () => {
    const { trace } = remade();
    const newest = newestOf(trace, 10);
    expect(newest.intervals.get(1)).toEqual(trace.intervals.get(1)?.slice(-10));
    expect(newest.messages.get(1)).toEqual(trace.messages.get(1)?.slice(-10));
    expect(newest.since.get(0)).toBe(newest.intervals.get(0)?.[0]?.begin);
    // Forty of each core's calls, and forty messages.
    expect(newest.dropped).toBe(120);
    expect(newestOf(trace, 50)).toEqual({ ...newestOf(trace, 1000) });
  });

  it("is the same where only the trace of a run is wanted", () => {
    const [all, bare] = [remade(), remade(20)];
    expect(newestOf(bare.trace, 10)).toEqual(newestOf(all.trace, 10));
    expect(bare.end).toBe(all.end);
    expect(bare.bytes).toBe(0);
  });
});
