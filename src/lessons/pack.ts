import * as v from "valibot";
import { megabytes, mostNameCharacters, mostPackBytes, mostPackFileBytes, mostPackFiles } from "../base/limits.ts";
import { readText, TextError } from "../base/source-text.ts";
import { unzip, type ZipProblem } from "../share/unzip.ts";
import { FormatError, problemOf } from "./format-error.ts";
import { parseJson } from "./json.ts";

// A pack: the folders of lessons as docs/lessons.md has them, as a .zip or as files of a web site that index.json lists.

/// Texts by path, `01-chapter/01-lesson/lesson.md`.
export type PackFiles = Readonly<Record<string, string>>;

// With what is no part of a lesson.
const mostEntries = 5000;

/// Says why something is no pack, in words for people.
export class PackError extends Error {}

const tooLarge = `it is larger than ${megabytes(mostPackBytes)}`;

/// Throws PackError where the files of a pack are larger than all together may be.
export function requirePackSize(files: readonly Uint8Array[]): void {
  if (files.reduce((total, { length }) => total + length, 0) > mostPackBytes) throw new PackError(tooLarge);
}

const because: Readonly<Record<ZipProblem, string>> = {
  damaged: "it is no .zip, or it is damaged",
  many: `it holds more than ${mostPackFiles} files`,
  large: "what is in it is too large",
  locked: "it is locked with a password",
  strange: "it is packed in a way that cannot be read here",
};

/// The files of lessons in a .zip; throws PackError.
export function readZip(bytes: Uint8Array): PackFiles {
  if (bytes.length > mostPackBytes) throw new PackError(tooLarge);
  const entries = unzip(bytes, {
    isWanted: isPart,
    mostWanted: mostPackFiles,
    mostEntries,
    mostFileBytes: mostPackFileBytes,
    mostBytes: mostPackBytes,
  });
  if (typeof entries === "string") throw new PackError(because[entries]);
  return packOf(entries.map(({ name, bytes }) => [name, textOf(name, bytes)]));
}

const index = v.strictObject({
  title: v.pipe(v.string(), v.trim(), v.minLength(1, "is empty"), v.maxLength(80)),
  files: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(mostPackFiles)),
});

/// What index.json says; throws FormatError. Paths lead nowhere but down from where it lies.
export function readIndex(text: string): { readonly title: string; readonly files: readonly string[] } {
  let data: unknown;
  try {
    data = parseJson(text);
  } catch (error) {
    throw new FormatError("index.json", [`is not JSON: ${error instanceof Error ? error.message : error}`]);
  }
  const result = v.safeParse(index, data);
  if (!result.success) throw new FormatError("index.json", result.issues.map(problemOf));
  const bad = result.output.files.find((path) => !isPath(path));
  if (bad !== undefined) throw new FormatError("index.json", [`${bad} is no path of a lesson's file`]);
  return result.output;
}

/// A file of a pack as text; throws PackError.
export function textOf(path: string, bytes: Uint8Array): string {
  if (bytes.length > mostPackFileBytes) throw new PackError(`${path} is larger than ${megabytes(mostPackFileBytes)}`);
  try {
    return readText(path, bytes);
  } catch (error) {
    throw error instanceof TextError ? new PackError(`${path}, ${error.sentence}`) : error;
  }
}

/// Files by path from where the chapters lie: a .zip often has all of them in one folder.
export function packOf(files: readonly (readonly [string, string])[]): PackFiles {
  const bad = files.find(([path]) => !isPath(path));
  if (bad !== undefined) throw new PackError(`it has a file of the name ${bad[0].slice(0, 80)}`);
  const lesson = files.find(([path]) => path.endsWith("/lesson.md"))?.[0];
  if (lesson === undefined) throw new PackError("there is no lesson in it: no CHAPTER/LESSON/lesson.md");
  const depth = lesson.split("/").length - 3;
  if (depth < 0) throw new PackError("its lessons do not lie in chapters: CHAPTER/LESSON/lesson.md");
  const root = lesson
    .split("/")
    .slice(0, depth)
    .map((part) => `${part}/`)
    .join("");
  return Object.fromEntries(
    files.filter(([path]) => path.startsWith(root)).map(([path, text]) => [path.slice(root.length), text]),
  );
}

function isPart(path: string): boolean {
  return /\.(md|py|json|svg)$/.test(path) && !path.startsWith("__MACOSX/");
}

function isPath(path: string): boolean {
  const parts = path.split("/");
  return isPart(path) && parts.length <= 5 && parts.every(isName);
}

// As file systems have it: what a student's progress is kept under is made of these names.
function isName(part: string): boolean {
  return part.length <= mostNameCharacters && /^[A-Za-z0-9_][\w.-]*$/.test(part);
}
