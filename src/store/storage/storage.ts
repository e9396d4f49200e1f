import { createStore, type StoreApi } from "zustand/vanilla";

/// Why something is not written: the storage is full, it refuses or does not answer, it is that of a newer page, or the page was
/// started so that it leaves it alone.
export type Trouble = "full" | "refused" | "slow" | "newer" | "safe";

export interface StorageState {
  /// "kept" only when everything has been written for good.
  readonly state: "kept" | "keeping" | "failed";
  /// Set while it has failed, and in a page that will never keep anything.
  readonly trouble: Trouble | null;
  /// Keys under which lies, word for word, what could not be read, and was put aside since the page was opened.
  readonly aside: readonly string[];
  /// Names of copies made since then, since two tabs had changed the same lines.
  readonly copies: readonly string[];
  /// What was kept here before cannot be reached today.
  readonly unreachable: boolean;
}

/// The one owner of what outlives the page: small texts by key. All of it is in memory, so reading never waits. Every
/// reader sees a new text at once, and it is on disk within a second; `store` reports the progress of writing.
export interface PageStorage {
  readonly store: StoreApi<StorageState>;
  read(key: string): string | undefined;
  /// A function gives the text when it is needed: not at each key that is typed.
  write(key: string, text: string | (() => string)): void;
  remove(key: string): void;
  /// Every key that starts with `prefix`.
  keys(prefix: string): readonly string[];
  /// Calls back with a key under which lies what this tab has not written: another one has.
  onChange(callback: (key: string) => void): void;
  /// Calls back when there is no room left, for something to be given up. False when there is nothing.
  onFull(callback: () => boolean): void;
  /// Writes at once. Resolves to whether everything is on disk then.
  flush(): Promise<boolean>;
  /// For a page that is about to go: what has not been written is put where it can be put this instant. False when
  /// something may be lost with the page.
  hold(): boolean;
}

export const nothingToSay: StorageState = { state: "kept", trouble: null, aside: [], copies: [], unreachable: false };

/// Forgets everything with the page: for tests, for embeds, and for a page that was started without what is stored. With
/// `trouble` it says why; and that something may be lost, as soon as there is something to lose.
export function memoryStorage(trouble?: Trouble): PageStorage {
  const texts = new Map<string, string>();
  const store = createStore<StorageState>(() => ({ ...nothingToSay, trouble: trouble ?? null }));
  const changed = () => {
    if (trouble !== undefined) store.setState({ state: "failed" });
  };
  return {
    store,
    read: (key) => texts.get(key),
    write(key, text) {
      texts.set(key, typeof text === "string" ? text : text());
      changed();
    },
    remove: (key) => void texts.delete(key),
    keys: (prefix) => [...texts.keys()].filter((key) => key.startsWith(prefix)),
    onChange: () => {},
    onFull: () => {},
    flush: () => Promise.resolve(store.getState().state === "kept"),
    hold: () => store.getState().state === "kept",
  };
}
