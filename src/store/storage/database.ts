import { type IDBPDatabase, openDB } from "idb";
import { type StorageBackend, StorageError } from "./storage-backend.ts";

// The browser's database: one store of texts by key. A transaction is over when it is on disk ("strict"), so that not even a
// crash of the machine takes back what was said to be kept.

const name = "epython-lab";
const version = 1;
const texts = "texts";

/// Opens it; rejects where the browser has none, or refuses.
export async function openDatabase(): Promise<StorageBackend> {
  const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel(name) : undefined;
  let open: Promise<IDBPDatabase> | undefined;

  const database = (): Promise<IDBPDatabase> => {
    const forget = () => {
      open = undefined;
    };
    open ??= openDB(name, version, {
      upgrade: (made) => void made.createObjectStore(texts),
      // A newer page wants to change it.
      blocking: (_, __, event) => {
        (event.target as IDBDatabase).close();
        forget();
      },
      terminated: forget,
    });
    // What failed once may go well the next time.
    open.catch(forget);
    return open;
  };

  const attempt = async <T>(work: (database: IDBPDatabase) => Promise<T>): Promise<T> => {
    try {
      return await work(await database());
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== "InvalidStateError") throw error;
      // The connection was closed under it.
      open = undefined;
      return work(await database());
    }
  };

  const told = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      if (error instanceof StorageError) throw error;
      const what = error instanceof DOMException ? error.name : "";
      throw new StorageError(
        what === "QuotaExceededError" ? "full" : what === "VersionError" ? "newer" : "refused",
        error,
      );
    });

  await database();
  return {
    load: () =>
      told(
        attempt(async (open) => {
          const store = open.transaction(texts).store;
          const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
          return new Map(keys.map((key, k) => [String(key), asText(values[k])]));
        }),
      ),
    read: (keys) =>
      told(
        attempt(async (open) => {
          const store = open.transaction(texts).store;
          return found(keys, await Promise.all(keys.map((key) => store.get(key))));
        }),
      ),
    transact: (keys, work) =>
      told(
        attempt(async (open) => {
          const transaction = open.transaction(texts, "readwrite", { durability: "strict" });
          const { store } = transaction;
          // Whatever fails below, this is what tells; it must not fail unheard.
          const done = transaction.done;
          done.catch(() => {});
          let written: string[] = [];
          try {
            const puts = work(found(keys, await Promise.all(keys.map((key) => store.get(key)))));
            written = [...puts.keys()];
            await Promise.all(
              [...puts].map(([key, text]) => (text === undefined ? store.delete(key) : store.put(text, key))),
            );
          } catch (error) {
            try {
              transaction.abort();
            } catch {
              // it has ended by itself
            }
            throw error;
          }
          await done;
          if (written.length > 0) channel?.postMessage(written);
        }),
      ),
    onWritten(callback) {
      channel?.addEventListener("message", ({ data }) => {
        if (Array.isArray(data)) callback(data.filter((key) => typeof key === "string"));
      });
    },
  };
}

function found(keys: readonly string[], values: readonly unknown[]): Map<string, string> {
  return new Map(keys.flatMap((key, k) => (values[k] === undefined ? [] : [[key, asText(values[k])]])));
}

/// Only texts are put there. Any other value becomes an unreadable text, which is then put aside.
function asText(value: unknown): string {
  if (typeof value === "string") return value;
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
