import { createJournal, type Journal } from "../storage/journal.ts";
import type { PageStorage } from "../storage/storage.ts";
import { type StorageBackend, StorageError } from "../storage/storage-backend.ts";
import { type Change, readUnsaved } from "../storage/unsaved-changes.ts";
import { handFrames } from "./hand-frames.ts";

// A browser's storage as several tabs share it, which fails as a test says.

export type Fault = "none" | "full" | "throws" | "slow";

export interface Disk {
  readonly texts: Map<string, string>;
  fault: Fault;
  /// Whether the reserve refuses too.
  reserveRefuses: boolean;
  /// Bytes that it takes, in characters.
  room: number;
  /// Opens a tab.
  tab(): Tab;
  /// Time passes, and whatever is under way goes on as far as it can.
  pass(milliseconds: number): Promise<void>;
  now(): number;
}

export interface Tab {
  readonly pageStorage: PageStorage & Journal;
  /// As when the page is closed: what can be held is held. False when the page would have asked.
  close(): boolean;
  /// As when it is asked and stays.
  stay(): void;
  /// As when the browser is killed.
  kill(): void;
}

export function createDisk(): Disk {
  const texts = new Map<string, string>();
  const held = new Map<number, string>();
  const listeners = new Map<number, (keys: readonly string[]) => void>();
  const { frames, pass } = handFrames();
  const waiting: (() => void)[] = [];
  let tabs = 0;

  const found = (keys: readonly string[]) =>
    new Map(
      keys.flatMap((key): [string, string][] => {
        const text = texts.get(key);
        return text === undefined ? [] : [[key, text]];
      }),
    );

  const backingOf = (tab: number): StorageBackend => ({
    load: async () => new Map(texts),
    read: async (keys) => found(keys),
    async transact(keys, work) {
      while (disk.fault === "slow") await new Promise<void>((resolve) => waiting.push(resolve));
      // A page that has gone does nothing any more.
      if (!listeners.has(tab)) return new Promise(() => {});
      if (disk.fault === "throws") throw new Error("no disk");
      const puts = work(found(keys));
      let size = 0;
      for (const [key, text] of texts) if (!puts.has(key)) size += text.length;
      for (const text of puts.values()) size += text?.length ?? 0;
      if (disk.fault === "full" || size > disk.room) throw new StorageError("full");
      for (const [key, text] of puts) {
        if (text === undefined) texts.delete(key);
        else texts.set(key, text);
      }
      for (const [other, listener] of listeners) if (other !== tab && puts.size > 0) listener([...puts.keys()]);
    },
    onWritten: (callback) => void listeners.set(tab, callback),
  });

  const settled = async () => {
    for (let turn = 0; turn < 50; turn++) await Promise.resolve();
  };

  const disk: Disk = {
    texts,
    fault: "none",
    reserveRefuses: false,
    room: Number.POSITIVE_INFINITY,
    now: () => frames.now(),
    async pass(milliseconds) {
      const steps = Math.max(1, Math.round(milliseconds / 100));
      for (let step = 0; step < steps; step++) {
        pass(milliseconds / steps);
        if (disk.fault !== "slow") for (const go of waiting.splice(0)) go();
        await settled();
      }
    },
    tab() {
      const tab = ++tabs;
      const reserve = {
        put(text: string) {
          if (!disk.reserveRefuses) held.set(tab, text);
          return !disk.reserveRefuses;
        },
        clear: () => void held.delete(tab),
      };
      const backing = backingOf(tab);
      const pageStorage = createJournal({ backing, reserve, frames, stored: new Map(texts) });
      const listener = listeners.get(tab) ?? (() => {});
      const left: readonly (readonly [number, string])[] = [...held];
      for (const [, text] of left) pageStorage.takeOver(readUnsaved(text) as readonly Change[]);
      void pageStorage.flush().then((written) => {
        if (written) for (const [other, text] of left) if (held.get(other) === text) held.delete(other);
      });
      return {
        pageStorage,
        close() {
          listeners.delete(tab);
          return pageStorage.hold();
        },
        stay: () => void listeners.set(tab, listener),
        kill: () => void listeners.delete(tab),
      };
    },
  };
  return disk;
}
