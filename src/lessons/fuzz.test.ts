import fc from "fast-check";
import { expect, test } from "vitest";
import { changedText } from "../testing/harness/corrupted.ts";
import { runs } from "../testing/harness/properties.ts";
import { readHandIn, writeHandIn } from "./assignment.ts";
import { type CheckFile, readCheck } from "./check-format.ts";
import { FormatError } from "./format-error.ts";
import { judge } from "./judge.ts";
import { readLesson } from "./lesson-format.ts";
import type { Observation } from "./observation.ts";

// Checks, lessons and hand-ins are untrusted: whatever is in them, they are read or refused with a reason, and what is read is
// judged without an error.

const expression = fc.constantFrom(
  ..."0 core cores-1 core%2==0 from==(to+1)%cores hops<2 1//core 5%(core-1) last host -core x (".split(" "),
);
const template = fc.constantFrom("a", "", "{core}", "{core//0}", "{", "{{", "sum {core*2} of {cores}");
const pattern = fc.constantFrom("^a", "(\\d+)", "^(a+)+$", "(?=a)", "[", "\\p{L}+", "(a)\\1", "", "(x*)*");
const who = fc.oneof(
  fc.constantFrom("all", "any", "host", 0, 7, 5000),
  fc.array(fc.nat(9), { maxLength: 3 }),
  expression,
);
const limit = fc.oneof(
  fc.integer({ min: -1, max: 3 }),
  expression,
  fc.record({ least: expression, most: fc.nat(3) }, { requiredKeys: [] }),
);
const range = fc.tuple(fc.double(), fc.double());
const any = fc.jsonValue({ maxDepth: 2 });
const keyed = <T>(record: Record<string, fc.Arbitrary<T>>) => fc.record(record, { requiredKeys: [] });

const check = keyed<unknown>({
  name: fc.constantFrom("n", ""),
  on: expression,
  prints: keyed<unknown>({
    who,
    together: fc.boolean(),
    exactly: fc.array(template, { maxLength: 3 }),
    anyOrder: fc.array(template, { maxLength: 3 }),
    line: template,
    contains: template,
    pattern,
    never: template,
    times: limit,
    between: range,
  }),
  variable: keyed<unknown>({
    name: fc.constantFrom("a", "constructor", "1"),
    who,
    equals: any,
    is: expression,
    within: fc.double(),
    between: range,
    length: expression,
  }),
  messages: keyed<unknown>({ between: expression, times: limit, total: limit, only: fc.boolean() }),
  collectives: keyed<unknown>({ bcast: limit, reduce: limit, sync: limit }),
  time: keyed<unknown>({ least: fc.double(), most: fc.double() }),
  idle: keyed<unknown>({ least: fc.double(), most: fc.double() }),
  source: keyed<unknown>({ uses: fc.array(fc.constantFrom("send", "a b", "")), lines: any }),
  speedup: any,
  noDeadlock: keyed<unknown>({ orders: fc.constantFrom(1, 2, 50, 51) }),
});

/// One kind of check, as the form wants it, and often nothing else of it.
const oneKind = fc.tuple(check, fc.nat(20)).map(([given, choice]) => {
  const entries = Object.entries(given);
  return Object.fromEntries(
    entries
      .filter((_, k) => entries.length === 0 || choice === 20 || k === choice % entries.length)
      .map(([key, value]) => {
        if (key !== "prints" || typeof value !== "object" || value === null) return [key, value];
        const forms = Object.entries(value).filter(([name]) => !["who", "together", "times", "between"].includes(name));
        const rest = Object.entries(value).filter(([name]) => ["who", "together", "times"].includes(name));
        return [key, Object.fromEntries([...rest, ...forms.slice(choice % 3, (choice % 3) + 1)])];
      }),
  );
});

const value = fc.oneof(
  fc.integer(),
  fc.double(),
  fc.string(),
  fc.constant(null),
  fc.array(fc.integer(), { maxLength: 3 }),
);
const observation: fc.Arbitrary<Observation> = fc
  .record({
    count: fc.nat(5),
    variables: fc.dictionary(fc.constantFrom("a", "b"), value),
    lines: fc.array(
      fc.record({ core: fc.nat(6), cycles: fc.nat(9), text: fc.constantFrom("a", "", "12", "aaaa!", "sum 2 of 3") }),
    ),
    messages: fc.array(fc.record({ from: fc.nat(6), to: fc.nat(6), count: fc.nat(3) })),
    host: fc.option(fc.record({ id: fc.constant(5), seconds: fc.constant(1) }), { nil: undefined }),
    outcome: fc.constantFrom("ended" as const, "failed" as const, "deadlock" as const, "stopped" as const),
  })
  .map(({ count, variables, ...rest }) => ({
    ...rest,
    cores: Array.from({ length: count }, (_, id) => ({
      id,
      kind: "device" as const,
      seconds: id,
      waited: 0,
      variables,
      bcast: id,
      reduce: 0,
      sync: 1,
    })),
    hostCores: 0,
    seed: 0,
    wallMilliseconds: 0,
    faults: [],
    deadlock: "",
    columns: 2,
  }));

function read(json: string): CheckFile | undefined {
  try {
    return readCheck(json);
  } catch (error) {
    expect(error).toBeInstanceOf(FormatError);
    return undefined;
  }
}

test("any check is refused in words, or judged of any runs", () => {
  let judged = 0;
  const property = fc.property(
    fc.array(oneKind, { minLength: 1, maxLength: 2 }),
    fc.array(observation, { maxLength: 2 }),
    (checks, seen) => {
      const file = read(JSON.stringify({ checks }));
      if (file === undefined) return;
      judged++;
      const results = judge(file, seen, [{ name: "a.py", text: "send(1, 2)\n" }]);
      expect(results).toHaveLength(checks.length + 1);
      for (const { ok, message } of results) expect(ok).toBe(message === "");
    },
  );
  fc.assert(property, runs(2000));
  // Else this would try nothing.
  expect(judged).toBeGreaterThan(200);
});

const lesson = `---
title: T
goal: G
minutes: 5
---
## Step

Text

\`\`\`predict
question: What?
explain: This.
answer: [one, 2]
\`\`\`

\`\`\`hint
Look.
\`\`\`
`;
const handIn = writeHandIn({
  student: "Ada",
  assignment: {
    title: "T",
    task: "",
    chip: "Epiphany-III",
    cores: 2,
    hostCores: 0,
    seed: 0,
    files: [{ name: "a.py", text: "a = 1\n" }],
    locked: [[1, 1]],
    check: { checks: [{ time: { most: 1 } }] },
  },
  files: [{ name: "a.py", text: "a = 1\n" }],
  results: [],
  lockedChanged: false,
});
const letters = [
  ..."[ { } ] : - ? & * ! | > ' \" # , ``` ~~~ --- ## \\ null -1 1e999 é".split(" "),
  ...["\n", "\n\n", "\t", "  ", "\0"],
];

test.each([
  ["lesson", lesson, (text: string) => readLesson(text)],
  ["hand-in", handIn, (text: string) => readHandIn(text, "a.json")],
] as const)("any %s is read, or refused in words", (_, text, open) => {
  const property = fc.property(changedText(text, letters), (one) => {
    try {
      open(one);
    } catch (error) {
      expect(error).toBeInstanceOf(FormatError);
    }
  });
  fc.assert(property, runs(500));
});
