import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeUtf8 } from "../../base/bytes.ts";
import type { SharedProject } from "../../share/project.ts";
import { readFiles, zipOf } from "../../share/zip.ts";
import { changedData, changedText } from "../../testing/harness/corrupted.ts";
import { runs } from "../../testing/harness/properties.ts";
import { validateStored } from "../storage/forms.ts";
import { assignment, orWords, project } from "../testing/given.ts";
import { readAssignmentFile } from "./assignment-link.ts";
import { packIn } from "./pack-file.ts";
import { libraryIn } from "./packs.ts";
import { readProgress, writeProgress } from "./progress.ts";

// What others may have made, nearly as it should be: it is opened, and is then as sound as what the page makes itself; or it is
// refused in words. Nothing else.

const progress = { "01-start/01-hello": { done: true, hints: 2, answers: { 0: "1", 1: "two" }, looked: false } };

const lesson = `---
title: T
goal: G
minutes: 5
cores: 4
---

## Step

Text with \`code\`.

\`\`\`hint
Look.
\`\`\`
`;

describe("files", () => {
  const settings = { name: "n", open: "part.py", cores: 4, chip: "Epiphany-IV", view: "timeline" };
  const zipped = zipOf(project);

  test("projects whose settings were changed", () => {
    fc.assert(
      fc.property(changedData(settings), (data) => {
        const made = { ...project, ...(data as object), files: project.files } as SharedProject;
        const opened = readFiles([{ name: "a.zip", bytes: zipOf(made) }]);
        if (opened.kind === "problem") expect(opened.text).toMatch(/\. Nothing was changed\.$/);
        else expect(readFiles([{ name: "a.zip", bytes: zipOf(opened.project) }])).toEqual(opened);
      }),
      runs(200),
    );
  });

  test("projects whose bytes were changed", () => {
    const bytes = fc.array(fc.tuple(fc.nat(zipped.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(bytes, (changes) => {
        const changed = zipped.slice();
        for (const [at, byte] of changes) changed[at] = byte;
        const opened = readFiles([{ name: "a.zip", bytes: changed }]);
        if (opened.kind === "problem") expect(opened.text).toMatch(/\. Nothing was changed\.$/);
        else expect(opened.project.files.length).toBeGreaterThan(0);
      }),
      runs(300),
    );
  });

  test("assignments", () => {
    fc.assert(
      fc.property(changedData(assignment), (data) => {
        orWords(() => readAssignmentFile(encodeUtf8(JSON.stringify(data) ?? "")));
      }),
      runs(300),
    );
  });

  test("progress", () => {
    const sound = JSON.parse(writeProgress(progress));
    fc.assert(
      fc.property(changedData(sound), (data) => {
        const opened = readProgress(JSON.stringify(data) ?? "");
        if (opened !== undefined) expect(readProgress(writeProgress(opened))).toEqual(opened);
      }),
      runs(500),
    );
  });

  test("lesson packs", async () => {
    const letters = [..."[ { } ] : - ? & * ! | > ' \" # , ``` --- ## \\ null -1 é".split(" "), "\n", "\t", "\0"];
    const path = fc.constantFrom(
      "01-a/01-b/lesson.md",
      "a/b/lesson.md",
      "../b/lesson.md",
      "x/01-a/01-b/lesson.md",
      "lesson.md",
    );
    await fc.assert(
      fc.asyncProperty(path, changedText(lesson, letters), changedData(assignment.check), async (at, text, check) => {
        const files = [
          { name: at, text },
          { name: at.replace("lesson.md", "check.json"), text: JSON.stringify(check) ?? "" },
        ];
        const library = orWords(() => libraryIn(packIn({ name: "a.zip", zip: zipOf({ ...project, files }) })));
        for (const { id } of library?.chapters.flatMap(({ lessons }) => lessons) ?? []) {
          // One lesson that is wrong keeps no other from being read.
          await library?.load(id).catch((error: Error) => expect(error.message).not.toBe(""));
        }
      }),
      runs(200),
    );
  });
});

test("whatever lies in the browser's storage, what is left of it is sound", () => {
  const dated = { at: 5, project: { id: "7", name: "a", files: assignment.files, active: "a.py" } };
  const stored: readonly (readonly [string, unknown])[] = [
    ["epython-lab.project.7", { ...dated.project, locked: { file: "a.py", blocks: ["a = 1"] } }],
    ["epython-lab.deleted.7", dated],
    ["epython-lab.versions.7", [dated, dated]],
    ["epython-lab.settings", { chip: "Epiphany-III", cores: 3, theme: "dark", wrap: true }],
    ["epython-lab.breakpoints.7", [{ id: 1, file: "a.py", line: 1, condition: "", core: null }]],
    [
      "epython-lab.breakpoints.8",
      [
        { id: 1, file: "a.py", line: 1, condition: "", core: null, log: "i is {i}", off: true },
        { id: 2, kind: "data", expression: "i", core: 3 },
        { id: 3, kind: "message", from: null, to: 2 },
        { id: 4, kind: "fault" },
      ],
    ],
    ["epython-lab.watches.7", ["i", "data[0]"]],
    ["epython-lab.lesson.01-start/01-hello", progress["01-start/01-hello"]],
    ["epython-lab.layout.page", { left: 20, right: 80 }],
  ];
  const oneOf = fc.constantFrom(...stored).chain(([key, value]) => fc.tuple(fc.constant(key), changedData(value)));
  for (const [key, value] of stored)
    expect([key, validateStored(key, JSON.stringify(value)).sound]).toEqual([key, true]);
  fc.assert(
    fc.property(oneOf, ([key, data]) => {
      const found = validateStored(key, JSON.stringify(data) ?? "");
      if (found.left !== undefined) expect(validateStored(key, found.left).sound).toBe(true);
    }),
    runs(500),
  );
});
