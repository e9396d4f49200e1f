import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "./arguments.ts";
import { checkLessons } from "./lesson-check.ts";
import { isLessonFolder, lessonFolders } from "./lesson-folders.ts";
import { newLesson } from "./lesson-new.ts";

const usage = [
  "Usage: epython lesson check [FOLDER…]      check lessons: all of lessons/, or those in these folders",
  "       epython lesson new CHAPTER/NAME     make a lesson to be filled in, such as 02-messages/07-probe",
  "",
  "docs/lessons.md says how a lesson is written.",
].join("\n");

/// The commands for those who write lessons and those who teach with them; gives the exit status.
export async function lesson(words: readonly string[]): Promise<number> {
  const [command, ...rest] = words;
  if (command === undefined || command === "-help" || command === "--help") {
    console.log(usage);
    return 0;
  }
  const flag = rest.find((word) => word.startsWith("-"));
  if (flag !== undefined) throw new UsageError(`there is no flag ${flag}`);
  if (command === "new") return newLesson(rest);
  if (command === "check") return check(rest);
  throw new UsageError(`there is no command lesson ${command}\n\n${usage}`);
}

function check(words: readonly string[]): Promise<number> {
  const given = words.length === 0 ? ["lessons"] : words;
  const folders = given.flatMap((folder) => {
    if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new UsageError(`there is no folder ${folder}`);
    const found = isLessonFolder(folder) ? [folder] : lessonFolders(folder);
    if (found.length === 0) throw new UsageError(`${folder} holds no lesson (a folder with ${join("", "lesson.md")})`);
    return found;
  });
  return checkLessons(folders);
}
