import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { CPython } from "./harness/cpython.ts";
import { programs } from "./harness/generator.ts";
import { type OneCoreOptions, runOnOneCore } from "./harness/one-core.ts";
import { runs } from "./harness/properties.ts";

// The same program on a core and in CPython prints the same and ends in the same way, on the same line; so does one on a core
// that collects its garbage before every allocation.

const programsRun = runs(2500);

/// Which exception of Python's a fault is.
const exceptions: Readonly<Record<string, readonly string[]>> = {
  ended: [""],
  "unset-variable": ["NameError", "UnboundLocalError"],
  "index-out-of-range": ["IndexError"],
  "division-by-zero": ["ZeroDivisionError"],
  "wrong-types": ["TypeError"],
  overflow: ["OverflowError"],
  "not-a-function": ["TypeError"],
  "argument-count": ["TypeError"],
  "not-indexable": ["TypeError"],
  "index-not-int": ["TypeError"],
  "not-iterable": ["TypeError"],
  "unpack-count": ["ValueError"],
  "argument-type": ["TypeError"],
  "cannot-change": ["TypeError"],
  "empty-list": ["ValueError", "IndexError"],
  "not-found": ["ValueError"],
  "step-zero": ["ValueError"],
  "negative-shift": ["ValueError"],
  "not-a-number": ["ValueError"],
  "not-unpackable": ["TypeError"],
  "assertion-failed": ["AssertionError"],
  "slice-length": ["ValueError"],
  "bad-format": ["TypeError", "ValueError"],
  "element-type": ["TypeError"],
  "no-method": ["AttributeError"],
  "compared-too-deep": ["RecursionError"],
  "empty-separator": ["ValueError"],
  "fill-length": ["TypeError"],
  "code-range": ["ValueError"],
  "one-character": ["TypeError"],
  "base-range": ["ValueError"],
  "negative-time": ["ValueError"],
  "different-lengths": ["ValueError"],
};

/// Python has neither limit.
const ofTheCores = ["out-of-memory", "recursion-too-deep", "endless"];

const ways = fc.constantFrom<OneCoreOptions>(
  {},
  { collecting: true },
  { collecting: true, placement: { code: "shared", data: "shared" } },
);

const cpython = new CPython();
afterAll(() => cpython.dispose());

describe("programs of the common subset", () => {
  it("give what CPython prints, and fail where and as it fails", async () => {
    const ends = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(programs, ways, async (text, options) => {
        const ours = runOnOneCore(text, options);
        ends.set(ours.end, (ends.get(ours.end) ?? 0) + 1);
        if (ofTheCores.includes(ours.end)) return;
        const theirs = await cpython.run(text);
        const lines = theirs.out.split("\n");
        if (lines.at(-1) === "") lines.pop();
        expect({ lines: ours.lines, end: ours.end, line: ours.line, message: ours.message }).toEqual({
          lines,
          end: exceptions[ours.end]?.includes(theirs.error ?? "") ? ours.end : (theirs.error ?? "ended"),
          line: theirs.line,
          message: ours.message,
        });
      }),
      programsRun,
    );
    const all = [...ends.values()].reduce((sum, count) => sum + count, 0);
    const compared = all - ofTheCores.reduce((sum, end) => sum + (ends.get(end) ?? 0), 0);
    expect(compared).toBeGreaterThan(programsRun.numRuns / 2);
    // Most of them run to their end.
    expect(ends.get("ended") ?? 0).toBeGreaterThan(all / 2);
  });
});
