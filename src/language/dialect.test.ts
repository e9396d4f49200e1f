import { expect, test } from "vitest";
import { check } from "./checker.ts";
import { type Dialect, namedDialect } from "./dialect.ts";

test.each([
  ["# dialect: classic\nx = 1\n", "classic"],
  ["# a note\r\n\r\n#Dialect: Classic\r\nx = 1\r\n", "classic"],
  ["/* a note\n   of two lines */\n/**/ \n# dialect: classic\nx = 1\n", "classic"],
  ["/* a note */ x = 1 /* another */\n# dialect: classic\n", undefined],
  ["/*\n# dialect: classic\n", undefined],
  ["# dialect: python\n", "python"],
  ["# dialect: python2\n", "python2"],
  ["#dialect:  Python3\n", "python3"],
  ["x = 1\n# dialect: classic\n", undefined],
  ["# dialect: other\n", undefined],
  ["", undefined],
])("%j is in %s", (text, dialect) => {
  expect(namedDialect(text)).toBe(dialect);
});

test("the first lines decide, else the option", () => {
  const dialect = (text: string, option?: Dialect) => check({ name: "t.py", text }, [], option).program?.dialect;
  expect(dialect("x = 1\n")).toBe("python3");
  expect(dialect("x = 1\n", "classic")).toBe("classic");
  expect(dialect("# dialect: python\nx = 1\n", "classic")).toBe("python3");
});
