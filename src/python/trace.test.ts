import { expect, test } from "vitest";
import { atOnce } from "../base/sliced-work.ts";
import { chromeTrace } from "../runtime/chrome-trace.ts";
import type { TraceInterval, TraceMessage } from "../runtime/protocol/trace.ts";
import { criticalPath } from "../runtime/trace-summary.ts";
import { type HostResult, runPython, SIXTEEN } from "../testing/harness/python.ts";

// What is recorded of full Python and of the cores that run its kernels.

const HOST = 16;

function record(...lines: string[]): Promise<HostResult> {
  return runPython({ name: "main.py", text: lines.join("\n") }, [], { settings: { ...SIXTEEN, record: true } });
}

function calls({ trace }: HostResult, core: number): readonly TraceInterval[] {
  return trace.intervals.get(core) ?? [];
}

function told(intervals: readonly TraceInterval[]): string[] {
  return intervals.map(({ kind, peer, place }) => `${kind} ${peer} ${place.file}:${place.line}`);
}

function ways(messages: readonly TraceMessage[] | undefined): string[] {
  return (messages ?? []).map(
    ({ kind, from, fromPlace, to, toPlace, bytes }) =>
      `${kind} ${from}:${fromPlace.line} ${to}:${toPlace.line} ${bytes} bytes`,
  );
}

const TWO_PROGRAMS = [
  "from epython import offload, define_on_device, copy_from_device",
  "data = [1, 2]",
  "define_on_device(data)",
  "",
  "@offload(async_=True)",
  "def slow(n):",
  "    i = 0",
  "    while i < n:",
  "        i += 1",
  "    return i",
  "",
  "first = slow(100, target=2)",
  "",
  "@offload",
  "def twice(x):",
  "    return [x, x]",
  "",
  "twice(4, target=2)",
  "first.wait()",
  'copy_from_device("data", target=2)',
];

test("launches and copies are told of both ends, with the lines of the host's file", async () => {
  const result = await record(...TWO_PROGRAMS);
  expect(result.faults).toEqual([]);
  const own = told(calls(result, HOST));
  const every = (call: string): string[] => Array.from({ length: 16 }, (_, core) => call.replace("N", `${core}`));
  expect(own.filter((line) => /:(3|12|20)$/.test(line))).toEqual([
    "copy_to null main.py:3",
    ...every("result N main.py:3"),
    // With a kernel there is another program: data is taken off the cores, and put back on each.
    "copy_from null main.py:12",
    ...every("copy_from N main.py:12"),
    "finish null main.py:12",
    ...every("copy_to N main.py:12"),
    "launch 2 main.py:12",
    "copy_from 2 main.py:20",
    "copy_from 2 main.py:20",
    // The program is over.
    "finish null main.py:20",
  ]);
  expect(own).toContain("launch 2 main.py:18");
  expect(own).toContain("result 2 main.py:18");
  expect(own).toContain("result 2 main.py:19");

  const { messages } = result.trace;
  expect(ways(messages.get(2)).filter((line) => line.startsWith("launch"))).toEqual([
    "launch 16:12 2:6 8 bytes",
    "launch 16:18 2:15 8 bytes",
  ]);
  expect(ways(messages.get(HOST)).filter((line) => / 2:(6|15) /.test(line))).toEqual([
    "result 2:15 16:18 8 bytes",
    "result 2:6 16:19 4 bytes",
  ]);
  expect(ways(messages.get(HOST)).at(-1)).toBe("copy_from 2:20 16:20 8 bytes");
  expect(told(calls(result, 2))).toEqual([
    "copy_to 16 main.py:3",
    "copy_from 16 main.py:12",
    "finish 16 main.py:12",
    "copy_to 16 main.py:12",
    "launch 16 main.py:6",
    "copy_from 16 main.py:18",
    "finish 16 main.py:18",
    "copy_to 16 main.py:18",
    "launch 16 main.py:15",
    "copy_from 16 main.py:20",
    "finish 16 main.py:20",
  ]);
});

