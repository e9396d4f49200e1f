import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../testing/harness/properties.ts";
import { layOutMap, sharpCell, stepOnMap, zooms } from "./map-layout.ts";

const chips = [
  { rows: 8, columns: 8 },
  { rows: 32, columns: 32 },
  { rows: 64, columns: 64 },
];
const situations = fc.record({
  chip: fc.constantFrom(...chips),
  room: fc.record({ width: fc.integer({ min: 200, max: 1400 }), height: fc.integer({ min: 120, max: 1000 }) }),
  hosts: fc.integer({ min: 0, max: 16 }),
  zoom: fc.constantFrom(...zooms),
});

test("every core is found where it is drawn, and inside the map", () => {
  fc.assert(
    fc.property(situations, fc.nat(), ({ chip, room, hosts, zoom }, any) => {
      const layout = layOutMap(room, chip, hosts, zoom);
      const spot = any % layout.spots;
      const { x, y } = layout.corner(spot);
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + layout.cell.width).toBeLessThanOrEqual(layout.width);
      expect(y + layout.cell.height).toBeLessThanOrEqual(layout.height);
      expect(layout.hit(layout.centre(spot))).toBe(spot);
      const { from, to } = layout.within(y, y + layout.cell.height);
      expect(spot >= from && spot < to).toBe(true);
    }),
    runs(),
  );
});

test("between cells and outside there is no core", () => {
  const layout = layOutMap({ width: 500, height: 500 }, { rows: 8, columns: 8 }, 0, 1);
  const { x, y } = layout.corner(9);
  expect(layout.hit({ x: x - 1, y: y + 1 })).toBeNull();
  expect(layout.hit({ x: x + 1, y: y - 1 })).toBeNull();
  expect(layout.hit({ x: 0, y: 0 })).toBeNull();
  expect(layout.hit({ x: 499, y: 499 })).toBeNull();
});

test("a chip fits into a common room; zoomed it is larger than that", () => {
  const room = { width: 504, height: 300 };
  for (const chip of chips) {
    expect(layOutMap(room, chip, 0, 1)).toMatchObject(room);
    expect(layOutMap(room, chip, 0, 4).height).toBeGreaterThan(room.height);
  }
});

test("keys lead to neighbours, and down to the virtual cores and back", () => {
  const layout = layOutMap({ width: 500, height: 500 }, { rows: 8, columns: 8 }, 3, 1);
  const from = (spot: number, key: string) => stepOnMap(layout, 64, spot, key);
  expect(from(0, "ArrowRight")).toBe(1);
  expect(from(7, "ArrowRight")).toBeNull();
  expect(from(8, "ArrowLeft")).toBeNull();
  expect(from(0, "ArrowUp")).toBeNull();
  expect(from(9, "ArrowUp")).toBe(1);
  expect(from(20, "Home")).toBe(16);
  expect(from(20, "End")).toBe(23);
  expect(from(57, "ArrowDown")).toBe(65);
  expect(from(63, "ArrowDown")).toBe(66);
  expect(from(65, "ArrowUp")).toBe(57);
  expect(from(66, "ArrowRight")).toBeNull();
  expect(from(64, "End")).toBe(66);
  expect(from(66, "ArrowDown")).toBeNull();
});

test("no key leads off the map", () => {
  const keys = ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "Home", "End", "x"];
  fc.assert(
    fc.property(situations, fc.nat(), fc.constantFrom(...keys), ({ chip, room, hosts, zoom }, any, key) => {
      const layout = layOutMap(room, chip, hosts, zoom);
      const to = stepOnMap(layout, chip.rows * chip.columns, any % layout.spots, key);
      expect(to === null || (to >= 0 && to < layout.spots)).toBe(true);
    }),
    runs(),
  );
});

test("no cell is drawn over its neighbour, however small", () => {
  fc.assert(
    fc.property(situations, fc.nat(), ({ chip, room, hosts, zoom }, any) => {
      const layout = layOutMap(room, chip, hosts, zoom);
      const spot = any % (chip.rows * chip.columns);
      const { x, y, width, height } = sharpCell(layout, spot);
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(1);
      if ((spot + 1) % chip.columns > 0) expect(sharpCell(layout, spot + 1).x).toBeGreaterThanOrEqual(x + width);
      if (spot + chip.columns < chip.rows * chip.columns) {
        expect(sharpCell(layout, spot + chip.columns).y).toBeGreaterThanOrEqual(y + height);
      }
    }),
    runs(),
  );
});
