import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeUtf8 } from "../../base/bytes.ts";
import { mostFiles, mostLessonIdCharacters, mostZipFiles } from "../../base/limits.ts";
import type { SourceFile } from "../../base/source.ts";
import { type HandIn, readHandIn, writeHandIn } from "../../lessons/assignment.ts";
import { FormatError } from "../../lessons/format-error.ts";
import { linkProblem, linkTo, readLink } from "../../share/link.ts";
import { fittingNames, isFileName } from "../../share/names.ts";
import { type SharedProject, usual } from "../../share/project.ts";
import { readFiles, zipOf, zipProblem } from "../../share/zip.ts";
import { anyProject } from "../../testing/harness/any-project.ts";
import { runs } from "../../testing/harness/properties.ts";
import { draftAssignment } from "./assignment-draft.ts";
import { assignmentFile, assignmentLink, readAssignmentFile, readAssignmentLink } from "./assignment-link.ts";
import { packIn } from "./pack-file.ts";
import { libraryIn } from "./packs.ts";
import { readProgress, writeProgress } from "./progress.ts";

// Whatever can be made opens again, to the same; and what could not be opened is not made, or is said to be so by the one
// who makes it.

/// Projects of many or large files too, near the limits and beyond them.
const large: fc.Arbitrary<SharedProject> = fc
  .record({
    count: fc.constantFrom(1, mostFiles, mostFiles + 1, mostZipFiles, mostZipFiles + 1),
    length: fc.constantFrom(0, 10, 1000, 7000, 100_000, 1_100_000, 5_000_000),
    unit: fc.constantFrom("x", "é", "\n", "\\", "日"),
  })
  // No more than a test has time for.
  .map(({ count, length, unit }) => ({ count: length > 10_000 ? Math.min(count, 3) : count, length, unit }))
  .map(({ count, length, unit }) => ({
    name: "large",
    files: Array.from({ length: count }, (_, k) => ({ name: `f${k}.py`, text: unit.repeat(length) })),
    open: "f0.py",
    ...usual,
  }));
const project = fc.oneof({ weight: 5, arbitrary: anyProject }, { weight: 1, arbitrary: large });
const wellFormed = (files: readonly SourceFile[]) =>
  files.map(({ name, text }) => ({ name, text: Buffer.from(text).toString() }));

