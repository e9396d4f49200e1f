import { describe, expect, test } from "vitest";
import { listings } from "../language/testing/listings.ts";
import { format } from "./formatting.ts";
import { edited } from "./rename.ts";

const formatted = (text: string) => edited(text, format(text));

describe("formatting", () => {
  test.each([
    ["x=1+2*y", "x = 1 + 2 * y\n"],
    ["f( a,b = 2 )", "f(a, b=2)\n"],
    ["x = -1 ;y=- x", "x = -1; y = -x\n"],
    ["print -1", "print -1\n"],
    ["print x,y", "print x, y\n"],
    ["print x ,", "print x,\n"],
    ["print(x , end = '')", "print(x, end='')\n"],
    ["a [0]=a[1 :2]", "a[0] = a[1 :2]\n"],
    ["if x==1 :y = 2", "if x == 1: y = 2\n"],
    ["if not(x):\n  y=-x**2", "if not (x):\n    y = -x**2\n"],
    ["return_ = x if-y else z", "return_ = x if -y else z\n"],
    ["def f (a,b = 1):\n\treturn a%b", "def f(a, b=1):\n    return a % b\n"],
    ["x = 1  \n\n\n\n", "x = 1\n"],
    ["x = 1# one", "x = 1  # one\n"],
    ["x = 1 # one", "x = 1 # one\n"],
    ["x = 1   # one", "x = 1   # one\n"],
    ["if x:\n  # in\n  y = 1\n# out\nz = 1", "if x:\n    # in\n    y = 1\n# out\nz = 1\n"],
    ["if x:\n  y = f(1,\n        2)", "if x:\n    y = f(1,\n          2)\n"],
    ["x = 1 + \\\n   2", "x = 1 + \\\n   2\n"],
    ["s = 'a  b'+\"c\"", "s = 'a  b' + \"c\"\n"],
    ["\n\n", ""],
    ["", ""],
  ])("%j", (before, after) => {
    expect(formatted(before)).toBe(after);
    expect(formatted(after)).toBe(after);
  });

  test("leaves what it cannot read", () => {
    const mixed = "if x:\n        y=1\n\tz=2\n";
    expect(formatted(mixed)).toBe(mixed);
  });

  test.each(listings)("puts $name in order", ({ text }) => {
    expect(formatted(text)).not.toMatch(/[\w)]=\d|[ \t]\n|,[^ \n)]/);
  });
});
