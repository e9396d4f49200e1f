import { describe, expect, test } from "vitest";
import { tokenize } from "./lexer.ts";

/// Tokens as words: kinds for layout, texts in quotes for strings, values for numbers.
function words(text: string): string {
  const { tokens, numbers } = tokenize(text, "t.py");
  return tokens
    .map((token) => {
      switch (token.kind) {
        case "int":
        case "real":
          return String(numbers[token.index]);
        case "string":
          return JSON.stringify(token.text);
        case "fstring":
        case "bytes":
          return `${token.kind}:${JSON.stringify(token.text)}`;
        case "name":
        case "keyword":
        case "operator":
          return token.text;
        default:
          return token.kind.toUpperCase();
      }
    })
    .join(" ");
}

function codes(text: string): string[] {
  return tokenize(text, "t.py").diagnostics.map((one) => one.code);
}

describe("lines", () => {
  test("end with a newline token, the last one too", () => {
    expect(words("a\nb")).toBe("a NEWLINE b NEWLINE END");
    expect(words("a\r\nb\r")).toBe("a NEWLINE b NEWLINE END");
  });

  test("without a statement give no tokens", () => {
    expect(words("")).toBe("END");
    expect(words("\n   \n# note\n\t\n")).toBe("END");
    expect(words("a # note\n\n  # note\nb\n")).toBe("a NEWLINE b NEWLINE END");
  });

  test("go on inside brackets and after a backslash", () => {
    expect(words("a = [1,\n  2] # x\nb")).toBe("a = [ 1 , 2 ] NEWLINE b NEWLINE END");
    expect(words("a = 1 + \\\n  2")).toBe("a = 1 + 2 NEWLINE END");
    expect(words("f(a\n+ b\n)")).toBe("f ( a + b ) NEWLINE END");
  });

  test("a byte order mark is passed over", () => {
    expect(words("\ufeffa")).toBe("a NEWLINE END");
  });
});

describe("indentation", () => {
  test("opens and closes blocks", () => {
    expect(words("if a:\n  b\n  if c:\n    d\ne")).toBe(
      "if a : NEWLINE INDENT b NEWLINE if c : NEWLINE INDENT d NEWLINE DEDENT DEDENT e NEWLINE END",
    );
  });

  test("is closed at the end of the file", () => {
    expect(words("if a:\n  b")).toBe("if a : NEWLINE INDENT b NEWLINE DEDENT END");
  });

  test("may be tabs throughout", () => {
    expect(codes("if a:\n\tb\n\tif c:\n\t\td\n")).toEqual([]);
  });

  test("mixed from tabs and spaces is reported once, and one fix mends the file", () => {
    const { diagnostics, mixedTabs } = tokenize("if a:\n\tb\n        c\n\td\n        e\n", "t.py");
    expect(mixedTabs).toBe(true);
    expect(diagnostics.map((one) => [one.code, one.from, one.to])).toEqual([["mixed-tabs", 9, 17]]);
    expect(diagnostics[0]?.fixes[0]?.edits).toEqual([
      { from: 6, to: 7, text: "    " },
      { from: 19, to: 20, text: "    " },
    ]);
  });

  test("between two levels stays in the inner block", () => {
    expect(words("if a:\n        b\n    c\n    d\ne")).toBe(
      "if a : NEWLINE INDENT b NEWLINE c NEWLINE d NEWLINE DEDENT e NEWLINE END",
    );
    expect(codes("if a:\n        b\n    c\n    d\ne")).toEqual(["bad-dedent"]);
  });
});

