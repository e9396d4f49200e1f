import type { LessonLibrary } from "./library.ts";

/// Where a lesson stands in a library.
export interface LessonPlace {
  /// Undefined before the first, after the last.
  readonly previous: string | undefined;
  readonly next: string | undefined;
  readonly chapter: string;
  /// How many of the chapter's lessons there are, and are done.
  readonly lessons: number;
  readonly done: number;
}

export function placeIn(
  { chapters }: LessonLibrary,
  id: string,
  progress: Readonly<Record<string, { readonly done: boolean }>>,
): LessonPlace | undefined {
  const ids = chapters.flatMap(({ lessons }) => lessons.map((lesson) => lesson.id));
  const at = ids.indexOf(id);
  const chapter = chapters.find(({ lessons }) => lessons.some((lesson) => lesson.id === id));
  if (at < 0 || chapter === undefined) return undefined;
  return {
    previous: ids[at - 1],
    next: ids[at + 1],
    chapter: chapter.title,
    lessons: chapter.lessons.length,
    done: chapter.lessons.filter((lesson) => progress[lesson.id]?.done === true).length,
  };
}

/// The lesson to go on with: the first that is not done after the last that is; undefined before any is done, and after all.
export function lessonToResume(
  { chapters }: LessonLibrary,
  progress: Readonly<Record<string, { readonly done: boolean }>>,
): { readonly id: string; readonly title: string } | undefined {
  const all = chapters.flatMap(({ lessons }) => lessons);
  const isDone = ({ id }: { readonly id: string }) => progress[id]?.done === true;
  const last = all.findLastIndex(isDone);
  if (last < 0) return undefined;
  return all.slice(last).find((lesson) => !isDone(lesson)) ?? all.find((lesson) => !isDone(lesson));
}
