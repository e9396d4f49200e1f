import { join } from "node:path";
import { counted } from "../base/counted.ts";
import { mostAssignmentBytes, mostHandInBytes } from "../base/limits.ts";
import { type Assignment, assignmentOf, type HandIn, isLockedIntact, readHandIn } from "../lessons/assignment.ts";
import { checkProgram } from "../lessons/check-program.ts";
import { duration } from "../lessons/duration.ts";
import { FormatError } from "../lessons/format-error.ts";
import { parseJson } from "../lessons/json.ts";
import { type CheckResult, passes } from "../lessons/judge.ts";
import type { ObserveOptions } from "../lessons/observe.ts";
import { isForHost } from "../lessons/program.ts";
import { UsageError } from "./arguments.ts";
import { entriesOf, writeFile } from "./files.ts";
import { clock, lessonEngines } from "./lesson-check.ts";
import { pythonRuns } from "./python-runs.ts";
import { readTextFile } from "./read-text.ts";

/// How long all runs of one hand-in may take together.
const MOST_MILLISECONDS = 10 * 60_000;

/// What came of one file of a folder.
export interface Mark {
  readonly file: string;
  readonly student: string;
  readonly title: string;
  readonly passed: boolean;
  readonly results: readonly CheckResult[];
  readonly seed: number;
  /// Virtual seconds of the first run.
  readonly seconds: number;
  /// What the teacher should look at.
  readonly notes: readonly string[];
}

/// The files of a folder that students have handed in, by name; an error for those that cannot be read.
export function handInsIn(folder: string): Map<string, HandIn | FormatError> {
  const found = new Map<string, HandIn | FormatError>();
  for (const { name } of entriesOf(folder)) {
    if (!name.endsWith(".json")) continue;
    try {
      const handIn = readHandIn(readTextFile(join(folder, name), mostHandInBytes), name);
      if (handIn !== undefined) found.set(name, handIn);
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      found.set(name, error);
    }
  }
  return found;
}

/// The assignment in a file, as the page saves it.
export function readAssignment(file: string): Assignment {
  try {
    return assignmentOf(parseJson(readTextFile(file, mostAssignmentBytes)), file);
  } catch (error) {
    const why =
      error instanceof FormatError ? error.problems.join("; ") : error instanceof Error ? error.message : error;
    throw new UsageError(`${file} is no assignment: ${why}`);
  }
}

/// Replays what was handed in and prints a table, with a CSV beside it if asked for; gives the exit status.
export async function markHandIns(
  handIns: ReadonlyMap<string, HandIn | FormatError>,
  options: {
    readonly assignment?: Assignment | undefined;
    readonly csv?: string | undefined;
    /// Files that the CSV must not overwrite.
    readonly sources?: readonly string[];
    /// Whether full Python may run, with which a hand-in may do what the user may do.
    readonly usesPython?: boolean;
  },
): Promise<number> {
  const engines = lessonEngines();
  const marks: Mark[] = [];
  try {
    // In one thread: so a result never depends on the machine.
    const running = { engine: engines.cooperative, clock };
    const host = options.usesPython === true ? { runPython: pythonRuns(engines.workers) } : {};
    for (const [file, handIn] of handIns) {
      marks.push(await markSafely(file, handIn, options.assignment, { ...running, ...host }));
    }
  } finally {
    engines.dispose();
  }
  const all = options.assignment === undefined ? differing(handIns, marks) : marks;
  console.log(table(all));
  for (const { student, file, results, notes } of all) {
    const failed = results.filter(({ ok }) => !ok);
    if (failed.length === 0 && notes.length === 0) continue;
    console.log(`\n${plain(student || file)}`);
    for (const { name, message } of failed) {
      console.log(`    ${plain(name)}: ${message.split("\n").map(plain).join("\n        ")}`);
    }
    for (const note of notes) console.log(`    Note: ${note}`);
  }
  const good = all.filter(({ passed }) => passed).length;
  console.log(`\n${counted(all.length, "hand-in")}, ${good} passed.`);
  if (options.csv !== undefined) writeFile(options.csv, csvOf(all), options.sources);
  return good === all.length ? 0 : 1;
}

/// As `markOne`, but whatever becomes of one hand-in, the others are marked: it has its time, and what goes wrong is its own.
async function markSafely(
  file: string,
  handIn: HandIn | FormatError,
  given: Assignment | undefined,
  running: ObserveOptions,
): Promise<Mark> {
  const stop = new AbortController();
  const end = running.clock.after(MOST_MILLISECONDS, () => stop.abort());
  try {
    return await markOne(file, handIn, given, { ...running, signal: stop.signal });
  } catch (error) {
    const message = stop.signal.aborted
      ? `Its checks take longer than ${MOST_MILLISECONDS / 60_000} minutes, so it was stopped.`
      : `It cannot be checked: ${error instanceof Error ? error.message : error}.`;
    const results = [{ name: "The program can be checked", ok: false, message, say: "" }];
    const { student, title } =
      handIn instanceof FormatError
        ? { student: "", title: "" }
        : { student: handIn.student, title: (given ?? handIn.assignment).title };
    return { file, student, title, passed: false, results, seed: 0, seconds: 0, notes: [] };
  } finally {
    end();
  }
}

