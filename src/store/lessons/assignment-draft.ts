import { writtenFiles } from "../../base/source.ts";
import { type Assignment, assignmentOf } from "../../lessons/assignment.ts";
import { readCheck } from "../../lessons/check-format.ts";
import type { LineRange } from "../../lessons/locked.ts";

/// Line ranges from text such as `1-3, 8`; throws an error in words for people.
export function rangesFrom(text: string, lines: number): LineRange[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part): LineRange => {
      const match = /^(\d+)(?:\s*[-–]\s*(\d+))?$/.exec(part);
      const from = Number(match?.[1]);
      const to = Number(match?.[2] ?? match?.[1]);
      if (match === null) throw new Error(`Lines are written like 1-3, 8; ${part} is neither.`);
      if (from < 1 || to < from || to > lines) throw new Error(`There are no lines ${part}: the program has ${lines}.`);
      return [from, to];
    });
}

/// An assignment with the checks in a text; throws an error in words for people.
export function draftAssignment(parts: Omit<Assignment, "check">, check: string): Assignment {
  return assignmentOf({
    ...parts,
    files: writtenFiles(parts.files),
    check: readCheck(check, "The checks"),
  });
}
