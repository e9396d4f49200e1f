import * as v from "valibot";
import { encodeUtf8 } from "../base/bytes.ts";
import { megabytes, mostFiles, mostHandedCharacters, mostHandInBytes } from "../base/limits.ts";
import { fileOf, type SourceFile, written } from "../base/source.ts";
import { MOST_HOST_CORES } from "../machine/memory-map.ts";
import { type CheckFile, checkOf } from "./check-format.ts";
import { chipName, mostCores, tooManyCores, usualChip } from "./chips.ts";
import { FormatError, problemOf } from "./format-error.ts";
import { blocksOf, type LineRange, placesOf } from "./locked.ts";
import { problemsOfRuns } from "./plan.ts";

// What a teacher hands out, and what a student hands in: plain data, in a link or a file.

/// A program to be completed, with the lines that stay as they are and what it must do.
export interface Assignment {
  readonly title: string;
  /// Markdown.
  readonly task: string;
  /// As the run settings name it.
  readonly chip: string;
  readonly cores: number;
  readonly hostCores: number;
  readonly seed: number;
  /// The first is the one that is run.
  readonly files: readonly SourceFile[];
  /// Lines of the first file.
  readonly locked: readonly LineRange[];
  readonly check: CheckFile;
}

/// What a student has made of it.
export interface HandIn {
  readonly student: string;
  /// As the student had it: the teacher compares.
  readonly assignment: Assignment;
  readonly files: readonly SourceFile[];
  /// What the page said: what counts is what replaying says.
  readonly results: readonly { readonly name: string; readonly ok: boolean }[];
  /// Whether lines that were to stay have been changed.
  readonly lockedChanged: boolean;
  /// How often the student had pressed Check, as the page counted; nobody can verify that. Absent in older files.
  readonly tries?: number | undefined;
}

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer("must be a whole number"), v.minValue(least), v.maxValue(most));

const file = v.pipe(
  v.strictObject({
    name: v.pipe(v.string(), v.regex(/^[A-Za-z_][\w-]{0,60}\.py$/, "must be a name such as hello.py")),
    text: v.pipe(
      v.string(),
      v.maxLength(mostHandedCharacters, `is longer than ${mostHandedCharacters.toLocaleString("en")} characters`),
    ),
    python: v.optional(v.literal(3)),
  }),
  v.transform((one): SourceFile => fileOf(one)),
);
/// Programs that someone hands over.
export const handedFiles = v.pipe(
  v.array(file),
  v.minLength(1, "holds no program"),
  v.maxLength(mostFiles, `holds more than ${mostFiles} programs`),
);

const assignment = v.strictObject({
  title: v.pipe(v.string(), v.trim(), v.minLength(1, "is empty"), v.maxLength(80)),
  task: v.pipe(v.string(), v.maxLength(20_000)),
  chip: v.optional(chipName, usualChip),
  cores: whole(1, mostCores),
  hostCores: whole(0, MOST_HOST_CORES),
  seed: whole(0, 0xffffffff),
  files: handedFiles,
  locked: v.pipe(v.array(v.tuple([whole(1, 100_000), whole(1, 100_000)])), v.maxLength(1000)),
  check: v.unknown(),
});

const mostResults = 200;
const mostResultCharacters = 400;

const handIn = v.strictObject({
  format: v.literal("epython-lab-hand-in"),
  version: v.literal(1),
  student: v.pipe(v.string(), v.maxLength(120)),
  assignment: v.unknown(),
  files: handedFiles,
  results: v.pipe(
    v.array(v.strictObject({ name: v.pipe(v.string(), v.maxLength(mostResultCharacters)), ok: v.boolean() })),
    v.maxLength(mostResults),
  ),
  lockedChanged: v.boolean(),
  tries: v.optional(whole(0, 1_000_000)),
});

/// The assignment in data that anyone may have made; throws FormatError.
export function assignmentOf(data: unknown, where = "assignment"): Assignment {
  const result = v.safeParse(assignment, data);
  if (!result.success) throw new FormatError(where, result.issues.map(problemOf));
  const { chip, cores } = result.output;
  const problem = tooManyCores(chip, cores);
  if (problem !== undefined) throw new FormatError(where, [`cores: ${problem}`]);
  const check = checkOf(result.output.check, `${where}.check`);
  const runs = problemsOfRuns(check, result.output);
  if (runs.length > 0) throw new FormatError(`${where}.check`, runs);
  return { ...result.output, check };
}

/// What a student hands in, as it is written down.
export function writtenHandIn(handIn: HandIn): object {
  return written({ ...handIn, assignment: written(handIn.assignment) });
}

/// The text of the file that a student hands in. Throws FormatError for what could not be marked.
export function writeHandIn(given: HandIn): string {
  const results = given.results
    .slice(0, mostResults)
    .map(({ name, ok }) => ({ name: name.slice(0, mostResultCharacters), ok }));
  const text = `${JSON.stringify({ format: "epython-lab-hand-in", version: 1, ...writtenHandIn({ ...given, results }) }, null, 2)}\n`;
  if (encodeUtf8(text).length > mostHandInBytes) {
    throw new FormatError("the file to hand in", [`is larger than ${megabytes(mostHandInBytes)}`]);
  }
  readHandIn(text, "the file to hand in");
  return text;
}

/// Reads such a file; undefined when it does not say that it is one. Throws FormatError when it cannot be read.
export function readHandIn(text: string, name: string): HandIn | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof data !== "object" || data === null || !("format" in data) || data.format !== "epython-lab-hand-in") {
    return undefined;
  }
  const result = v.safeParse(handIn, data);
  if (!result.success) throw new FormatError(name, result.issues.map(problemOf));
  const { student, files: handed, results, lockedChanged, tries } = result.output;
  const given = assignmentOf(result.output.assignment, `${name}: assignment`);
  const counted = tries === undefined ? {} : { tries };
  return { student, assignment: given, files: handed, results, lockedChanged, ...counted };
}

/// Whether the lines that were to stay are as they were.
export function isLockedIntact({ files: start, locked }: Assignment, handed: readonly SourceFile[]): boolean {
  const [main] = start;
  const now = handed.find(({ name }) => name === main?.name);
  if (main === undefined || now === undefined) return false;
  return placesOf(now.text, blocksOf(main.text, locked)) !== undefined;
}
