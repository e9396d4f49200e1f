import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { atOnce } from "../base/sliced-work.ts";
import { compile } from "../compiler/compile.ts";
import { type Finding, findingsOf } from "./findings.ts";
import { Rerun } from "./rerun.ts";

const head = "from parallel import *\nme = coreid()\n";

function found(text: string, cores = 4): readonly Finding[] {
  const { image, diagnostics } = compile({ name: "test.py", text });
  if (image === undefined) throw new Error(diagnostics.map(({ message }) => message).join("; "));
  const deviceCores = Array.from({ length: cores }, (_, id) => id);
  const rerun = new Rerun(image, { deviceCores, hostCores: 0, seed: 1 }, []);
  atOnce(rerun.make());
  return atOnce(findingsOf(rerun.trace, rerun.frequency, "test.py"));
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
    atOnce(rerun.make());
    return atOnce(findingsOf(rerun.trace, rerun.frequency, "test.py")).map(({ kind }) => `${file}: ${kind}`);
  });
  expect(files.length).toBeGreaterThan(20);
  expect(told).toContain("5-patterns/05-uneven.py: wait-at-barrier");
  expect(told.filter((text) => text.startsWith("1-"))).toEqual([]);
});
