import type { Frames } from "../platform/frames.ts";
import { openDatabase } from "./database.ts";
import { freshId } from "./fresh-id.ts";
import { createJournal, type Journal } from "./journal.ts";
import { takeOverLocalStorage } from "./migrate-local-storage.ts";
import type { PageStorage } from "./storage.ts";
import type { StorageBackend } from "./storage-backend.ts";
import { readUnsaved } from "./unsaved-changes.ts";
import { hadDatabase, noteDatabase, type Reserves, reserves, webStorage, webStorageBackend } from "./web-storage.ts";

// What the page starts with: what is in the database, what pages left in the reserve when they went, and what is in local
// storage and was not taken over yet, which is where all was kept before there was a database.

/// A database that does not open by then is not waited for: local storage serves.
const patience = 3000;
/// Only who has worked is asked whether the browser may clear it all when its disk is full.
const writesBeforeAsking = 10;

/// Opens what is kept in this browser. Never rejects: at worst nothing can be kept, which the storage says.
export async function openPageStorage(frames: Frames): Promise<PageStorage> {
  const storage = webStorage();
  const { backing, stored, database } = await open(storage);
  const left = reserves(storage, freshId());
  const journal = createJournal({ backing, reserve: left.own, frames, stored });
  if (database) {
    noteDatabase(storage);
    takeOverLocalStorage(journal, storage);
  } else if (hadDatabase(storage)) journal.store.setState({ unreachable: true });
  takeOverReserves(journal, left);
  left.onLeft(() => takeOverReserves(journal, left));
  writeWhenHidden(journal);
  askToStay(journal);
  return journal;
}

async function open(storage: Storage | undefined) {
  try {
    const { backing, stored } = await within(patience, loaded());
    return { backing, stored, database: true };
  } catch {
    const backing = webStorageBackend(storage);
    return { backing, stored: await backing.load(), database: false };
  }
}

async function loaded(): Promise<{ backing: StorageBackend; stored: ReadonlyMap<string, string> }> {
  const backing = await openDatabase();
  return { backing, stored: await backing.load() };
}

function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("it takes too long")), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function takeOverReserves(journal: Journal, left: Reserves): void {
  const found = left.left();
  if (found.size === 0) return;
  for (const [key, text] of found) {
    const changes = readUnsaved(text);
    // What nobody can read is put aside like the rest.
    if (changes === undefined) journal.putAside(key, text);
    else journal.takeOver(changes);
  }
  void journal.flush().then((written) => {
    if (written) for (const [key, text] of found) left.forget(key, text);
  });
}

function writeWhenHidden(journal: Journal): void {
  const write = () => {
    void journal.flush();
    journal.hold();
  };
  window.addEventListener("pagehide", write);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") write();
  });
}

function askToStay(journal: Journal): void {
  let writes = 0;
  journal.store.subscribe(({ state }, before) => {
    if (state !== "kept" || before.state !== "keeping" || ++writes !== writesBeforeAsking) return;
    void navigator.storage?.persist?.().catch(() => {});
  });
}
