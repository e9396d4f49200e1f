import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { machinePage } from "./machine-page.ts";

it("the tables of docs/machine.md are up to date (if not: npm run docs)", () => {
  const page = readFileSync(join(import.meta.dirname, "../../docs/machine.md"), "utf8").replaceAll("\r\n", "\n");
  expect(page).toBe(machinePage(page));
});
