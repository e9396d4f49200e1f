import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { diagnosticsPage } from "./diagnostics-page.ts";

it("docs/diagnostics.md is what the catalogue says; if not: npm run docs", () => {
  const page = readFileSync(join(import.meta.dirname, "../../docs/diagnostics.md"), "utf8").replaceAll("\r\n", "\n");
  expect(page).toBe(diagnosticsPage());
});
