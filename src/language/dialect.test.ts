import { expect, test } from "vitest";
import { check } from "./checker.ts";
import { dialectOf } from "./dialect.ts";

test.each([
  ["# dialect: classic\nx = 1\n", "classic"],
  ["# a note\r\n\r\n#Dialect: Classic\r\nx = 1\r\n", "classic"],
  ["/* a note\n   of two lines */\n/**/ \n# dialect: classic\nx = 1\n", "classic"],
  ["/* a note */ x = 1 /* another */\n# dialect: classic\n", undefined],
  ["/*\n# dialect: classic\n", undefined],
  ["# dialect: python\n", "python"],
  ["x = 1\n# dialect: classic\n", undefined],
  ["# dialect: other\n", undefined],
  ["", undefined],
])("%j is in %s", (text, dialect) => {
  expect(dialectOf(text)).toBe(dialect);
});

test("the first lines decide, else the option", () => {
  const dialect = (text: string, option?: "python" | "classic") =>
    check({ name: "t.py", text }, [], option).program?.dialect;
  expect(dialect("x = 1\n")).toBe("python");
  expect(dialect("x = 1\n", "classic")).toBe("classic");
  expect(dialect("# dialect: python\nx = 1\n", "classic")).toBe("python");
});
