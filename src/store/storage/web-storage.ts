import { type Reserve, type StorageBackend, StorageError } from "./storage-backend.ts";

// Local storage. All was in it before there was a database, in the same texts under the same keys; today it serves
//
//   - where the browser refuses the database: as before,
//   - as the reserve: it can be written to while a page goes, which the database cannot.
//
// The browser may forbid it altogether, and writes to disk late.

const ours = "epython-lab.";
const reservePrefix = "epython-lab.held.";
const panels = "react-resizable-panels:epython-lab.";
/// Says that the database has been in use here.
const mark = "epython-lab.database";

export function webStorage(): Storage | undefined {
  try {
    const storage = window.localStorage;
    storage.getItem("");
    return storage;
  } catch {
    return undefined;
  }
}

/// The texts in local storage by the keys that they have today; `where` says under which they lie.
export function textsIn(storage: Storage | undefined): Map<string, { readonly where: string; readonly text: string }> {
  const found = new Map<string, { where: string; text: string }>();
  for (const where of storage === undefined ? [] : Object.keys(storage)) {
    const key = where.startsWith(panels) ? `epython-lab.layout.${where.slice(panels.length)}` : where;
    const text = storage?.getItem(where) ?? null;
    if (!key.startsWith(ours) || key.startsWith(reservePrefix) || key === mark || text === null) continue;
    found.set(key, { where, text });
  }
  return found;
}

export function webStorageBackend(storage: Storage | undefined): StorageBackend {
  const get = (key: string): string | undefined => storage?.getItem(key) ?? undefined;
  const read = (keys: readonly string[]) =>
    new Map(
      keys.flatMap((key): [string, string][] => {
        const text = get(key);
        return text === undefined ? [] : [[key, text]];
      }),
    );
  return {
    load: async () => new Map([...textsIn(storage)].map(([key, { text }]) => [key, text])),
    read: async (keys) => read(keys),
    async transact(keys, work) {
      // Nothing comes between what is read and what is written.
      const puts = [...work(read(keys))];
      if (storage === undefined) throw new StorageError("refused");
      try {
        // The room of what goes may be what is missing.
        for (const [key, text] of puts) if (text === undefined) storage.removeItem(key);
        for (const [key, text] of puts) if (text !== undefined) storage.setItem(key, text);
      } catch (error) {
        throw new StorageError(isFull(error) ? "full" : "refused", error);
      }
    },
    onWritten(callback) {
      if (storage === undefined) return;
      window.addEventListener("storage", ({ key }) => {
        if (key?.startsWith(ours) && !key.startsWith(reservePrefix)) callback([key]);
      });
    },
  };
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === "QuotaExceededError";
}

/// What pages have left in the reserve, this one's own place in it apart.
export interface Reserves {
  readonly own: Reserve;
  /// What lies there, by key.
  left(): ReadonlyMap<string, string>;
  /// Removes one, if it is still what it was.
  forget(key: string, text: string): void;
  /// Calls back when another page has left something.
  onLeft(callback: () => void): void;
}

export function reserves(storage: Storage | undefined, id: string): Reserves {
  const own = reservePrefix + id;
  return {
    own: {
      put(text) {
        try {
          storage?.setItem(own, text);
          return storage !== undefined;
        } catch {
          return false;
        }
      },
      clear: () => storage?.removeItem(own),
    },
    left() {
      const keys = Object.keys(storage ?? {}).filter((key) => key.startsWith(reservePrefix) && key !== own);
      return new Map(keys.map((key) => [key, storage?.getItem(key) ?? ""]));
    },
    forget(key, text) {
      if (storage?.getItem(key) === text) storage.removeItem(key);
    },
    onLeft(callback) {
      if (storage === undefined) return;
      window.addEventListener("storage", ({ key, newValue }) => {
        if (key?.startsWith(reservePrefix) && newValue !== null) callback();
      });
    },
  };
}

/// Whether the database has been in use here; from now on it is.
export function noteDatabase(storage: Storage | undefined): void {
  try {
    storage?.setItem(mark, "1");
  } catch {
    // then nobody will know
  }
}

export function hadDatabase(storage: Storage | undefined): boolean {
  return storage?.getItem(mark) === "1";
}
