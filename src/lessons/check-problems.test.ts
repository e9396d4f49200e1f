import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../testing/harness/properties.ts";
import { readChecked } from "./check-problems.ts";
import { lineOf } from "./json-lines.ts";

const settings = { chip: "Epiphany-III", cores: 16 };

function problems(json: string): readonly unknown[] {
  const read = readChecked(json, settings);
  return "problems" in read ? read.problems.map(({ line, check, words }) => [line, check, words]) : [];
}

describe("what is wrong in a text of checks", () => {
  it("is told with its line: what is no JSON", () => {
    expect(problems('{\n  "checks": [\n    { "prints": \n  ]\n}')).toEqual([
      [4, undefined, "column 3: a value was expected, not `]`"],
    ]);
    expect(problems("")).toEqual([[1, undefined, "is not JSON: it is empty"]]);
  });

  it("is told with its line and its check: what is no check", () => {
    const text = `{
  "runs": [
    { "cores": 17 }
  ],
  "checks": [
    { "name": "one", "prints": { "line": "a, [b] {{" } },
    { "prints": {
        "line": "x",
        "who": "core >"
    } },
    { "speedup": { "from": 1, "to": 2 } },
    { "name": "none" }
  ]
}`;
    expect(problems(text)).toEqual([
      [9, 1, "prints.who: it ends too early"],
      [11, 2, "speedup.least: is missing"],
      [12, 3, expect.stringContaining("needs exactly one of")],
    ]);
    expect(
      problems(
        text
          .replace('"core >"', '"all"')
          .replace('"to": 2', '"to": 2, "least": 1')
          .replace('{ "name": "none" }', '{ "time": {} }'),
      ),
    ).toEqual([[3, undefined, "runs[0].cores: the Epiphany-III has 16 cores, not 17"]]);
  });
});

describe("the line of a value", () => {
  it("is that at which it stands, however the text is written", () => {
    const keys = fc.constantFrom("a", 'b"', "c\\", "d]", "e,", "ключ");
    const tree = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: "small" },
        fc.constantFrom<unknown>(1, -2.5, true, null, "text", '"[{', "\\"),
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(keys, tie("value"), { maxKeys: 3 }),
      ),
    })).value;
    fc.assert(
      fc.property(tree, fc.array(fc.nat(2), { maxLength: 4 }), (value, choices) => {
        const path: (string | number)[] = [];
        let here: unknown = value;
        for (const choice of choices) {
          if (typeof here !== "object" || here === null) break;
          const names = Object.keys(here);
          const name = names[choice % Math.max(1, names.length)];
          if (name === undefined) break;
          path.push(Array.isArray(here) ? Number(name) : name);
          here = (here as Record<string, unknown>)[name];
        }
        // The one value is another, so that its line can be found by looking.
        const marked = JSON.stringify(changed(value, path, "HERE"), null, 1);
        expect(lineOf(marked, path)).toBe(marked.slice(0, marked.indexOf('"HERE"')).split("\n").length);
      }),
      runs(100),
    );
  });
});

function changed(value: unknown, [step, ...rest]: readonly (string | number)[], to: unknown): unknown {
  if (step === undefined) return to;
  if (Array.isArray(value)) return value.map((one, k) => (k === step ? changed(one, rest, to) : one));
  return Object.fromEntries(
    Object.entries(value as object).map(([key, one]) => [key, key === step ? changed(one, rest, to) : one]),
  );
}
