import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeImage } from "../bytecode/image.ts";
import { verify } from "../bytecode/verify.ts";
import type { Dialect } from "../language/dialect.ts";
import { anyProgram } from "../testing/harness/any-program.ts";
import { runs } from "../testing/harness/properties.ts";
import { compile } from "./compile.ts";

// Whatever the text, the compiler neither throws nor hangs, what it says is about the text, and what it makes may be run.

const folder = join(import.meta.dirname, "../testing/corpus/programs");
const programs = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".py"))
  .sort()
  .map((path) => readFileSync(join(folder, path), "utf8"));

function survives(dialect: Dialect, text: string): void {
  const files = [{ name: "part.py", text: "k = 1\n\ndef g(b):\n    return [b, k]\n" }];
  const { image, diagnostics } = compile({ name: "t.py", text }, { dialect, files });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 20) throw new Error(`${errors.length} errors at once`);
  if ((image === undefined) !== errors.length > 0) throw new Error("an image and errors, or neither");
  if (image !== undefined) {
    const reason = verify(decodeImage(image));
    if (reason !== undefined) throw new Error(reason);
  }
  for (const { from, to, file, message, fixes } of diagnostics) {
    if (file !== "t.py" || message.includes("undefined`")) throw new Error(`${file}: ${message}`);
    for (const span of [{ from, to }, ...fixes.flatMap(({ edits }) => edits)]) {
      if (!(span.from >= 0 && span.from <= span.to && span.to <= text.length)) throw new Error(JSON.stringify(span));
    }
  }
}

const dialect = fc.constantFrom<Dialect>("python3", "python2", "classic");
const place = fc.double({ min: 0, max: 1, noNaN: true });
const piece = fc.constantFrom(
  ...'( ) [ ] { } : , . = == + - * / % ** \' " """ # \\ 0 1.5 x if else for in def return not lambda f\' @ ; ! &&'.split(
    " ",
  ),
  ...["\n", "\n    ", "\t", " ", "\r", "\0", "\ud800", "é", "𝒳"],
);

describe("the compiler", () => {
  it("survives random bytes, read as UTF-8", () => {
    const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => new TextDecoder().decode(array));
    fc.assert(fc.property(dialect, bytes, survives), runs(1000));
  });

  it("survives real programs that are cut off at both ends", () => {
    const cut = fc.tuple(fc.constantFrom(...programs), place, place);
    const property = fc.property(dialect, cut, (read, [text, a, b]) => {
      const [from, to] = a < b ? [a, b] : [b, a];
      survives(read, text.slice(0, Math.floor(to * text.length)));
      survives(read, text.slice(Math.floor(from * text.length)));
    });
    fc.assert(property, runs(1000));
  });

  it("survives real programs with changes", () => {
    const edits = fc.array(fc.record({ at: place, cut: fc.nat(6), put: piece }), { minLength: 1, maxLength: 4 });
    const property = fc.property(dialect, fc.constantFrom(...programs), edits, (read, program, changes) => {
      let text = program;
      for (const { at, cut, put } of changes) {
        const from = Math.floor(at * text.length);
        text = text.slice(0, from) + put + text.slice(from + cut);
      }
      survives(read, text);
    });
    fc.assert(property, runs(2000));
  });

  it("survives every form in every place", () => {
    fc.assert(fc.property(dialect, anyProgram, survives), runs(1500));
  });

  it("survives lines of different programs in any order", () => {
    const lines = [...new Set(programs.flatMap((text) => text.split("\n")))];
    const text = fc.array(fc.constantFrom(...lines), { maxLength: 30 }).map((some) => some.join("\n"));
    fc.assert(fc.property(dialect, text, survives), runs(1000));
  });

  it("has many programs to change", () => {
    expect(programs.length).toBeGreaterThan(200);
  });
});
