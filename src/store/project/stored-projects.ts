import {
  type Dated,
  datedForm,
  type Project,
  parseAs,
  projectForm,
  storedDated,
  storedProject,
} from "../storage/forms.ts";
import { freshId } from "../storage/fresh-id.ts";
import type { PageStorage } from "../storage/storage.ts";
import { examples } from "./examples.ts";

/// Where projects are kept: each under a key of its own, so that tabs with different projects never meet.
export interface ProjectStorage {
  key(id: string): string;
  get(id: string): Project | undefined;
  /// All of them by name, with `current` in place of its kept version.
  all(current?: Project): readonly Project[];
  /// The one that was put last.
  last(): Project | undefined;
  put(project: Project): void;
  remove(id: string): void;
  /// Removes a project in a way that can be undone. Gives the ids of those that this made too old to bring back.
  putAway(project: Project, at: number): readonly string[];
  /// What was put away, the newest first.
  putAwayOnes(): readonly Dated[];
  /// Forgets what was put away.
  forget(id: string): void;
}

const prefix = "epython-lab.project.";
const lastKey = "epython-lab.last-project";
const awayPrefix = "epython-lab.deleted.";
const mostPutAway = 10;

export function projectStorage(pageStorage: PageStorage): ProjectStorage {
  // Reading them all is done often, and most are as they were.
  const parsed = new Map<string, { readonly text: string; readonly project: Project | undefined }>();
  const get = (id: string): Project | undefined => {
    const text = pageStorage.read(prefix + id);
    if (text === undefined) return undefined;
    let one = parsed.get(id);
    if (one?.text !== text) {
      one = { text, project: parseAs(projectForm, text) };
      parsed.set(id, one);
    }
    return one.project;
  };
  const ids = () => pageStorage.keys(prefix).map((key) => key.slice(prefix.length));
  const remove = (id: string): void => {
    parsed.delete(id);
    pageStorage.remove(prefix + id);
  };
  const putAwayOnes = () =>
    pageStorage
      .keys(awayPrefix)
      .map((key) => parseAs(datedForm, pageStorage.read(key)))
      .filter((one) => one !== undefined)
      .sort((a, b) => b.at - a.at);
  return {
    key: (id) => prefix + id,
    get,
    all(current) {
      const others = ids()
        .filter((id) => id !== current?.id)
        .map(get)
        .filter((project) => project !== undefined);
      const all = current === undefined ? others : [...others, current];
      return all.sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
    },
    last: () => get(pageStorage.read(lastKey) ?? ""),
    put(project) {
      pageStorage.write(prefix + project.id, () => JSON.stringify(storedProject(project)));
      pageStorage.write(lastKey, project.id);
    },
    remove,
    putAway(project, at) {
      // One of that id may be there: another tab has deleted it too, as it had it.
      const there = pageStorage.read(awayPrefix + project.id) !== undefined;
      const away = there ? withFreshId(project) : project;
      pageStorage.write(awayPrefix + away.id, JSON.stringify(storedDated({ at, project: away })));
      remove(project.id);
      const tooOld = putAwayOnes().slice(mostPutAway);
      for (const old of tooOld) pageStorage.remove(awayPrefix + old.project.id);
      return tooOld.map((old) => old.project.id);
    },
    putAwayOnes,
    forget: (id) => pageStorage.remove(awayPrefix + id),
  };
}

/// A project with an id of its own, which no other has or gets.
export function withFreshId(project: Omit<Project, "id">): Project {
  return { ...project, id: freshId() };
}

/// True for a copy of an example in which nothing has been changed.
export function isUntouched(project: Project): boolean {
  const example = examples.find(({ id }) => id === project.example);
  if (example === undefined) return false;
  const texts = [example.text, ...example.others.map(({ text }) => text)];
  return project.files.length === texts.length && project.files.every(({ text }, k) => text === texts[k]);
}
