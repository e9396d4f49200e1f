import type { SourceFile } from "../../base/source.ts";
import { type Dated, type Project, parseAs, storedDated, versionsForm } from "../storage/forms.ts";
import type { PageStorage } from "../storage/storage.ts";

// Earlier states of a project, so that a text that was deleted can be brought back, also after a reload:
//
//   epython-lab.versions.<project>   [{ at, project }, …], the newest first

export interface Versions {
  /// The newest first.
  of(id: string): readonly Dated[];
  /// Keeps what is about to be changed, if `after` loses much of it or nothing has been changed for a while.
  before(project: Project, after: readonly SourceFile[]): void;
  /// Keeps a project as it is.
  note(project: Project): void;
  remove(id: string): void;
  /// Gives up what is oldest, where the browser has no room left. False when nothing is left to give up.
  makeRoom(): boolean;
}

const prefix = "epython-lab.versions.";
const mostVersions = 40;
const mostCharacters = 1_000_000;
const pauseMilliseconds = 60_000;
/// Someone who types without a pause has versions all the same.
const longMilliseconds = 300_000;
/// Less than this is typed again in a moment.
const fewCharacters = 40;
const wordCharacters = 4;

export function versions(pageStorage: PageStorage, now: () => number): Versions {
  let changed = { id: "", at: Number.NEGATIVE_INFINITY, noted: Number.NEGATIVE_INFINITY };

  const of = (id: string): readonly Dated[] => readVersions(pageStorage.read(prefix + id));
  const note = (project: Project): void => {
    const before = of(project.id);
    const [newest] = before;
    if (newest !== undefined && sameFiles(newest.project.files, project.files)) return;
    const all = thinned([{ at: now(), project }, ...before]);
    let size = 0;
    // The newest is kept, however large it is.
    const fit = all.filter((version, k) => {
      size += sizeOf(version);
      return k === 0 || size <= mostCharacters;
    });
    pageStorage.write(prefix + project.id, JSON.stringify(fit.map(storedDated)));
  };

  return {
    of,
    note,
    before(project, after) {
      const at = now();
      const same = changed.id === project.id;
      const due = !same || at - changed.at > pauseMilliseconds || at - changed.noted > longMilliseconds;
      changed = { id: project.id, at, noted: due ? at : changed.noted };
      if (due || loses(project.files, after)) note(project);
    },
    remove: (id) => pageStorage.remove(prefix + id),
    makeRoom() {
      // What is newest may be all that is left of a text.
      const all = pageStorage.keys(prefix).map((key) => ({ key, kept: readVersions(pageStorage.read(key)) }));
      const several = all.filter(({ kept }) => kept.length > 1);
      const oldest = several.sort((a, b) => (a.kept.at(-1)?.at ?? 0) - (b.kept.at(-1)?.at ?? 0))[0];
      if (oldest === undefined) return false;
      pageStorage.write(oldest.key, JSON.stringify(oldest.kept.slice(0, -1).map(storedDated)));
      return true;
    },
  };
}

/// At most as many as are kept. The closer two of them are for their age, the less the older one tells beside the other: so
/// there are many of today, and some of long ago. The newest and the oldest stay.
function thinned(all: readonly Dated[]): readonly Dated[] {
  const left = [...all];
  const newest = left[0]?.at ?? 0;
  while (left.length > mostVersions) {
    let least = 1;
    let leastShare = Number.POSITIVE_INFINITY;
    for (let k = 1; k + 1 < left.length; k++) {
      const share =
        ((left[k - 1]?.at ?? 0) - (left[k + 1]?.at ?? 0)) / (newest - (left[k]?.at ?? 0) + pauseMilliseconds);
      if (share < leastShare) [least, leastShare] = [k, share];
    }
    left.splice(least, 1);
  }
  return left;
}

function sizeOf({ project }: Dated): number {
  return project.files.reduce((sum, { text }) => sum + text.length, 0);
}

/// Whether a file has gone, or all of its text, or more than half of a longer one, at once.
function loses(before: readonly SourceFile[], after: readonly SourceFile[]): boolean {
  return before.some(({ name, text }) => {
    const length = text.trim().length;
    const left = after.find((file) => file.name === name)?.text.trim().length ?? 0;
    return left === 0 ? length >= wordCharacters : length >= fewCharacters && left * 2 < length;
  });
}

function sameFiles(one: readonly SourceFile[], other: readonly SourceFile[]): boolean {
  return (
    one.length === other.length && one.every(({ name, text }, k) => other[k]?.name === name && other[k]?.text === text)
  );
}

function readVersions(text: string | undefined): readonly Dated[] {
  return parseAs(versionsForm, text) ?? [];
}
