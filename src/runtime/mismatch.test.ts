import { afterAll, describe, expect, it } from "vitest";
import { compile } from "../compiler/compile.ts";
import type { Driver } from "../testing/harness/driver.ts";
import { cooperativeDriver, workersDriver } from "../testing/harness/drivers.ts";
import { times } from "../testing/harness/properties.ts";
import type { RunSettings } from "./protocol/run.ts";

// What is said where cores' calls do not match: both cores, both lines, both arguments, the same on every way to run.

const HEAD = "from parallel import *\nme = coreid()\n";

interface Case {
  readonly name: string;
  readonly text: string;
  readonly cores: number;
  readonly hosts?: number;
  /// By core.
  readonly faults: Readonly<Record<number, string>>;
  /// The lines of the report, if there is a deadlock.
  readonly deadlock?: readonly string[];
}

const everyCore = (cores: number, message: string): Record<number, string> =>
  Object.fromEntries(Array.from({ length: cores }, (_, core) => [core, message]));

const cases: readonly Case[] = [
  {
    name: "operations",
    text: 'if me == 3:\n    reduce(1, "max")\nelse:\n    reduce(1, "sum")',
    cores: 4,
    faults: everyCore(
      4,
      "cores 0 and 3 ask reduce for different operations: core 0 asks for 'sum' (line 6), core 3 asks for 'max' (line 4)",
    ),
  },
  {
    name: "an operation that there is not",
    text: 'reduce(1, "average" if me == 1 else "sum")',
    cores: 2,
    faults: {
      0: "cores 0 and 1 ask reduce for different operations: core 0 asks for 'sum' (line 3), core 1 asks for 'average' (line 3)",
      1: 'reduce takes only "sum", "min", "max" or "prod"',
    },
  },
  {
    name: "roots",
    text: "bcast(me,\n  me % 2)",
    cores: 4,
    faults: everyCore(
      2,
      "cores 0 and 1 name different roots for a bcast: core 0 names core 0 (line 3), core 1 names core 1 (line 3)",
    ),
  },
  {
    name: "a root that is no int",
    text: "bcast(1, 0.0 if me == 1 else 0)",
    cores: 2,
    faults: {
      0: "cores 0 and 1 name different roots for a bcast: core 0 names core 0 (line 3), core 1 names 0.0 (line 3)",
      1: "bcast() cannot use this root: it is a real",
    },
  },
  {
    name: "kinds of call",
    text: 'if me == 0: sync()\nelif me == 1: reduce(1, "sum")\nelse: bcast(1, 2)',
    cores: 3,
    faults: {
      0: "cores 0 and 1 are in different calls: core 0 is in sync (line 3), core 1 is in reduce (line 4)",
      1: "cores 0 and 1 are in different calls: core 0 is in sync (line 3), core 1 is in reduce (line 4)",
      2: "cores 0 and 2 are in different calls: core 0 is in sync (line 3), core 2 is in bcast (line 5)",
    },
  },
  {
    name: "lengths",
    text: 'a = [1] * (me + 3)\nreduce(a, "sum")',
    cores: 3,
    faults: everyCore(
      3,
      "the values of cores 0 and 1 do not fit together in a reduce: core 0 passes a list of 3 elements (line 4), core 1 passes a list of 4 elements (line 4)",
    ),
  },
  {
    name: "a list and a number",
    text: 'if me == 1: reduce([2.5], "sum")\nelse: reduce(1, "sum")',
    cores: 2,
    faults: everyCore(
      2,
      "the values of cores 0 and 1 do not fit together in a reduce: core 0 passes an int (line 4), core 1 passes a list of 1 element (line 3)",
    ),
  },
  {
    name: "text and a number",
    text: 'reduce("a" if me == 0 else 1.5, "min")',
    cores: 2,
    faults: {
      0: "reduce() cannot use this data: it is a string",
      1: "the values of cores 0 and 1 do not fit together in a reduce: core 0 passes a string (line 3), core 1 passes a real (line 3)",
    },
  },
  {
    name: "virtual cores",
    text: 'reduce(1, "sum" if ishost() else "prod")',
    cores: 2,
    hosts: 2,
    faults: everyCore(
      4,
      "cores 0 and 2 ask reduce for different operations: core 0 asks for 'prod' (line 3), core 2 asks for 'sum' (line 3)",
    ),
  },
  {
    name: "a call within a module of ours",
    text: "import taskfarm\nif me == 0: bcast(1, 0)\nelse:\n    taskfarm.initTaskFarm()",
    cores: 2,
    faults: everyCore(
      2,
      "cores 0 and 1 are in different calls: core 0 is in bcast (line 4), core 1 is in reduce (line 6)",
    ),
  },
  {
    name: "the lengths of a message",
    text: "if me == 0: send([1, 2, 3], 1)\nelse: recv(0, 2)",
    cores: 2,
    faults: {
      1: "recv asks core 0 for 2 elements, but a different number came: core 1 asks for 2 elements (line 4), core 0 sends a list of 3 elements (line 3)",
    },
    deadlock: [
      "core 0 waits in send to core 1, line 3, but core 1 has failed",
      "Fix the core that failed first: the others wait for it.",
    ],
  },
  ...["", "    for i in range(2000): pass\n"].map((late) => ({
    name: `a list after a single value, to a core that ${late === "" ? "waits" : "comes late"}`,
    text: `if me == 0:\n    send(1, 1)\n    send([2, 3], 1)\nelse:\n${late}    recv(0, 3)`,
    cores: 2,
    faults: {
      1: `recv asks core 0 for 3 elements, but a different number came: core 1 asks for 3 elements (line ${late === "" ? 7 : 8}) and has received 1 so far, core 0 sends a list of 2 elements (line 5)`,
    },
    deadlock: [
      "core 0 waits in send to core 1, line 5, but core 1 has failed",
      "Fix the core that failed first: the others wait for it.",
    ],
  })),
  {
    name: "more elements than there are",
    text: "if me == 0: send([1, 2], 1, 3)",
    cores: 2,
    faults: { 0: "3 elements cannot be sent: there are only 2" },
  },
  {
    name: "send and sendrecv",
    text: "if me == 0: send(1, 1)\nelse: sendrecv(2, 0)",
    cores: 2,
    faults: {},
    deadlock: [
      "core 1 waits in sendrecv with core 0, line 4, but core 0 only sent (send, line 3) and ended",
      "send and sendrecv do not match: use sendrecv on both cores, in line 3 on core 0 and in line 4 on core 1. Or use send and recv on core 0.",
    ],
  },
  {
    name: "recv and sendrecv",
    text: "if me == 0: recv(1)\nelse: sendrecv(2, 0)",
    cores: 2,
    faults: {},
    deadlock: [
      "core 1 waits in sendrecv with core 0, line 4, but core 0 only received (recv, line 3) and ended",
      "recv and sendrecv do not match: use sendrecv on both cores, in line 3 on core 0 and in line 4 on core 1. Or use send and recv on core 0.",
    ],
  },
  {
    name: "send, then a collective, and sendrecv",
    text: "if me == 0: send(1, 1)\nelse: sendrecv(2, 0)\nsync()",
    cores: 2,
    faults: {},
    deadlock: [
      "core 0 waits in sync until core 1 gets there too, line 5",
      "core 1 waits in sendrecv with core 0, line 4, but core 0 only sent (send, line 3)",
      "send and sendrecv do not match: use sendrecv on both cores, in line 3 on core 0 and in line 4 on core 1. Or use send and recv on core 0.",
    ],
  },
  {
    name: "a ring of sendrecv",
    text: "sendrecv(1, (me + 1) % 3)",
    cores: 3,
    faults: {},
    deadlock: [
      "core 0 waits in sendrecv with core 1, line 3",
      "core 1 waits in sendrecv with core 2, line 3",
      "core 2 waits in sendrecv with core 0, line 3",
      "Each core swaps with the next one, but a sendrecv is for two cores that name each other. Let every core send to the next and receive from the one before: cores with even ids send first, the others receive first.",
    ],
  },
  {
    name: "bcast and recv",
    text: "if me == 0: bcast(1, 0)\nelse: recv(0)",
    cores: 3,
    faults: {},
    deadlock: [
      "core 0 waits in bcast until cores 1, 2 get there too, line 3",
      "cores 1, 2 wait in recv from core 0, line 4",
      "A recv cannot receive a bcast: let core 1 call bcast too, with core 0 as the root, in place of its recv in line 4.",
    ],
  },
  {
    name: "those who take a broadcast whose root has ended",
    text: "if me > 0: bcast(1, 0)",
    cores: 3,
    faults: {},
    deadlock: [
      "cores 1, 2 wait in bcast from core 0, line 3, but core 0 ended without getting there",
      "Every core must reach the same sync, reduce or bcast: check which cores take another path.",
    ],
  },
  {
    name: "several that have ended",
    text: 'if me in [1, 3]: reduce(1, "sum")',
    cores: 4,
    faults: {},
    deadlock: [
      "cores 1, 3 wait in reduce until cores 0, 2 get there too, line 3, but cores 0, 2 ended without getting there",
      "Every core must reach the same sync, reduce or bcast: check which cores take another path.",
    ],
  },
  {
    name: "calls that differ, and one that never comes",
    text: 'if me == 0: reduce(1, "sum")\nelif me == 1: sync()',
    cores: 3,
    faults: {},
    deadlock: [
      "core 0 waits in reduce until core 2 gets there too, line 3, but core 2 ended without getting there",
      "core 1 waits in sync until core 2 gets there too, line 4, but core 2 ended without getting there",
      "These calls do not match: core 0 is in reduce (line 3), core 1 is in sync (line 4). All cores must make the same call.",
    ],
  },
  {
    name: "one that has ended without sending",
    text: "if me == 0: recv(2)",
    cores: 3,
    faults: {},
    deadlock: [
      "core 0 waits in recv from core 2, line 3, but core 2 ended without sending to core 0",
      "Every recv needs a send on the other core, with this core's id.",
    ],
  },
  {
    name: "one that has ended without sending to several",
    text: "if me > 0: recv(0)",
    cores: 3,
    faults: {},
    deadlock: [
      "cores 1, 2 wait in recv from core 0, line 3, but core 0 ended without sending to them",
      "Every recv needs a send on the other core, with this core's id.",
    ],
  },
  {
    name: "one that has ended without receiving",
    text: "if me == 0:\n    nonblocking_send(1, 1)\n    wait_sent(1)",
    cores: 2,
    faults: {},
    deadlock: [
      "core 0 waits in wait_sent until core 1 receives, line 5, but core 1 ended without receiving from core 0",
      "core 1 has not received a message from core 0, sent at line 4",
      "Every send needs a recv on the other core, with this core's id.",
    ],
  },
];

