import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { coreSection, decodeImage } from "../bytecode/image.ts";
import { imageBytesOf } from "./chips.ts";
import { workersDriver } from "./drivers.ts";

// The paper's Gauss-Seidel solver. In workers only: a test's own thread runs code that is not bundled, which is slow.

const image = imageBytesOf(readFileSync(join(import.meta.dirname, "programs/paper/listing-5.py"), "utf8"));
const driver = workersDriver(2);
afterAll(() => driver.dispose());

it.each([
  [1, 1184],
  [2, 1184],
  [4, 1184],
  [8, 1193],
  [16, 1254],
])(
  "listing 5 on %i cores stops after %i iterations",
  async (cores, iterations) => {
    const deviceCores = Array.from({ length: cores }, (_, id) => id);
    const { outcome, lines } = await driver.run(image, { deviceCores, hostCores: 0, seed: 0 }, [], 60_000);
    expect(outcome).toBe("ended");
    const [line = "", ...more] = [...lines.values()].flat();
    expect(more).toEqual([]);
    const [, its, norm] = /^Completed in (\d+) iterations, RNorm=(.*)$/.exec(line) ?? [];
    expect(Number(its)).toBe(iterations);
    expect(Number(norm)).toBeGreaterThan(0.00099);
    expect(Number(norm)).toBeLessThan(0.001);
  },
  60_000,
);

it("listing 5 takes no more byte code than the original needs for it", () => {
  expect(coreSection(decodeImage(image)).length).toBeLessThanOrEqual(1087);
});