test("each core's time only goes on, and what a kernel takes comes after the kernel before it on its core", async () => {
  const result = await record(...TWO_PROGRAMS);
  for (const [core, intervals] of result.trace.intervals) {
    let clock = 0;
    for (const { begin, ready, end, kind } of intervals) {
      expect(`core ${core} ${kind} from ${Math.min(begin, clock)}`).toBe(`core ${core} ${kind} from ${clock}`);
      expect(ready).toBeGreaterThanOrEqual(begin);
      expect(end).toBeGreaterThanOrEqual(ready);
      clock = end;
    }
    expect(result.cycles.get(core)).toBeGreaterThanOrEqual(clock);
  }
  const given = result.trace.messages.get(HOST)?.find(({ from, fromPlace }) => from === 2 && fromPlace.line === 6);
  const second = result.trace.messages.get(2)?.find(({ toPlace }) => toPlace.line === 15);
  // 100 turns of a loop take a core longer than the host took to launch the next kernel.
  expect(second?.sent).toBeGreaterThan(given?.sent as number);
  const again = await record(...TWO_PROGRAMS);
  expect([...again.trace.intervals]).toEqual([...result.trace.intervals]);
  expect([...again.trace.messages]).toEqual([...result.trace.messages]);
});

test("a kernel runs on while the host goes on", async () => {
  const result = await record(
    "from epython import offload",
    "@offload(async_=True)",
    "def slow(n):",
    "    i = 0",
    "    while i < n:",
    "        i += 1",
    "    return i",
    "long = slow(100000, target=0)",
    "print(long.running)",
    "turns = 0",
    "while not long.test():",
    "    turns += 1",
    "print(turns > 0, long.running)",
    "slow(1, target=1).wait()",
    "long.wait()",
  );
  expect(result.host).toEqual(["1", "True 0"]);
  // In virtual time too: the host launches another, which begins and ends, while the one on core 0 goes on.
  const ended = (core: number): number =>
    result.trace.messages.get(HOST)?.find(({ from }) => from === core)?.sent as number;
  const [first, second] = calls(result, HOST).filter(({ kind }) => kind === "launch");
  expect(second?.begin).toBeGreaterThanOrEqual(first?.end as number);
  expect(calls(result, 1)[0]?.end).toBeLessThan(ended(1));
  expect(ended(1)).toBeLessThan(ended(0));
  // The long kernel, what the host still had to do then, and the last core that was told that the program is over.
  const path = atOnce(criticalPath(result.trace));
  expect(path.map(({ core }) => core)).toEqual([0, 16, 15]);
});

test("what the host sends and receives is told with its lines, and exported", async () => {
  const text = [
    "from epython import offload, send, recv",
    "@offload(async_=True)",
    "def plus_one():",
    "    from parallel import send, recv",
    "    send(recv(16) + 1, 16)",
    "handler = plus_one(target=3)",
    "send(41, 3)",
    "print(recv(3))",
    "handler.wait()",
  ];
  const result = await record(...text);
  expect(result.host).toEqual(["42"]);
  expect(told(calls(result, HOST)).slice(0, 4)).toEqual([
    "launch 3 main.py:6",
    "send 3 main.py:7",
    "recv 3 main.py:8",
    "result 3 main.py:9",
  ]);
  expect(ways(result.trace.messages.get(3))).toContain("send 16:7 3:5 4 bytes");
  expect(ways(result.trace.messages.get(HOST))).toContain("send 3:5 16:8 4 bytes");

  const kinds = new Map(result.trace.clocks.map(({ core }) => [core, core === HOST ? "host" : "device"] as const));
  const { traceEvents } = JSON.parse([...chromeTrace(result.trace, kinds, 600e6)].map(({ text }) => text).join("")) as {
    traceEvents: TraceEvent[];
  };
  const host = traceEvents.filter(({ pid, tid, ph }) => pid === 2 && tid === HOST && ph === "X");
  expect(host.filter(({ cat }) => cat === "call").map(({ name, args }) => `${name} ${args?.line}`)).toEqual([
    "launch 6",
    "send 7",
    "recv 8",
    "result 9",
    "finish 9",
  ]);
  const launches = traceEvents.filter(({ cat, name }) => cat === "message" && name === "launch");
  expect(launches.map(({ ph, pid, tid }) => `${ph} ${pid} ${tid}`)).toEqual(["s 2 16", "f 1 3"]);
});

interface TraceEvent {
  readonly name: string;
  readonly cat?: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly line?: number };
}
