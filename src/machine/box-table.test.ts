import fc from "fast-check";
import { expect, it } from "vitest";
import { runs } from "../testing/harness/properties.ts";
import { BoxTable } from "./box-table.ts";
import { BOX_BLOCK_BYTES } from "./memory-map.ts";
import { RunFault } from "./run-fault.ts";

const ROWS = 5;
const SENDERS = 40;
const ROW_WORDS = 3;

/// A table with room for so many blocks, in memory that is full of something else.
function tableFor(blocks: number): { table: BoxTable; words: Int32Array } {
  const index = { from: 64, to: 64 + ROWS * ROW_WORDS * 4 + 4 };
  const pool = { from: index.to + 8, to: index.to + 8 + blocks * BOX_BLOCK_BYTES };
  const words = new Int32Array(pool.to / 4 + 16).fill(-1);
  const table = new BoxTable(words, { boxTable: { index, pool }, boxRowWords: ROW_WORDS });
  table.clear();
  return { table, words };
}

const pair = fc.tuple(fc.nat(ROWS - 1), fc.nat(SENDERS - 1));

it("gives every pair a box and a clock of its own, empty at first, and the same each time", () => {
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 80 }), (pairs) => {
      const { table, words } = tableFor(ROWS * ROW_WORDS);
      const doubles = new Float64Array(words.buffer, 0, words.length >> 1);
      const values = new Map<string, number>();
      pairs.forEach(([row, sender], k) => {
        const at = table.box(row, sender);
        expect(table.find(row, sender)).toBe(at);
        const before = values.get(`${row} ${sender}`) ?? 0;
        for (let word = 0; word < 4; word++) expect(words[at + word]).toBe(before);
        expect(doubles[BoxTable.clockOf(at, sender)]).toBe(before);
        words.fill(k + 1, at, at + 4);
        doubles[BoxTable.clockOf(at, sender)] = k + 1;
        values.set(`${row} ${sender}`, k + 1);
      });
      expect([...words.subarray(0, 16), ...words.subarray(words.length - 16)].every((word) => word === -1)).toBe(true);
    }),
    runs(),
  );
});

it("faults when there is no room, and keeps what there is", () => {
  const { table, words } = tableFor(2);
  const first = table.box(0, 0);
  const second = table.box(4, 39);
  words[first] = 1;
  words[second] = 2;
  for (let k = 0; k < 3; k++) expect(() => table.box(1, 20)).toThrow(RunFault);
  expect(table.find(1, 20)).toBe(0);
  expect([words[table.box(0, 0)], words[table.box(4, 39)]]).toEqual([1, 2]);
  table.clear();
  expect(table.find(0, 0)).toBe(0);
  expect(words[table.box(1, 20)]).toBe(0);
});

it("goes through the boxes that have been made", () => {
  const { table } = tableFor(ROWS * ROW_WORDS);
  table.box(2, 17);
  const found: number[] = [];
  table.eachBox(2, (sender, at) => {
    expect(at).toBe(table.find(2, sender));
    found.push(sender);
  });
  expect(found).toEqual(Array.from({ length: 16 }, (_, k) => 16 + k));
});
