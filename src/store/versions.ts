import type { SourceFile } from "../base/source.ts";
import type { Keeper } from "./keeper.ts";
import { isSound, type Project } from "./shelf.ts";

// Earlier states of a project, so that a text that was deleted can be brought back, also after a reload:
//
//   epython-lab.versions.<project>   [{ at, project }, …], the newest first

/// What a project was at some moment.
export interface Version {
  /// Milliseconds since 1970.
  readonly at: number;
  readonly project: Project;
}

export interface Versions {
  /// The newest first.
  of(id: string): readonly Version[];
  /// Keeps what is about to be changed, if `after` loses much of it or nothing has been changed for a while.
  before(project: Project, after: readonly SourceFile[]): void;
  /// Keeps a project as it is.
  note(project: Project): void;
  remove(id: string): void;
  /// Gives up what is oldest, where the browser has no room left. False when nothing is left to give up.
  makeRoom(): boolean;
}

const prefix = "epython-lab.versions.";
const mostVersions = 20;
const mostCharacters = 200_000;
const pauseMilliseconds = 60_000;
/// Less than this is typed again in a moment.
const fewCharacters = 40;

export function versions(keeper: Keeper, now: () => number): Versions {
  let changed = { id: "", at: Number.NEGATIVE_INFINITY };

  const of = (id: string): readonly Version[] => readVersions(keeper.read(prefix + id));
  const write = (id: string, all: readonly Version[]): void => {
    for (let kept = all; kept.length > 0; kept = kept.slice(0, -1)) {
      const text = JSON.stringify(kept);
      if (kept.length === 1 || text.length <= mostCharacters) {
        if (keeper.write(prefix + id, text)) return;
      }
    }
  };
  const note = (project: Project): void => {
    const before = of(project.id);
    const [newest] = before;
    if (newest !== undefined && sameFiles(newest.project.files, project.files)) return;
    write(project.id, [{ at: now(), project }, ...before].slice(0, mostVersions));
  };

  return {
    of,
    note,
    before(project, after) {
      const at = now();
      const rested = changed.id !== project.id || at - changed.at > pauseMilliseconds;
      changed = { id: project.id, at };
      if (rested || loses(project.files, after)) note(project);
    },
    remove: (id) => keeper.remove(prefix + id),
    makeRoom() {
      const all = keeper.keys(prefix).map((key) => ({ key, kept: readVersions(keeper.read(key)) }));
      const oldest = all.sort((a, b) => (a.kept.at(-1)?.at ?? 0) - (b.kept.at(-1)?.at ?? 0))[0];
      if (oldest === undefined) return false;
      keeper.remove(oldest.key);
      // What is newest may be all that is left of a text.
      if (oldest.kept.length > 1) keeper.write(oldest.key, JSON.stringify(oldest.kept.slice(0, 1)));
      else if (all.length === 1) return false;
      return true;
    },
  };
}

/// Whether a file has gone, or more than half of its text at once.
function loses(before: readonly SourceFile[], after: readonly SourceFile[]): boolean {
  return before.some(({ name, text }) => {
    const length = text.trim().length;
    const left = after.find((file) => file.name === name)?.text.trim().length ?? 0;
    return length >= fewCharacters && left * 2 < length;
  });
}

function sameFiles(one: readonly SourceFile[], other: readonly SourceFile[]): boolean {
  return (
    one.length === other.length && one.every(({ name, text }, k) => other[k]?.name === name && other[k]?.text === text)
  );
}

function readVersions(text: string | undefined): readonly Version[] {
  if (text === undefined) return [];
  try {
    const all: unknown = JSON.parse(text);
    if (!Array.isArray(all)) return [];
    return all.filter((one): one is Version => typeof one?.at === "number" && isSound(one.project));
  } catch {
    return [];
  }
}
