/// Whether one insertion, deletion, exchange or swap of neighbours makes one word the other, or only capitals differ.
function withinOneEdit(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.toLowerCase() === b.toLowerCase()) return true;
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  const restA = a.slice(start);
  const restB = b.slice(start);
  return (
    restA.slice(1) === restB || restA === restB.slice(1) || restA.slice(1) === restB.slice(1) || isSwap(restA, restB)
  );
}

/// Whether the words are the same once the first two letters of one are swapped.
function isSwap(a: string, b: string): boolean {
  return a.length > 1 && a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
}

/// Whether exactly two neighbouring letters have changed places.
function sameLetters(a: string, b: string): boolean {
  return a.length === b.length && withinOneEdit(a, b) && [...a].toSorted().join("") === [...b].toSorted().join("");
}

/// Whether a variable is most likely called so by mistake, and another one is meant. `isNear` says that the other one is in the value
/// that it gets. Numbers and plurals make names of their own: `row1` and `row2`, `row` and `rows`.
export function isMisspelling(word: string, other: string, isNear: boolean): boolean {
  const withoutDigits = (name: string): string => name.replace(/\d/g, "");
  if (word === other || word.length < 3 || other.length < 3 || /^_/.test(word)) return false;
  if (withoutDigits(word) === withoutDigits(other) || `${word}s` === other || `${other}s` === word) return false;
  if (word.toLowerCase() === other.toLowerCase()) return isNear && word.toUpperCase() !== word;
  if (isNear) return withinOneEdit(word, other);
  if (Math.min(word.length, other.length) < 5 || word[0] !== other[0]) return false;
  return word.length === other.length
    ? sameLetters(word, other)
    : word.at(-1) === other.at(-1) && withinOneEdit(word, other);
}

// What other languages, and Python's own libraries, call it.
const elsewhere: ReadonlyMap<string, string> = new Map(
  Object.entries({
    add: "append",
    push: "append",
    addAll: "extend",
    toUpper: "upper",
    toUpperCase: "upper",
    toLower: "lower",
    toLowerCase: "lower",
    indexOf: "index",
    trim: "strip",
    println: "print",
    puts: "print",
    echo: "print",
    len: "len(...)",
    length: "len(...)",
    size: "len(...)",
    parseInt: "int",
    toString: "str",
    broadcast: "bcast",
    Bcast: "bcast",
    barrier: "sync",
    Barrier: "sync",
    rank: "coreid",
    Get_rank: "coreid",
    Get_size: "numcores",
    squareroot: "sqrt",
    power: "pow",
    ceiling: "ceil",
    randInt: "randint",
    random_int: "randint",
  }),
);

/// A candidate that is one edit away, best one of the same letters, else the first. Words of one or two letters are too short to guess from, unless
/// only their capitals differ.
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let found: string | undefined;
  const translated = elsewhere.get(word);
  for (const candidate of candidates) {
    if (candidate === translated) return candidate;
    if (candidate === word) continue;
    if (candidate.toLowerCase() === word.toLowerCase()) return candidate;
    if (word.length > 2 && sameLetters(word, candidate)) return candidate;
    if (found === undefined && word.length > 2 && candidate.length > 1 && withinOneEdit(word, candidate)) {
      found = candidate;
    }
  }
  return found;
}

/// Suggestions per program. More would be slow to find in a long program, and nobody reads them.
const MOST_GUESSES = 100;

/// How often it may still be looked for what a name of a program was meant to be.
export class Guesses {
  private left = MOST_GUESSES;

  /// Whether it may be looked for once more, which counts as done.
  take(): boolean {
    return this.left-- > 0;
  }

  /// As `nearest`, while it may be looked for.
  nearest(word: string, candidates: Iterable<string>): string | undefined {
    return this.take() ? nearest(word, candidates) : undefined;
  }
}
