import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { coreSection, decodeImage } from "../bytecode/image.ts";
import { imageBytesOf } from "./harness/chips.ts";
import { workersDriver } from "./harness/drivers.ts";

// The paper's Gauss-Seidel solver. In workers only: a test's own thread runs code that is not bundled, which is slow.

const image = imageBytesOf(readFileSync(join(import.meta.dirname, "corpus/programs/paper/listing-5.py"), "utf8"));
const driver = workersDriver(2);
afterAll(() => driver.dispose());

it.each([
  [1, 1184],
  [2, 1184],
  [4, 1184],
  [8, 1193],
  [16, 1254],
])("listing 5 on %i cores stops after %i iterations", async (cores, iterations) => {
  const deviceCores = Array.from({ length: cores }, (_, id) => id);
  const { outcome, lines } = await driver.run(image, { deviceCores, hostCores: 0, seed: 0 });
  expect(outcome).toBe("ended");
  const [line = "", ...more] = [...lines.values()].flat();
  expect(more).toEqual([]);
  const [, its, norm] = /^Completed in (\d+) iterations, RNorm=(.*)$/.exec(line) ?? [];
  expect(Number(its)).toBe(iterations);
  expect(Number(norm)).toBeGreaterThan(0.00099);
  expect(Number(norm)).toBeLessThan(0.001);
});

// The paper's Table I. Virtual time is the same on every run, so it may be asserted.
it.each([
  ["on 16 cores", 16, 0, {}, 9.61],
  ["all in shared memory", 16, 0, { code: "shared", data: "shared" }, 52.04],
  ["on one virtual core", 0, 1, {}, 48.56],
] as const)(
  "listing 5 %s takes, within 10 %, the virtual seconds that the paper measured",
  async (_, device, hostCores, placement, measured) => {
    const deviceCores = Array.from({ length: device }, (_, id) => id);
    const { cycles } = await driver.run(image, { deviceCores, hostCores, placement, seed: 0 });
    const seconds = Math.max(...cycles.values()) / 600e6;
    expect(seconds).toBeGreaterThan(measured * 0.9);
    expect(seconds).toBeLessThan(measured * 1.1);
  },
);

describe("a Jacobi solver", () => {
  const text = readFileSync(join(import.meta.dirname, "../../bench/jacobi.py"), "utf8");
  const cyclesOf = async (points: number, cores: number): Promise<number> => {
    const bytes = imageBytesOf(
      text.replace("SIZE = 100", `SIZE = ${points}`).replace("ITERATIONS = 200", "ITERATIONS = 20"),
    );
    const deviceCores = Array.from({ length: cores }, (_, id) => id);
    return Math.max(...(await driver.run(bytes, { deviceCores, hostCores: 0, seed: 0 })).cycles.values());
  };

  it("of 100 points is fastest on about 8 cores, and of 200 points faster on 16", async () => {
    const small: number[] = [];
    for (const cores of [2, 4, 8, 16]) small.push(await cyclesOf(100, cores));
    expect(small.indexOf(Math.min(...small))).toBe(2);
    expect(await cyclesOf(200, 16)).toBeLessThan(await cyclesOf(200, 8));
  });
});

it("listing 5 takes no more byte code than the original needs for it", () => {
  expect(coreSection(decodeImage(image)).length).toBeLessThanOrEqual(1087);
});