describe("numbers", () => {
  test.each([
    ["0", "0"],
    ["1000", "1000"],
    ["1_000", "1000"],
    ["0x1F", "31"],
    ["0o17", "15"],
    ["017", "15"],
    ["0b101", "5"],
    ["00", "0"],
    ["4294967296", "4294967296"],
  ])("%s is the whole number %s", (text, value) => {
    expect(tokenize(text, "t.py").tokens[0]?.kind).toBe("int");
    expect(words(text)).toBe(`${value} NEWLINE END`);
  });

  test.each([
    ["1.5", "1.5"],
    ["1.", "1"],
    [".5", "0.5"],
    ["1e-3", "0.001"],
    ["1E5", "100000"],
    ["2.5e+2", "250"],
    ["08.5", "8.5"],
  ])("%s is the real %s", (text, value) => {
    expect(tokenize(text, "t.py").tokens[0]?.kind).toBe("real");
    expect(words(text)).toBe(`${value} NEWLINE END`);
  });

  test.each(["08", "0x", "0b12", "12abc", "1.2.3", "1e", "1__0", "0o8"])("%s is not a number", (text) => {
    const { diagnostics } = tokenize(text, "t.py");
    expect(diagnostics.map((one) => [one.code, one.from, one.to])).toEqual([["bad-number", 0, text.length]]);
  });
});

describe("strings", () => {
  test.each([
    ["'a'", "a"],
    ['"a\'b"', "a'b"],
    ["'''a\n'b'''", "a\n'b"],
    ['"""a"b"""', 'a"b'],
    ['""', ""],
    ["'\\n\\t\\\\\\'\\x41\\u00e9\\101\\0'", "\n\t\\'AéA\0"],
    ["'a\\\nb'", "ab"],
    ["'\\d'", "\\d"],
    ["r'\\n'", "\\n"],
    ["R'\\''", "\\'"],
    ["u'a'", "a"],
  ])("%s", (text, value) => {
    expect(words(text)).toBe(`${JSON.stringify(value)} NEWLINE END`);
    expect(codes(text)).toEqual([]);
  });

  test("with a prefix that ePython leaves out are still read", () => {
    expect(words("f'a' b'c'")).toBe('fstring:"a" bytes:"c" NEWLINE END');
  });

  test("that are unclosed end with their line, and so do its brackets", () => {
    expect(words("print('a)\nb")).toBe('print ( "a" ) NEWLINE b NEWLINE END');
    expect(codes("print('a)\nb")).toEqual(["unclosed-string"]);
  });
});

describe("brackets", () => {
  test("always balance", () => {
    expect(words("f(a]\nb")).toBe("f ( a ) NEWLINE b NEWLINE END");
    expect(words("f([a)\nb")).toBe("f ( [ a ] ) NEWLINE b NEWLINE END");
    expect(words("a)\nb")).toBe("a NEWLINE b NEWLINE END");
    expect(words("f(a")).toBe("f ( a ) NEWLINE END");
  });

  test.each(["print b", "while b:", "return b", "b = 1", "if b: c", "for b in c:", "b(c)"])(
    "left open before the line `%s` are closed there",
    (line) => {
      const { tokens, diagnostics } = tokenize(`x = f(a\n${line}\n`, "t.py");
      expect(diagnostics.map((one) => [one.code, one.from, one.to])).toEqual([["unclosed-bracket", 5, 6]]);
      expect(tokens.filter((token) => token.kind === "newline")).toHaveLength(2);
    },
  );

  test.each([
    "f(a,\n  b=2)",
    "f(a,\nb=2)",
    "x = [1,\n2,\n3\n]",
    "f(a\n  if b\n  else c)",
    "('a'\n'b')",
    "f(\n    1\n)",
  ])("may span lines: %s", (text) => {
    expect(codes(text)).toEqual([]);
  });
});

describe("operators", () => {
  test("are as long as possible", () => {
    expect(words("a**=b//c<<=d!=e->f:=g...")).toBe("a **= b // c <<= d != e -> f := g ... NEWLINE END");
  });

  test("of other languages are read as Python's", () => {
    expect(words("a && b || !c <> d === e !== f => g =< h")).toBe(
      "a and b or not c != d == e != f >= g <= h NEWLINE END",
    );
  });

  test("wide characters count as the plain ones", () => {
    expect(words("f（a，b）")).toBe("f ( a , b ) NEWLINE END");
  });
});

test("letters of all languages make names", () => {
  expect(words("größe = naïve_1")).toBe("größe = naïve_1 NEWLINE END");
});

test("characters without a meaning are one token however many there are", () => {
  expect(words("a = 🙂🙂 $$")).toBe("a = BAD BAD NEWLINE END");
  expect(codes("a = 🙂🙂 $$")).toEqual(["unknown-character", "unknown-character"]);
});
