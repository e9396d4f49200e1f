import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { messagesPage } from "./messages-page.ts";

it("docs/messages.md is what the catalogue says; if not: npm run docs", () => {
  const page = readFileSync(join(import.meta.dirname, "../../docs/messages.md"), "utf8").replaceAll("\r\n", "\n");
  expect(page).toBe(messagesPage());
});
