import { join } from "node:path";
import { mostAssignmentBytes, mostHandInBytes, mostHandInDepth, mostHandInFiles } from "../base/limits.ts";
import { alikePairs, fingerprintsOf } from "../lessons/alike.ts";
import { type Assignment, assignmentOf } from "../lessons/assignment.ts";
import { checkProgram } from "../lessons/check-program.ts";
import { FormatError } from "../lessons/format-error.ts";
import { parseJson } from "../lessons/json.ts";
import type { CheckResult } from "../lessons/judge.ts";
import {
  byPath,
  filesOf,
  type Handed,
  isPassedOver,
  type Mark,
  type MarkOptions,
  markHanded,
  mayBeHandIn,
  readHanded,
  withDiffering,
} from "../lessons/marking.ts";
import { alikeLines, cellOf, columnsOf, csvOf, othersWords, sumOf } from "../lessons/marks-table.ts";
import { isForHost } from "../lessons/program.ts";
import { UsageError } from "./arguments.ts";
import { entriesOf, FileError, readFile, writeFile } from "./files.ts";
import { clock, lessonEngines } from "./lesson-check.ts";
import { isLessonFolder } from "./lesson-folders.ts";
import { pythonRuns } from "./python-runs.ts";
import { readTextFile } from "./read-text.ts";

/// What lies in a folder.
export interface HandedIn {
  /// What students have handed in, by path from the folder; an error for what cannot be read.
  readonly handIns: ReadonlyMap<string, Handed>;
  /// Paths of files that are none.
  readonly others: readonly string[];
}

/// The files of a folder, and of the folders in it, that students have handed in.
export function handInsIn(folder: string): HandedIn {
  const handIns = new Map<string, Handed>();
  const others: string[] = [];
  for (const path of pathsIn(folder)) {
    const handed = mayBeHandIn(path) ? readHandInFile(join(folder, path), path) : undefined;
    if (handed === undefined) others.push(path);
    else handIns.set(path, handed);
  }
  return { handIns, others };
}

/// Symbolic links to folders are not followed: they may lead in a circle.
function pathsIn(folder: string): readonly string[] {
  const found: string[] = [];
  const look = (inside: string, depth: number): void => {
    for (const entry of entriesOf(join(folder, inside))) {
      const path = inside === "" ? entry.name : `${inside}/${entry.name}`;
      if (isPassedOver(path)) continue;
      if (!entry.isDirectory() || mayBeHandIn(path)) found.push(path);
      else if (depth < mostHandInDepth && !isLessonFolder(join(folder, path))) look(path, depth + 1);
      if (found.length > mostHandInFiles) throw new UsageError(`${folder} holds more than ${mostHandInFiles} files`);
    }
  };
  look("", 1);
  return found.sort(byPath);
}

function readHandInFile(path: string, name: string): Handed | undefined {
  try {
    return readHanded(name, readFile(path, mostHandInBytes));
  } catch (error) {
    if (error instanceof FileError) return new FormatError(name, [error.what]);
    throw error;
  }
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
  { handIns, others }: HandedIn,
  options: {
    readonly assignment?: Assignment | undefined;
    readonly csv?: string | undefined;
    /// Names pairs of programs that are alike in at least so much, in percent.
    readonly alike?: number | undefined;
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
    const check: MarkOptions["check"] = async (assignment, files, signal) =>
      options.usesPython !== true && isForHost(files)
        ? { results: [notRun], seconds: 0 }
        : checkProgram(assignment.check, assignment, files, { ...running, ...host, signal });
    for (const [file, handIn] of handIns) {
      marks.push(await markHanded(file, handIn, { given: options.assignment, clock, check }));
    }
  } finally {
    engines.dispose();
  }
  const all = options.assignment === undefined ? withDiffering(marks) : marks;
  const columns = columnsOf(all);
  console.log(tableText([columns, ...all.map((mark) => columns.map((column) => cellOf(column, mark)))]));
  for (const { student, file, results, notes } of all) {
    const failed = results.filter(({ ok }) => !ok);
    if (failed.length === 0 && notes.length === 0) continue;
    console.log(`\n${plain(student || file)}`);
    for (const { name, message } of failed) {
      console.log(`    ${plain(name)}: ${message.split("\n").map(plain).join("\n        ")}`);
    }
    for (const note of notes) console.log(`    Note: ${note}`);
  }
  if (others.length > 0) console.log(`\n${plain(othersWords(others))}`);
  console.log(`\n${sumOf(all)}`);
  if (options.alike !== undefined) console.log(`\n${alikeText(handIns, options.assignment, options.alike)}`);
  if (options.csv !== undefined) writeFile(options.csv, csvOf(all), options.sources);
  return all.every(({ passed }) => passed) ? 0 : 1;
}

function alikeText(handIns: HandedIn["handIns"], given: Assignment | undefined, percent: number): string {
  const read = [...handIns].flatMap(([file, handed]) => (handed instanceof FormatError ? [] : [{ file, handed }]));
  const prints = read.map(({ handed }) => {
    const assignment = given ?? handed.assignment;
    return fingerprintsOf(filesOf(assignment, handed), assignment.files);
  });
  const nameOf = (at: number): string => read[at]?.handed.student || (read[at]?.file ?? "");
  return alikeLines(alikePairs(prints, percent / 100), percent, nameOf)
    .map(plain)
    .join("\n");
}

const notRun: CheckResult = {
  name: "The program is run",
  ok: false,
  message:
    "It is for full Python, with which it may do on this machine what you may do. " +
    "If you trust it: epython lesson check --full-python.",
  say: "",
};

function tableText(rows: readonly (readonly string[])[]): string {
  const all = rows.map((row) => row.map(plain));
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
