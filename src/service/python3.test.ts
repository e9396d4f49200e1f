import { expect, test } from "vitest";
import { check } from "../language/checker.ts";
import { ProjectAnalysis } from "./analysis.ts";
import { python3Fix } from "./python3.ts";
import { edited } from "./rename.ts";

function rewritten(text: string, python?: 2): string | undefined {
  const file = { name: "main.py", text, ...(python === undefined ? {} : { python }) };
  const analysis = new ProjectAnalysis([file]).of("main.py");
  const [fix] = analysis === undefined ? [] : python3Fix(analysis, { from: 0, to: text.length });
  return fix && edited(text, fix.edits);
}

test.each([
  ["print 1", "print(1)"],
  ["print", undefined],
  ["print 'a', 2", "print('a', 2)"],
  ["print 'a',", "print('a', end=\" \")"],
  ['print"a"; print', 'print("a"); print()'],
  ["print (1), 2\nprint 3", "print((1), 2)\nprint(3)"],
  ["print (1, 2)\nprint 3", "print (1, 2)\nprint(3)"],
  ["print 7 / 2", "print(7 // 2)"],
  ["print 7 / 2.0", "print(7 / 2.0)"],
  ["x = 7\nx /= 2\nprint x", "x = 7\nx //= 2\nprint(x)"],
  ["x = [1.0] * 3\nx[0] = (x[1] + x[2]) / 2\nprint x", "x = [1.0] * 3\nx[0] = (x[1] + x[2]) / 2\nprint(x)"],
  ["def half(n): return n / 2\nprint half(7)", "def half(n): return n // 2\nprint(half(7))"],
  ["def half(n): return n / 2\nprint half(7.0)", "def half(n): return n / 2\nprint(half(7.0))"],
  ["if 1 <> 2: x = `3`", "if 1 != 2: x = repr(3)"],
  ["print 2 ^ 3, true, none", "print(2 ** 3, True, None)"],
  ["print 10L, 010", "print(10, 0o10)"],
  ["n = 3\nprint 'n is ' + n", "n = 3\nprint('n is ' + str(n))"],
  ["for i in xrange(3): print i", "for i in range(3): print(i)"],
  ["# dialect: python2\nx = 7 / 2\n", "x = 7 // 2\n"],
  ["x = 7 / 2\n", undefined],
])("%j is rewritten", (text, expected) => {
  const result = rewritten(text);
  expect(result).toBe(expected);
  if (result === undefined) return;
  const { program, diagnostics } = check({ name: "main.py", text: result }, []);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(program?.dialect).toBe("python3");
});

test("a file of a project made when Python 2 was usual says then that it is in Python 3", () => {
  expect(rewritten("x = 7 / 2\n", 2)).toBe("# dialect: python3\nx = 7 // 2\n");
});

test("it is offered where the mark stands", () => {
  const text = "x = 1\nprint x\ny = 2\n";
  const analysis = new ProjectAnalysis([{ name: "main.py", text }]).of("main.py");
  if (analysis === undefined) throw new Error("no file");
  expect(python3Fix(analysis, { from: 8, to: 8 })).toHaveLength(1);
  expect(python3Fix(analysis, { from: 2, to: 2 })).toHaveLength(0);
  expect(python3Fix(analysis, { from: 16, to: 16 })).toHaveLength(0);
});
