import { formatKey, type Journal } from "./journal.ts";
import type { Change } from "./unsaved-changes.ts";
import { textsIn } from "./web-storage.ts";

const takenPrefix = "epython-lab.taken.";

/// Moves into the database what was written to local storage since it was last taken over: the first time, all of it. Before there
/// was a database, everything was kept there. It stays there as long as it is the same.
export function takeOverLocalStorage(journal: Journal, storage: Storage | undefined): void {
  const there = textsIn(storage);
  const changes: Change[] = [];
  for (const [key, { where, text }] of there) {
    if (key === formatKey || key.startsWith(takenPrefix)) continue;
    const taken = journal.read(takenPrefix + key);
    if (taken !== text) changes.push({ key, base: taken, text });
    // What was changed or deleted since, in the database, is not left behind here.
    else if (journal.read(key) !== text) storage?.removeItem(where);
  }
  for (const taken of journal.keys(takenPrefix)) {
    if (!there.has(taken.slice(takenPrefix.length))) journal.remove(taken);
  }
  journal.takeOver(changes);
  for (const { key, text } of changes) if (text !== undefined) journal.write(takenPrefix + key, text);
}
