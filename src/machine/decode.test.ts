import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { imageOf } from "../testing/harness/chips.ts";
import { decode } from "./decode.ts";
import { Timing } from "./timing/timing.ts";

const folder = join(import.meta.dirname, "../testing/corpus/programs/paper");
const timing = new Timing("epiphany", 600e6, 16);
const programs = readdirSync(folder).map((name) =>
  decode(imageOf(readFileSync(join(folder, name), "utf8")), timing, false),
);

// A core that waits gives its instruction's cycles back and is charged them again: rounding must not change its clock.
it("costs are sums that a double holds exactly", () => {
  for (const { cost, sharedStackCost, hostCost } of programs) {
    for (const cycles of [...cost, ...sharedStackCost, ...hostCost])
      expect(cycles * 1024).toBe(Math.round(cycles * 1024));
  }
});

it("a pc leads to its instruction and back", () => {
  for (const { pcOf, indexOf } of programs) {
    indexOf.forEach((index, pc) => {
      if (index >= 0) expect(pcOf[index]).toBe(pc);
    });
  }
});
