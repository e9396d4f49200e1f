import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { writeCertificate } from "../lessons/certificate.ts";
import { lesson } from "./lesson.ts";
import { readLessonFolder } from "./lesson-folders.ts";

let folder = "";
let printed = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "verify-"));
  printed = "";
  vi.spyOn(console, "log").mockImplementation((text: string) => {
    printed += `${text}\n`;
  });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.restoreAllMocks();
});

const hello = readLessonFolder("lessons/01-first-steps/01-hello");
const passed = {
  ...{ id: hello.id, title: hello.text.head.title, version: hello.version, date: "2026-05-30" },
  files: hello.solution.map(({ text }) => ({ name: hello.start[0]?.name ?? "", text })),
};

function certificate(lessons: readonly (typeof passed)[], change = (text: string) => text): string {
  const file = join(folder, "certificate.html");
  writeFileSync(file, change(writeCertificate({ student: "Ada\u001b[2J", date: "2026-05-31", lessons })));
  return file;
}

test("a certificate is true if its programs pass again", async () => {
  expect(await lesson(["verify", certificate([passed])])).toBe(0);
  expect(printed).toContain("2026-05-30  passed      Hello from every core");
  expect(printed).toContain("All programs passed when run again");
  expect(printed).not.toContain("\u001b");
});

test("it is not if one does not, was changed, or belongs to no lesson", async () => {
  const wrong = { ...passed, files: [{ name: passed.files[0]?.name ?? "", text: "x = 1\n" }] };
  expect(await lesson(["verify", certificate([wrong, { ...passed, id: "no/such", title: "None" }])])).toBe(1);
  expect(printed).toMatch(/not passed {2}Hello from every core: Every core says/);
  expect(printed).toContain("not run     None: There is no such lesson here.");
  expect(printed).toContain("0 of 2 programs passed");
  printed = "";
  const hacked = certificate([passed], (text) => text.replace(/"hash":"...../, '"hash":"00000'));
  expect(await lesson(["verify", hacked, "lessons"])).toBe(1);
  expect(printed).toContain("Its program was changed after the certificate was made.");
});

test("any other file is refused with the reason", async () => {
  const file = join(folder, "other.html");
  writeFileSync(file, "<html>");
  await expect(lesson(["verify", file])).rejects.toThrow("other.html is no certificate");
  await expect(lesson(["verify"])).rejects.toThrow("takes a file");
  await expect(lesson(["verify", certificate([passed]), "/no/such"])).rejects.toThrow("there is no folder");
  expect(readFileSync(file, "utf8")).toBe("<html>");
});
