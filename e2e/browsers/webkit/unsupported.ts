import { test } from "playwright/test";

/// Skips the test that asks for something that cannot be done here. The report says why.
export function unsupported(what: string): never {
  test.skip(true, `WebDriver has no ${what}`);
  throw new Error(`WebDriver has no ${what}`);
}
