import { type Assignment, isLockedIntact, writeHandIn } from "../../lessons/assignment.ts";
import type { CheckResult } from "../../lessons/judge.ts";
import type { Projects } from "../project/project.ts";

/// The file that a student hands in: the open program, with what the last check of it said.
export function handInFile(
  assignment: Assignment,
  student: string,
  projects: Projects,
  results: readonly CheckResult[],
): { readonly name: string; readonly text: string } {
  const { files } = projects.store.getState().current;
  const main = assignment.files[0]?.name;
  const ordered = [...files.filter(({ name }) => name === main), ...files.filter(({ name }) => name !== main)];
  const text = writeHandIn({
    student: student.trim(),
    assignment,
    files: ordered.map(({ name, text }) => ({ name, text })),
    results: results.map(({ name, ok }) => ({ name, ok })),
    lockedChanged: !isLockedIntact(assignment, ordered),
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
