import { crc32, encodeUtf8 } from "../base/bytes.ts";
import { fileOf, type SourceFile } from "../base/source.ts";
import { type CheckFile, readCheck } from "./check-format.ts";
import { FormatError } from "./format-error.ts";
import { type LessonText, readLesson } from "./lesson-format.ts";
import { marksOf } from "./picture.ts";
import { problemsOfRuns } from "./plan.ts";

/// A lesson, read from its folder.
export interface Lesson {
  /// `messages/send-and-recv`: its folders without their numbers.
  readonly id: string;
  readonly text: LessonText;
  /// The program as the student finds it: first the file that is run, then those beside it.
  readonly start: readonly SourceFile[];
  readonly solution: readonly SourceFile[];
  readonly check: CheckFile;
  /// The texts of its pictures, by file name.
  readonly pictures: Readonly<Record<string, string>>;
  /// Changes whenever what the student reads or begins with changes.
  readonly version: string;
}

/// The files of one folder, by name.
export type LessonFiles = Readonly<Record<string, string>>;

const folderName = /^(?:\d+-)?([a-z0-9]+(?:-[a-z0-9]+)*)$/;

/// The name of a folder without its number; undefined if it is no name for one.
export function slugOf(folder: string): string | undefined {
  return folderName.exec(folder)?.[1];
}

/// The id of the lesson in `chapter/lesson`; undefined if that is no name for one.
export function lessonId(chapter: string, lesson: string): string | undefined {
  const slugs = [slugOf(chapter), slugOf(lesson)];
  return slugs.includes(undefined) ? undefined : slugs.join("/");
}

/// The name that a lesson's program has in the page: `send-and-recv.py`.
export function mainName(id: string): string {
  return `${id.slice(id.lastIndexOf("/") + 1)}.py`;
}

/// Reads a lesson; throws FormatError with everything that is wrong with its files.
export function lessonOf(id: string, files: LessonFiles): Lesson {
  const problems: FormatError[] = [];
  const attempt = <T>(name: string, read: (text: string) => T): T | undefined => {
    const text = files[name];
    if (text === undefined) {
      problems.push(new FormatError(name, ["is missing"]));
      return undefined;
    }
    try {
      return read(text);
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      problems.push(error);
      return undefined;
    }
  };
  const text = attempt("lesson.md", (markdown) => readLesson(markdown));
  const check = attempt("check.json", (json) => readCheck(json));
  const start = attempt("start.py", (program) => program);
  const solution = attempt("solution.py", (program) => program);
  if (text === undefined || check === undefined || start === undefined || solution === undefined)
    throw joined(problems);
  const runs = problemsOfRuns(check, text.head);
  if (runs.length > 0) throw new FormatError("check.json", runs);
  const pictures = Object.fromEntries(Object.entries(files).filter(([name]) => name.endsWith(".svg")));
  requireFewMarks(pictures, files["lesson.md"] ?? "");
  const python = text.head.dialect === "python3" ? 3 : undefined;
  const program = (name: string, content: string): SourceFile => fileOf({ name, text: content, python });
  const beside = Object.entries(files)
    .filter(([name]) => name.endsWith(".py") && name !== "start.py" && name !== "solution.py")
    .map(([name, content]) => program(name, content));
  const name = mainName(id);
  return {
    id,
    text,
    check,
    pictures,
    start: [program(name, start), ...beside],
    solution: [program(name, solution), ...beside],
    version: versionOf(files),
  };
}

// Elements and attributes of pictures, as often as they are shown.
const mostMarks = 10_000;

/// Throws FormatError for a lesson whose pictures would hold up the page.
function requireFewMarks(pictures: Lesson["pictures"], markdown: string): void {
  const times = markdown.split("![").length - 1;
  const marks = Math.max(0, ...Object.values(pictures).map(marksOf));
  if (times * marks <= mostMarks) return;
  throw new FormatError("lesson.md", [
    `shows pictures ${times} times, of up to ${marks} elements and attributes; ${mostMarks} in all are the most`,
  ]);
}

// The check and the solution may be mended without the student having to know.
function versionOf(files: LessonFiles): string {
  const told = Object.entries(files)
    .filter(([name]) => name !== "check.json" && name !== "solution.py")
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return (crc32(encodeUtf8(JSON.stringify(told))) >>> 0).toString(16).padStart(8, "0");
}

function joined(errors: readonly FormatError[]): FormatError {
  const [first] = errors;
  if (errors.length === 1 && first !== undefined) return first;
  return new FormatError(
    "lesson",
    errors.flatMap(({ file, problems }) => problems.map((problem) => `${file}: ${problem}`)),
  );
}

const mostChapterCharacters = 4000;

/// A chapter's title and sentence, from chapter.md; throws FormatError.
export function readChapter(markdown: string, file = "chapter.md"): { title: string; about: string } {
  if (markdown.length > mostChapterCharacters) {
    throw new FormatError(file, [`is longer than ${mostChapterCharacters} characters`]);
  }
  const [heading = "", ...lines] = markdown.replace(/^\uFEFF/, "").split(/\r\n?|\n/);
  const title = heading.startsWith("# ") ? heading.slice(2).trim() : "";
  const about = lines.join(" ").replace(/\s+/g, " ").trim();
  if (title === "" || about === "") {
    throw new FormatError(file, ["is a heading (# Title), an empty line and a sentence"]);
  }
  return { title, about };
}
