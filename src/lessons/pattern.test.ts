import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../testing/harness/properties.ts";
import { type Pattern, PatternError, readPattern } from "./pattern.ts";

const single = fc.constantFrom(
  ..."a b c . \\d \\D \\w \\W \\s \\S [ab] [^a] [\\d.] [\\]b-c] \\. \\n \\x61 \\u0061 \\u{62} \\p{L} \\P{L} é 😀 \\ud83d\\ude00 [^😀]".split(
    " ",
  ),
);
const sign = fc.constantFrom("", "*", "+", "?", "*?", "+?", "??", "{2}", "{1,}", "{0,2}", "{1,2}?", "{0}");
/// `repeats`: what may stand where something is repeated.
const patternWith = (repeats: (inner: string, one: string) => string): fc.Arbitrary<string> =>
  fc.letrec<{ pattern: string; part: string }>((tie) => ({
    pattern: fc.oneof(
      { maxDepth: 4 },
      tie("part"),
      fc.array(tie("part"), { maxLength: 3 }).map((parts) => parts.join("")),
      fc.tuple(tie("pattern"), tie("pattern")).map((parts) => parts.join("|")),
    ),
    part: fc.oneof(
      { maxDepth: 4 },
      fc.tuple(single, sign).map((parts) => parts.join("")),
      fc.constantFrom("^", "$", "\b", "B"),
      fc.tuple(fc.constantFrom("(", "(?:"), tie("pattern")).map(([open, inner]) => `${open}${inner})`),
      fc
        .tuple(fc.constantFrom("(", "(?:", "(?<n>"), tie("pattern"), single, sign)
        .map(([open, inner, one, times]) => `${open}${repeats(inner, one)})${times}`),
    ),
  })).pattern;

/// With each of the texts; names of groups that occur twice are none of JavaScript's.
function compare(
  source: string,
  texts: readonly string[],
  same: (own: Pattern, form: RegExp, text: string) => void,
): void {
  let form: RegExp;
  try {
    form = new RegExp(source, "u");
  } catch {
    expect(() => readPattern(source)).toThrow(PatternError);
    return;
  }
  const own = readPattern(source);
  for (const text of texts) {
    // V8 finds \B in the middle of a character of two units.
    if (!source.includes("B") || !text.includes("😀")) same(own, form, text);
  }
}

const text = fc
  .array(fc.constantFrom(..."a b c 1 . é 😀 \n".split(" "), " ", "\n"), { maxLength: 12 })
  .map((all) => all.join(""));

describe("a pattern", () => {
  const texts = fc.array(text, { minLength: 1, maxLength: 5 });

  it("matches what it matches in JavaScript", () => {
    const property = fc.property(
      patternWith((inner) => inner),
      texts,
      (source, all) =>
        compare(source, all, (own, form, one) => expect([one, own.test(one)]).toEqual([one, form.test(one)])),
    );
    fc.assert(property, runs(2000));
  });

  it("catches in its first group what JavaScript does, where nothing is repeated that may be empty", () => {
    const property = fc.property(
      patternWith((inner, one) => `(?:${inner})${one}`),
      texts,
      (source, all) =>
        compare(source, all, (own, form, one) => expect([one, own.group(one)]).toEqual([one, form.exec(one)?.[1]])),
    );
    fc.assert(property, runs(2000));
  });

  it.each([
    ["^(a+)+$"],
    ["^(?:a|a)*$"],
    ["^(a*)*$"],
    ["^(?:a?){50}a{50}$"],
    ["(.*)(.*)(.*)(.*)b"],
    ["^(([a-z])+.)+[A-Z]([a-z])+$"],
  ])("%s takes no longer for each character of a long line than of a short one", (source) => {
    const looks = (length: number): number => {
      const own = readPattern(source) as unknown as { code: { is?: (code: number) => boolean }[] };
      let count = 0;
      own.code = own.code.map((one) => {
        const { is } = one;
        if (is === undefined) return one;
        return {
          ...one,
          is: (code) => {
            count++;
            return is(code);
          },
        };
      });
      (own as unknown as { test(text: string): boolean }).test(`${"a".repeat(length)}!`);
      return count;
    };
    expect(looks(4000)).toBeLessThan(10 * looks(500));
  });

  it.each([
    ["a(?=b)", "(?=…) cannot be used here"],
    ["a(?!b)", "(?!…) cannot be used here"],
    ["(?<=a)b", "(?<=…) cannot be used here"],
    ["(?<!a)b", "(?<!…) cannot be used here"],
    ["(a)\\1", "\\1 cannot be used here"],
    ["(?<n>a)\\k<n>", "\\k cannot be used here"],
    ["((a{99}){99}){99}", "stands for too much"],
    ["a{100000}", "stands for too much"],
    ["(", "must be a regular expression"],
    ["a{2,1}", "must be a regular expression"],
  ])("%s is refused with a reason", (source, words) => {
    expect(() => readPattern(source)).toThrow(words);
  });
});
