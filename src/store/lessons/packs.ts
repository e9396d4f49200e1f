import { megabytes, mostPackBytes } from "../../base/limits.ts";
import { readIndex, textOf } from "../../lessons/pack.ts";
import type { Background } from "../background/background.ts";
import { type LessonLibrary, libraryOf } from "./library.ts";
import { type Pack, type SentPack, toldOf } from "./pack-file.ts";

// Lessons of teachers, by address or by file. They are only ever read: nothing of them runs but on the cores.

const mostMilliseconds = 30_000;

/// Reads a pack in the background; rejects with an error in words for people.
export async function openPack(sent: SentPack, background: Background, signal: AbortSignal): Promise<LessonLibrary> {
  const what = `Opening the lesson pack ${sent.name}`;
  return libraryIn(await background.do("pack", sent, { what, mostMilliseconds, signal }));
}

/// Fetches a pack that lies where the page does: a .zip, or a folder with an index.json. Rejects with an error in words for
/// people.
export async function fetchPack(address: string, base: string, signal: AbortSignal): Promise<SentPack> {
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
  if (/\.zip$/i.test(url.pathname)) return { name, zip: await read(url, left, signal) };
  const folder = new URL(url);
  folder.pathname = folder.pathname.replace(/index\.json$/, "").replace(/\/?$/, "/");
  const index = await read(new URL("index.json", folder), left, signal);
  const { title, files: paths } = toldOf(name, () => readIndex(textOf("index.json", index)));
  const files: [string, Uint8Array][] = [];
  for (const path of paths) files.push([path, await read(new URL(path, folder), left, signal)]);
  return { name, title, files };
}

async function read(url: URL, left: { bytes: number }, signal: AbortSignal): Promise<Uint8Array> {
  let response: Response;
  try {
    response = await fetch(url, { credentials: "omit", referrerPolicy: "no-referrer", signal });
  } catch {
    signal.throwIfAborted();
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

/// The lessons of a pack as a library.
export function libraryIn({ title, chapters, heads, files }: Pack): LessonLibrary {
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
