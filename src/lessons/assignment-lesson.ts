import { crc32, encodeUtf8 } from "../base/bytes.ts";
import { written } from "../base/source.ts";
import type { Assignment } from "./assignment.ts";
import type { Lesson } from "./lesson.ts";
import { blocksOf, type LockedBlocks } from "./locked.ts";

/// An assignment as it is worked on: a lesson of one step, without hints or a solution, and the lines that stay.
export function lessonOfAssignment(assignment: Assignment): { lesson: Lesson; blocks: LockedBlocks } {
  const { title, task, chip, cores, hostCores, seed, files, locked, check } = assignment;
  // The same assignment is the same lesson; another one, even with the same title, never meets its drafts.
  const version = (crc32(encodeUtf8(JSON.stringify(written(assignment)))) >>> 0).toString(16).padStart(8, "0");
  const lesson: Lesson = {
    id: `assignment/${version}`,
    text: {
      head: { title, goal: "", minutes: 0, chip, cores, hostCores, seed },
      steps: task.trim() === "" ? [] : [{ title: "", parts: [{ kind: "text", markdown: task }] }],
      hints: [],
    },
    start: files,
    solution: [],
    check,
    pictures: {},
    version,
  };
  return { lesson, blocks: blocksOf(files[0]?.text ?? "", locked) };
}
