import { crc32, encodeUtf8 } from "../../base/bytes.ts";
import { written } from "../../base/source.ts";
import { type Assignment, type HandIn, isLockedIntact, writeHandIn, writtenHandIn } from "../../lessons/assignment.ts";
import type { CheckResult } from "../../lessons/judge.ts";
import { filesOf } from "../../lessons/marking.ts";
import { projectNameFrom } from "../../share/names.ts";
import type { Projects } from "../project/project.ts";
import { type HandedProject, handedId } from "./handed.ts";

/// The file that a student hands in: the open program, with what the last check of it said.
export function handInFile(
  assignment: Assignment,
  student: string,
  projects: Projects,
  results: readonly CheckResult[],
  tries?: number,
): { readonly name: string; readonly text: string } {
  const { files } = projects.store.getState().current;
  const main = assignment.files[0]?.name;
  const ordered = [...files.filter(({ name }) => name === main), ...files.filter(({ name }) => name !== main)];
  const text = writeHandIn({
    student: student.trim(),
    assignment,
    files: ordered,
    results: results.map(({ name, ok }) => ({ name, ok })),
    lockedChanged: !isLockedIntact(assignment, ordered),
    ...(tries === undefined ? {} : { tries }),
  });
  const part = (words: string): string =>
    words
      .normalize("NFKD")
      .replace(/[^A-Za-z0-9]+/g, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 40);
  const name = [part(assignment.title), part(student)].filter((word) => word !== "").join("-");
  return { name: `${name || "hand-in"}.json`, text };
}

/// The project that a hand-in is opened as: the same for the same hand-in, and never one's own program for the assignment.
export function projectOfHandIn(handIn: HandIn, assignment: Assignment): HandedProject {
  const files = filesOf(assignment, handIn);
  const mark = crc32(encodeUtf8(JSON.stringify([writtenHandIn(handIn), written(assignment)]))) >>> 0;
  const name = projectNameFrom(`${handIn.student} - ${assignment.title}`);
  return { id: handedId(mark.toString(16)), begun: { name, files, active: files[0]?.name ?? "" } };
}
