import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCheck } from "../../lessons/check-format.ts";
import { runs } from "../../testing/harness/properties.ts";
import { fieldText, pathIn, templateOf, templates, typed, wayOf, withWay } from "./check-templates.ts";
import { at, put, type RawCheck, rawChecks, withChecks } from "./check-text.ts";
import { conditionOf, pairWays, readWho, whoWays, writePairs, writeWho } from "./check-values.ts";

// The form and JSON are two views of the same text: neither loses what the other does not show.

const text = fc.constantFrom(
  "",
  " ",
  "a",
  "The sum is {core}",
  "5",
  "True",
  "None",
  '"x"',
  "[1, 2]",
  "a\nb",
  "core * 2",
  "1.50",
  "send, recv",
);
const scalar = fc.oneof(
  text,
  fc.integer({ min: -3, max: 2000 }),
  fc.double({ noNaN: true, min: 0, max: 1 }),
  fc.boolean(),
  fc.constant(null),
);
const list = fc.array(fc.oneof(scalar, fc.array(scalar, { maxLength: 2 })), { maxLength: 3 });
const limit = fc.record({ least: scalar, most: scalar, other: scalar }, { requiredKeys: [] });
const any: fc.Arbitrary<unknown> = fc.oneof(scalar, list, limit);
const record = (...keys: string[]) =>
  fc.record(Object.fromEntries(keys.map((key) => [key, any])), { requiredKeys: [] });

/// A check as someone may have written it: right or wrong, and with keys that nobody knows.
const check: fc.Arbitrary<RawCheck> = fc
  .record(
    {
      name: any,
      say: any,
      message: any,
      on: any,
      unknown: any,
      prints: record(
        "who",
        "together",
        "exactly",
        "anyOrder",
        "line",
        "contains",
        "pattern",
        "never",
        "times",
        "between",
      ),
      variable: record("name", "who", "equals", "is", "within", "between", "length"),
      messages: record("between", "times", "total", "only"),
      time: record("least", "most"),
      speedup: record("from", "to", "least"),
      noDeadlock: record("orders"),
      source: record("uses", "avoids", "lines"),
      idle: record("least", "most"),
    },
    { requiredKeys: [] },
  )
  // -0 is not told apart by JSON that people write.
  .map((one) => JSON.parse(JSON.stringify(one)) as RawCheck);

const fields = templates.flatMap((template) => template.fields.map((field) => ({ template, field })));

describe("a field of the form", () => {
  it("that is typed as it stands changes nothing", () => {
    fc.assert(
      fc.property(check, fc.constantFrom(...fields), (given, { field }) => {
        if (field.kind === "text") {
          const shown = fieldText(field, given);
          if (shown !== undefined && at(given, pathIn(given, field.path)) !== undefined)
            expect(typed(field, given, shown)).toEqual(given);
        } else if (field.kind === "way") {
          const way = wayOf(field, given);
          if (way !== undefined) expect(withWay(field, given, way)).toEqual(given);
        } else if (field.kind === "who") {
          const value = at(given, field.path);
          const written = writeWho(value);
          const read = written === undefined ? undefined : readWho(written);
          if (read !== undefined) expect(put(given, field.path, read.who)).toEqual(given);
        } else {
          const written = writePairs(at(given, field.path));
          const condition = written === undefined ? undefined : conditionOf(written);
          if (condition !== undefined) expect(put(given, field.path, condition)).toEqual(given);
        }
      }),
      runs(500),
    );
  });

  it("changes its own place, and leaves everything else as it is, in its order", () => {
    fc.assert(
      fc.property(check, fc.constantFrom(...fields), text, (given, { field }, next) => {
        if (field.kind !== "text" || fieldText(field, given) === undefined) return;
        const path = pathIn(given, field.path);
        const after = typed(field, given, next);
        if (at(given, path) !== undefined && at(after, path) !== undefined)
          expect(Object.keys(after)).toEqual(Object.keys(given));
        expect(JSON.stringify(without(after, path))).toBe(JSON.stringify(without(given, path)));
      }),
      runs(500),
    );
  });

  it("shows what was typed in it, where it can be read at all", () => {
    fc.assert(
      fc.property(fc.constantFrom(...fields), text, ({ template, field }, next) => {
        if (field.kind !== "text") return;
        const after = typed(field, template.make(16), next);
        const shown = fieldText(field, after);
        expect(shown).toBeDefined();
        expect(field.form.read(shown ?? "")).toEqual(field.form.read(next));
      }),
      runs(300),
    );
  });
});

/// A check without the value at a path, and without the records on the way that then hold nothing.
function without(given: RawCheck, path: readonly string[]): RawCheck {
  const left = put(given, path, undefined);
  const parent = path.slice(0, -1);
  const record = at(left, parent);
  const isEmpty = typeof record === "object" && record !== null && Object.keys(record).length === 0;
  return parent.length > 0 && isEmpty ? without(left, parent) : left;
}

describe("every template", () => {
  it.each(templates)("$id makes a check that can be read, and fits it alone", ({ make, id }) => {
    const made = make(16);
    expect(readCheck(JSON.stringify({ checks: [made] })).checks).toHaveLength(1);
    expect(templateOf(made)?.id).toBe(id);
    expect(templateOf({ ...made, unknown: 1, say: "x" })?.id).toBe(id);
  });

  it("says in a few words what it asks", () => {
    expect(templates.map(({ summary, make }) => summary(make(16)))).toEqual([
      "`Hello from core {core}`",
      "`Hello from core {core}`",
      "is `The sum is 120`",
      "`total` is `120`",
      "round a ring, at least 1 each",
      "1.00 ms",
      "2 times as fast on 16 cores as on 1",
      "in 20 runs",
      "`send`",
      "`reduce`",
      "25 %",
    ]);
  });

  it("leaves a check that it does not know to JSON", () => {
    expect(templateOf({ collectives: { reduce: 1 } })).toBeUndefined();
    expect(templateOf({ messages: { total: 3 } })).toBeUndefined();
  });
});

describe("who does it, and who sends to whom", () => {
  it("have a way for each form that authors may write", () => {
    expect(
      Object.keys(whoWays).map((way) =>
        [undefined, "any", 3, [0, 1], "core > 0", "host"].some((value) => writeWho(value)?.way === way),
      ),
    ).not.toContain(false);
    expect(
      Object.keys(pairWays).filter(
        (way) => conditionOf({ way: way as keyof typeof pairWays, text: "0 → 1\n1 -> 2" }) === undefined,
      ),
    ).toEqual([]);
    expect(writePairs(conditionOf({ way: "pairs", text: "0 → 1, 1 -> 0" }))).toEqual({
      way: "pairs",
      text: "0 → 1\n1 → 0",
    });
    expect(conditionOf({ way: "pairs", text: "0 → x" })).toBeUndefined();
    expect(readWho({ way: "list", text: "1, x" })).toBeUndefined();
  });
});

describe("the text", () => {
  it("keeps what stands beside the checks", () => {
    const json = '{ "runs": [{ "cores": 2 }], "other": 1, "checks": [] }';
    expect(JSON.parse(withChecks(json, [{ a: 1 }]))).toEqual({ runs: [{ cores: 2 }], other: 1, checks: [{ a: 1 }] });
    expect(rawChecks(withChecks(json, [{ a: 1 }]))?.checks).toEqual([{ a: 1 }]);
    for (const bad of ["", "{", "[]", "{}", '{"checks":[1]}']) expect(rawChecks(bad)).toBeUndefined();
  });
});
