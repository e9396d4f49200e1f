import { createStore } from "zustand/vanilla";
import type { Cancel, Frames } from "../platform/frames.ts";
import { asidePrefix, parseAs, projectForm, validateStored } from "./forms.ts";
import { merge } from "./merge.ts";
import { nothingToSay, type PageStorage, type StorageState, type Trouble } from "./storage.ts";
import { type Reserve, type StorageBackend, StorageError } from "./storage-backend.ts";
import { type Change, writeUnsaved } from "./unsaved-changes.ts";

// How a change reaches the disk, and how tabs agree:
//
//   write ─ texts (memory; read at once) ─ dirty ─ flush ─┐ one transaction: what is stored now is compared with
//                                            ▲            │ `known`, what this tab last saw there. The same: mine is
//           another tab has written ─ adopt ─┘            ┘ written. Another: both are merged, and that is written.
//
// So whoever writes last has seen what the other wrote, and no lock is needed beside the transaction. What is not on disk
// stays dirty, whatever happens, and is tried again. One flush or adoption goes on at a time.

const restMilliseconds = 300;
/// However fast someone types, no longer than this goes by without a write.
const mostMilliseconds = 600;
const slowMilliseconds = 4000;
const againMilliseconds = 5000;

export const formatKey = "epython-lab.format";
const format = "2";

/// What comes of two texts under one key, and what is put under others so that nothing is lost: copies, the programs among
/// them with a name, and what could not be read.
interface Both {
  readonly text: string | undefined;
  readonly beside: readonly { readonly key: string; readonly text: string; readonly name?: string }[];
}

export interface Journal extends PageStorage {
  /// Takes over changes that were made elsewhere and never reached the disk, as if they were made here.
  takeOver(changes: readonly Change[]): void;
  /// Puts a text that nobody can read aside, under the name of the key that it lay under.
  putAside(key: string, text: string): void;
}

interface JournalParts {
  readonly backing: StorageBackend;
  readonly reserve: Reserve;
  readonly frames: Pick<Frames, "after" | "now">;
  /// What `backing` held a moment ago.
  readonly stored: ReadonlyMap<string, string>;
}

