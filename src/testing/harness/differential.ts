import type { CPython, CPythonResult } from "./cpython.ts";
import { type OneCoreOptions, type OneCoreResult, runOnOneCore } from "./one-core.ts";
import { smaller } from "./smaller.ts";

// Programs on a core and in CPython: both print the same and end in the same way, on the same line.

export interface Case {
  readonly text: string;
  readonly options: OneCoreOptions;
}

/// Python has neither limit.
const ofTheCores = ["out-of-memory", "recursion-too-deep", "endless"];

/// The words of these are ours.
const ownWords = /OverflowError|RecursionError|MemoryError/;

/// What came of a program, in a form in which both can be compared; undefined if there is nothing to compare.
function oursOf(ours: OneCoreResult): string | undefined {
  const { lines, end, line, exception, words, message } = ours;
  if (ofTheCores.includes(end) || lines.some((text) => text.includes("MemoryError"))) return undefined;
  if (end === "refused") return `refused on line ${line}: ${message}`;
  return formOf(lines.join("\n"), exception ?? null, words, line);
}

// What is said in other words on a core, and what is different each time.
const otherWords: readonly (readonly [RegExp, string])[] = [
  // In CPython each kind of lazy value is a type of its own.
  [/'(map|filter|zip|enumerate|reversed|\w+_(reverse)?iterator)' object/g, "'generator' object"],
  [/(Value|[\w.<>]+(\(\))? argument) after \* must be an iterable, not (\w+)/g, "'$3' object is not iterable"],
  // Classes of the program.
  [/'(A|B|K|P|Box|Own|Coded)'/g, "'object'"],
  [/ at 0x[0-9a-f]+>/g, ">"],
];

function formOf(out: string, error: string | null, words: string | undefined, line: number): string {
  const saying = words === undefined || ownWords.test(error ?? "") ? "" : `: ${words}`;
  const all = error === null ? out : `${out}\n${error} on line ${line}${saying}`;
  return otherWords.reduce((text, [theirs, ours]) => text.replace(theirs, ours), all);
}

/// Whether CPython takes a program for none: a `:=` in a class, or what is left of one that has been made smaller.
const theirsIsNone = ({ error, line }: CPythonResult): boolean =>
  line === 0 && error?.startsWith("SyntaxError") === true;

function theirsOf(theirs: CPythonResult, ours: OneCoreResult): string {
  const words = ours.words === undefined ? undefined : theirs.words;
  return formOf(theirs.out.replace(/\n$/, ""), theirs.error, words, theirs.line);
}

/// A program of which the two make different things.
export interface Difference extends Case {
  readonly ours: string;
  readonly theirs: string;
}

export interface Comparison {
  readonly differences: readonly Difference[];
  /// How many programs ended in each way on the core.
  readonly ends: ReadonlyMap<string, number>;
  /// How many of them there was nothing to compare of.
  readonly left: number;
}

// CPython runs the next ones while the core runs these.
const BATCH = 40;

/// Compares what comes of programs.
export async function compare(cpython: CPython, cases: readonly Case[]): Promise<Comparison> {
  const differences: Difference[] = [];
  const ends = new Map<string, number>();
  let left = 0;
  const ask = (from: number) => Promise.all(cases.slice(from, from + BATCH).map(({ text }) => cpython.run(text)));
  let asked = ask(0);
  for (let from = 0; from < cases.length; from += BATCH) {
    const theirs = asked;
    asked = ask(from + BATCH);
    const batch = cases.slice(from, from + BATCH);
    const ours = batch.map(({ text, options }) => runOnOneCore(text, options));
    for (const [k, answer] of (await theirs).entries()) {
      const mine = ours[k] as OneCoreResult;
      ends.set(mine.end, (ends.get(mine.end) ?? 0) + 1);
      const said = theirsIsNone(answer) ? undefined : oursOf(mine);
      if (said === undefined) left++;
      const theirSaid = theirsOf(answer, mine);
      if (said !== undefined && said !== theirSaid)
        differences.push({ ...(batch[k] as Case), ours: said, theirs: theirSaid });
    }
  }
  return { differences, ends, left };
}

/// What a difference is about: how both end, and the line that differs, but for its numbers and names.
function kindOf({ ours, theirs }: Difference): string {
  const [mine, other] = [ours, theirs].map((text) => text.split("\n")) as [string[], string[]];
  const at = mine.findIndex((line, k) => line !== other[k]);
  const ends = [mine, other].map((lines) => /^(\w+) on line/.exec(lines.at(-1) ?? "")?.[1]);
  const words = [mine, other].map((lines) =>
    /^\w+ on line/.test(lines[at] ?? "") ? wordsOf(lines[at] as string) : "",
  );
  return [...ends, ...words].join();
}

const wordsOf = (line: string): string => line.replaceAll(/'[^']*'|\W|\d/g, "");

/// A smaller program of which the two make different things in the same way.
async function reduced(cpython: CPython, from: Difference): Promise<Difference> {
  let found = from;
  const kind = kindOf(from);
  await smaller(from.text, async (text) => {
    const { differences } = await compare(cpython, [{ ...from, text }]);
    const [difference] = differences;
    if (difference === undefined || kindOf(difference) !== kind) return false;
    found = difference;
    return true;
  });
  return found;
}

/// What a difference is, in a program that has been made small.
export async function differs(cpython: CPython, difference: Difference, count: number): Promise<string> {
  const { text, options, ours, theirs } = await reduced(cpython, difference);
  const way = JSON.stringify(options);
  return `${count} programs do not do what they do in CPython. The first, made smaller, with ${way}:\n\n${text}\n\nOn a core:\n${ours}\n\nIn CPython:\n${theirs}\n`;
}
