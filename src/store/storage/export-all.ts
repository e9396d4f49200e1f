import { zipTexts } from "../../share/zip-texts.ts";
import { openDatabase } from "./database.ts";
import { datedForm, type Project, parseAs, projectForm, validateStored } from "./forms.ts";
import type { PageStorage } from "./storage.ts";
import { textsIn, webStorage } from "./web-storage.ts";

// All that is stored, as files, for a page that cannot be used otherwise:
//
//   programs/NAME/FILE.py    each program
//   deleted/NAME/FILE.py     those that were deleted and can be brought back
//   everything.json          every text by its key, word for word, as it was found

/// Everything that this page and this browser hold, as a .zip. What cannot be read is passed over; it never rejects.
export async function everythingAsZip(pageStorage?: PageStorage): Promise<Uint8Array<ArrayBuffer>> {
  const [stored, storage] = [await inDatabase(), inStorage()];
  const here = new Map(pageStorage?.keys("").map((key) => [key, pageStorage.read(key) ?? ""]) ?? []);
  return zipTexts([
    ...filesOf(new Map([...storage, ...stored, ...here])),
    [
      "everything.json",
      `${JSON.stringify({ page: plain(here), database: plain(stored), storage: plain(storage) }, null, 1)}\n`,
    ],
  ]);
}

/// The texts under some keys as a .zip, word for word.
export function textsAsZip(pageStorage: PageStorage, keys: readonly string[]): Uint8Array<ArrayBuffer> {
  return zipTexts(keys.map((key) => [`${key}.txt`, pageStorage.read(key) ?? ""]));
}

function filesOf(texts: ReadonlyMap<string, string>): [string, string][] {
  const files: [string, string][] = [];
  const add = (folder: string, project: Project | undefined) => {
    for (const { name, text } of project?.files ?? []) files.push([`${folder}/${project?.name}/${name}`, text]);
  };
  for (const [key, text] of texts) {
    // What can be mended is worth more than what is lost for a comma.
    const { sound, left } = validateStored(key, text);
    const read = sound ? text : left;
    if (key.startsWith("epython-lab.project.")) add("programs", parseAs(projectForm, read));
    if (key.startsWith("epython-lab.deleted.")) add("deleted", parseAs(datedForm, read)?.project);
  }
  return files;
}

async function inDatabase(): Promise<ReadonlyMap<string, string>> {
  try {
    return await (await openDatabase()).load();
  } catch {
    return new Map();
  }
}

function inStorage(): ReadonlyMap<string, string> {
  try {
    return new Map([...textsIn(webStorage())].map(([key, { text }]) => [key, text]));
  } catch {
    return new Map();
  }
}

function plain(texts: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries(texts);
}
