import { counted } from "../base/counted.ts";
import type { ReadCertificate } from "./certificate.ts";
import type { ProgramReport } from "./check-program.ts";
import { passes } from "./judge.ts";
import type { Lesson } from "./lesson.ts";

/// What came of one lesson of a certificate.
export interface Verified {
  readonly title: string;
  readonly date: string;
  /// `unknown`: there is no such lesson here, or its program was not run.
  readonly outcome: "passed" | "failed" | "unknown";
  /// Why, and what else there is to say, in sentences.
  readonly words: string;
}

export interface VerifyOptions {
  /// The lesson of an id; undefined if there is none.
  readonly lesson: (id: string) => Promise<Lesson | undefined>;
  /// Runs and judges a program as a lesson asks; gives a sentence where it cannot be run here.
  readonly check: (
    lesson: Lesson,
    files: ReadCertificate["lessons"][number]["files"],
  ) => Promise<Pick<ProgramReport, "results"> | string>;
}

/// Runs the programs of a certificate against the checks of their lessons again, one after the other.
export async function* verifyCertificate(
  certificate: ReadCertificate,
  { lesson: lessonOf, check }: VerifyOptions,
): AsyncGenerator<Verified, void> {
  for (const { id, title, version, date, files } of certificate.lessons) {
    const lesson = await lessonOf(id);
    if (lesson === undefined) {
      yield { title, date, outcome: "unknown", words: "There is no such lesson here." };
      continue;
    }
    const notes: string[] = [];
    if (certificate.changed.has(id)) notes.push("Its program was changed after the certificate was made.");
    if (lesson.version !== version) notes.push("The lesson has changed since; its checks of today were used.");
    const main = lesson.start[0]?.name;
    const ordered = [...files.filter(({ name }) => name === main), ...files.filter(({ name }) => name !== main)];
    // What it is called is what the lesson says, not what the file says.
    const told = { title: lesson.text.head.title, date };
    try {
      const made = await check(lesson, ordered);
      if (typeof made === "string") yield { ...told, outcome: "unknown", words: [made, ...notes].join(" ") };
      else {
        const failed = made.results.find(({ ok }) => !ok);
        const why = failed === undefined ? [] : [`${failed.name}: ${failed.message}`];
        const outcome = passes(made.results) && !certificate.changed.has(id) ? "passed" : "failed";
        yield { ...told, outcome, words: [...why, ...notes].join(" ") };
      }
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      yield { ...told, outcome: "unknown", words: [`It cannot be checked: ${why}`, ...notes].join(" ") };
    }
  }
}

/// What it comes to, in sentences.
export function verdictOf(certificate: ReadCertificate, verified: readonly Verified[]): string {
  const passed = verified.filter(({ outcome }) => outcome === "passed").length;
  const all = certificate.lessons.length;
  const found = passed === all ? "All programs" : `${passed} of ${counted(all, "program")}`;
  return `${found} passed when run again. This shows that the programs pass, not who wrote them.`;
}
