import { expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { listingRows } from "./listing.ts";

const main = { name: "main.py", text: "import part\nx = part.twice(4)\nprint x\n" };
const part = { name: "part.py", text: "def twice(n):\n    return n * 2\n" };

test("every instruction stands under the line that it comes from, and its range lies in that line", () => {
  const files = [main, part];
  const { image } = compile(main, { files: [part] });
  const rows = listingRows(image as Uint8Array, files);
  let line = 0;
  let file = "";
  for (const row of rows) {
    if (row.kind === "source") {
      ({ line, file } = row);
      const text = files
        .find(({ name }) => name === file)
        ?.text.split("\n")
        [line - 1]?.trim();
      expect(row.text).toBe(text);
    }
    if (row.kind !== "instruction" || row.place === null) continue;
    expect([row.place.file, row.place.line]).toEqual([file, line]);
    expect(row.summary).not.toBe("");
  }
  expect(rows.filter(({ kind }) => kind === "function")).toHaveLength(2);
  expect(rows.some((row) => row.kind === "source" && row.text === "return n * 2")).toBe(true);
});

test("the instructions follow one another without a gap, and some cost time", () => {
  const { image } = compile(main, { files: [part] });
  let pc = 0;
  let cycles = 0;
  for (const row of listingRows(image as Uint8Array, [])) {
    if (row.kind !== "instruction") continue;
    expect(row.pc).toBe(pc);
    pc += row.bytes.length;
    cycles += row.cycles;
  }
  expect(cycles).toBeGreaterThan(1000);
});
