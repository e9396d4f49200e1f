import { expect, test } from "vitest";
import { indentAfter, insertAt, isOpen, sharedStart } from "./typing.ts";

test("a line after one with a colon is indented, and one after an empty line is not", () => {
  expect(indentAfter("def f(x):")).toBe("    ");
  expect(indentAfter("def f(x):\n    if x:  # why")).toBe("        ");
  expect(indentAfter("def f(x):\n    y = 1")).toBe("    ");
  expect(indentAfter("def f(x):\n    y = 1\n    ")).toBe("");
  expect(indentAfter("x = (1,")).toBe("");
});

test("a line that opens a block, goes on, or is indented is followed by another", () => {
  for (const text of ["if x:", "for k in y:  # all", "x = 1 + \\", "def f():\n    return 1"])
    expect(isOpen(text)).toBe(true);
  for (const text of ["x = 1", "def f():\n    return 1\n", "def f():\n    return 1\n    ", "'a:'"])
    expect(isOpen(text)).toBe(false);
});

test("a text is put into another", () => {
  expect(insertAt("ad", 1, "bc")).toEqual({ text: "abcd", at: 3 });
});

test("names share a start", () => {
  expect(sharedStart(["copy_to_device", "copy_from_device"])).toBe("copy_");
  expect(sharedStart(["one"])).toBe("one");
  expect(sharedStart([])).toBe("");
  expect(sharedStart(["a", "b"])).toBe("");
});
