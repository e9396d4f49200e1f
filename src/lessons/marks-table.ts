import { counted } from "../base/counted.ts";
import type { AlikePair } from "./alike.ts";
import { duration } from "./duration.ts";
import type { Mark } from "./marking.ts";

// Marks as people read them: a table of one line a hand-in, and a CSV of one line a check. The page shows and saves the same.

const mostNamed = 20;

const columns = ["Student", "Assignment", "Result", "Checks", "Seed", "Virtual time", "Tries"] as const;

/// A column of the table, and what stands in it.
export type MarkColumn = (typeof columns)[number] | "Points";

/// The columns of the table: one for points, where any check has some.
export function columnsOf(marks: readonly Mark[]): readonly MarkColumn[] {
  return hasPointsIn(marks) ? columns.flatMap((name) => (name === "Checks" ? [name, "Points"] : [name])) : columns;
}

/// What stands in a column.
export function cellOf(column: MarkColumn, mark: Mark): string {
  switch (column) {
    case "Student":
      return mark.student || mark.file;
    case "Assignment":
      return mark.title;
    case "Result":
      return mark.passed ? "passed" : "not passed";
    case "Checks":
      return `${passedIn(mark)} of ${mark.results.length}`;
    case "Points":
      return mark.points === undefined ? "–" : `${mark.points.earned} of ${mark.points.all}`;
    case "Seed":
      return String(mark.seed);
    case "Virtual time":
      return mark.seconds === 0 ? "–" : duration(mark.seconds);
    case "Tries":
      return String(mark.tries ?? "–");
  }
}

function hasPointsIn(marks: readonly Mark[]): boolean {
  return marks.some(({ points }) => points !== undefined);
}

function passedIn({ results }: Mark): number {
  return results.filter(({ ok }) => ok).length;
}

/// How many there are and how many have passed, in a sentence.
export function sumOf(marks: readonly Mark[]): string {
  return `${counted(marks.length, "hand-in")}, ${marks.filter(({ passed }) => passed).length} passed.`;
}

/// Files that lie among the hand-ins and are none, in a sentence; empty if there are none.
export function othersWords(others: readonly string[]): string {
  if (others.length === 0) return "";
  const named = others.slice(0, mostNamed).join(", ");
  const more = others.length > mostNamed ? ` and ${others.length - mostNamed} more` : "";
  return `Not marked, because ${others.length === 1 ? "it is no hand-in" : "they are no hand-ins"}: ${named}${more}.`;
}

/// Pairs of programs that are at least `percent` alike, a line each, and what that means.
export function alikeLines(
  pairs: readonly AlikePair[],
  percent: number,
  nameOf: (at: number) => string,
): readonly string[] {
  const found = pairs.length === 0 ? "No programs are" : pairs.length === 1 ? "1 pair is" : `${pairs.length} pairs are`;
  return [
    `${found} at least ${percent} % alike. Alike is not proof: a short task has few solutions.`,
    ...pairs.map((pair) => `    ${alikeWords(pair, nameOf)}`),
  ];
}

/// One of them: `Ada and Bob: 92 % alike`.
export function alikeWords({ first, second, part }: AlikePair, nameOf: (at: number) => string): string {
  return `${nameOf(first)} and ${nameOf(second)}: ${Math.round(part * 100)} % alike`;
}

const csvColumns = "file,student,lesson,passed,check,holds,seed,virtual seconds,notes,checks passed,checks,tries".split(
  ",",
);

const pointColumns = ["points", "points earned", "points possible"];

/// A line for each check of each hand-in, as RFC 4180 has it; with points in more columns, where any check has some.
export function csvOf(marks: readonly Mark[]): string {
  const isCounted = hasPointsIn(marks);
  const yes = (holds: boolean): string => (holds ? "yes" : "no");
  const rows = marks.flatMap((mark) => {
    const { file, student, title, passed, results, points, seed, seconds, tries, notes } = mark;
    const good = passedIn(mark);
    return results.map(({ name, ok, points: worth }) => [
      ...[file, student, title, yes(passed), name, yes(ok), String(seed), String(seconds), notes.join("; ")],
      ...[String(good), String(results.length), String(tries ?? "")],
      ...(isCounted ? [worth, points?.earned, points?.all].map((number) => String(number ?? "")) : []),
    ]);
  });
  const head = isCounted ? [...csvColumns, ...pointColumns] : csvColumns;
  return `${[head, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

// A spreadsheet must read a name such as =1+1 as text. Some take the wide forms of these signs for the signs.
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
