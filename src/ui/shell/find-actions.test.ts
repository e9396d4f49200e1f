import { expect, test } from "vitest";
import { actions } from "./actions.ts";
import { fit } from "./find-actions.ts";

function best(typed: string): string | undefined {
  const found = actions.flatMap(({ name, also }) => {
    const fits = fit(typed, name, also);
    return fits === undefined ? [] : [{ name, fits }];
  });
  return found.sort((a, b) => b.fits - a.fits)[0]?.name;
}

test.each([
  ["step in", "Step into a function"],
  ["back", "Step back"],
  ["theme dark", "Theme: Dark"],
  ["thm drk", "Theme: Dark"],
  ["MEMORY", "Show: Memory"],
  ["breakpoint all", "Remove all breakpoints"],
  ["qr", "Share this program"],
  ["everything", "Show Everything"],
  ["watch", "Watch the last run on the chip"],
  ["format", "Tidy up spaces and indentation"],
])("%s finds %s", (typed, name) => {
  expect(best(typed)).toBe(name);
});

test("every word must be found, and nothing typed fits all", () => {
  expect(best("theme banana")).toBeUndefined();
  expect(actions.every(({ name }) => fit("  ", name) !== undefined)).toBe(true);
});
