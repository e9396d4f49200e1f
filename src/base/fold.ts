import { counted } from "./counted.ts";
// Lists with repeats in them, as Python folds its tracebacks: a recursion of a thousand calls is a few lines.
//
//   a a a a a a b      a a a [the line before, 3 more times] b
//   a b a b a b c      a b a b [the 2 lines before, once more] c

/// A part of a folded list.
export type Folded<T> =
  | { readonly kind: "item"; readonly item: T; readonly index: number }
  /// The last `length` items, `times` more times; the first of them that is left out is number `from`.
  | { readonly kind: "again"; readonly length: number; readonly times: number; readonly from: number }
  /// So many more that do not repeat.
  | { readonly kind: "more"; readonly count: number; readonly from: number };

/// Items after which a repeat is looked for: three functions that call each other take three lines a round.
const longestRound = 16;
/// Repeats are folded after this many items, and never for less than two lines.
const shownOfRepeat = 3;
/// As many as are shown at the end of a list that is too long.
const shownAtEnd = 4;

/// The list with its repeats folded; of what is left at most `most` parts. `keyOf` is equal for items that are alike.
export function foldRepeats<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  most = Number.POSITIVE_INFINITY,
): readonly Folded<T>[] {
  const keys = items.map(keyOf);
  const parts: Folded<T>[] = [];
  for (let at = 0; at < items.length; ) {
    const round = roundAt(keys, at);
    const shown = round === null ? 1 : round.length * Math.ceil(shownOfRepeat / round.length);
    for (let index = at; index < at + shown; index++) {
      parts.push({ kind: "item", item: items[index] as T, index });
    }
    at += shown;
    if (round === null) continue;
    const times = round.rounds - shown / round.length;
    parts.push({ kind: "again", length: round.length, times, from: at });
    at += times * round.length;
  }
  return parts.length <= most ? parts : shortened(parts, Math.max(most, shownAtEnd + 2));
}

/// The shortest round that begins at an item and repeats often enough to be folded.
function roundAt(keys: readonly string[], at: number): { readonly length: number; readonly rounds: number } | null {
  for (let length = 1; length <= longestRound; length++) {
    let end = at + length;
    while (end < keys.length && keys[end] === keys[end - length]) end++;
    const rounds = Math.floor((end - at) / length);
    const shown = Math.ceil(shownOfRepeat / length);
    if ((rounds - shown) * length >= 2) return { length, rounds };
  }
  return null;
}

function shortened<T>(parts: readonly Folded<T>[], most: number): readonly Folded<T>[] {
  const left = parts.slice(most - shownAtEnd - 1, parts.length - shownAtEnd);
  const count = left.reduce((sum, part) => sum + sizeOf(part), 0);
  const [first] = left;
  const from = first === undefined ? 0 : first.kind === "item" ? first.index : first.from;
  return [...parts.slice(0, most - shownAtEnd - 1), { kind: "more", count, from }, ...parts.slice(-shownAtEnd)];
}

/// How many items a part stands for.
export function sizeOf<T>(part: Folded<T>): number {
  if (part.kind === "item") return 1;
  return part.kind === "again" ? part.length * part.times : part.count;
}

/// What stands in the place of the items that a part leaves out.
export function foldWords(part: Exclude<Folded<unknown>, { kind: "item" }>): string {
  if (part.kind === "more") return `… ${part.count.toLocaleString("en")} more calls`;
  const lines = part.length === 1 ? "line" : `${part.length} lines`;
  const times = counted(part.times, "more time");
  return `[Previous ${lines} repeated ${times}]`;
}
