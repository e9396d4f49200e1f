import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { languagePage } from "./language-page.ts";

it("the lists of docs/language.md are up to date (if not: npm run docs)", () => {
  const page = readFileSync(join(import.meta.dirname, "../../docs/language.md"), "utf8").replaceAll("\r\n", "\n");
  expect(page).toBe(languagePage(page));
});
