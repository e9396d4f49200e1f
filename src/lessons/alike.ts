import { diff } from "../base/diff.ts";
import type { SourceFile } from "../base/source.ts";
import { natives } from "../bytecode/natives.ts";
import { tokenize } from "../language/lexer.ts";
import type { Token } from "../language/tokens.ts";

// How alike two programs are, whatever their names, numbers, texts, comments and blank lines. Each run of GRAM tokens is hashed; of
// each WINDOW hashes that follow one another the least is kept (winnowing: Schleimer, Wilkerson, Aiken, SIGMOD 2003). So whatever two
// programs share that is at least GRAM + WINDOW - 1 tokens long is seen, wherever it stands. What the assignment began with is not
// counted: everybody has that. Alike is not proof: short tasks have few solutions.

const GRAM = 6;
const WINDOW = 4;
/// Programs that have fewer of them of their own are too short to be compared.
const LEAST = 8;

/// What is kept of a program's hashes, in order, each once.
export type Fingerprints = Uint32Array;

/// Two programs that are alike, by their places in what was compared.
export interface AlikePair {
  readonly first: number;
  readonly second: number;
  /// From 0 to 1: the share of what both have together that is in both.
  readonly part: number;
}

/// The fingerprints of a program that are not those of the one it began as.
export function fingerprintsOf(files: readonly SourceFile[], start: readonly SourceFile[]): Fingerprints {
  const begun = new Set(start.flatMap(({ name, text }) => winnowed(wordsOf(name, text))));
  const own = new Set(
    files.flatMap(({ name, text }) => winnowed(wordsOf(name, text))).filter((one) => !begun.has(one)),
  );
  return Uint32Array.from(own).sort();
}

/// Whether there is enough of a program to say anything.
export function canCompare(prints: Fingerprints): boolean {
  return prints.length >= LEAST;
}

/// The pairs that are alike in at least this part, the most alike first.
export function alikePairs(all: readonly Fingerprints[], least: number): readonly AlikePair[] {
  const pairs: AlikePair[] = [];
  for (const [second, mine] of all.entries()) {
    for (let first = 0; first < second; first++) {
      const theirs = all[first] as Fingerprints;
      if (!canCompare(mine) || !canCompare(theirs)) continue;
      const part = (2 * shared(theirs, mine)) / (theirs.length + mine.length);
      if (part >= least) pairs.push({ first, second, part });
    }
  }
  return pairs.sort((a, b) => b.part - a.part || a.first - b.first || a.second - b.second);
}

function shared(a: Fingerprints, b: Fingerprints): number {
  let [count, k, j] = [0, 0, 0];
  while (k < a.length && j < b.length) {
    const difference = (a[k] as number) - (b[j] as number);
    if (difference === 0) count++;
    if (difference <= 0) k++;
    if (difference >= 0) j++;
  }
  return count;
}

const known: ReadonlySet<string> = new Set(natives.flatMap(({ module, name }) => (module === "method" ? [] : [name])));
/// They are so behind a dot only: elsewhere it is a name of the student's own.
const methods: ReadonlySet<string> = new Set(natives.map(({ name }) => name));

function wordOf({ kind, text }: Token, before: Token | undefined): string | undefined {
  if (kind === "name") return (before?.text === "." ? methods : known).has(text) ? text : "name";
  if (kind === "int" || kind === "real") return "0";
  if (kind === "string" || kind === "fstring" || kind === "bytes") return '""';
  if (kind === "indent" || kind === "dedent") return kind;
  return kind === "keyword" || kind === "operator" ? text : undefined;
}

function wordsOf(name: string, text: string): readonly string[] {
  return tokenize(text, name).tokens.flatMap((token, k, all) => wordOf(token, all[k - 1]) ?? []);
}

function winnowed(words: readonly string[]): readonly number[] {
  const hashes = words.map(hashOf);
  const grams: number[] = [];
  for (let k = 0; k + GRAM <= hashes.length; k++) {
    let gram = 0;
    for (let j = k; j < k + GRAM; j++) gram = (Math.imul(gram, 0x01000193) ^ (hashes[j] as number)) >>> 0;
    grams.push(gram);
  }
  const kept: number[] = [];
  for (let k = 0; k + WINDOW <= grams.length; k++) kept.push(Math.min(...grams.slice(k, k + WINDOW)));
  return kept;
}

/// FNV-1a, of 32 bits.
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let k = 0; k < word.length; k++) hash = Math.imul(hash ^ word.charCodeAt(k), 0x01000193);
  return hash >>> 0;
}

/// A line of two programs side by side. `same`: word for word; `renamed`: but for names, numbers, texts and comments.
export interface BesideRow {
  readonly kind: "same" | "renamed" | "left" | "right";
  /// Undefined where the other program has a line that this one has not; else its number, from 1, and its text.
  readonly left?: { readonly line: number; readonly text: string };
  readonly right?: { readonly line: number; readonly text: string };
}

/// Two texts side by side.
export function beside(left: string, right: string): readonly BesideRow[] {
  const [lefts, rights] = [left.split("\n"), right.split("\n")];
  const at = (lines: readonly string[], k: number) => ({ line: k + 1, text: lines[k] ?? "" });
  return diff(lefts.map(keyOf), rights.map(keyOf)).map((row): BesideRow => {
    if (row.kind === "left") return { kind: "left", left: at(lefts, row.left) };
    if (row.kind === "right") return { kind: "right", right: at(rights, row.right) };
    const isSame = lefts[row.left] === rights[row.right];
    return { kind: isSame ? "same" : "renamed", left: at(lefts, row.left), right: at(rights, row.right) };
  });
}

/// Lines with the same key are the same but for names. A line without words stands for itself.
function keyOf(line: string): string {
  const words = wordsOf("line.py", line.trim());
  return words.length === 0 ? `#${line.trim()}` : words.join(" ");
}
