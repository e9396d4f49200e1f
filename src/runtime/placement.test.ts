import { describe, expect, it } from "vitest";
import type { Chip, Core } from "../machine/chip.ts";
import { codeBytes } from "../machine/code-segment.ts";
import { FRAME_HEADER } from "../machine/frames.ts";
import { LoadError } from "../machine/loader.ts";
import { AREA_USED, CORE_CODE_BYTES, FP, HEAP_USED, STATUS, STATUS_ENDED } from "../machine/memory-map.ts";
import { chipWith, imageOf, runChip } from "../testing/harness/chips.ts";
import { reportOf } from "./reports.ts";

const small = imageOf("x = [1, 2, 3]\nprint x[1]");
const assignments = (count: number): string =>
  Array.from({ length: count }, (_, k) => `x[${k % 3}] = x[0] + ${k % 50}\n`).join("");
const large = imageOf(`x = [1, 2, 3]\n${assignments(300)}`);
const huge = imageOf(`x = [1, 2, 3]\n${assignments(900)}`);
const manyGlobals = imageOf(Array.from({ length: 900 }, (_, k) => `v${k} = ${k % 7}\nv0 = v0 + v${k}`).join("\n"));

function first(chip: Chip): Core {
  return chip.cores[0] as Core;
}

function ends(chip: Chip): boolean {
  runChip(chip);
  return chip.cores.every((core) => chip.words[core.registers + STATUS] === STATUS_ENDED);
}

describe("byte code", () => {
  it("lies on the core while it is small", () => {
    const chip = chipWith(small, 2);
    for (const core of chip.cores) {
      expect(core.codeShared).toBe(false);
      expect(core.code.from).toBe(core.place.base + chip.local.code.from);
      expect([...chip.bytes.subarray(core.code.from, core.code.from + 4)]).toEqual([...small.code.subarray(0, 4)]);
    }
  });

  it("goes to 0x8F100000 above 2,048 bytes, one copy for all", () => {
    expect(codeBytes(large)).toBeGreaterThan(CORE_CODE_BYTES);
    const chip = chipWith(large, 2);
    const [a, b] = chip.cores as [Core, Core];
    expect(a.codeShared && b.codeShared).toBe(true);
    expect(a.code).toEqual(b.code);
    const code = reportOf(chip, a).shared?.find(({ name }) => name === "code");
    expect(0x8e000000 + (code?.from ?? 0)).toBe(0x8f100000);
    expect(code?.used).toBe(codeBytes(large));
    expect([...chip.bytes.subarray(a.code.from, a.code.from + large.code.length)]).toEqual([...large.code]);
    expect(ends(chip)).toBe(true);
  });

  it("stays on the core or leaves it when told so", () => {
    expect(first(chipWith(large, 1, { code: "core" })).codeShared).toBe(false);
    const chip = chipWith(small, 1, { code: "shared" });
    expect(first(chip).codeShared).toBe(true);
    expect(chip.local.code.from).toBe(chip.local.code.to);
    expect(ends(chip)).toBe(true);
  });

  it("that is told to stay and does not fit says by how much, and what would move it", () => {
    const load = (): Chip => chipWith(huge, 1, { code: "core" });
    expect(load).toThrow(LoadError);
    expect(load).toThrow(/byte code does not fit into the core: .*\d+ more than the \d+ .*-codeshared/);
    expect(ends(chipWith(huge))).toBe(true);
  });

  it("that would fit does so to the byte", () => {
    const rooms = new Set<string>();
    for (let count = 300; count < 900; count += 100) {
      const image = imageOf(`x = [1, 2, 3]\n${assignments(count)}`);
      const chip = chipWith(image, 1, { code: "shared" });
      const room = chip.local.heap.to - chip.local.heap.from;
      const fits = ((codeBytes(image) + 7) & ~7) <= room;
      rooms.add(String(fits));
      if (fits) expect(ends(chipWith(image, 1, { code: "core" }))).toBe(true);
      else expect(() => chipWith(image, 1, { code: "core" })).toThrow(LoadError);
    }
    expect([...rooms].sort()).toEqual(["false", "true"]);
  });
});

describe("data", () => {
  it("lies on the core, or all of it in the core's area", () => {
    const chip = chipWith(small, 2, { data: "shared" });
    expect(ends(chip)).toBe(true);
    for (const core of chip.cores) {
      const { from, to } = core.place.area;
      expect(core.dataShared).toBe(true);
      expect(chip.map.isShared(core.module * 4)).toBe(true);
      for (const area of [core.globals, core.areaStack, core.areaHeap]) {
        expect(area.from).toBeGreaterThanOrEqual(from);
        expect(area.to).toBeLessThanOrEqual(to);
      }
      expect(core.areaStack.to).toBeLessThanOrEqual(core.globals.from);
      expect(core.globals.to).toBeLessThanOrEqual(core.areaHeap.from);
      expect(chip.words[core.registers + FP]).toBe((core.areaStack.from >> 2) + FRAME_HEADER);
      expect(chip.words[core.registers + HEAP_USED]).toBe(0);
      expect(chip.words[core.registers + AREA_USED]).toBeGreaterThan(0);
    }
  });

  it("of which there is too much for the core says by how much, and what would move it", () => {
    expect(() => chipWith(manyGlobals)).toThrow(
      /variables and constants do not fit.*\d+ more than the \d+ .*-datashared/,
    );
    expect(ends(chipWith(manyGlobals, 1, { data: "shared" }))).toBe(true);
  });

  it("is reported where it is", () => {
    const onCore = reportOf(chipWith(small), first(chipWith(small)));
    expect(onCore.memory.map(({ name }) => name)).toEqual([
      "interpreter",
      "globals",
      "code",
      "postboxes",
      "stack",
      "heap",
    ]);
    expect(onCore.shared?.map(({ name, used }) => [name, used])).toEqual([
      ["stack", 0],
      ["heap", 0],
    ]);
    const chip = chipWith(small, 1, { code: "shared", data: "shared" });
    const shared = reportOf(chip, first(chip));
    expect(shared.memory.map(({ name }) => name)).toEqual(["interpreter", "postboxes"]);
    expect(shared.shared?.map(({ name }) => name)).toEqual(["code", "stack", "globals", "heap"]);
    expect(shared.shared?.find(({ name }) => name === "stack")?.used).toBeGreaterThan(0);
  });
});

it("what is told of a core's memory is made anew only when it has changed", () => {
  const chip = chipWith(small);
  const core = first(chip);
  const before = reportOf(chip, core);
  for (const [register, of] of [
    [HEAP_USED, "memory"],
    [AREA_USED, "shared"],
  ] as const) {
    expect(reportOf(chip, core, before.state, before)[of]).toBe(before[of]);
    chip.words[core.registers + register] = 8;
    const after = reportOf(chip, core, before.state, before);
    expect(after[of]?.find(({ name }) => name === "heap")?.used).toBe(8);
    expect(after).toEqual(reportOf(chip, core));
    chip.words[core.registers + register] = -1;
    expect(reportOf(chip, core, before.state, after)).toEqual(reportOf(chip, core));
  }
});

it("shared_mem_array stays in shared memory, whatever is put into it", () => {
  const chip = chipWith(imageOf("import array\na = array.shared_mem_array(4)\na[0] = 1.5\na[1] = 2\nb = 1"));
  const core = first(chip);
  expect(ends(chip)).toBe(true);
  expect(chip.words[core.registers + HEAP_USED]).toBe(0);
  expect(chip.words[core.registers + AREA_USED]).toBeGreaterThan(0);
});
