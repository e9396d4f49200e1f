import { readChapter, slugOf } from "../../lessons/lesson.ts";
import { type LessonHead, readHead } from "../../lessons/lesson-format.ts";
import { PackError, type PackFiles, packOf, readZip, textOf } from "../../lessons/pack.ts";

/// The files of a pack as they came: a .zip, or those of a folder, by path.
export type SentPack = { readonly name: string } & (
  | { readonly zip: Uint8Array }
  | { readonly title: string; readonly files: readonly (readonly [path: string, bytes: Uint8Array])[] }
);

/// What of a lesson stands in the list.
type ListedHead = Pick<LessonHead, "title" | "goal" | "minutes">;

/// The lessons of a pack, each still to be read but for its head.
export interface Pack {
  readonly title: string;
  /// By the paths of `chapter.md`, also where there is none.
  readonly chapters: Readonly<Record<string, { readonly title: string; readonly about: string }>>;
  /// By the paths of `lesson.md`.
  readonly heads: Readonly<Record<string, ListedHead>>;
  readonly files: PackFiles;
}

/// Reads a pack; throws an error in words for people.
export function packIn(sent: SentPack): Pack {
  return toldOf(sent.name, () => {
    if ("zip" in sent) return packOfFiles(readZip(sent.zip), sent.name.replace(/\.zip$/i, ""));
    return packOfFiles(packOf(sent.files.map(([path, bytes]) => [path, textOf(path, bytes)])), sent.title);
  });
}

/// What `make` gives; what it throws names the pack.
export function toldOf<T>(name: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw new Error(`The lesson pack ${name} cannot be opened: ${error instanceof Error ? error.message : error}`);
  }
}

function packOfFiles(files: PackFiles, title: string): Pack {
  const chapters: Record<string, { title: string; about: string }> = {};
  const heads: Record<string, ListedHead> = {};
  for (const [path, text] of Object.entries(files)) {
    const [chapter = "", lesson, name] = path.split("/");
    if (slugOf(chapter) === undefined) continue;
    if (lesson === "chapter.md") chapters[path] = readChapter(text, path);
    if (name !== "lesson.md" || slugOf(lesson ?? "") === undefined) continue;
    const { title, goal, minutes } = readHead(text, path);
    heads[path] = { title, goal, minutes };
    chapters[`${chapter}/chapter.md`] ??= { title: chapter, about: "" };
  }
  if (Object.keys(heads).length === 0) throw new PackError("there is no lesson in it");
  return { title, chapters, heads, files };
}
