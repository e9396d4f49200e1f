import { describe, expect, test } from "vitest";
import { listings } from "../language/testing/listings.ts";
import { analyse } from "./analysis.ts";
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
    ["match(x):\n  case[a,b]: y=1\n  case -1: y=2", "match (x):\n    case [a, b]: y = 1\n    case -1: y = 2\n"],
    ["match [1]=case -1", "match[1] = case - 1\n"],
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

  describe("of a classic program", () => {
    test.each([
      ["a=1 b=2 print -a", "a = 1 b = 2 print -a\n"],
      ["if !(a==1) and b<>2: print -1 print(b)", "if !(a == 1) and b <> 2: print -1 print(b)\n"],
      ["x.y=2^-x.y*3", "x.y = 2^-x.y * 3\n"],
      ["x.y=1\nprint x . y+1", "x.y=1\nprint x . y+1"],
      ["class=1 PRINT class+DEL.x", "class = 1 PRINT class + DEL.x\n"],
      ['s="\\"+"#"', 's = "\\" + "#"\n'],
      ["/* a */ x=1/* b */", "/* a */ x = 1  /* b */\n"],
      ["if x==1:\n\ty=1\n    z=2\n  /* c */\nw=3", "if x == 1:\n    y = 1\n    z = 2\n/* c */\nw = 3\n"],
      ["if x==1:\n  /* c */ y=1\n  /* d\n  */\n  z=2", "if x == 1:\n    /* c */ y = 1\n    /* d\n  */\n    z = 2\n"],
      ["@exportable def f( a=1,b ): return a", "@exportable def f(a=1, b): return a\n"],
    ])("%j", (before, after) => {
      const classic = (text: string) => {
        const program = `# dialect: classic\nx = 1\n${text}`;
        const words = analyse({ name: "t.py", text: program }, []).classic;
        return edited(program, format(program, words)).split("\n").slice(2).join("\n");
      };
      expect(classic(before)).toBe(after);
      expect(classic(after)).toBe(after);
    });
  });

  test("leaves what it cannot read", () => {
    const mixed = "if x:\n        y=1\n\tz=2\n";
    expect(formatted(mixed)).toBe(mixed);
  });

  test.each(listings)("puts $name in order", ({ text }) => {
    expect(formatted(text)).not.toMatch(/[\w)]=\d|[ \t]\n|,[^ \n)]/);
  });
});
