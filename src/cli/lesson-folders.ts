import { basename, dirname, join, posix, relative, resolve, sep } from "node:path";
import { encodeUtf8 } from "../base/bytes.ts";
import { FormatError } from "../lessons/format-error.ts";
import { type Lesson, lessonId, lessonOf, readChapter } from "../lessons/lesson.ts";
import { readHead } from "../lessons/lesson-format.ts";
import { packOf, readIndex, requirePackSize } from "../lessons/pack.ts";
import { entriesOf, FileError, isThere } from "./files.ts";
import { readTextFile } from "./read-text.ts";

const isPart = (name: string): boolean => /\.(md|py|json|svg)$/.test(name);

export function isLessonFolder(folder: string): boolean {
  return isThere(join(folder, "lesson.md"));
}

/// The lessons in a folder, at any depth, in the order of their names. A folder that cannot be read counts as one: whoever
/// reads it says why.
export function lessonFolders(folder: string): string[] {
  if (isLessonFolder(folder)) return [folder];
  try {
    return entriesOf(folder)
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
      .flatMap(({ name }) => lessonFolders(join(folder, name)));
  } catch (error) {
    if (error instanceof FileError) return [folder];
    throw error;
  }
}

/// Reads the lesson in a folder, and its chapter beside it; throws FormatError.
export function readLessonFolder(folder: string): Lesson {
  const chapter = dirname(resolve(folder));
  const id = lessonId(basename(chapter), basename(resolve(folder)));
  if (id === undefined) {
    throw new FormatError(folder, ["is no name for a lesson: CHAPTER/LESSON, of a to z, 0 to 9 and -, a number first"]);
  }
  const about = join(chapter, "chapter.md");
  if (!isThere(about)) throw new FormatError(about, ["is missing"]);
  readChapter(readTextFile(about), about);
  const names = partsOf(folder);
  return lessonOf(id, Object.fromEntries(names.map((name) => [name, readTextFile(join(folder, name))])));
}

/// The names of the files of a lesson; throws FormatError.
function partsOf(folder: string): readonly string[] {
  try {
    return entriesOf(folder)
      .map(({ name }) => name)
      .filter(isPart);
  } catch (error) {
    throw error instanceof FileError ? new FormatError(folder, [error.what]) : error;
  }
}

/// The text of index.json for a folder of chapters: a title, and all files of its lessons. Throws FormatError or PackError
/// for what the page would not open.
export function packIndex(folder: string, title: string): string {
  const lessons = lessonFolders(folder).map((lesson) => relative(folder, lesson).split(sep).join("/"));
  const chapters = [...new Set(lessons.map((lesson) => posix.dirname(lesson)))];
  const files = [
    ...chapters.map((chapter) => `${chapter}/chapter.md`).filter((file) => isThere(join(folder, file))),
    ...lessons.flatMap((lesson) => partsOf(join(folder, lesson)).map((name) => `${lesson}/${name}`)),
  ].sort();
  const text = `${JSON.stringify({ title, files }, null, 2)}\n`;
  readIndex(text);
  const texts = files.map((file): [string, string] => [file, readTextFile(join(folder, file))]);
  requirePackSize([encodeUtf8(text), ...texts.map(([, file]) => encodeUtf8(file))]);
  for (const [path, file] of Object.entries(packOf(texts))) {
    if (path.endsWith("/chapter.md")) readChapter(file, path);
    if (path.endsWith("/lesson.md")) readHead(file, path);
  }
  return text;
}
