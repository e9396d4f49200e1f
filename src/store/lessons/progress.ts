import * as v from "valibot";
import { mostLessonIdCharacters } from "../../base/limits.ts";
import { parseAs, progressForm } from "../storage/forms.ts";
import type { PageStorage } from "../storage/storage.ts";

/// How far a student has come with one lesson.
export interface Progress {
  /// Whether its check has been passed.
  readonly done: boolean;
  /// Hints that have been opened.
  readonly hints: number;
  /// What was answered to each question, by its number: the choice's, or the words.
  readonly answers: Readonly<Record<string, string>>;
  /// Whether the solution has been looked at before the check was passed.
  readonly looked: boolean;
  /// How often Check was pressed; absent before that was counted.
  readonly tries?: number;
}

export const untouched: Progress = { done: false, hints: 0, answers: {}, looked: false };

const prefix = "epython-lab.lesson.";
const format = "epython-lab-progress";

/// Progress as it is kept in the browser: each lesson under a key of its own, so that two tabs do not overwrite one another.
export interface ProgressStorage {
  all(): Readonly<Record<string, Progress>>;
  put(id: string, progress: Progress): void;
  onChange(callback: () => void): void;
}

export function progressStorage(pageStorage: PageStorage): ProgressStorage {
  return {
    all: () =>
      Object.fromEntries(
        pageStorage.keys(prefix).flatMap((key) => {
          const progress = parseAs(progressForm, pageStorage.read(key));
          return progress === undefined ? [] : [[key.slice(prefix.length), progress]];
        }),
      ),
    put: (id, progress) => void pageStorage.write(prefix + id, JSON.stringify(progress)),
    onChange: (callback) => pageStorage.onChange((key) => key.startsWith(prefix) && callback()),
  };
}

/// All progress as the text of a file.
export function writeProgress(all: Readonly<Record<string, Progress>>): string {
  return `${JSON.stringify({ format, version: 1, lessons: all }, null, 2)}\n`;
}

const fileForm = v.object({
  format: v.literal(format),
  version: v.literal(1),
  lessons: v.record(v.pipe(v.string(), v.maxLength(mostLessonIdCharacters)), progressForm),
});

/// What is in such a file; undefined when it is none.
export function readProgress(text: string): Readonly<Record<string, Progress>> | undefined {
  return parseAs(fileForm, text)?.lessons;
}

/// Both together: what was once done stays done.
export function merged(mine: Progress, theirs: Progress): Progress {
  return {
    done: mine.done || theirs.done,
    hints: Math.max(mine.hints, theirs.hints),
    answers: { ...theirs.answers, ...mine.answers },
    looked: mine.looked || theirs.looked,
    ...(mine.tries === undefined && theirs.tries === undefined
      ? {}
      : { tries: Math.max(mine.tries ?? 0, theirs.tries ?? 0) }),
  };
}