describe("what the page makes, the page opens", () => {
  test("projects as links, or they are said to be too large", () => {
    fc.assert(
      fc.property(project, (made) => {
        const link = linkTo(made);
        const opened = readLink(link);
        if (linkProblem(link, made) === undefined) expect(opened).toEqual({ kind: "project", project: made });
        else expect(opened?.kind).toBe("problem");
      }),
      runs(60),
    );
  });

  test("projects as .zip, or they are said to be too large", () => {
    fc.assert(
      fc.property(project, (any) => {
        const made = { ...any, files: wellFormed(any.files) };
        const zip = zipOf(made);
        const opened = readFiles([{ name: "made.zip", bytes: zip }]);
        if (zipProblem(zip, made) === undefined) expect(opened).toEqual({ kind: "project", project: made });
        else expect(opened.kind).toBe("problem");
      }),
      runs(60),
    );
  });

  test("files of lessons, whose names no other project has", () => {
    const name = fc.oneof(fc.constantFrom("a.py", "2d.py", "_2d.py", "a.b.py", "é.py", ""), fc.string());
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 80 }), (names) => {
        const fit = fittingNames(names);
        const different = new Set(names.filter(isFileName)).size + names.filter((one) => !isFileName(one)).length;
        expect(fit.every(isFileName)).toBe(true);
        expect(new Set(fit).size).toBe(different);
        expect(names.every((one, k) => !isFileName(one) || fit[k] === one)).toBe(true);
      }),
      runs(300),
    );
  });

  test("assignments as links and files, and hand-ins for them, or the maker says why not", () => {
    const results = fc.array(fc.record({ name: fc.string({ maxLength: 600 }), ok: fc.boolean() }), { maxLength: 300 });
    fc.assert(
      fc.property(project, fc.string({ maxLength: 80 }), results, fc.nat(5), (made, title, checked, locked) => {
        const given = {
          ...{ title: `T${title}`, task: title, chip: "Epiphany-III", cores: 4, hostCores: 0, seed: made.seed },
          ...{ files: made.files, locked: locked === 0 ? [] : [[1, locked] as const] },
        };
        const assignment = orProblem(() => draftAssignment(given, '{"checks":[{"prints":{"line":"1"}}]}'));
        if (assignment === undefined) {
          expect(made.files.length > mostFiles || made.files.some(({ text }) => text.length > 200_000)).toBe(true);
          return;
        }
        const file = orProblem(() => assignmentFile(assignment));
        if (file !== undefined) expect(readAssignmentFile(encodeUtf8(file))).toEqual(assignment);
        const link = assignmentLink(assignment);
        if (link !== undefined) expect(readAssignmentLink(link)).toEqual(assignment);
        if (file === undefined) return;
        const handIn: HandIn = {
          student: title,
          assignment,
          files: made.files,
          results: checked,
          lockedChanged: false,
        };
        const cut = checked.slice(0, 200).map(({ name, ok }) => ({ name: name.slice(0, 400), ok }));
        expect(readHandIn(writeHandIn(handIn), "a.json")).toEqual({ ...handIn, results: cut });
      }),
      runs(60),
    );
  });

  test("a hand-in that could not be marked is not made, and the student reads why", () => {
    const files = Array.from({ length: 65 }, (_, k) => ({ name: `f${k}.py`, text: "" }));
    const assignment = draftAssignment(
      {
        ...{ title: "T", task: "", chip: "Epiphany-III", cores: 4, hostCores: 0, seed: 1 },
        ...{ files: files.slice(0, 1), locked: [] },
      },
      '{"checks":[{"prints":{"line":"1"}}]}',
    );
    const write = (handed: readonly SourceFile[]) => () =>
      writeHandIn({ student: "Ada", assignment, files: handed, results: [], lockedChanged: false });
    expect(write(files)).toThrow("holds more than 64 programs");
    expect(write([{ name: "a.py", text: "x".repeat(200_001) }])).toThrow("is longer than 200,000 characters");
    expect(write(files.slice(1).map(({ name }) => ({ name, text: "日".repeat(190_000) })))).toThrow(
      "is larger than 8 MB",
    );
  });

  test("progress with lessons of every pack that opens", () => {
    const name = fc.stringMatching(/^[a-z0-9]{1,255}$/);
    const head = "---\ntitle: T\ngoal: G\nminutes: 1\ncores: 4\n---\n\n## Look\n\nText.\n";
    const packed = (path: string) => zipOf({ ...usual, name: "a", files: [{ name: path, text: head }], open: path });
    fc.assert(
      fc.property(name, name, fc.string({ maxLength: 200 }), (chapter, lesson, title) => {
        const { chapters } = libraryIn(packIn({ name: `${title}.zip`, zip: packed(`${chapter}/${lesson}/lesson.md`) }));
        const [id = ""] = chapters.flatMap(({ lessons }) => lessons.map((one) => one.id));
        expect(id.length).toBeLessThanOrEqual(mostLessonIdCharacters);
        const progress = { [id]: { done: true, hints: 1, answers: { 0: title }, looked: false } };
        expect(readProgress(writeProgress(progress))).toEqual(progress);
      }),
      runs(100),
    );
    const long = packed(`${"a".repeat(256)}/a/lesson.md`);
    expect(() => packIn({ name: "a.zip", zip: long })).toThrow("it has a file of the name aaa");
  });
});

/// What was made; undefined where the maker says, in words, why it is not.
function orProblem<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    expect(error instanceof FormatError || (error instanceof Error && error.message.includes("at most"))).toBe(true);
    return undefined;
  }
}
