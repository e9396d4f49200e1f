import { megabytes, mostPackBytes } from "../base/limits.ts";
import { readChapter, slugOf } from "../lessons/lesson.ts";
import { readHead } from "../lessons/lesson-format.ts";
import { PackError, type PackFiles, packOf, readIndex, readZip, textOf } from "../lessons/pack.ts";
import { type LessonLibrary, libraryOf } from "./lesson-library.ts";

// Lessons of teachers, by address or by file. They are only ever read: nothing of them runs but on the cores.

/// The lessons in a .zip; throws an error in words for people.
export function zipLibrary(bytes: Uint8Array, name: string): LessonLibrary {
  return told(name, () => packLibrary(readZip(bytes), name.replace(/\.zip$/i, "")));
}

/// Fetches a pack that lies where the page does: a .zip, or a folder with an index.json. Rejects with an error in words for
/// people.
export async function fetchLibrary(address: string, base: string): Promise<LessonLibrary> {
  let url: URL;
  try {
    url = new URL(address, base);
  } catch {
    throw new Error("The lesson pack cannot be opened: its address is none.");
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    throw new Error("The lesson pack cannot be opened: its address must begin with https:.");
  }
  // The page's policy would refuse it as well, but could not say why.
  if (url.origin !== new URL(base).origin) {
    throw new Error(
      `The lesson pack cannot be opened from its address: it lies at ${url.host}, and this page fetches nothing from elsewhere. Download it, and open the file here.`,
    );
  }
  const left = { bytes: mostPackBytes };
  const name = url.pathname.split("/").filter(Boolean).at(-1) ?? url.host;
  if (/\.zip$/i.test(url.pathname)) return zipLibrary(await read(url, left), name);
  const folder = new URL(url);
  folder.pathname = folder.pathname.replace(/index\.json$/, "").replace(/\/?$/, "/");
  const found = await read(new URL("index.json", folder), left);
  const { title, files } = told(name, () => readIndex(textOf("index.json", found)));
  const texts: [string, string][] = [];
  for (const path of files) {
    const bytes = await read(new URL(path, folder), left);
    texts.push([path, told(name, () => textOf(path, bytes))]);
  }
  return told(name, () => packLibrary(packOf(texts), title));
}

async function read(url: URL, left: { bytes: number }): Promise<Uint8Array> {
  let response: Response;
  try {
    response = await fetch(url, { credentials: "omit", referrerPolicy: "no-referrer" });
  } catch {
    throw new Error(
      `The lesson pack cannot be opened: ${url.host} cannot be reached. If you have its file, open that instead.`,
    );
  }
  if (!response.ok || response.body === null) {
    throw new Error(`The lesson pack cannot be opened: ${url.href} is not there.`);
  }
  const parts: Uint8Array[] = [];
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    left.bytes -= part.value.length;
    if (left.bytes < 0) {
      await reader.cancel();
      throw new Error(`The lesson pack cannot be opened: it is larger than ${megabytes(mostPackBytes)}.`);
    }
    parts.push(part.value);
  }
  return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer());
}

function packLibrary(files: PackFiles, title: string): LessonLibrary {
  const chapters: Record<string, { title: string; about: string }> = {};
  const heads: Record<string, { title: string; goal: string; minutes: number }> = {};
  for (const [path, text] of Object.entries(files)) {
    const [chapter = "", lesson, name] = path.split("/");
    if (slugOf(chapter) === undefined) continue;
    if (lesson === "chapter.md") chapters[path] = readChapter(text, path);
    if (name !== "lesson.md" || slugOf(lesson ?? "") === undefined) continue;
    heads[path] = readHead(text, path);
    chapters[`${chapter}/chapter.md`] ??= { title: chapter, about: "" };
  }
  if (Object.keys(heads).length === 0) throw new PackError("there is no lesson in it");
  const library = libraryOf(chapters, heads, (path) => {
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    const own = Object.entries(files).filter(
      ([file]) => file.startsWith(folder) && !file.slice(folder.length).includes("/"),
    );
    return Promise.resolve(Object.fromEntries(own.map(([file, text]) => [file.slice(folder.length), text])));
  });
  return named(library, title);
}

/// The same lessons with the pack's title before their ids, so that they never meet those of another pack.
function named(library: LessonLibrary, title: string): LessonLibrary {
  // Letters of every script: packs with titles in Greek or Japanese are told apart too.
  const slug = title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .slice(0, 60);
  const prefix = `pack-${slug}/`;
  return {
    title,
    chapters: library.chapters.map((chapter) => ({
      ...chapter,
      lessons: chapter.lessons.map((lesson) => ({ ...lesson, id: prefix + lesson.id })),
    })),
    load: (id) => library.load(id.slice(prefix.length)),
  };
}

function told<T>(name: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw new Error(`The lesson pack ${name} cannot be opened: ${error instanceof Error ? error.message : error}`);
  }
}
