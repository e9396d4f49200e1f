import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const folder = join(import.meta.dirname, "../..");

it("every property says by `runs` how often it is tried", () => {
  const own = join("testing", "harness", "properties.test.ts");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.test\.tsx?$/.test(file) && file !== own,
  );
  const without = files.filter((file) => {
    const text = readFileSync(join(folder, file), "utf8");
    const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
    return count(/\bfc\.(assert|check|sample|statistics)\(/g) !== count(/\bruns\(/g);
  });
  expect(without).toEqual([]);
  expect(files.length).toBeGreaterThan(100);
});
