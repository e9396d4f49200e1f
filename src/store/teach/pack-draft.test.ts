import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lessonOf } from "../../lessons/lesson.ts";
import { readHead } from "../../lessons/lesson-format.ts";
import { readZip } from "../../lessons/pack.ts";
import { writeLesson, writeZip } from "../../lessons/pack-write.ts";
import { runs } from "../../testing/harness/properties.ts";
import { packIn } from "../lessons/pack-file.ts";
import { memoryStorage } from "../storage/storage.ts";
import { draftsIn, readDraft } from "./draft.ts";
import { draftOfPack, draftOfZip, filesOfPack, folderFor } from "./pack-draft.ts";

const lesson = `---
title: "Send: and receive"
goal: Pass a value.   # a remark
minutes: 8
cores: 4
play: slow
depth: everything
---

Before the first step.

## Look
![A picture of it](p.svg)

\`\`\`hint
H
\`\`\`
`;
const files = {
  "01-messages/chapter.md": "# Messages\n\nWhat one core knows.\n",
  "01-messages/01-ring/lesson.md": lesson,
  "01-messages/01-ring/start.py": "print 1\n",
  "01-messages/01-ring/solution.py": "print 2\n",
  "01-messages/01-ring/check.json": '{"checks": [ {"prints":{"line":"2"}, "say" : "Look."} ]}',
  "01-messages/01-ring/part.py": "x = 1\n",
  "01-messages/01-ring/p.svg": '<svg viewBox="0 0 1 1"/>',
  "01-messages/02-halo/lesson.md":
    "---\ntitle: Halo\ngoal: G\nminutes: 5\nchip: Epiphany-IV\ndialect: classic\n---\n## S\n",
  "01-messages/02-halo/start.py": "# dialect: classic\n",
  "01-messages/02-halo/solution.py": "# dialect: classic\nprint 1\n",
  "01-messages/02-halo/check.json": '{"checks":[{"source":{"uses":["print"]}}]}',
  "about.md": "Not a lesson.\n",
};

/// As its students have it.
function read(all: Readonly<Record<string, string>>, folder: string) {
  const own = Object.entries(all).filter(([path]) => path.startsWith(folder));
  const { version: _, ...rest } = lessonOf(
    "a/b",
    Object.fromEntries(own.map(([path, text]) => [path.slice(folder.length), text])),
  );
  return rest;
}

describe("a pack", () => {
  const draft = { ...draftOfZip({ name: "my course.zip", bytes: writeZip(files) }), id: "a", at: 1 };

  it("opened and saved again has every file, and says what it said", () => {
    const saved = filesOfPack(draft);
    for (const folder of ["01-messages/01-ring/", "01-messages/02-halo/"])
      expect(read(saved, folder)).toEqual(read(files, folder));
    const changed = ["01-messages/01-ring/lesson.md", "01-messages/02-halo/lesson.md"];
    for (const [path, text] of Object.entries(files)) if (!changed.includes(path)) expect(saved[path]).toBe(text);
    expect(Object.keys(saved).sort()).toEqual([...Object.keys(files), "index.json"].sort());
    expect(readZip(writeZip(saved))).toEqual(saved);
    expect(packIn({ name: "my course.zip", zip: writeZip(saved) }).title).toBe("my course");
    // Once more changes nothing.
    expect(filesOfPack({ ...draftOfPack("other", saved), id: "b", at: 2 })).toEqual(saved);
  });

  it("is kept in the browser as it is, and a draft with something odd in it is kept too", () => {
    const storage = memoryStorage();
    const drafts = draftsIn(storage);
    drafts.put(draft);
    expect(drafts.all()).toEqual([draft]);
    const odd = { ...draft, open: 9, at: "x", exercises: [{ ...draft.exercises[0], cores: "many", beside: 3 }] };
    expect(readDraft(JSON.stringify(odd))).toMatchObject({
      open: 0,
      at: 0,
      exercises: [{ title: "Send: and receive", cores: 16, beside: [], start: "print 1\n" }],
    });
    expect(readDraft("{}")).toBeUndefined();
    drafts.remove("a");
    expect(drafts.all()).toEqual([]);
  });

  it("with a lesson that is not ready is not saved, and says what is missing", () => {
    const exercises = draft.exercises.map((one) => ({ ...one, title: "", check: "{" }));
    expect(() => filesOfPack({ ...draft, exercises })).toThrow(
      /A lesson is not ready: lesson: lesson.md: title: is empty\n.*check.json: is not JSON/s,
    );
    expect(() => draftOfZip({ name: "x.zip", bytes: new Uint8Array([1]) })).toThrow(
      "x.zip cannot be edited: it is no .zip",
    );
  });

  it("has folders that no other lesson has", () => {
    expect(folderFor("Send & receive!", ["01-first", "07-a"])).toBe("08-send-receive");
    expect(folderFor("First", ["01-first"])).toBe("02-first-2");
    expect(folderFor("日本", [])).toBe("01-lesson");
  });
});

describe("the head of a lesson", () => {
  it("is written so that it is read as it was, whatever is in its texts", () => {
    const words = fc.oneof(
      fc.constantFrom(
        "yes",
        "null",
        "12",
        "a: b",
        "# no",
        "- x",
        "*a",
        '"q"',
        "it’s",
        "a\\b",
        "{",
        "tab\there",
        "“x”",
        "y",
        "~",
      ),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 50 }),
    );
    const usual = { chip: "Epiphany-III", cores: 16, hostCores: 0, seed: 1 };
    fc.assert(
      fc.property(words, words, fc.constantFrom(undefined, "slow" as const), (title, goal, play) => {
        if (title.trim() === "" || goal.trim() === "") return;
        const head = {
          title: title.trim(),
          goal: goal.trim(),
          minutes: 7,
          ...usual,
          cores: 3,
          ...(play ? { play } : {}),
        };
        expect(readHead(writeLesson({ dialect: undefined, play: undefined, ...head }, usual, "\n## S\n"))).toEqual(
          head,
        );
      }),
      runs(200),
    );
  });
});
