import { lessonOf } from "../../lessons/lesson.ts";
import { type LessonText, readLesson } from "../../lessons/lesson-format.ts";
import { lessonWarnings } from "../../lessons/lesson-warnings.ts";
import { PackError } from "../../lessons/pack.ts";
import { writeZip } from "../../lessons/pack-write.ts";
import { assignmentFile, assignmentLink, mostLinkCharacters } from "../lessons/assignment-link.ts";
import type { Draft, Exercise } from "./draft.ts";
import { assignmentOf } from "./exercise.ts";
import { filesOfPack, lessonFilesOf } from "./pack-draft.ts";

// What a teacher hands out: an assignment as a link and a file, a pack as a file.

export type HandOut<T> = T | { readonly problem: string };

/// The assignment as a fragment of an address, `#` included, and as the text of a file. The link is undefined where it would be too long,
/// for an address of `base` characters.
export function assignmentToShare(
  exercise: Exercise,
  base: number,
): HandOut<{ readonly link: string | undefined; readonly file: string }> {
  return attempt(() => {
    const assignment = assignmentOf(exercise);
    const file = assignmentFile(assignment);
    const link = assignmentLink(assignment);
    return { link: link !== undefined && base + link.length <= mostLinkCharacters ? link : undefined, file };
  });
}

/// The pack as a .zip, under the name that it should have.
export function packToShare(draft: Draft): HandOut<{ readonly name: string; readonly zip: Uint8Array }> {
  return attempt(() => ({ name: zipName(draft.title), zip: writeZip(filesOfPack(draft)) }));
}

/// The page calls a pack what its file is called.
function zipName(title: string): string {
  const plain = title
    .replace(/[^\p{L}\p{M}\p{N} ._-]+/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/^[ .]+|[ .]+$/g, "")
    .slice(0, 80);
  return `${plain || "lessons"}.zip`;
}

/// What a reader would miss in a lesson, a line each; none if all is well.
export function warningsOf(exercise: Exercise): readonly string[] {
  const made = attempt(() => ({ lesson: lessonOf(`${exercise.chapter}/${exercise.folder}`, lessonFilesOf(exercise)) }));
  return "problem" in made ? made.problem.split("\n") : lessonWarnings(made.lesson);
}

/// A lesson as its student reads it.
export function lessonTextOf(exercise: Exercise): HandOut<{ readonly text: LessonText }> {
  return attempt(() => ({ text: readLesson(lessonFilesOf(exercise)["lesson.md"] ?? "") }));
}

function attempt<T>(make: () => T): HandOut<T> {
  try {
    return make();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { problem: error instanceof PackError ? `The pack cannot be saved: ${why}.` : why };
  }
}
