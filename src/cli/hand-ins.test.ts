import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Assignment, type HandIn, writeHandIn } from "../lessons/assignment.ts";
import { lesson } from "./lesson.ts";
import { makeOddFiles, oddFiles } from "./testing/odd-files.ts";

const assignment: Assignment = {
  title: "Ids",
  task: "",
  chip: "Epiphany-III",
  cores: 3,
  hostCores: 0,
  seed: 0,
  files: [{ name: "a.py", text: "from parallel import *\n" }],
  locked: [[1, 1]],
  check: { checks: [{ name: "Each says its id", prints: { exactly: ["{core}"] } }] },
};
const good = "from parallel import *\nprint coreid()\n";

let folder = "";
let printed = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hand-ins-"));
  printed = "";
  vi.spyOn(console, "log").mockImplementation((text: string) => {
    printed += `${text}\n`;
  });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.restoreAllMocks();
});

function handIn(student: string, text: string, change: Partial<HandIn> = {}): void {
  const results = [{ name: "Each says its id", ok: true }];
  const given: HandIn = {
    student,
    assignment,
    files: [{ name: "a.py", text }],
    results,
    lockedChanged: false,
    ...change,
  };
  writeFileSync(join(folder, `${student.replace(/[^\w/]/g, "")}.json`), writeHandIn(given));
}

test("what was handed in is replayed: what it says of itself does not count", async () => {
  handIn("Ada", good, { tries: 3 });
  handIn("Bob", "from parallel import *\nprint 7\n");
  handIn("Eve", "from parallel import *\nprint coreid()\n", { results: [] });
  handIn("Loop", "from parallel import *\nrecv((coreid() + 1) % numcores())\n");
  handIn("Sly", "import parallel\nprint parallel.coreid()\n");
  const csv = join(folder, "marks.csv");
  expect(await lesson(["check", folder, "--csv", csv])).toBe(1);
  expect(printed).toMatch(/^Ada +Ids +passed +2 of 2 +0 +\d/m);
  expect(printed).toMatch(/^Bob +Ids +not passed +1 of 2/m);
  expect(printed).toContain("Expected of core 0 “0”, but it printed “7”");
  expect(printed).toContain("Note: the file says that all checks passed");
  expect(printed).toMatch(/^Eve +Ids +passed/m);
  expect(printed).toMatch(/^Loop +Ids +not passed +0 of 2/m);
  expect(printed).toMatch(/^Sly +Ids +not passed/m);
  expect(printed).toContain("Note: lines that were to stay have been changed");
  expect(printed).toContain("5 hand-ins, 2 passed.");
  const rows = readFileSync(csv, "utf8").split("\r\n");
  expect(rows[0]).toBe("file,student,lesson,passed,check,holds,seed,virtual seconds,notes,checks passed,checks,tries");
  expect(rows).toHaveLength(1 + 5 * 2 + 1);
  expect(rows[2]).toMatch(/^Ada\.json,Ada,Ids,yes,Each says its id,yes,0,[\d.e-]+,,2,2,3$/);
});

test("points are counted once a check has some, also of what cannot be read as a program", async () => {
  const [says] = assignment.check.checks;
  const check = {
    checks: [
      { ...says, points: 3 },
      { name: "Short", source: { lines: { most: 2 } } },
    ],
  } as const;
  const counted = { ...assignment, check } as unknown as Assignment;
  handIn("Ada", good, { assignment: counted });
  handIn("Bob", "from parallel import *\nprint 7\n", { assignment: counted });
  handIn("Cy", "from parallel import *\nprint (\n", { assignment: counted });
  const csv = join(folder, "marks.csv");
  expect(await lesson(["check", folder, "--csv", csv])).toBe(1);
  expect(printed).toMatch(/^Student +Assignment +Result +Checks +Points +Seed/);
  expect(printed).toMatch(/^Ada +Ids +passed +3 of 3 +4 of 4/m);
  expect(printed).toMatch(/^Bob +Ids +not passed +2 of 3 +1 of 4/m);
  expect(printed).toMatch(/^Cy +Ids +not passed +0 of 1 +0 of 4/m);
  const rows = readFileSync(csv, "utf8").split("\r\n");
  expect(rows[0]).toMatch(/,tries,points,points earned,points possible$/);
  expect(rows[1]).toMatch(/^Ada\.json,.*,,4,4$/);
  expect(rows[2]).toMatch(/^Ada\.json,.*,3,4,4$/);
});

test("a changed assignment is found out", async () => {
  const easy = { ...assignment, check: { checks: [{ source: { lines: { most: 99 } } }] } };
  handIn("Ada", good);
  handIn("Bea", good);
  handIn("Cy", "from parallel import *\n", { assignment: easy });
  expect(await lesson(["check", folder])).toBe(0);
  expect(printed).toMatch(/Cy\n +Note: its assignment is another than most others have/);
  const own = join(mkdtempSync(join(tmpdir(), "own-")), "assignment.json");
  writeFileSync(own, JSON.stringify(assignment));
  printed = "";
  expect(await lesson(["check", folder, "--assignment", own])).toBe(1);
  expect(printed).toMatch(/^Cy +Ids +not passed/m);
  expect(printed).toContain("is not yours, by which it was marked");
});

