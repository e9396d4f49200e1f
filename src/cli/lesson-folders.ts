import { basename, dirname, join, posix, relative, resolve, sep } from "node:path";
import { encodeUtf8 } from "../base/bytes.ts";
import { mostPackBytes } from "../base/limits.ts";
import { FormatError } from "../lessons/format-error.ts";
import { type Lesson, lessonId, lessonOf, readChapter } from "../lessons/lesson.ts";
import { readHead } from "../lessons/lesson-format.ts";
import { packOf, readIndex, readZip, requirePackSize } from "../lessons/pack.ts";
import { entriesOf, FileError, isThere, readFile } from "./files.ts";
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

/// A lesson to be checked, and what it is called. Reading it throws FormatError for what is wrong with its files.
export interface LessonSource {
  readonly name: string;
  read(): Lesson;
}

/// The lesson in a folder.
export function inFolder(folder: string): LessonSource {
  return { name: folder, read: () => readLessonFolder(folder) };
}

/// The lessons in a pack (.zip), in the order of their names. Throws FormatError or PackError for what is none.
export function inPack(zip: string): readonly LessonSource[] {
  const files = Object.entries(readZip(readPackFile(zip)));
  const folders = files.flatMap(([path]) => (/^[^/]+\/[^/]+\/lesson\.md$/.test(path) ? [posix.dirname(path)] : []));
  return folders.sort().map((folder) => ({
    name: `${zip}: ${folder}`,
    read() {
      const [chapter = "", name = ""] = folder.split("/");
      const about = files.find(([path]) => path === `${chapter}/chapter.md`);
      if (about === undefined) throw new FormatError(`${chapter}/chapter.md`, ["is missing"]);
      readChapter(about[1], about[0]);
      const own = files.filter(([path]) => posix.dirname(path) === folder);
      return lessonOf(
        idOf(chapter, name, folder),
        Object.fromEntries(own.map(([path, text]) => [posix.basename(path), text])),
      );
    },
  }));
}

function readPackFile(zip: string): Uint8Array {
  try {
    return readFile(zip, mostPackBytes);
  } catch (error) {
    throw error instanceof FileError ? new FormatError(zip, [error.what]) : error;
  }
}

function idOf(chapter: string, name: string, folder: string): string {
  const id = lessonId(chapter, name);
  if (id !== undefined) return id;
  throw new FormatError(folder, ["is no name for a lesson: CHAPTER/LESSON, of a to z, 0 to 9 and -, a number first"]);
}

/// Reads the lesson in a folder, and its chapter beside it; throws FormatError.
export function readLessonFolder(folder: string): Lesson {
  const chapter = dirname(resolve(folder));
  const id = idOf(basename(chapter), basename(resolve(folder)), folder);
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
