import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../testing/harness/properties.ts";
import { apply, asPython3 } from "./python2.ts";
import { tokensOf } from "./tokens.ts";

/// A mark that makes a program Python 2 and takes no part in what is tested.
const OLD = 'print "old"\n';
const NEW = 'print("old")\n';

function rewritten(text: string): string {
  return asPython3(OLD + text).text.slice(NEW.length);
}

describe("what is Python 2", () => {
  test.each([
    'print "a"',
    "print x",
    "print 1",
    "print not x",
    'if x: print "a"',
    "x = 1; print x",
    "f(async=True)",
    "@offload(async=True)\ndef f(a):\n  return a",
    "for i in xrange(3): pass",
    "name = raw_input()",
    "mode = 0755",
    "n = 10L",
    "if a <> b: pass",
    "x = `y`",
    'exec "x = 1"',
    "try:\n  pass\nexcept E, e:\n  pass",
    'raise ValueError, "no"',
    'x = ur"a"',
    "u = unicode(x)",
  ])("%s", (text) => {
    expect(asPython3(text).notes).not.toEqual([]);
  });
});

describe("what Python 3 has too stays as it is", () => {
  test.each([
    'print("a")',
    "print",
    "print (a), b",
    "print -1",
    "print [1]",
    "x = a / b",
    "x = 0\ny = 00\nz = 0o17\nw = 0.5\nv = 08.5",
    "def xrange(n):\n  return range(n)\nfor i in xrange(3): pass",
    "from old import raw_input\nraw_input()",
    "import six\nsix.xrange(3)",
    "@offload\ndef f(n):\n  for i in xrange(n):\n    pass",
    "s = 'print x; f(async=True)'\n# print x",
    'x = """\nprint y\n"""',
    "async def f():\n  await g()",
    "except_ = a, b",
    "try:\n  pass\nexcept (A, B):\n  pass",
    "raise E(a, b)",
    "f(long=1)",
    "d = {'print': 1}",
    "x = {1: print}",
    "",
    "print(",
    '"',
  ])("%s", (text) => {
    expect(asPython3(text)).toEqual({ text, notes: [], edits: [] });
  });
});

describe("Python 2 is rewritten", () => {
  test.each([
    ["print", "print()"],
    ["print x, y", "print(x, y)"],
    ["print x, y,", 'print(x, y, end=" ")'],
    ["print (x)", "print (x)"],
    ["print (x, y)", "print((x, y))"],
    ["print ()", "print(())"],
    ["print (x), y", "print((x), y)"],
    ["print (x) + y", "print((x) + y)"],
    ["print -1", "print(-1)"],
    ["print [1][0]", "print([1][0])"],
    ["print >>f, x, y", "print(x, y, file=f)"],
    ["print >>sys.stderr", "print(file=sys.stderr)"],
    ["print >>f, x,", 'print(x, end=" ", file=f)'],
    ["if x: print y", "if x: print(y)"],
    ["print x; print y", "print(x); print(y)"],
    ["print x # why", "print(x) # why"],
    ["print {'a': print_}", "print({'a': print_})"],
    ['print "%d %s" % (1, x)', 'print("%d %s" % (1, x))'],
    ["print \\\n  x", "print( \\\n  x)"],
    ["f(1, async=True)", "f(1, asynchronous=True)"],
    ["for i in xrange(3): pass", "for i in range(3): pass"],
    ["for i in range(3): pass", "for i in range(3): pass"],
    ["x = range(3)", "x = list(range(3))"],
    ["x = list(range(3))", "x = list(range(3))"],
    ["x = map(f, zip(a, b))", "x = list(map(f, list(zip(a, b))))"],
    ["x = raw_input('? ')", "x = input('? ')"],
    ["x = input('? ')", "x = eval(input('? '))"],
    ["x = 0755 + 10L + 017L", "x = 0o755 + 10 + 0o17"],
    ["if a <> b: pass", "if a != b: pass"],
    ["x = `y + 1`", "x = repr(y + 1)"],
    ['exec "x"', 'exec("x")'],
    ["exec code in scope", "exec(code, scope)"],
    ["try:\n  pass\nexcept (A, B), e:\n  pass", "try:\n  pass\nexcept (A, B) as e:\n  pass"],
    ['raise E, "no"', 'raise E("no")'],
    ["raise E, m, tb", "raise E(m).with_traceback(tb)"],
    ["d.has_key(k)", "d.__contains__(k)"],
    ["for k, v in d.iteritems(): pass", "for k, v in d.items(): pass"],
    ['x = ur"a"', 'x = r"a"'],
    ["x = unicode(long(y))", "x = str(int(y))"],
    ["x = 7 / 2", "x = 7 // 2"],
    ["x = a / b", "x = divide(a, b)"],
    ["x = a / 2.0", "x = a / 2.0"],
    ["x = float(a) / b", "x = float(a) / b"],
    ["x = a / b / c", "x = divide(divide(a, b), c)"],
    ["x = a * b / c", "x = divide(a * b, c)"],
    ["x = a + b / c", "x = a + divide(b, c)"],
    ["x = -a / b", "x = divide(-a, b)"],
    ["x = a - b / -c", "x = a - divide(b, -c)"],
    ["x = a ** 2 / b ** -c", "x = divide(a ** 2, b ** -c)"],
    ["x = f(a)[1].b / g.h(c)[0]", "x = divide(f(a)[1].b, g.h(c)[0])"],
    ["x = (a + b) / (c / d)", "x = divide((a + b), (divide(c, d)))"],
    ["x = a not in b / c", "x = a not in divide(b, c)"],
    ["x = [a / b]", "x = [divide(a, b)]"],
    ["x = (a /\n  b)", "x = (divide(a ,\n  b))"],
    ["x /= y + 1", "x = divide(x, y + 1)"],
    ["x[i] /= 2", "x[i] = divide(x[i], 2)"],
    ["x //= 2", "x //= 2"],
    ['print "pi "+str((pi/10)/16)', 'print("pi "+str(divide((divide(pi, 10)), 16)))'],
    ["print a / b", "print(divide(a, b))"],
    ["print a / b,", 'print(divide(a, b), end=" ")'],
  ])("%s", (text, wanted) => {
    expect(rewritten(text)).toBe(wanted);
  });

  test("a kernel keeps its divisions and its ranges, which mean the same on the cores", () => {
    const kernel = "@offload\ndef f(a):\n  x = range(a)\n  for i in xrange(a):\n    print a / 2\n\ny = a / 2\n";
    expect(rewritten(kernel)).toBe(
      "@offload\ndef f(a):\n  x = range(a)\n  for i in range(a):\n    print(a / 2)\n\ny = divide(a, 2)\n",
    );
  });

  test("what it takes from the future it has already", () => {
    const text = "from __future__ import division, print_function\nx = 0777 / y\nprint (x, y)\n";
    expect(asPython3(text).text).toBe(text.replace("0777", "0o777"));
  });
});

