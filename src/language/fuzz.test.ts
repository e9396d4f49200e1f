import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../testing/harness/properties.ts";
import { check } from "./checker.ts";
import type { Dialect } from "./dialect.ts";
import { tokenize } from "./lexer.ts";
import { moduleSources } from "./modules/sources.ts";
import { listings } from "./testing/listings.ts";

const programs = [...listings.map((one) => one.text), ...moduleSources.values()];

/// Checks the text, and that all that is said about it is about it.
function survives(text: string): void {
  survivesIn("python3", text);
  survivesIn("classic", text);
}

function survivesIn(dialect: Dialect, text: string): void {
  const { diagnostics } = check({ name: "t.py", text }, [], dialect);
  for (const { from, to, file, fixes } of diagnostics) {
    if (file !== "t.py") throw new Error(`a diagnostic in ${file}`);
    for (const span of [{ from, to }, ...fixes.flatMap((fix) => fix.edits)]) {
      if (!(span.from >= 0 && span.from <= span.to && span.to <= text.length)) throw new Error(JSON.stringify(span));
    }
  }
  let last = 0;
  const { tokens } = tokenize(text, "t.py", dialect === "classic" ? new Set<string>() : undefined);
  for (const token of tokens) {
    if (token.from > token.to || token.to > text.length || token.from < last) throw new Error(JSON.stringify(token));
    last = token.from;
  }
}

const fragment = fc.constantFrom(
  ..."if elif else while for in def return print import from as global class try lambda and or not is None True".split(
    " ",
  ),
  ..."( ) [ ] { } : ; , . = == != < > + - * / % ** ^ += ++ -- && || ! -> := ... @ ' \" ''' \\ # $ “ ” （ 0 1 2.5 08 x y f".split(
    " ",
  ),
  ...["\n", "\n  ", "\n    ", "\n\t", " ", "\r\n", "range(3)", "'a'", "f'b'", "coreid()", "/*", "*/", "//"],
  ..."<> IF Print a.b a.b=1 class=2 10L 1.5f 0x1 del @exportable native rtl_send(".split(" "),
);

describe("any text is survived", () => {
  test("random characters", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), survives), runs(200));
  });

  test("random bytes", () => {
    const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => String.fromCharCode(...array));
    fc.assert(fc.property(bytes, survives), runs(200));
  });

  test("words of the language in any order", () => {
    const text = fc.array(fragment, { maxLength: 60 }).map((parts) => parts.join(" ").replace(/ ?\n ?/g, "\n"));
    fc.assert(fc.property(text, survives), runs(500));
    const tight = fc.array(fragment, { maxLength: 60 }).map((parts) => parts.join(""));
    fc.assert(fc.property(tight, survives), runs(500));
  });

  // In each program at other places; with `npm run test:long` at many more.
  const step = process.env.PROPERTY_TIMES === undefined ? 29 : 5;

  test("programs that are cut off", () => {
    programs.forEach((text, k) => {
      for (let end = k % step; end < text.length; end += step) survivesIn("python3", text.slice(0, end));
      for (let start = 1 + (k % step); start < text.length; start += 2 * step) {
        survivesIn("python3", text.slice(start));
      }
    });
  });

  test("programs that are cut off, as classic ones", () => {
    for (const text of programs) {
      for (let end = 0; end < text.length; end += 37) survivesIn("classic", text.slice(0, end));
      for (let start = 1; start < text.length; start += 61) survivesIn("classic", text.slice(start));
    }
  });

  test("programs with changes", () => {
    const change = fc.record({
      program: fc.constantFrom(...programs),
      edits: fc.array(fc.record({ place: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(5), put: fragment }), {
        minLength: 1,
        maxLength: 5,
      }),
    });
    fc.assert(
      fc.property(change, ({ program, edits }) => {
        let text = program;
        for (const { place, cut, put } of edits) {
          const at = Math.floor(place * text.length);
          text = text.slice(0, at) + put + text.slice(at + cut);
        }
        survives(text);
      }),
      runs(300),
    );
  });
});

describe("nesting that no stack would hold is refused", () => {
  const n = 100_000;
  test.each([
    ["open brackets", "(".repeat(n)],
    ["brackets", `x = ${"[".repeat(n)}${"]".repeat(n)}`],
    ["braces", "{1:".repeat(n) + "}".repeat(n)],
    ["mismatched brackets", "(".repeat(n) + "]".repeat(n)],
    ["calls", `f${"()".repeat(n)}`],
    ["attributes", `a${".b".repeat(n)}`],
    ["signs", `x = ${"-".repeat(n)}1`],
    ["not", `x = ${"not ".repeat(n)}1`],
    ["sums", `x = ${"1+".repeat(n)}1`],
    ["and", `x = ${"1 and ".repeat(n)}1`],
    ["powers", `x = ${"2**".repeat(n)}1`],
    ["conditions", `x = ${"1 if 1 else ".repeat(n)}1`],
    ["blocks on a line", "if 1: ".repeat(n)],
    ["blocks", Array.from({ length: 1000 }, (_, i) => `${" ".repeat(i)}if 1:`).join("\n")],
    ["comprehensions", `x = ${"[y for y in ".repeat(n)}`],
    ["comprehensions as targets", `x = ${"[y for [".repeat(n)}`],
    ["conditions of comprehensions", `x = ${"[y for y in z if ".repeat(n)}`],
    ["f-strings", `x = ${'f"{'.repeat(n)}`],
    ["f-strings that nothing closes", `x = ${'f"{ "'.repeat(n)}`],
    ["tuples as targets", `${"(a,".repeat(n)}${")".repeat(n)} = 1`],
  ])("%s", (_, text) => {
    for (const dialect of ["python3", "python2", "classic"] as const) {
      const { program, diagnostics } = check({ name: "t.py", text }, [], dialect);
      expect(program).toBeUndefined();
      expect(diagnostics.length).toBeGreaterThan(0);
    }
  });

  test.each([
    ["elif", `if 1: pass\n${"elif 1: pass\n".repeat(10_000)}`],
    ["statements", "x = 1\n".repeat(10_000)],
    ["elements", `x = [${"1,".repeat(n)}]`],
    ["assignments", `${"a = ".repeat(1000)}1`],
  ])("but %s one after the other may be many", (_, text) => {
    expect(check({ name: "t.py", text }, []).program).toBeDefined();
  });
});
