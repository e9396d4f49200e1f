import { type SourceFile, writtenFiles } from "../../base/source.ts";
import type { PassedLesson } from "../../lessons/certificate.ts";
import type { Lesson } from "../../lessons/lesson.ts";
import { parseAs, passedForm } from "../storage/forms.ts";
import type { PageStorage } from "../storage/storage.ts";

const prefix = "epython-lab.passed.";

/// The programs that passed lessons, for the student's certificate: of each lesson the last one.
export interface PassedPrograms {
  put(lesson: Lesson, files: readonly SourceFile[]): void;
  /// By the lesson's id.
  all(): ReadonlyMap<string, PassedLesson>;
}

/// `today` gives the milliseconds since 1970.
export function passedPrograms(pageStorage: PageStorage, today: () => number = Date.now): PassedPrograms {
  return {
    put({ id, version, text }, files) {
      const passed = { at: today(), version, title: text.head.title, files: writtenFiles(files) };
      pageStorage.write(prefix + id, JSON.stringify(passed));
    },
    all: () =>
      new Map(
        pageStorage.keys(prefix).flatMap((key) => {
          const passed = parseAs(passedForm, pageStorage.read(key));
          if (passed === undefined) return [];
          const id = key.slice(prefix.length);
          const { at, ...rest } = passed;
          return [[id, { id, date: dateOf(at), ...rest }] as const];
        }),
      ),
  };
}

/// A moment as a date: 2026-05-31.
export function dateOf(milliseconds: number): string {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? "1970-01-01" : date.toISOString().slice(0, 10);
}
