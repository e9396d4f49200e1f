import { crc32, encodeUtf8 } from "../base/bytes.ts";
import { mostHandInBytes, tooLarge } from "../base/limits.ts";
import { type SourceFile, written } from "../base/source.ts";
import { readText, TextError } from "../base/source-text.ts";
import { type Assignment, type HandIn, isLockedIntact, readHandIn } from "./assignment.ts";
import type { ProgramReport } from "./check-program.ts";
import { FormatError } from "./format-error.ts";
import { type CheckResult, passes } from "./judge.ts";
import type { Clock } from "./observe.ts";
import { type Points, pointsIn } from "./points.ts";

// Marking what students have handed in, one file at a time. The page and the command line both mark with this, so that a teacher gets
// the same marks from either. What is in a file does not count, only what running its program again says.

/// How long all runs of one hand-in may take together.
const MOST_MILLISECONDS = 10 * 60_000;

/// What came of one file.
export interface Mark {
  /// Its path, from the folder or the .zip that it lies in.
  readonly file: string;
  /// Empty if the file cannot be read.
  readonly student: string;
  /// The assignment's.
  readonly title: string;
  readonly passed: boolean;
  readonly results: readonly CheckResult[];
  readonly seed: number;
  /// Virtual seconds of the first run; 0 if there was none, or it did not end.
  readonly seconds: number;
  /// Absent where no check has points, or the file cannot be read.
  readonly points?: Points | undefined;
  /// How often the student had pressed Check, as the file says.
  readonly tries?: number | undefined;
  /// What the teacher should look at.
  readonly notes: readonly string[];
  /// The same for files with the same assignment in them; empty if a file cannot be read.
  readonly version: string;
}

/// A file: what was handed in with it, or why it cannot be read.
export type Handed = HandIn | FormatError;

/// What is in the bytes of a file; undefined if it does not say that it is a hand-in.
export function readHanded(file: string, bytes: Uint8Array): Handed | undefined {
  if (bytes.length > mostHandInBytes) return new FormatError(file, [tooLarge(mostHandInBytes)]);
  try {
    return readHandIn(readText(file, bytes), file);
  } catch (error) {
    if (error instanceof TextError) return new FormatError(file, [error.sentence]);
    if (error instanceof FormatError) return error;
    throw error;
  }
}

/// Whether a file may be a hand-in by its path. Others are named, but nobody opens them.
export function mayBeHandIn(path: string): boolean {
  return /\.json$/i.test(path);
}

/// Whether a file is one that nobody has handed in: hidden, put there by an archiver, or a table of marks.
export function isPassedOver(path: string): boolean {
  return path.split("/").some((part) => part.startsWith(".") || part === "__MACOSX") || /\.csv$/i.test(path);
}

/// The order in which files are marked.
export function byPath(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export interface MarkOptions {
  /// The teacher's own copy, by which all are marked.
  readonly given?: Assignment | undefined;
  readonly clock: Clock;
  /// Runs and judges a program as an assignment asks.
  readonly check: (
    assignment: Assignment,
    files: readonly SourceFile[],
    signal: AbortSignal,
  ) => Promise<Pick<ProgramReport, "results" | "seconds">>;
  /// Leaves it: `markHanded` then rejects with its reason.
  readonly signal?: AbortSignal | undefined;
}

/// Marks one file. Whatever goes wrong with it is said in its mark, so that the others can be marked.
export async function markHanded(file: string, handed: Handed, options: MarkOptions): Promise<Mark> {
  const stop = new AbortController();
  const end = options.clock.after(MOST_MILLISECONDS, () => stop.abort());
  const leave = (): void => stop.abort();
  options.signal?.addEventListener("abort", leave);
  try {
    options.signal?.throwIfAborted();
    return handed instanceof FormatError
      ? unreadable(file, handed.problems.join("; "))
      : await markHandIn(file, handed, { ...options, signal: stop.signal });
  } catch (error) {
    options.signal?.throwIfAborted();
    return uncheckable(file, handed, options.given, stop.signal.aborted ? tooLong : saidBy(error));
  } finally {
    end();
    options.signal?.removeEventListener("abort", leave);
  }
}

const tooLong = `Its checks take longer than ${MOST_MILLISECONDS / 60_000} minutes, so it was stopped.`;

function saidBy(error: unknown): string {
  return `It cannot be checked: ${error instanceof Error ? error.message : error}.`.replace(/\.\.$/, ".");
}

/// The mark of a file that cannot be read.
export function unreadable(file: string, why: string): Mark {
  return { ...nothing, file, results: [failed("The file can be read", why)] };
}

/// The mark of a hand-in that could not be checked, for a reason in a sentence.
export function uncheckable(file: string, handed: Handed, given: Assignment | undefined, why: string): Mark {
  const results = [failed("The program can be checked", why)];
  if (handed instanceof FormatError) return { ...nothing, file, results };
  const { student, assignment } = handed;
  const { title, check } = given ?? assignment;
  const version = versionOf(assignment);
  return { ...nothing, file, student, title, results, points: pointsIn(check, results), version };
}

const nothing: Mark = {
  file: "",
  student: "",
  title: "",
  passed: false,
  results: [],
  seed: 0,
  seconds: 0,
  notes: [],
  version: "",
};

function failed(name: string, message: string): CheckResult {
  return { name, ok: false, message, say: "" };
}

async function markHandIn(
  file: string,
  handIn: HandIn,
  { given, check, signal }: MarkOptions & { readonly signal: AbortSignal },
): Promise<Mark> {
  const assignment = given ?? handIn.assignment;
  const notes: string[] = [];
  if (given !== undefined && JSON.stringify(given) !== JSON.stringify(handIn.assignment)) {
    notes.push("the assignment in this file is not yours, by which it was marked");
  }
  const intact = isLockedIntact(assignment, handIn.files);
  if (!intact) notes.push("lines that were to stay have been changed");
  const { results, seconds } = await check(assignment, filesOf(assignment, handIn), signal);
  const claimed = handIn.results.length > 0 && handIn.results.every(({ ok }) => ok);
  if (claimed && !passes(results)) notes.push("the file says that all checks passed");
  const { student, tries } = handIn;
  const { title, seed } = assignment;
  const version = versionOf(handIn.assignment);
  const passed = passes(results) && intact;
  const points = pointsIn(assignment.check, results);
  return { file, student, title, passed, results, points, seed, seconds, tries, notes, version };
}

/// The programs of a hand-in, the one that is run first.
export function filesOf({ files }: Assignment, handIn: HandIn): readonly SourceFile[] {
  const name = files[0]?.name;
  return [...handIn.files.filter((file) => file.name === name), ...handIn.files.filter((file) => file.name !== name)];
}

function versionOf(assignment: Assignment): string {
  const bytes = encodeUtf8(JSON.stringify(written(assignment)));
  return `${bytes.length} ${crc32(bytes) >>> 0}`;
}

/// Marks of hand-ins that brought their own assignments, with a note on those that ask for something else than most of their title.
export function withDiffering(marks: readonly Mark[]): readonly Mark[] {
  const versions = new Map<string, Map<string, number>>();
  for (const { title, version } of marks) {
    if (version === "") continue;
    const counts = versions.get(title) ?? new Map<string, number>();
    versions.set(title, counts);
    counts.set(version, (counts.get(version) ?? 0) + 1);
  }
  return marks.map((mark) => {
    const counts = versions.get(mark.title);
    const own = counts?.get(mark.version);
    if (counts === undefined || own === undefined || own === Math.max(...counts.values())) return mark;
    return { ...mark, notes: [...mark.notes, "its assignment is another than most others have: mark by your own"] };
  });
}
