import { describe, expect, test } from "vitest";
import { type Parsed, parse as parseAs } from "./parser.ts";
import { python2Mark } from "./python2-marks.ts";
import { listings } from "./testing/listings.ts";
import { treeText } from "./testing/tree-text.ts";

/// As a program of its own would be read.
function parse(text: string, file: string): Parsed {
  return parseAs(text, file, python2Mark(text) === undefined ? "python3" : "python2");
}

function tree(text: string): string {
  const { module, diagnostics } = parse(text, "t.py");
  expect(diagnostics.filter((one) => one.severity === "error")).toEqual([]);
  return treeText(module);
}

describe("expressions bind as in Python", () => {
  test.each([
    ["-2**2", "(- (** 2 2))"],
    ["2**-1", "(** 2 (- 1))"],
    ["2**3**2", "(** 2 (** 3 2))"],
    ["a-b-c", "(- (- a b) c)"],
    ["a+b*c%d", "(+ a (% (* b c) d))"],
    ["-a*b", "(* (- a) b)"],
    ["~a<<b&c|d", "(| (& (<< (~ a) b) c) d)"],
    ["not a == b", "(not (a == b))"],
    ["not a and b or c", "(or (and (not a) b) c)"],
    ["a < b <= c != d", "(a < b <= c != d)"],
    ["(a < b) < c", "((a < b) < c)"],
    ["a in b not in c", "(a in b not in c)"],
    ["a is not b is c", "(a is not b is c)"],
    ["a if b else c if d else e", "(if b a (if d c e))"],
    ["a or b if c and d else e", "(if (and c d) (or a b) e)"],
    ["a^b*c|d", "(| (^ a (* b c)) d)"],
    ["a^b&c", "(^ a (& b c))"],
    ["a**b[0].c(d)", "(** a b[0].c(d))"],
    ["f(a, b=1)(c)", "f(a b=1)(c)"],
    ["x[1:2]", "x[1:2]"],
    ["x[:]", "x[:]"],
    ["x[::2]", "x[::2]"],
    ["x[a:]", "x[a:]"],
    ["x[-1][i+1]", "x[(- 1)][(+ i 1)]"],
    ["[1, [2], ]", "[1 [2]]"],
    ["()", "{}"],
    ["(a)", "a"],
    ["[i for i, k in x if i if k for j in i]", "[i for {i k} in x if i if k for j in i]"],
    ["f(i for i in x)", "f(<i for i in x>)"],
    ["f'a{x!r:>{w}}b{{'", 'f("a" {x!r:">" {w}} "b{")'],
    ["(a,)", "{a}"],
    ["a, (b, c)", "{a {b c}}"],
    ["x = 'a' \"b\"", '(= x "ab")'],
    ["True, None, false", "{True None false}"],
    ["1.5 + .5e1", "(+ 1.5 5.0)"],
    ["f()", "f()"],
    ["+-a", "(+ (- a))"],
  ])("%s", (text, expected) => {
    expect(tree(text)).toBe(expected);
  });
});

describe("print", () => {
  test.each([
    ["print x", "(print x)"],
    ["print x, y", "(print x y)"],
    ["print x,", "(print, x)"],
    ["print()", "(print)"],
    ["print(a)", "(print a)"],
    ['print(a, b, sep="", end=c)', '(print a b sep="" end=c)'],
    ["print (a)+b", "(+ print(a) b)"],
    ["print (a), b", "{print(a) b}"],
    ["x = print(a, end=b)", "(= x print(a end=b))"],
    ["print(a) if b else print(c)", "(if b print(a) print(c))"],
    ["print (a, b)", "(print a b)"],
    ["print(a); print b", "(print a)\n(print b)"],
    ['print "a" % b', '(print (% "a" b))'],
    ["print -a", "(print (- a))"],
    ["print [a][0]", "(print [a][0])"],
  ])("%s", (text, expected) => {
    expect(tree(text)).toBe(expected);
  });
});

describe("Python 2", () => {
  test.each([
    ["a^b*c", "(* (^ a b) c)"],
    ["True, None, false", "{True None False}"],
    ["print", "(print)"],
    ["print (a)+b", "(print (+ a b))"],
    ["print (a), b", "(print a b)"],
    ["print (a),", "(print, a)"],
    ["a <> b", "(a != b)"],
    ["x = `a + 1`, 'b'", '(= x {f({(+ a 1)!r}) "b"})'],
    ["x = 0777 + 10L", "(= x (+ 511 10))"],
  ])("%s", (text, expected) => {
    const { module, diagnostics } = parseAs(text, "t.py", "python2");
    expect(diagnostics.filter((one) => one.severity === "error")).toEqual([]);
    expect(treeText(module)).toBe(expected);
  });
});

