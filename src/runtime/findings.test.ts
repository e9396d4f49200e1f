import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { atOnce } from "../base/sliced-work.ts";
import type { SourceFile } from "../base/source.ts";
import { compile } from "../compiler/compile.ts";
import { type Finding, findingsOfRun } from "./findings.ts";
import type { RunSettings } from "./protocol/run.ts";
import { Rerun } from "./rerun.ts";

const head = "from parallel import *\nme = coreid()\n";

type Settings = Partial<RunSettings>;

function found(text: string, settings: Settings = {}, files: readonly SourceFile[] = []): readonly Finding[] {
  return atOnce(findingsOfRun(made(text, settings, files), "test.py"));
}

function made(text: string, settings: Settings = {}, files: readonly SourceFile[] = []): Rerun {
  const { image, diagnostics } = compile({ name: "test.py", text }, { files });
  if (image === undefined) throw new Error(diagnostics.map(({ message }) => message).join("; "));
  const rerun = new Rerun(image, { deviceCores: [0, 1, 2, 3], hostCores: 0, seed: 1, ...settings }, []);
  atOnce(rerun.make({ profiles: true }));
  return rerun;
}

const work = (rounds: number, indent = ""): string => `${indent}for i in range(${rounds}):\n${indent}    x = i * 2\n`;

it.each([
  [
    "a sender that comes late",
    `${head}if me == 0:\n${work(3000, "    ")}    send(1, 1)\nelif me == 1:\n    y = recv(0)\n${work(3000)}`,
    { kind: "late-sender", cores: [1], lines: [6, 8] },
  ],
  [
    "a receiver that comes late",
    `${head}if me == 0:\n    send(1, 1)\nelif me == 1:\n${work(3000, "    ")}    y = recv(0)\n${work(3000)}`,
    { kind: "late-receiver", cores: [0], lines: [4] },
  ],
  [
    "a partner that comes late",
    `${head}if me == 0:\n${work(6000, "    ")}if me < 2:\n    y = sendrecv(me, 1 - me)\n${work(2000)}`,
    { kind: "late-partner", cores: [1] },
  ],
  [
    "a barrier to which one comes late",
    `${head}if me == 2:\n${work(4000, "    ")}else:\n${work(1000, "    ")}sync()\n${work(2000)}`,
    { kind: "wait-at-barrier", cores: [0, 1, 3] },
  ],
  [
    "a reduction to which one comes late",
    `${head}if me == 2:\n${work(4000, "    ")}else:\n${work(1000, "    ")}y = reduce(me, "sum")\n${work(2000)}`,
    { kind: "wait-at-collective", cores: [0, 1, 3] },
  ],
  ["one that works alone", `${head}if me == 3:\n${work(9000, "    ")}sync()\n`, { kind: "one-works", cores: [3] }],
  [
    "many small messages",
    `${head}if me == 0:\n    for i in range(200):\n        send(i, 1)\nelif me == 1:\n    for i in range(200):\n        y = recv(0)\n`,
    { kind: "small-messages", cores: [0], lines: [5] },
  ],
  ["cores that are done early", `${head}if me < 2:\n${work(9000, "    ")}`, { kind: "idle-cores", cores: [2, 3] }],
  [
    "output",
    `${head}for i in range(300):\n    print i\n`,
    { kind: "output-bottleneck", cores: [0, 1, 2, 3], lines: [4] },
  ],
])("finds %s", (_, text, finding) => {
  expect(found(text)).toContainEqual(expect.objectContaining(finding));
});

it.each([
  ["shares its work evenly", `${head}${work(6000)}print reduce(x, "sum")\n`],
  [
    "swaps with its neighbours in step",
    `${head}for r in range(20):\n${work(400, "    ")}    y = sendrecv(x, me + 1 - 2 * (me % 2))\n`,
  ],
  ["is short", `${head}if me == 1:\n    y = recv(0)\nelif me == 0:\n    send(1, 1)\n`],
  [
    "sends one value a round, and hears of the last before the next",
    `${head}for r in range(60):\n${work(60, "    ")}    if me % 2 == 0:\n        send(x, me + 1)\n        y = recv(me + 1)\n    else:\n        y = recv(me - 1)\n        send(x, me - 1)\n`,
  ],
])("finds nothing in a program that %s", (_, text) => {
  expect(found(text)).toEqual([]);
});

// A list in shared memory, made and filled in lines 4 to 6.
const shared = (length: number): string =>
  `${head}from array import *\nfar = shared_mem_array(${length})\nfor i in range(${length}):\n    far[i] = i\n`;
const sumAgain = `${shared(200)}t = 0\nfor r in range(10):\n    for i in range(200):\n        t += far[i]\n`;

