import { mostHandInDepth, mostHandInFiles } from "../../base/limits.ts";
import { type GivenFile, withoutTop } from "../../store/marking/marking.ts";

/// Files that were chosen: those of a folder without its name before them.
export function chosenFiles(files: Iterable<File>): readonly GivenFile[] {
  const all = [...files].map((file) => givenFile(file, file.webkitRelativePath || file.name));
  return [...files].some((file) => file.webkitRelativePath !== "") ? withoutTop(all) : all;
}

/// Files that were dropped, with those in the folders among them. Call it while the drop is handled: what it carries is gone later.
export async function droppedFiles(data: DataTransfer): Promise<readonly GivenFile[]> {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return chosenFiles(data.files);
  const found: GivenFile[] = [];
  for (const entry of entries) await collect(entry, entry.name, 0, found);
  return entries.length === 1 && entries[0]?.isDirectory === true ? withoutTop(found) : found;
}

function givenFile(file: File, path: string): GivenFile {
  const read = async (most: number) => new Uint8Array(await file.slice(0, most).arrayBuffer());
  return { path, size: file.size, read };
}

async function collect(entry: FileSystemEntry, path: string, depth: number, found: GivenFile[]): Promise<void> {
  // One more than are marked, so that there are too many.
  if (found.length > mostHandInFiles || depth > mostHandInDepth) return;
  if (isFile(entry)) {
    const file = await new Promise<File | undefined>((resolve) => entry.file(resolve, () => resolve(undefined)));
    found.push(file === undefined ? unreadable(path) : givenFile(file, path));
  } else if (isFolder(entry)) {
    const reader = entry.createReader();
    for (;;) {
      // A folder is read a part at a time.
      const part = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
      if (part.length === 0) return;
      for (const one of part) await collect(one, `${path}/${one.name}`, depth + 1, found);
    }
  }
}

function unreadable(path: string): GivenFile {
  return { path, size: 0, read: () => Promise.reject(new Error("the browser does not give it")) };
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
