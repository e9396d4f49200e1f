/// Small texts that outlive the page, by key.
export interface Keeper {
  read(key: string): string | undefined;
  /// False when they could not be kept: the storage is full or switched off.
  write(key: string, text: string): boolean;
  remove(key: string): void;
  /// Every key that starts with `prefix`.
  keys(prefix: string): readonly string[];
  /// Calls back with a key that another tab has written or removed.
  onChange(callback: (key: string) => void): void;
}

/// Forgets everything with the page; for tests and for browsers that keep nothing.
export function memoryKeeper(keeps = true): Keeper {
  const texts = new Map<string, string>();
  return {
    read: (key) => texts.get(key),
    write: (key, text) => {
      texts.set(key, text);
      return keeps;
    },
    remove: (key) => void texts.delete(key),
    keys: (prefix) => [...texts.keys()].filter((key) => key.startsWith(prefix)),
    onChange: () => {},
  };
}

/// Keeps in the browser's local storage. It is read at once, so the first paint already shows the learner's own program,
/// and written at once, so a crash loses nothing.
export function browserKeeper(): Keeper {
  let storage: Storage;
  try {
    storage = window.localStorage;
    storage.getItem("");
  } catch {
    return memoryKeeper(false);
  }
  return {
    read: (key) => storage.getItem(key) ?? undefined,
    write: (key, text) => {
      try {
        storage.setItem(key, text);
        return true;
      } catch {
        return false;
      }
    },
    remove: (key) => storage.removeItem(key),
    keys: (prefix) => Object.keys(storage).filter((key) => key.startsWith(prefix)),
    onChange: (callback) =>
      window.addEventListener("storage", (event) => {
        if (event.key !== null) callback(event.key);
      }),
  };
}