const ways: readonly { readonly name: string; readonly driver: Driver; readonly settings?: Partial<RunSettings> }[] = [
  { name: "cooperative", driver: cooperativeDriver() },
  ...[1, 2, 3, 4].map((threads) => ({ name: `${threads} workers`, driver: workersDriver(threads) })),
  {
    name: "debugged",
    driver: cooperativeDriver(),
    settings: {
      breakpoints: [
        { kind: "line", id: 1, file: "test.py", line: 1, cores: null, condition: { kind: "int", value: 0 } },
      ],
    },
  },
];

/// When the cores of a program ended, the first way it was run.
const clocksOf = new Map<string, ReadonlyMap<number, number>>();

afterAll(() => {
  for (const { driver } of ways) driver.dispose();
});

describe.each(ways.map((way) => [way.name, way] as const))("what does not match, %s", (_, { driver, settings }) => {
  it.each(cases.map((one) => [one.name, one] as const))(
    "%s",
    async (_, { text, cores, hosts = 0, faults, deadlock }) => {
      const { image, diagnostics } = compile({ name: "test.py", text: HEAD + text });
      if (image === undefined) throw new Error(diagnostics.map(({ message }) => message).join("; "));
      const deviceCores = Array.from({ length: cores }, (_, id) => id);
      const result = await driver.run(image, { deviceCores, hostCores: hosts, seed: 0, ...settings });
      expect(Object.fromEntries(result.faultMessages)).toEqual(faults);
      expect(result.deadlockReport.split("\n").slice(1)).toEqual(deadlock ?? []);
      // Who comes first must not decide when a core failed.
      const clocks = clocksOf.get(text + cores) ?? result.cycles;
      clocksOf.set(text + cores, clocks);
      expect(result.cycles).toEqual(clocks);
    },
  );
});

// Which of them come to wait first, and who is still on its way when the monitor looks, is chance.
it("a deadlock is told the same in every run in workers", async () => {
  const driver = workersDriver(4);
  for (const { name, text, cores, deadlock } of cases.filter((one) => one.deadlock !== undefined)) {
    const { image } = compile({ name: "test.py", text: HEAD + text });
    const deviceCores = Array.from({ length: cores }, (_, id) => id);
    for (let k = 0; k < times(20); k++) {
      const result = await driver.run(image as Uint8Array, { deviceCores, hostCores: 0, seed: 0 });
      expect(result.deadlockReport.split("\n").slice(1), name).toEqual(deadlock);
    }
  }
  driver.dispose();
});