async function markOne(
  file: string,
  handIn: HandIn | FormatError,
  given: Assignment | undefined,
  running: ObserveOptions,
): Promise<Mark> {
  if (handIn instanceof FormatError) {
    const results = [{ name: "The file can be read", ok: false, message: handIn.problems.join("; "), say: "" }];
    return { file, student: "", title: "", passed: false, results, seed: 0, seconds: 0, notes: [] };
  }
  const assignment = given ?? handIn.assignment;
  const notes: string[] = [];
  if (given !== undefined && JSON.stringify(given) !== JSON.stringify(handIn.assignment)) {
    notes.push("the assignment in this file is not the one given with --assignment, which is what was checked");
  }
  const intact = isLockedIntact(assignment, handIn.files);
  if (!intact) notes.push("lines that were to stay have been changed");
  const files = mainFirst(assignment, handIn);
  const { results, seconds } =
    running.runPython === undefined && isForHost(files)
      ? { results: [notRun], seconds: 0 }
      : await checkProgram(assignment.check, assignment, files, running);
  const passed = passes(results) && intact;
  const claimed = handIn.results.length > 0 && handIn.results.every(({ ok }) => ok);
  if (claimed && !passes(results)) notes.push("the file says that all checks hold");
  return {
    file,
    student: handIn.student,
    title: assignment.title,
    passed,
    results,
    seed: assignment.seed,
    seconds,
    notes,
  };
}

const notRun: CheckResult = {
  name: "The program is run",
  ok: false,
  message:
    "It is for full Python, with which it may do on this machine what you may do. " +
    "If you trust it: epython lesson check --full-python.",
  say: "",
};

function mainFirst({ files }: Assignment, handIn: HandIn): HandIn["files"] {
  const name = files[0]?.name;
  return [...handIn.files.filter((file) => file.name === name), ...handIn.files.filter((file) => file.name !== name)];
}

/// Without the teacher's own copy, hand-ins of the same title that ask for something else are told.
function differing(handIns: ReadonlyMap<string, HandIn | FormatError>, marks: readonly Mark[]): readonly Mark[] {
  const versions = new Map<string, Map<string, number>>();
  const versionOf = (handIn: HandIn): string => JSON.stringify(handIn.assignment);
  for (const handIn of handIns.values()) {
    if (handIn instanceof FormatError) continue;
    const counts = versions.get(handIn.assignment.title) ?? new Map<string, number>();
    counts.set(versionOf(handIn), (counts.get(versionOf(handIn)) ?? 0) + 1);
    versions.set(handIn.assignment.title, counts);
  }
  return marks.map((mark) => {
    const handIn = handIns.get(mark.file);
    if (handIn === undefined || handIn instanceof FormatError) return mark;
    const counts = versions.get(mark.title) ?? new Map<string, number>();
    const most = Math.max(...counts.values());
    if (counts.size === 1 || counts.get(versionOf(handIn)) === most) return mark;
    return { ...mark, notes: [...mark.notes, "its assignment is another than most others have: give --assignment"] };
  });
}

function table(marks: readonly Mark[]): string {
  const rows = marks.map(({ file, student, title, passed, results, seed, seconds }) => [
    student || file,
    title,
    passed ? "passed" : "not passed",
    `${results.filter(({ ok }) => ok).length} of ${results.length}`,
    String(seed),
    duration(seconds),
  ]);
  const all = [["Student", "Assignment", "Result", "Checks", "Seed", "Virtual time"], ...rows].map((row) =>
    row.map(plain),
  );
  const widths = all[0]?.map((_, k) => Math.max(...all.map((row) => row[k]?.length ?? 0))) ?? [];
  return all
    .map((row) =>
      row
        .map((cell, k) => cell.padEnd(widths[k] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/// Without what could move a terminal's cursor, or write what follows in the other direction.
function plain(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, " ");
}

/// A line for each check of each hand-in.
function csvOf(marks: readonly Mark[]): string {
  const head = ["file", "student", "lesson", "passed", "check", "holds", "seed", "virtual seconds", "notes"];
  const rows = marks.flatMap(({ file, student, title, passed, results, seed, seconds, notes }) =>
    results.map(({ name, ok }) => [
      file,
      student,
      title,
      passed ? "yes" : "no",
      name,
      ok ? "yes" : "no",
      String(seed),
      String(seconds),
      notes.join("; "),
    ]),
  );
  return `${[head, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

// A name such as =1+1 must stay a text in a spreadsheet.
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
