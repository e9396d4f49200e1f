import { fileOf, type SourceFile } from "../../base/source.ts";
import type { Assignment } from "../../lessons/assignment.ts";
import { type CheckProblem, readChecked } from "../../lessons/check-problems.ts";
import { mainName } from "../../lessons/lesson.ts";
import { draftAssignment, rangesFrom } from "../lessons/assignment-draft.ts";
import { type RawCheck, rawChecks } from "./check-text.ts";
import { type Exercise, emptyExercise } from "./draft.ts";
import { folderFor } from "./pack-draft.ts";
import type { Which } from "./trial.ts";

// What an exercise of a draft is: programs, checks, an assignment; and what a new lesson begins with.

export type { CheckProblem };

/// The files of the start or the solution, the one that is run first.
export function filesOf(exercise: Exercise, which: Which): readonly SourceFile[] {
  const files = [{ name: exercise.main, text: exercise[which] }, ...exercise.beside];
  return files.map((file) => fileOf({ ...file, python: exercise.dialect === "python3" ? 3 : undefined }));
}

/// The assignment that an exercise is; throws an error in words for people when it is not ready.
export function assignmentOf(exercise: Exercise): Assignment {
  const { title, task, chip, cores, hostCores, seed, locked, check, start } = { ...exercise, task: exercise.text };
  const ranges = rangesFrom(locked, start.split("\n").length);
  const files = filesOf(exercise, "start");
  return draftAssignment({ title, task, chip, cores, hostCores, seed, files, locked: ranges }, check);
}

/// A list without checks.
const emptyCheck = '{\n  "checks": []\n}\n';

/// The text of an exercise's checks; an empty one is a list without checks.
export function checkTextOf({ check }: Exercise): string {
  return check.trim() === "" ? emptyCheck : check;
}

/// Which check a problem or a template is of, for the view.
export function checksIn(exercise: Exercise): {
  /// Undefined: the text is not JSON, or has no list of checks.
  readonly checks: readonly RawCheck[] | undefined;
  readonly problems: readonly CheckProblem[];
} {
  const text = checkTextOf(exercise);
  const read = readChecked(text, exercise);
  const checks = rawChecks(text)?.checks;
  // That there is none yet is plain to see.
  const problems = "problems" in read && checks?.length !== 0 ? read.problems : [];
  return { checks, problems };
}

const lessonText = `## Look

Say what this is about, and show it.

\`\`\`python
print("Core", coreid())
\`\`\`

## Write

Say what the student writes.

\`\`\`hint
A first nudge.
\`\`\`
`;

const lessonStart = `from parallel import *

# Say here what is to be written.
`;

/// A lesson to begin with, beside those that are there.
export function newLesson(there: readonly Exercise[], chapter = "01-lessons"): Exercise {
  const folder = folderFor(
    `lesson ${there.length + 1}`,
    there.filter((one) => one.chapter === chapter).map((one) => one.folder),
  );
  return emptyExercise({
    dialect: "python3",
    text: lessonText,
    start: lessonStart,
    solution: lessonStart,
    chapter,
    folder,
    main: mainName(folder.replace(/^\d+-/, "")),
  });
}
