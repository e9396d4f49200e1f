import type { LessonFiles } from "../../lessons/lesson.ts";

/// A lesson as it stands in the list.
export interface CatalogueLesson {
  readonly id: string;
  readonly title: string;
  readonly goal: string;
  readonly minutes: number;
}

export interface CatalogueChapter {
  readonly title: string;
  readonly about: string;
  readonly lessons: readonly CatalogueLesson[];
}

/// Where lessons come from: the page itself, or a pack.
export interface LessonLibrary {
  /// Empty for the page's own; else the pack's title.
  readonly title: string;
  readonly chapters: readonly CatalogueChapter[];
  /// The files of a lesson of the list.
  load(id: string): Promise<LessonFiles>;
}

/// A library from parts by path, such as `../../lessons/02-messages/01-ring/lesson.md`.
export function libraryOf(
  chapters: Readonly<Record<string, { readonly title: string; readonly about: string }>>,
  heads: Readonly<Record<string, Omit<CatalogueLesson, "id">>>,
  load: (path: string) => Promise<LessonFiles>,
): LessonLibrary {
  const paths = new Map<string, string>();
  const inFolder = new Map<string, CatalogueLesson[]>();
  for (const path of Object.keys(heads).sort()) {
    const id = idOf(path);
    const folder = folderOf(folderOf(path).slice(0, -1));
    paths.set(id, path);
    const lessons = inFolder.get(folder) ?? [];
    inFolder.set(folder, lessons);
    lessons.push({ id, ...(heads[path] as Omit<CatalogueLesson, "id">) });
  }
  const byChapter = Object.keys(chapters)
    .sort()
    .map(
      (file): CatalogueChapter => ({
        ...(chapters[file] as { title: string; about: string }),
        lessons: inFolder.get(folderOf(file)) ?? [],
      }),
    );
  return {
    title: "",
    chapters: byChapter.filter(({ lessons }) => lessons.length > 0),
    load(id) {
      const path = paths.get(id);
      return path === undefined ? Promise.reject(new Error(`There is no lesson ${id}.`)) : load(path);
    },
  };
}

/// With the `/` at its end.
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

function idOf(path: string): string {
  const parts = path.split("/").slice(-3, -1);
  return parts.map((part) => part.replace(/^\d+-/, "")).join("/");
}

/// The page's own lessons. Their titles come with the page, each lesson's files when it is opened.
export function ownLibrary(): LessonLibrary {
  const chapters = import.meta.glob<{ title: string; about: string }>("../../../lessons/*/chapter.md", {
    query: "?head",
    import: "default",
    eager: true,
  });
  const heads = import.meta.glob<Omit<CatalogueLesson, "id">>("../../../lessons/*/*/lesson.md", {
    query: "?head",
    import: "default",
    eager: true,
  });
  const files = import.meta.glob<LessonFiles>("../../../lessons/*/*/lesson.md", { query: "?files", import: "default" });
  return libraryOf(chapters, heads, (path) => files[path]?.() ?? Promise.reject(new Error("There is no such lesson.")));
}
