import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../testing/harness/properties.ts";
import { parseJson } from "./json.ts";

const problem = (text: string): string => {
  try {
    parseJson(text);
  } catch (error) {
    return (error as Error).message;
  }
  return "none";
};

test.each([
  ["", "it is empty"],
  [" \n", "it is empty"],
  ["{", "line 1, column 2: a name in double quotes was expected, not the end of the file"],
  ['{\n  "a": 1,\n}', "line 2, column 9: a comma with nothing behind it"],
  ['{"a": 1 "b": 2}', 'line 1, column 9: `,` or `}` was expected, not `"`'],
  ['{"a" 1}', "line 1, column 6: `:` was expected, not `1`"],
  ["{'a': 1}", 'line 1, column 2: names stand in double quotes: `"`'],
  ["{\"a\": 'b'}", 'line 1, column 7: texts stand in double quotes: `"`'],
  ['["a]', 'line 1, column 2: a text that begins here has no closing `"`'],
  ["[True]", "line 1, column 2: `True` is no value of JSON"],
  ["[01]", "line 1, column 2: `01` is no value of JSON"],
  ["[1, 2", "line 1, column 6: `,` or `]` was expected, not the end of the file"],
  ["[1] 2", "line 1, column 5: something follows the end of the value: `2`"],
  ["{ // why\n}", "line 1, column 3: JSON has no comments"],
  ['["a\\q"]', /^line 1, column 4: only .* may follow a backslash$/],
])("%j: %s", (text, words) => {
  if (words instanceof RegExp) expect(problem(text)).toMatch(words);
  else expect(problem(text)).toBe(words);
});

test("deep texts need no deep stack", () => {
  expect(problem("[".repeat(100_000))).toContain("a value was expected, not the end of the file");
});

test("a byte order mark is passed over", () => {
  expect(parseJson('\uFEFF{"a": 1}')).toEqual({ a: 1 });
});

test("whatever is not JSON is told with its place, and all that is JSON is read", () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.string({ maxLength: 3 }), (json, place, change) => {
      const at = place % (json.length + 1);
      const text = json.slice(0, at) + change + json.slice(at + change.length);
      let valid = true;
      try {
        JSON.parse(text);
      } catch {
        valid = false;
      }
      if (valid) expect(parseJson(text)).toEqual(JSON.parse(text));
      else expect(problem(text)).toMatch(/^(line \d+, column \d+: .+|it is empty)$/s);
    }),
    runs(2000),
  );
});
