import { counted } from "../base/counted.ts";
import { checkProgram, type ProgramReport } from "../lessons/check-program.ts";
import { duration } from "../lessons/duration.ts";
import { FormatError } from "../lessons/format-error.ts";
import { passes } from "../lessons/judge.ts";
import type { Lesson } from "../lessons/lesson.ts";
import { lessonWarnings } from "../lessons/lesson-warnings.ts";
import type { Clock } from "../lessons/observe.ts";
import { LONGEST_MILLISECONDS } from "../lessons/observe.ts";
import { isForHost } from "../lessons/program.ts";
import type { WarmEngine } from "../runtime/engine.ts";
import { createEngine } from "../runtime/node/engine.ts";
import type { LessonSource } from "./lesson-folders.ts";
import { pythonRuns } from "./python-runs.ts";

/// The time of this process.
export const clock: Clock = {
  now: () => performance.now(),
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
};

/// What lessons are checked on. Full Python takes part in runs on workers only: there it waits in a thread of its own.
export interface LessonEngines {
  readonly workers: WarmEngine;
  readonly cooperative: WarmEngine;
  dispose(): void;
}

export function lessonEngines(): LessonEngines {
  const workers = createEngine("workers");
  const cooperative = createEngine("cooperative");
  return {
    workers,
    cooperative,
    dispose() {
      workers.dispose();
      cooperative.dispose();
    },
  };
}

/// Checks lessons and says what is wrong with them; gives the exit status.
export async function checkLessons(lessons: readonly LessonSource[]): Promise<number> {
  const engines = lessonEngines();
  let bad = 0;
  try {
    for (const lesson of lessons) {
      const { problems, words } = await checkLesson(lesson, engines).catch(faultOfOurs);
      if (problems.length > 0) bad++;
      console.log(problems.length === 0 ? `${lesson.name}: ${words}` : `${lesson.name}: not ready`);
      for (const problem of problems) console.log(`    ${problem.replaceAll("\n", "\n    ")}`);
    }
  } finally {
    engines.dispose();
  }
  const all = lessons.length;
  console.log(bad === 0 ? `${count(all)} ready.` : `${bad} of ${count(all)} not ready.`);
  return bad === 0 ? 0 : 1;
}

/// What cannot be checked, for whatever reason, must not keep the others from being checked.
function faultOfOurs(error: unknown): Awaited<ReturnType<typeof checkLesson>> {
  return {
    problems: [`This is a fault of epython itself: ${error instanceof Error ? error.message : error}`],
    words: "",
  };
}

function count(lessons: number): string {
  return counted(lessons, "lesson");
}

/// What is wrong with one lesson, and what it came to if nothing is.
export async function checkLesson(
  source: LessonSource,
  { workers, cooperative }: LessonEngines,
): Promise<{ problems: readonly string[]; words: string }> {
  let lesson: Lesson;
  try {
    lesson = source.read();
  } catch (error) {
    if (error instanceof FormatError) return { problems: error.message.split("\n"), words: "" };
    throw error;
  }
  const problems = [...lessonWarnings(lesson)];
  const { head } = lesson.text;
  let longest = 0;
  let seconds = 0;
  const runPython = pythonRuns(workers);
  const report = async (engine: WarmEngine, files: Lesson["start"]): Promise<ProgramReport> => {
    const made = await checkProgram(lesson.check, head, files, { engine, clock, runPython });
    longest = Math.max(longest, made.longest);
    return made;
  };
  const host = isForHost(lesson.solution);
  for (const engine of host ? [workers] : [workers, cooperative]) {
    const solved = await report(engine, lesson.solution);
    seconds = solved.seconds;
    for (const { name, ok, message } of solved.results) {
      if (!ok) problems.push(`solution.py, ${engine.executor}: ${name}: ${message}`);
    }
  }
  const begun = await report(workers, lesson.start);
  for (const error of begun.errors) problems.push(`start.py: does not compile: ${error}`);
  if (passes(begun.results)) problems.push("start.py: passes the check already");
  if (longest >= LONGEST_MILLISECONDS)
    problems.push(`a run takes ${(longest / 1000).toFixed(1)} s or more; 20 s is too long`);
  const checks = lesson.check.checks.length;
  const words = `ready; ${counted(checks, "check")}, ${duration(seconds)} of virtual time, ${(longest / 1000).toFixed(2)} s at most${host ? "; full Python, so on workers only" : ""}`;
  return { problems, words };
}