export function createJournal({ backing, reserve, frames, stored }: JournalParts): Journal {
  const store = createStore<StorageState>(() => nothingToSay);
  const texts = new Map<string, string | (() => string)>(stored);
  const known = new Map<string, string>(stored);
  const dirty = new Set<string>();
  let flying: ReadonlyMap<string, string | undefined> = new Map();
  const listeners: ((key: string) => void)[] = [];
  let makeRoom: () => boolean = () => false;
  let queue: Promise<unknown> = Promise.resolve();
  let cancelFlush: Cancel = () => {};
  let firstChange = 0;
  let lastChange = 0;
  let held = false;

  const read = (key: string): string | undefined => {
    const text = texts.get(key);
    if (typeof text !== "function") return text;
    const made = text();
    texts.set(key, made);
    return made;
  };
  const keys = (prefix: string) => [...texts.keys()].filter((key) => key.startsWith(prefix));
  const tell = (key: string) => {
    for (const listener of listeners) listener(key);
  };
  const names = () => keys("epython-lab.project.").flatMap((key) => parseAs(projectForm, read(key))?.name ?? []);

  const put = (key: string, text: string | (() => string) | undefined): void => {
    if (text === undefined) texts.delete(key);
    else texts.set(key, text);
    lastChange = frames.now();
    if (dirty.size === 0) firstChange = lastChange;
    dirty.add(key);
    if (store.getState().state === "kept") store.setState({ state: "keeping" });
    const wait = Math.min(restMilliseconds, firstChange + mostMilliseconds - lastChange);
    cancelFlush();
    cancelFlush = frames.after(Math.max(0, wait), () => {
      if (store.getState().state === "failed") hold();
      void flush();
    });
  };

  /// Where a text that cannot be read lies from now on: where it lies already, or a new place.
  const asideKey = (key: string, text: string): string => {
    for (let number = 1; ; number++) {
      const aside = `${asidePrefix}${key}.${number}`;
      if (!texts.has(aside) || read(aside) === text) return aside;
    }
  };

  /// The valid part of a stored text. The original of an invalid one is kept under an `aside` key.
  const letIn = (key: string, text: string): string | undefined => {
    const { sound, left } = validateStored(key, text);
    if (sound) return text;
    take({ text: left, beside: [{ key: asideKey(key, text), text }] });
    return left;
  };

  /// Both texts in one, and under other keys what could not be: a copy, or what could not be read.
  const bothOf = (
    key: string,
    base: string | undefined,
    theirs: string | undefined,
    mine: string | undefined,
  ): Both => {
    if (theirs === base || theirs === mine) return { text: mine, beside: [] };
    if (theirs !== undefined && !validateStored(key, theirs).sound) {
      return { text: mine, beside: [{ key: asideKey(key, theirs), text: theirs }] };
    }
    const { text, copy } = merge(key, base, theirs, mine, names);
    return { text, beside: copy === undefined ? [] : [copy] };
  };

  /// Reports copies and texts put aside to the store.
  const note = ({ beside }: Both): void => {
    for (const { key, name } of beside) {
      if (name !== undefined) store.setState(({ copies }) => ({ copies: [...copies, name] }));
      if (key.startsWith(asidePrefix)) {
        store.setState(({ aside }) => ({ aside: [...aside.filter((one) => one !== key), key] }));
      }
      tell(key);
    }
  };

  /// The same for what this tab has still to write.
  const take = (both: Both): void => {
    for (const { key, text } of both.beside) put(key, text);
    note(both);
  };

  const change = (key: string, both: Both): void => {
    take(both);
    if (read(key) === both.text) return;
    put(key, both.text);
    tell(key);
  };

  const learn = (key: string, text: string | undefined): void => {
    if (text === undefined) known.delete(key);
    else known.set(key, text);
  };

  const show = (key: string, text: string | undefined): void => {
    if (text === undefined) texts.delete(key);
    else texts.set(key, text);
    tell(key);
  };

  const fail = (trouble: Trouble): void => {
    store.setState({ state: "failed", trouble });
    hold();
  };

  /// Writes what is dirty, once. Never rejects.
  const writeOnce = async (): Promise<boolean> => {
    cancelFlush();
    if (dirty.size === 0) return true;
    const changes = new Map([...dirty].map((key) => [key, read(key)] as const));
    dirty.clear();
    flying = changes;
    let results = new Map<string, Both>();
    const cancelSlow = frames.after(slowMilliseconds, () => fail("slow"));
    try {
      await backing.transact([formatKey, ...changes.keys()], (there) => {
        const found = there.get(formatKey);
        if (found !== undefined && Number(found) > Number(format)) throw new StorageError("newer");
        results = new Map();
        const puts = new Map<string, string | undefined>();
        // Someone has cleared it all: what is in memory is what there is.
        if (found === undefined) {
          puts.set(formatKey, format);
          for (const key of texts.keys()) if (!changes.has(key)) puts.set(key, read(key));
        }
        for (const [key, mine] of changes) {
          const theirs = there.get(key);
          const both = bothOf(key, found === undefined ? theirs : known.get(key), theirs, mine);
          results.set(key, both);
          if (both.text !== theirs) puts.set(key, both.text);
          for (const beside of both.beside) puts.set(beside.key, beside.text);
        }
        return puts;
      });
    } catch (error) {
      for (const key of changes.keys()) dirty.add(key);
      flying = new Map();
      const trouble = error instanceof StorageError ? error.trouble : "refused";
      if (trouble === "full" && makeRoom()) return writeOnce();
      fail(trouble);
      cancelFlush();
      cancelFlush = frames.after(againMilliseconds, () => void flush());
      return false;
    } finally {
      cancelSlow();
    }
    flying = new Map();
    for (const [key, both] of results) {
      learn(key, both.text);
      for (const beside of both.beside) {
        learn(beside.key, beside.text);
        texts.set(beside.key, beside.text);
      }
      note(both);
      const wrote = changes.get(key);
      if (both.text === wrote) continue;
      // What has been typed since goes on top of it.
      if (dirty.has(key)) change(key, bothOf(key, wrote, both.text, read(key)));
      else show(key, both.text);
    }
    return true;
  };

  const settle = (): void => {
    if (dirty.size > 0 || flying.size > 0) return;
    if (held) reserve.clear();
    held = false;
    const calm = lastChange + restMilliseconds - frames.now();
    // Said when typing pauses: the words would flicker.
    if (calm > 0 && store.getState().state === "keeping") frames.after(calm, settle);
    else store.setState({ state: "kept", trouble: null });
  };

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = queue.then(work);
    queue = done.catch(() => {});
    return done;
  };

  const flush = (): Promise<boolean> =>
    inTurn(async () => {
      // What merging has added is written with it.
      for (let round = 0; round < 3 && dirty.size > 0; round++) if (!(await writeOnce())) return false;
      settle();
      return dirty.size === 0;
    });

  const adopt = async (written: readonly string[]): Promise<void> => {
    const there = await backing.read(written);
    for (const key of written) {
      const theirs = there.get(key);
      const base = known.get(key);
      if (theirs === base) continue;
      learn(key, theirs);
      const both = bothOf(key, base, theirs, dirty.has(key) ? read(key) : base);
      // What this tab has stays where what has come cannot be read.
      if (dirty.has(key) || both.beside.length > 0) change(key, { ...both, text: both.text ?? read(key) });
      else show(key, both.text);
    }
  };
  backing.onWritten((written) => void inTurn(() => adopt(written)).catch(() => {}));

  const hold = (): boolean => {
    const pending = [...new Set([...flying.keys(), ...dirty])];
    if (pending.length === 0) return true;
    const changes = pending.map((key) => ({ key, base: known.get(key), text: read(key) }));
    if (reserve.put(writeUnsaved(changes))) held = true;
    else return false;
    return store.getState().state !== "failed";
  };

  for (const key of [...texts.keys()]) {
    const text = read(key);
    const left = text === undefined ? undefined : letIn(key, text);
    if (left !== text) put(key, left);
  }

  return {
    store,
    read,
    write(key, text) {
      if (typeof text === "function" || read(key) !== text) put(key, text);
    },
    remove(key) {
      if (texts.has(key)) put(key, undefined);
    },
    keys,
    onChange: (listener) => void listeners.push(listener),
    onFull: (callback) => {
      makeRoom = callback;
    },
    flush,
    hold,
    putAside: (key, text) => take({ text: undefined, beside: [{ key: asideKey(key, text), text }] }),
    takeOver(changes) {
      for (const { key, base, text } of changes) {
        const left = text === undefined ? undefined : (letIn(key, text) ?? read(key));
        change(key, bothOf(key, base, read(key), left));
      }
    },
  };
}
