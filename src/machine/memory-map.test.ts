import { describe, expect, it } from "vitest";
import { type ChipModel, chipModels, coresOf } from "./chip-models.ts";
import { type Area, MemoryMap } from "./memory-map.ts";

const [three, four, five, largest] = chipModels as [ChipModel, ChipModel, ChipModel, ChipModel];

describe("global addresses", () => {
  it.each([
    [three, 0, 0x80800000],
    [three, 15, 0x8cb00000],
    [four, 63, 0x9cf00000],
    [five, 0, 0],
    [five, 1023, 0x7df00000],
    [largest, 4095, 0xfff00000],
  ])("%o, core %i", (model, id, address) => {
    const map = new MemoryMap({ model, hostCores: 0, firstHostId: coresOf(model) });
    expect(map.globalAddress(id, 0)).toBe(address);
    expect(map.globalAddress(id, 0x7fff)).toBe(address + 0x7fff);
  });
});

describe.each(chipModels.flatMap((model) => [0, 3, 64].map((hosts) => [model.name, model, hosts] as const)))(
  "%s, %o, with %i virtual cores",
  (_, model, hostCores) => {
    const cores = coresOf(model);
    const map = new MemoryMap({ model, hostCores, firstHostId: cores });
    const places = Array.from({ length: cores + hostCores }, (_, id) => map.core(id));

    it("nothing lies where something else does", () => {
      const areas: Area[] = places.flatMap(({ base, ring, ringBytes, area }) => [
        { from: base, to: base + 32 * 1024 },
        { from: ring, to: ring + ringBytes },
        area,
      ]);
      areas.push(map.sharedCode, map.links, map.boxTable.index, map.boxTable.pool);
      const sorted = areas.filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from);
      sorted.forEach((area, k) => {
        expect(area.from % 4).toBe(0);
        expect(area.to).toBeLessThanOrEqual(sorted[k + 1]?.from ?? map.bytes);
      });
    });

    it("what the chip's cores share lies in the 32 MB, in equal shares", () => {
      const shares = new Set(places.slice(0, cores).map(({ area }) => area.to - area.from));
      expect(shares.size).toBe(1);
      for (const { area, ring, ringBytes } of places.slice(0, cores)) {
        expect(map.isShared(area.from) && map.isShared(area.to - 1)).toBe(true);
        expect(map.isShared(ring) && map.isShared(ring + ringBytes - 1)).toBe(true);
      }
      for (const { base, area } of places.slice(cores))
        expect(map.isShared(base) || map.isShared(area.from)).toBe(false);
      if (cores === 16) expect([...shares]).toEqual([512_000]);
    });

    it("a core can hold a small program", () => {
      const local = map.local(20, 1000, { code: "core", data: "core" });
      expect(local.heap.to - local.heap.from).toBeGreaterThan(1000);
      expect(map.areaStackBytes(0)).toBeGreaterThan(400);
    });
  },
);
