import { expect, test } from "@playwright/test";
import { findChromium } from "../scripts/lib/chromium.mjs";
import { killWhileTyping } from "../scripts/lib/kill-browser.mjs";

// `npm run test:long -- faults` kills it at more moments.

test("a browser that is killed while someone types loses no more than a second of it", async ({ baseURL }) => {
  const executable = (await findChromium()) ?? "";
  const outcome = await killWhileTyping({ url: baseURL ?? "", executable, type: 10_000, killed: 2500 });
  expect(outcome.typed).toBeGreaterThan(0);
  expect(outcome.milliseconds).toBeLessThan(1000);
});

test("a browser that is killed two seconds after the last key loses nothing", async ({ baseURL }) => {
  const executable = (await findChromium()) ?? "";
  const outcome = await killWhileTyping({ url: baseURL ?? "", executable, type: 1000, killed: 3000 });
  expect(outcome.typed).toBeGreaterThan(0);
  expect(outcome.lost).toBe(0);
});