describe("notes and fixes", () => {
  const listing =
    "from epython import offload\n\n@offload(async=True)\ndef f(a):\n  print a\n\nprint f(1) / 2\nprint 1\n";

  test("a note says what and at which lines", () => {
    expect(asPython3(listing).notes).toEqual([
      { what: "async as the name of an argument", lines: [3] },
      { what: "print as a statement", lines: [5, 7, 8] },
      { what: "/ between ints", lines: [7] },
    ]);
  });

  test("the fix makes a program that is left alone", () => {
    const fixed = apply(listing, asPython3(listing).edits);
    expect(fixed).toBe(
      "from epython import divide, offload\n\n@offload(asynchronous=True)\ndef f(a):\n  print(a)\n\nprint(divide(f(1), 2))\nprint(1)\n",
    );
    expect(asPython3(fixed).edits).toEqual([]);
  });

  test("divide is imported where nothing else of epython is, after the docstring", () => {
    const { text, edits } = asPython3('"""About."""\nfrom __future__ import generators\nprint a / b\n');
    expect(text).toBe('"""About."""\nfrom __future__ import generators\nprint(divide(a, b))\n');
    expect(apply('"""About."""\nfrom __future__ import generators\nprint a / b\n', edits)).toBe(
      '"""About."""\nfrom __future__ import generators\nfrom epython import divide\nprint(divide(a, b))\n',
    );
  });
});

describe("any text", () => {
  const piece = fc.constantFrom(
    ...'print|x|1|"a"|(|)|[|]|{|}|,|/|/=|=|:|;|\n|\n  |xrange|`|<>|0777|exec|raise|except|async|in|>>|.|**|-|@offload|def f|\'|"""|\\\n|#'.split(
      "|",
    ),
  );

  test("is read without failing, and keeps its lines", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = pieces.join(" ");
        const { text: result, edits } = asPython3(text);
        expect(result.split("\n").length).toBe(text.split("\n").length);
        for (let k = 1; k < edits.length; k++) expect(edits[k]?.from).toBeGreaterThanOrEqual(edits[k - 1]?.to ?? 0);
        expect(tokensOf(text).at(-1)?.kind).toBe("end");
      }),
      runs(2000),
    );
  });

  test("divisions of random expressions mean what they meant", () => {
    const number = fc.integer({ min: 1, max: 9 }).map(String);
    const expression = fc.letrec<{ e: string }>((tie) => ({
      e: fc.oneof(
        { maxDepth: 4 },
        number,
        fc.constantFrom("a", "b", "v[0]", "f(3)", "f(f(4))"),
        fc
          .tuple(tie("e"), fc.constantFrom("/", "*", "+", "-", "/", "**"), tie("e"))
          .map(([x, op, y]) => (op === "**" ? `(${x}) ** 2` : `${x} ${op} ${y}`)),
        tie("e").map((x) => `(${x})`),
        tie("e").map((x) => `-${x}`),
      ),
    })).e;
    const cases = fc.sample(expression, runs(300));
    const pairs = cases.map((text) => [text.replace(/\/(?!\/)/g, "//"), rewritten(`x = ${text}`).slice(4)]);
    const script = [
      "import json,sys",
      "def divide(p,q): return p//q if isinstance(p,int) and isinstance(q,int) else p/q",
      "env=dict(a=17,b=5,v=[12],f=lambda n:n+1,divide=divide)",
      "def run(t):",
      "  try: return eval(t,env)",
      "  except ZeroDivisionError: return None",
      "print(json.dumps([run(p)==run(q) for p,q in json.load(sys.stdin)]))",
    ].join("\n");
    const same = JSON.parse(execFileSync("python3", ["-c", script], { input: JSON.stringify(pairs) }).toString());
    expect(pairs.filter((_, k) => !same[k])).toEqual([]);
  });
});
