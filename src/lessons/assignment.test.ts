import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { written } from "../base/source.ts";
import { runs } from "../testing/harness/properties.ts";
import { type Assignment, assignmentOf, isLockedIntact, readHandIn, writeHandIn } from "./assignment.ts";
import { lessonOfAssignment } from "./assignment-lesson.ts";
import { FormatError } from "./format-error.ts";
import { blocksOf, placesOf } from "./locked.ts";

const assignment: Assignment = {
  title: "T",
  task: "Do it.",
  chip: "Epiphany-III",
  cores: 4,
  hostCores: 0,
  seed: 1,
  files: [{ name: "a.py", text: "one\ntwo\nthree\nfour\n" }],
  locked: [
    [1, 2],
    [4, 4],
  ],
  check: { checks: [{ prints: { line: "1" } }] },
};

const withMain = (text: string) => [{ name: "a.py", text }];

describe("locked lines", () => {
  it("are found where they stand now, and missed when they were changed", () => {
    const blocks = blocksOf("one\ntwo\nthree\nfour\n", assignment.locked);
    expect(blocks).toEqual(["one\ntwo", "four"]);
    expect(placesOf("mine\none\ntwo\nmore\nmore\nfour\nend", blocks)).toEqual([
      [2, 3],
      [6, 6],
    ]);
    expect(placesOf("one\r\ntwo\r\nfour\r\n", blocks)).toBeDefined();
    expect(placesOf("one\nmine\ntwo\nfour", blocks)).toBeUndefined();
    expect(placesOf("four\none\ntwo", blocks)).toBeUndefined();
    expect(placesOf("one\ntwo\n four", blocks)).toBeUndefined();
    expect(placesOf("", blocks)).toBeUndefined();
    expect(placesOf("anything", [])).toEqual([]);
  });

  it("hold whatever is written between them", () => {
    const lines = fc.array(fc.stringMatching(/^[a-c]{0,2}$/), { maxLength: 6 });
    fc.assert(
      fc.property(lines, lines, lines, (before, between, after) => {
        const text = [...before, "one", "two", ...between, "four", ...after].join("\n");
        expect(isLockedIntact(assignment, withMain(text))).toBe(true);
        expect(isLockedIntact(assignment, withMain(text.replace("two", "2")))).toBe(false);
      }),
      runs(),
    );
  });

  it("must be in the file that is run", () => {
    expect(isLockedIntact(assignment, [{ name: "b.py", text: "one\ntwo\nfour" }])).toBe(false);
  });
});

describe("a hand-in", () => {
  const handIn = {
    student: "Ada",
    assignment,
    files: withMain("one\ntwo\nfour"),
    results: [{ name: "x", ok: true }],
    lockedChanged: false,
  };

  it("is read as it was written", () => expect(readHandIn(writeHandIn(handIn), "a.json")).toEqual(handIn));

  it("is told from other files, and from one that is damaged", () => {
    expect(readHandIn("{}", "a.json")).toBeUndefined();
    expect(readHandIn("no json", "a.json")).toBeUndefined();
    expect(readHandIn('{"format":"epython-lab-progress"}', "a.json")).toBeUndefined();
    expect(() => readHandIn('{"format":"epython-lab-hand-in","version":1}', "a.json")).toThrow(FormatError);
    const wrong = writeHandIn(handIn).replace('"cores": 4', '"cores": 400');
    expect(() => readHandIn(wrong, "a.json")).toThrow("a.json: assignment: cores");
  });
});

describe("an assignment", () => {
  it("is read from data that anyone may have made", () => {
    expect(assignmentOf(JSON.parse(JSON.stringify(written(assignment))))).toEqual(assignment);
    for (const wrong of [
      null,
      [],
      { ...assignment, title: "" },
      { ...assignment, files: [] },
      { ...assignment, files: [{ name: "../a.py", text: "" }] },
      { ...assignment, files: [{ name: "<script>.py", text: "" }] },
      { ...assignment, check: {} },
      { ...assignment, more: 1 },
    ]) {
      expect(() => assignmentOf(wrong)).toThrow(FormatError);
    }
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(() => assignmentOf(value)).toThrow(FormatError);
      }),
      runs(),
    );
  });

  it("that says nothing of its Python was made when Python 2 was usual", () => {
    const before = assignmentOf(JSON.parse(JSON.stringify(assignment)));
    expect(before.files.map(({ python }) => python)).toEqual(assignment.files.map(() => 2));
    // And stays so, also in what is handed in.
    expect(assignmentOf(JSON.parse(JSON.stringify(written(before))))).toEqual(before);
    const handed = readHandIn(
      writeHandIn({ student: "Ada", assignment: before, files: before.files, results: [], lockedChanged: false }),
      "a.json",
    );
    expect(handed?.files).toEqual(before.files);
  });

  it("is on the Parallella's chip when it names none, and has no more cores than its chip", () => {
    const { chip: _, ...old } = assignment;
    expect(assignmentOf(written(old))).toEqual(assignment);
    expect(assignmentOf({ ...assignment, chip: "Epiphany-IV", cores: 64 }).cores).toBe(64);
    for (const wrong of [
      { cores: 64 },
      { chip: "Epiphany-VI" },
      { check: { ...assignment.check, runs: [{ cores: 17 }] } },
    ]) {
      expect(() => assignmentOf({ ...assignment, ...wrong })).toThrow(FormatError);
    }
  });

  it("is another one when anything in it is changed", () => {
    const idOf = (change: Partial<Assignment>) => lessonOfAssignment({ ...assignment, ...change }).lesson.id;
    expect(idOf({})).toBe(idOf({}));
    expect(idOf({ task: "Do more." })).not.toBe(idOf({}));
    expect(idOf({ seed: 2 })).not.toBe(idOf({}));
  });
});