test("one file that cannot be read does not keep the others from being marked", async () => {
  handIn("Ada", good);
  writeFileSync(join(folder, "broken.json"), '{"format":"epython-lab-hand-in"}');
  writeFileSync(join(folder, "other.json"), "{}");
  expect(await lesson(["check", folder])).toBe(1);
  expect(printed).toContain("2 hand-ins, 1 passed.");
  expect(printed).toContain("The file can be read: version: is missing");
});

test("names and checks do no harm in a terminal or a spreadsheet", async () => {
  const sly = { prints: { line: "\u001b[2J" }, name: "\u001b]0;x\u0007\u202eName" };
  handIn('=cmd|"x"\u001b[31m', good, { assignment: { ...assignment, check: { checks: [sly] } } });
  const csv = join(folder, "marks.csv");
  await lesson(["check", folder, "--csv", csv]);
  expect(printed).toContain("Name: Expected of core 0");
  for (const sign of ["\u001b", "\u0007", "\u202e"]) expect(printed).not.toContain(sign);
  expect(readFileSync(csv, "utf8")).toContain(`"'=cmd|""x""`);
});

test("hand-ins are found in folders too, and files that are none are named", async () => {
  mkdirSync(join(folder, "Ada_17"));
  handIn("Ada_17/Ada", good, { student: "Ada" });
  writeFileSync(join(folder, "notes.txt"), "");
  writeFileSync(join(folder, "cut.json"), '{"format":');
  writeFileSync(join(folder, ".hidden"), "");
  expect(await lesson(["check", folder])).toBe(0);
  expect(printed).toMatch(/^Ada +Ids +passed/m);
  expect(printed).toContain("Not marked, because they are no hand-ins: cut.json, notes.txt.");
});

test("programs that are alike are named when asked for", async () => {
  const long = `${good}values = []\nfor k in range(9):\n    values.append(k * coreid())\ny = sum(values) + len(values)\n`;
  handIn("Ada", long);
  handIn("Bob", good);
  handIn("Cy", long.replaceAll("values", "mine"));
  await lesson(["check", folder, "--alike", "80"]);
  expect(printed).toContain("1 pair is at least 80 % alike. Alike is not proof");
  expect(printed).toContain("    Ada and Cy: 100 % alike");
  await expect(lesson(["check", folder, "--alike", "0"])).rejects.toThrow("takes a number from 1 to 100");
});

test("wrong usage is told", async () => {
  await expect(lesson(["check", folder])).rejects.toThrow("holds no lesson");
  await expect(lesson(["check", "/no/such"])).rejects.toThrow("there is no folder");
  await expect(lesson(["check", "--csv"])).rejects.toThrow("needs a value");
  await expect(lesson(["new", "Caps"])).rejects.toThrow("is no name for a lesson");
  await expect(lesson(["bake"])).rejects.toThrow("there is no command lesson bake");
});

test("full Python is run only when asked to: here it may do what the user may do", async () => {
  const text = "from epython import offload, coreid\n@offload\ndef f():\n    print(coreid())\nf()\n";
  handIn("Ada", text, { assignment: { ...assignment, locked: [] } });
  expect(await lesson(["check", folder])).toBe(1);
  expect(printed).toMatch(/^Ada +Ids +not passed/m);
  expect(printed).toContain("If you trust it: epython lesson check --full-python.");
  printed = "";
  expect(await lesson(["check", folder, "--full-python"])).toBe(0);
  expect(printed).toMatch(/^Ada +Ids +passed +2 of 2/m);
});

test("a pattern that could be tried in endlessly many ways holds up nobody", async () => {
  const text = "from parallel import *\nprint 'a' * 200 + '!'\n";
  const check = { checks: [{ name: "Only a", prints: { pattern: "^(a+)+$" } }] };
  handIn("Zeno", text, { assignment: { ...assignment, check } });
  handIn("Ada", good);
  expect(await lesson(["check", folder])).toBe(1);
  expect(printed).toMatch(/^Zeno +Ids +not passed +1 of 2/m);
  expect(printed).toMatch(/^Ada +Ids +passed +2 of 2/m);
});

test("a file that cannot be read, whatever it is, keeps no other from being marked", async () => {
  makeOddFiles(folder, ".json");
  writeFileSync(join(folder, "latin.json"), Uint8Array.from([0x7b, 0xe9, 0x7d]));
  writeFileSync(join(folder, "deep.json"), "[".repeat(300_000));
  handIn("Ada", good);
  const csv = join(folder, "marks.csv");
  expect(await lesson(["check", folder, "--csv", csv])).toBe(1);
  expect(printed).toMatch(/^Ada +Ids +passed/m);
  expect(printed).toContain(`${oddFiles.length + 2} hand-ins, 1 passed.`);
  for (const { name, what } of oddFiles) {
    expect(printed).toContain(`\n${name.replace(".py", ".json")}\n    The file can be read: ${what}`);
  }
  expect(printed).toContain("latin.json\n    The file can be read: line 1, column 2: byte 0xE9");
  const before = readFileSync(join(folder, "Ada.json"), "utf8");
  await expect(lesson(["check", folder, "--csv", join(folder, "Ada.json")])).rejects.toThrow("is what was read");
  expect(readFileSync(join(folder, "Ada.json"), "utf8")).toBe(before);
  await expect(lesson(["check", folder, "--assignment", join(folder, "pipe.json")])).rejects.toThrow(
    "pipe.json is no assignment: is a pipe",
  );
});