describe("statements", () => {
  test.each([
    ["a = b = 0", "(= a b 0)"],
    ["a, b = b, a", "(= {a b} {b a})"],
    ["[a, b] = c", "(= [a b] c)"],
    ["x[i][j] = v", "(= x[i][j] v)"],
    ["x[1:2] = y", "(= x[1:2] y)"],
    ["x[i] += 1", "(+= x[i] 1)"],
    ["a **= 2; b //= 3; c >>= 1;", "(**= a 2)\n(//= b 3)\n(>>= c 1)"],
    ["import a, b as c", "(import a)\n(import b:c)"],
    ["from m import *", "(from m *)"],
    ["from m import a as b, c", "(from m a:b c)"],
    ["from m import (a,\n  b,)", "(from m a b)"],
    ["global a, b", "(global a b)"],
    ["if x: y = 1; z = 2", "if x\n  (= y 1)\n  (= z 2)"],
    ["if x: pass\nelif y: pass\nelse: pass", "if x\n  (pass)\nelif y\n  (pass)\nelse\n  (pass)"],
    ["while x:\n  break\nelse:\n  continue", "while x\n  (break)\nelse\n  (continue)"],
    ["for i in range(3): print i", "for i in range(3)\n  (print i)"],
    ["for a, b in c, d:\n  pass\nelse:\n  pass", "for {a b} in {c d}\n  (pass)\nelse\n  (pass)"],
    ["def f(): return", "def f()\n  (return)"],
    ["def f(a, b=1,):\n  'doc'\n  return a, b", 'def f(a b=1) "doc"\n  (return {a b})'],
    ["if a:\n  if b:\n    c\n  d\ne", "if a\n  if b\n    c\n  d\ne"],
  ])("%s", (text, expected) => {
    expect(tree(text)).toBe(expected);
  });

  test("a text at the top of a file describes it", () => {
    const { module } = parse('"""Hello."""\nx = 1\n', "t.py");
    expect(module.docstring).toBe("Hello.");
    expect(treeText(module)).toBe("(= x 1)");
  });

  test("the nodes have the range of their text", () => {
    const text = "if a:\n  x[1] = (b, c)\n";
    const { module } = parse(text, "t.py");
    const [first] = module.body;
    expect(first?.kind === "If" && text.slice(first.from, first.to)).toBe("if a:\n  x[1] = (b, c)");
    const inner = first?.kind === "If" ? first.branches[0]?.body[0] : undefined;
    expect(inner?.kind === "Assign" && text.slice(inner.value.from, inner.value.to)).toBe("(b, c)");
  });
});

describe("the paper's listings", () => {
  test.each(listings)("$name parses", ({ text }) => {
    expect(tree(text)).toMatchSnapshot();
  });
});

describe("exceptions", () => {
  test("try with all its parts", () => {
    const text = "try:\n  a\nexcept (A, B) as e:\n  raise\nexcept:\n  raise C(1) from e\nelse:\n  b\nfinally:\n  c\n";
    const { module, diagnostics } = parse(text, "t.py");
    expect(diagnostics).toEqual([]);
    expect(treeText(module)).toBe(
      "try\n  a\nexcept {A B} e\n  (raise)\nexcept\n  (raise C(1) e)\nelse\n  b\nfinally\n  c",
    );
  });
});

describe("recovery", () => {
  function codes(text: string): string[] {
    return parse(text, "t.py").diagnostics.map((one) => one.code);
  }

  test("every slip is reported once, in one pass", () => {
    const text = [
      "if x = 3",
      "  print x",
      "for i in range(3)",
      "  i++",
      "y = (1, 2",
      "print 'hello",
      "while y && x:",
      "print y",
      "z = = 2",
      "else if z:",
    ].join("\n");
    const { diagnostics } = parse(text, "t.py");
    expect(diagnostics.toSorted((a, b) => a.from - b.from).map((one) => one.code)).toEqual([
      "assign-in-test",
      "missing-colon",
      "missing-colon",
      "increment",
      "unclosed-bracket",
      "unclosed-string",
      "symbol-and",
      "missing-indent",
      "expected-expression",
      "stray-else",
    ]);
  });

  test("match and case are words where they begin a statement, and names elsewhere", () => {
    const text = [
      "match x, y:",
      "  case [1, *a] | {'k': a, **b} if a:",
      "    c",
      "  case Point(0, y=_) as p: d",
      "  case -1 | None | Color.RED:",
      "    e",
      "match = case[match]",
      "match(case)",
    ].join("\n");
    expect(codes(text)).toEqual([]);
    expect(treeText(parse(text, "t.py").module)).toBe(
      [
        "match {x y}",
        '  case (| [1 *a] {"k":a **b}) if a',
        "    c",
        "  case (as (Point 0 y=_) p)",
        "    d",
        "  case (| (- 1) None Color.RED)",
        "    e",
        "(= match case[match])",
        "match(case)",
      ].join("\n"),
    );
  });

  test("what is left out is skipped with its block", () => {
    const text = ["switch f:", "  case 1:", "    c", "async def f():", "  await g", "print 1"].join("\n");
    const { module } = parse(text, "t.py");
    expect(codes(text)).toEqual(["switch-word", "left-out-async"]);
    expect(treeText(module)).toBe("(print 1)");
  });

  test("a function is read with decorators and types", () => {
    const { module, diagnostics } = parse("@timed\ndef f(a: int, b: str = 'x') -> int:\n  return a\n", "t.py");
    expect(diagnostics.map((one) => one.code)).toEqual([]);
    expect(treeText(module)).toBe('@timed\ndef f(a b="x")\n  (return a)');
  });

  test("a block under a line that cannot be read is read as if it stood alone", () => {
    const { module, diagnostics } = parse("given x:\n  a = 1\nb = 2", "t.py");
    expect(diagnostics.map((one) => one.code)).toEqual(["side-by-side"]);
    expect(treeText(module)).toBe("(= a 1)\n(= b 2)");
  });

  test("the mended tree is what was meant", () => {
    const text = "if x == 1 then\n  y = 1\nelse if x <> 2:\n  y = 2\nelsif x => 3:\n  y = 3\nelse\n  whlie !y: z\n";
    expect(treeText(parse(text, "t.py").module)).toBe(
      [
        "if (x == 1)",
        "  (= y 1)",
        "elif (x != 2)",
        "  (= y 2)",
        "elif (x >= 3)",
        "  (= y 3)",
        "else",
        "  while (not y)",
        "    z",
      ].join("\n"),
    );
  });
});