it.each([
  ["is summed again and again", sumAgain, [10]],
  ["is read in while loops", `${shared(200)}r = 0\nwhile r < 2000:\n    x = far[r % 200]\n    r += 1\n`, [9]],
  ["is gone through", `${shared(200)}for r in range(10):\n    for x in far:\n        y = x\n`, [8]],
  [
    "is read in a function that gets it",
    `${shared(100)}def total(numbers):\n    t = 0\n    for i in range(len(numbers)):\n        t += numbers[i]\n    return t\nfor r in range(20):\n    x = total(far)\n`,
    [10],
  ],
  [
    "is written again and again",
    `${shared(100)}for r in range(20):\n    for i in range(100):\n        far[i] = r\n`,
    [9],
  ],
  ["is summed by sum", `${shared(200)}for r in range(20):\n    x = sum(far)\n`, [8]],
  ["is sliced anew for each use", `${shared(200)}for r in range(20):\n    near = far[50:150]\n    x = near[r]\n`, [8]],
  [
    "has lists in it",
    `${head}from array import *\nrows = shared_mem_array(20, 20)\nfor r in range(10):\n    for i in range(20):\n        for j in range(20):\n            x = rows[i][j]\n`,
    [8],
  ],
  [
    "did not fit on the core",
    `${head}a = [0] * 3000\nfor r in range(3):\n    for i in range(3000):\n        x = a[i]\n`,
    [6],
  ],
])("finds a list in shared memory that %s", (_, text, lines) => {
  expect(found(text)).toEqual([expect.objectContaining({ kind: "shared-list", cores: [0, 1, 2, 3], lines })]);
});

it.each([
  ["is read once", `${shared(2000)}for i in range(2000):\n    x = far[i]\n`],
  ["is gone through once", `${shared(4000)}for x in far:\n    y = x\n`],
  ["is changed once", `${shared(2000)}for i in range(2000):\n    far[i] += 1\n`],
  [
    "is copied first",
    `${shared(200)}near = far[:]\nfor r in range(10):\n    for i in range(200):\n        x = near[i]\n`,
  ],
  [
    "is copied part by part",
    `${shared(2000)}for b in range(0, 2000, 250):\n    near = far[b:b + 250]\n    for i in range(250):\n        x = near[i]\n`,
  ],
  ["is not read", `${shared(20)}for r in range(5000):\n    x = len(far)\n`],
  ["is read a little", `${shared(20)}for r in range(20):\n    x = far[r]\n${work(300, "    ")}`],
  ["is sent", `${shared(20)}for r in range(20):\n    x = sendrecv(far, me + 1 - 2 * (me % 2))\n`],
])("finds nothing about a list in shared memory that %s", (_, text) => {
  expect(found(text)).toEqual([]);
});

it("tells the main file's line that has another file read a list in shared memory", () => {
  const tools = "def total(numbers):\n    t = 0\n    for x in numbers:\n        t += x\n    return t\n";
  const text = `from tools import *\n${shared(100)}for r in range(20):\n    y = total(far)\n`;
  expect(found(text, {}, [{ name: "tools.py", text: tools }])).toEqual([
    expect.objectContaining({ kind: "shared-list", lines: [9] }),
  ]);
});

it("tells cores of the chip alone of lists in shared memory, and only where a list can lie on the core", () => {
  const both = { deviceCores: [0, 1, 2], firstHostCore: 16, hostCores: 1 };
  expect(found(sumAgain, both).find(({ kind }) => kind === "shared-list")?.cores).toEqual([0, 1, 2]);
  expect(found(sumAgain, { placement: { data: "shared" } })).toEqual([]);
  expect(found(sumAgain, { clock: "instructions" })).toEqual([]);
});

it("estimates what a list in shared memory costs, and when", () => {
  const near = sumAgain.replace("shared_mem_array", "array");
  const [finding] = found(sumAgain);
  // Of reading 200 elements 10 times and writing them once, 9 times 200 reads.
  const all = made(sumAgain).end - made(near).end;
  const filled = made(shared(200)).end - made(shared(200).replace("shared_mem_array", "array")).end;
  const lost = (all - filled) * (9 / 10);
  expect((finding?.lost ?? 0) / 4 / lost).toBeCloseTo(1, 1);
  expect(finding?.at).toBeGreaterThan(made(shared(200)).end);
  const rerun = made(sumAgain);
  atOnce(rerun.goTo(finding?.at ?? 0));
  expect(rerun.cores().map(({ line }) => line)).toContain(10);
});

it("adds up to no more than the cores' time, the worst first", () => {
  const all = found(
    `${head}if me == 0:\n${work(9000, "    ")}    send(1, 1)\nelif me == 1:\n    y = recv(0)\nsync()\n`,
  );
  expect(all.length).toBeGreaterThan(1);
  for (const [k, { share, lost }] of all.entries()) {
    expect(share).toBeLessThanOrEqual(1);
    if (k > 0) expect(lost).toBeLessThanOrEqual(all[k - 1]?.lost ?? 0);
  }
});

it("finds in the examples what they are about, and nothing in the first steps", () => {
  const folder = new URL("../../examples/", import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".py"));
  const told = files.flatMap((file) => {
    const { image } = compile({ name: "test.py", text: readFileSync(new URL(file, folder), "utf8") });
    if (image === undefined) return [];
    const deviceCores = Array.from({ length: 16 }, (_, id) => id);
    const rerun = new Rerun(image, { deviceCores, hostCores: 0, seed: 1 }, [], 60e6);
    atOnce(rerun.make({ profiles: true }));
    return atOnce(findingsOfRun(rerun, "test.py")).map(({ kind }) => `${file}: ${kind}`);
  });
  expect(files.length).toBeGreaterThan(20);
  expect(told).toContain("5-patterns/05-uneven.py: wait-at-barrier");
  expect(told.filter((text) => text.startsWith("1-"))).toEqual([]);
  expect(told.filter((text) => text.endsWith("shared-list"))).toEqual([]);
});
