import { expect, test } from "vitest";
import { type Assignment, writeHandIn } from "../../lessons/assignment.ts";
import { zipTexts } from "../../share/zip-texts.ts";
import { BackgroundError, createBackground } from "../background/background.ts";
import { handFrames } from "../testing/hand-frames.ts";
import { handThreads } from "../testing/hand-threads.ts";
import { createMarking, csvOf, type GivenFile, withoutTop } from "./marking.ts";

const assignment: Assignment = {
  ...{ title: "Ids", task: "", chip: "Epiphany-III", cores: 2, hostCores: 0, seed: 0, locked: [] },
  files: [{ name: "a.py", text: "from parallel import *\n" }],
  check: { checks: [{ name: "Each says its id", prints: { exactly: ["{core}"] } }] },
};
const good = "from parallel import *\nprint coreid()\n";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const handedIn = (student: string, text = good, given = assignment): string =>
  writeHandIn({ student, assignment: given, files: [{ name: "a.py", text }], results: [], lockedChanged: false });

const file = (path: string, content: string | Uint8Array): GivenFile => {
  const bytes = typeof content === "string" ? bytesOf(content) : content;
  return { path, size: bytes.length, read: (most) => Promise.resolve(bytes.subarray(0, most)) };
};

function set(startThread?: ReturnType<typeof handThreads>["startThread"]) {
  const { frames } = handFrames();
  const background = createBackground({ startThread, frames });
  const engine = () => Promise.reject(new Error("there are no cores here"));
  return createMarking({ background, frames, engine, runPython: undefined });
}

test("files become marks, in the order of their paths; what is no hand-in is named", async () => {
  const marking = set();
  await marking.mark([
    file("b/Bob.json", handedIn("Bob", "print 7\n")),
    file("a.json", handedIn("Ada")),
    file("notes.txt", ""),
    file(".hidden", ""),
    file("c.json", "{}"),
    file("d.json", '{"format":"epython-lab-hand-in"}'),
    { path: "e.json", size: 1, read: () => Promise.reject(new Error("it was moved")) },
    { path: "f.json", size: 9_000_000, read: () => Promise.reject(new Error("nobody reads it")) },
  ]);
  const { marks, others, progress } = marking.store.getState();
  expect(progress).toBeNull();
  expect(others).toEqual(["c.json", "notes.txt"]);
  expect(marks.map(({ file, student, passed }) => [file, student, passed])).toEqual([
    ["a.json", "Ada", true],
    ["b/Bob.json", "Bob", false],
    ...["d.json", "e.json", "f.json"].map((name) => [name, "", false]),
  ]);
  expect(marks.at(-2)?.results[0]?.message).toBe("cannot be read: it was moved");
  expect(marks.at(-1)?.results[0]?.message).toBe("is larger than 8 MB, too large to be read");
  expect(csvOf(marks).split("\r\n")).toHaveLength(1 + 2 + 2 + 3 + 1);
});

test("a .zip stands for what is in it, without the folder around it; one too large file in it is only that", async () => {
  const marking = set();
  const zip = zipTexts([
    ["class/a.json", handedIn("Ada")],
    ["class/big.json", "0".repeat(8_000_001)],
    ["class/x.py", "x = 1\n"],
    ["__MACOSX/a.json", "{}"],
  ]);
  await marking.mark([file("class.zip", zip)]);
  expect(marking.store.getState().marks.map((mark) => mark.file)).toEqual(["a.json", "big.json"]);
  expect(marking.store.getState().others).toEqual(["x.py"]);
  await marking.mark([file("one.zip", zip), file("two.zip", bytesOf("no zip"))]);
  const [, , two] = marking.store.getState().marks;
  expect(marking.store.getState().marks.map((mark) => mark.file)).toEqual(["one/a.json", "one/big.json", "two.zip"]);
  expect(two?.results[0]?.message).toBe("is no .zip, or is damaged");
  expect(withoutTop([{ path: "a/b" }, { path: "c" }])).toEqual([{ path: "a/b" }, { path: "c" }]);
});

test("Cancel leaves the rest, which can be marked later; a thread that dies costs one mark", async () => {
  const { threads, startThread } = handThreads();
  const marking = set(startThread);
  const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
  const done = marking.mark([file("a.json", handedIn("Ada")), file("b.json", handedIn("Bob")), file("c.json", "{}")]);
  await settled();
  expect(marking.store.getState().progress).toEqual({ done: 0, all: 3 });
  threads[0]?.fail(new BackgroundError("ended", "no memory"));
  await settled();
  expect(marking.store.getState().marks[0]?.results[0]?.message).toContain("no memory");
  marking.cancel();
  await done;
  expect(marking.store.getState()).toMatchObject({ progress: null, left: 2 });
  expect(threads.every(({ ended }) => ended)).toBe(true);
  const rest = marking.goOn();
  await settled();
  threads.at(-1)?.work();
  await expect.poll(() => marking.store.getState().marks.length).toBe(2);
  await settled();
  threads.at(-1)?.work();
  await rest;
  expect(marking.store.getState()).toMatchObject({ progress: null, left: 0, others: ["c.json"] });
  expect(marking.store.getState().marks[1]).toMatchObject({ student: "Bob", passed: true });
});

test("all are marked again by the teacher's own assignment, and what brought another one is noted", async () => {
  const marking = set();
  const easy = { ...assignment, check: { checks: [{ source: { lines: { most: 99 } } }] } };
  await marking.mark([file("a.json", handedIn("Ada")), file("b.json", handedIn("Bob", "x = 1\n", easy))]);
  expect(marking.store.getState().marks.map(({ passed }) => passed)).toEqual([true, true]);
  await marking.giveAssignment("own.json", bytesOf(JSON.stringify(assignment)));
  const [ada, bob] = marking.store.getState().marks;
  expect([ada?.passed, bob?.passed]).toEqual([true, false]);
  expect(bob?.notes).toEqual(["the assignment in this file is not yours, by which it was marked"]);
  await marking.giveAssignment("other.json", bytesOf("{"));
  expect(marking.store.getState().problem).toContain("is not JSON");
  await marking.takeAssignment();
  expect(marking.store.getState().marks.map(({ passed }) => passed)).toEqual([true, true]);
});

test("what is alike is found among the marks, and is seen side by side", async () => {
  const marking = set();
  const long = `${good}values = []\nfor k in range(numcores()):\n    values.append(k * coreid())\nprint sum(values) + len(values)\n`;
  await marking.mark([
    file("a.json", handedIn("Ada", long)),
    file("b.json", handedIn("Bob")),
    file("c.json", handedIn("Cy", long.replaceAll("values", "all_of_them"))),
  ]);
  await marking.findAlike(0.8);
  const { alike } = marking.store.getState();
  expect(alike).toEqual({ least: 0.8, pairs: [{ first: 0, second: 2, part: 1 }], short: 1 });
  const [program] = await marking.beside(0, 2);
  expect(program?.rows.map(({ kind }) => kind)).toEqual([
    ...["same", "same", "renamed", "same", "renamed", "renamed", "same"],
  ]);
});
