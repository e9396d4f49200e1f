import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join, posix, relative, resolve, sep } from "node:path";
import { FormatError } from "../lessons/check-format.ts";
import { type Lesson, lessonId, lessonOf, readChapter } from "../lessons/lesson.ts";
import { readTextFile } from "./read-text.ts";

const isPart = (name: string): boolean => /\.(md|py|json|svg)$/.test(name);

export function isLessonFolder(folder: string): boolean {
  return existsSync(join(folder, "lesson.md"));
}

/// The lessons in a folder, at any depth, in the order of their names.
export function lessonFolders(folder: string): string[] {
  if (isLessonFolder(folder)) return [folder];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map(({ name }) => join(folder, name))
    .sort()
    .flatMap(lessonFolders);
}

/// Reads the lesson in a folder, and its chapter beside it; throws FormatError.
export function readLessonFolder(folder: string): Lesson {
  const chapter = dirname(resolve(folder));
  const id = lessonId(basename(chapter), basename(resolve(folder)));
  if (id === undefined) {
    throw new FormatError(folder, ["is no name for a lesson: CHAPTER/LESSON, of a to z, 0 to 9 and -, a number first"]);
  }
  const about = join(chapter, "chapter.md");
  if (!existsSync(about)) throw new FormatError(about, ["is missing"]);
  readChapter(readTextFile(about), about);
  const names = readdirSync(folder).filter(isPart);
  return lessonOf(id, Object.fromEntries(names.map((name) => [name, readTextFile(join(folder, name))])));
}

/// The text of index.json for a folder of chapters: a title, and all files of its lessons.
export function packIndex(folder: string, title: string): string {
  const lessons = lessonFolders(folder).map((lesson) => relative(folder, lesson).split(sep).join("/"));
  const chapters = [...new Set(lessons.map((lesson) => posix.dirname(lesson)))];
  const files = [
    ...chapters.map((chapter) => `${chapter}/chapter.md`).filter((file) => existsSync(join(folder, file))),
    ...lessons.flatMap((lesson) =>
      readdirSync(join(folder, lesson))
        .filter(isPart)
        .map((name) => `${lesson}/${name}`),
    ),
  ];
  return `${JSON.stringify({ title, files: files.sort() }, null, 2)}\n`;
}
