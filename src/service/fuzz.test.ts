import fc from "fast-check";
import { expect, test } from "vitest";
import type { Span } from "../base/span.ts";
import { moduleSources } from "../language/modules/sources.ts";
import { listings } from "../language/testing/listings.ts";
import { anyProgram } from "../testing/harness/any-program.ts";
import { runs } from "../testing/harness/properties.ts";
import { ProjectAnalysis } from "./analysis.ts";
import { callAt } from "./call-at.ts";
import { complete } from "./completion.ts";
import { folds } from "./folding.ts";
import { format, sameWords } from "./formatting.ts";
import { hover } from "./hover.ts";
import { definition, references } from "./navigation.ts";
import { outline } from "./outline.ts";
import { quickFixes } from "./quick-fixes.ts";
import { edited, renamable, rename } from "./rename.ts";

const programs = [
  ...listings.map((one) => one.text),
  ...moduleSources.values(),
  "import part\nfrom part import g as h, k\n\ndef f(a, b=[1, 2]):\n    global n\n    n = part.g(a)[0:1]\n    return h(b=a)\n\nn = 0\nprint f(1), n\n",
];
const part = { name: "part.py", text: "k = 1\n\ndef g(b):\n    return [b, k]\n" };

const mutated = fc
  .tuple(
    fc.constantFrom(...programs),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.array(
      fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(3),
        fc.constantFrom(
          "",
          "(",
          ")",
          "[",
          '"',
          "'''",
          ":",
          "\n",
          "    ",
          "\t",
          ".",
          ",",
          "#",
          "\\\n",
          "def ",
          "import ",
          "=",
          " - ",
          "x",
          "é",
          "“",
        ),
      ),
      { maxLength: 4 },
    ),
  )
  .map(([program, cut, changes]) => {
    let text = program.slice(0, Math.round(program.length * (cut < 0.3 ? 1 : cut)));
    for (const [place, remove, add] of changes) {
      const at = Math.round(place * text.length);
      text = text.slice(0, at) + add + text.slice(at + remove);
    }
    return text;
  });

function lies(span: Span, text: string): void {
  expect(span.from).toBeGreaterThanOrEqual(0);
  expect(span.to).toBeGreaterThanOrEqual(span.from);
  expect(span.to).toBeLessThanOrEqual(text.length);
}

const anyText = fc.oneof(
  mutated,
  fc.tuple(fc.constantFrom("", "# dialect: classic\n"), anyProgram).map(([head, program]) => head + program),
);

test("every service survives every text, and all its ranges lie in it", () => {
  fc.assert(
    fc.property(anyText, fc.double({ min: 0, max: 1, noNaN: true }), (text, place) => {
      const file = { name: "main.py", text };
      const project = new ProjectAnalysis([file, part]);
      const texts = new Map([file, part].map((one) => [one.name, one.text]));
      const analysis = project.of("main.py");
      if (analysis === undefined) throw new Error("no analysis");
      const offset = Math.round(place * text.length);
      lies(complete(analysis, offset), text);
      const over = hover(analysis, offset);
      if (over !== undefined) lies(over, text);
      const call = callAt(analysis, offset);
      for (const parameter of call?.signature.parameters ?? []) lies(parameter, call?.signature.label ?? "");
      for (const location of references(project, "main.py", offset)) lies(location, texts.get(location.file) ?? "");
      const home = definition(project, "main.py", offset);
      if (home !== undefined) lies(home, texts.get(home.file) ?? "");
      const name = renamable(project, "main.py", offset);
      if (!("refused" in name)) lies(name, text);
      const edits = rename(project, "main.py", offset, "renamed");
      if (!("refused" in edits)) for (const edit of edits) lies(edit, texts.get(edit.file) ?? "");
      for (const entry of outline(analysis)) {
        lies(entry, text);
        lies(entry.nameSpan, text);
      }
      const lines = text.split(/\r\n|\r|\n/).length;
      for (const { first, last } of folds(text)) {
        expect(first).toBeGreaterThan(0);
        expect(last).toBeGreaterThan(first);
        expect(last).toBeLessThanOrEqual(lines);
      }
      for (const fix of quickFixes(analysis, { from: 0, to: text.length }))
        for (const edit of fix.edits) lies(edit, text);
    }),
    runs(600),
  );
});

test("formatting keeps every token and comment, and a second time changes nothing", () => {
  fc.assert(
    fc.property(mutated, (text) => {
      const edits = format(text);
      for (const edit of edits) lies(edit, text);
      const once = edited(text, edits);
      expect(sameWords(text, once)).toBe(true);
      expect(format(once)).toEqual([]);
    }),
    runs(400),
  );
});
