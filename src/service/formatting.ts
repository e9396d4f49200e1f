import type { Edit } from "../base/diagnostic.ts";
import { lineStartAt, type Span } from "../base/span.ts";
import type { Token, Words } from "../language/tokens.ts";
import { edited } from "./rename.ts";
import { softWords } from "./soft-words.ts";
import { endsValue, spaceBetween } from "./spacing.ts";
import { type Pieces, piecesOf } from "./tokens.ts";

// Only the space between tokens and comments ever changes. Should that change what the lexer sees (in a text that it cannot
// read, for instance), or should a second time change something again, the text is left as it is.

/// The edits that put a text's spaces in order: four for each block, one around operators and after commas, none at the
/// ends of lines, and no empty lines at the end. With names the text is read as classic ePython.
export function format(text: string, classic?: Words): readonly Edit[] {
  const edits = editsOf(text, classic);
  if (edits.length === 0) return edits;
  const once = edited(text, edits);
  return sameWords(text, once, classic) && editsOf(once, classic).length === 0 ? edits : [];
}

/// Whether two texts have the same tokens and comments.
export function sameWords(one: string, other: string, classic?: Words): boolean {
  return words(one, classic) === words(other, classic);
}

function words(text: string, classic: Words | undefined): string {
  const { all, comments } = piecesOf(text, classic);
  const layout = new Set(["newline", "indent", "dedent", "end"]);
  const tokens = all.map(({ kind, from, to }) => (layout.has(kind) ? [kind] : [kind, text.slice(from, to)]));
  return JSON.stringify([tokens, comments.map(({ from, to }) => text.slice(from, to))]);
}

interface Level {
  readonly before: number;
  readonly after: number;
}

function editsOf(text: string, classic: Words | undefined): readonly Edit[] {
  const pieces = piecesOf(text, classic);
  const widthOf = classic === undefined ? pythonWidth : classicWidth;
  const edits: Edit[] = [];
  // What was meant can only be guessed; that problem has a mend of its own.
  if (pieces.mixedTabs) return edits;
  const change = (from: number, to: number, wanted: string) => {
    if (text.slice(from, to) !== wanted) edits.push({ from, to, text: wanted });
  };
  const layout = layoutOf(text, pieces, widthOf);
  const starts = lineStartTokens(pieces.all);
  // In classic ePython several statements may stand on a line, and print is always the word of one.
  const isPrintWord = (token: Token): boolean =>
    token.text === "print" && token.kind === "name" && (classic !== undefined || starts.has(token));
  const soft = classic === undefined ? softWords(pieces.all) : new Set<Token>();
  const parts: readonly (Token | Span)[] = [...pieces.tokens, ...pieces.comments].sort((a, b) => a.from - b.from);
  let at = 0;
  let depth = 0;
  let shift = 0;
  let before: Token | undefined;
  let beforeLast: Token | undefined;
  let isLineStart = true;
  for (const [i, part] of parts.entries()) {
    const gap = text.slice(at, part.from);
    const isToken = "kind" in part;
    if (isToken && part.kind === "operator" && ")]}".includes(part.text)) depth--;
    if (!/^[ \t\n\r]*$/.test(gap)) {
      // A backslash, or something that is no token: left alone.
    } else if (/[\n\r]/.test(gap) || i === 0) {
      const old = widthOf(gap.slice(lineStartAt(gap, gap.length)));
      const level = isToken ? starts.get(part) : undefined;
      let column = Math.max(0, old + shift);
      if (level !== undefined) {
        column = 4 * level;
        shift = column - old;
      } else if (!isToken && depth <= 0) column = commentColumn(layout, part.from, old);
      change(at, part.from, gap.replace(/[ \t]+/g, "") + " ".repeat(column));
    } else if (!isToken) {
      if (gap === "" || gap.includes("\t")) change(at, part.from, "  ");
    } else if (before !== undefined) {
      const isUnary =
        before.kind === "operator" &&
        "+-~".includes(before.text) &&
        (beforeLast === undefined || isLineStart || !endsValue(beforeLast) || isPrintWord(beforeLast));
      const wanted = isPrintWord(before) && "+-~".includes(part.text) && part.kind === "operator" ? " " : undefined;
      change(
        at,
        part.from,
        wanted ?? spaceBetween({ before, after: part, gap, depth, isUnary, isPrint: isPrintWord(before) }),
      );
    }
    if (isToken) {
      if (part.kind === "operator" && "([{".includes(part.text)) depth++;
      isLineStart = starts.has(part);
      beforeLast = isLineStart ? undefined : before;
      before = soft.has(part) ? { ...part, kind: "keyword" } : part;
    }
    at = part.to;
  }
  const rest = text.slice(at);
  if (/^[ \t\n\r]*$/.test(rest))
    change(at, text.length, parts.length === 0 ? "" : (/\r\n|\n|\r/.exec(rest)?.[0] ?? "\n"));
  return edits;
}

/// The first token of each statement's line, and how many blocks it stands in.
function lineStartTokens(all: readonly Token[]): ReadonlyMap<Token, number> {
  const starts = new Map<Token, number>();
  let level = 0;
  let isNew = true;
  for (const token of all) {
    if (token.kind === "indent") level++;
    else if (token.kind === "dedent") level--;
    else if (token.kind === "newline") isNew = true;
    else if (isNew && token.to > token.from) {
      starts.set(token, level);
      isNew = false;
    }
  }
  return starts;
}

/// For each statement's line its offset and the blocks it stands in.
function layoutOf(
  text: string,
  { all }: Pieces,
  widthOf: (blanks: string) => number,
): readonly { readonly at: number; readonly levels: readonly Level[] }[] {
  const lines: { at: number; levels: readonly Level[] }[] = [];
  for (const [token, depth] of lineStartTokens(all)) {
    const start = lineStartAt(text, token.from);
    const levels = [...(lines.at(-1)?.levels ?? [])].slice(0, depth);
    // In classic ePython a comment may stand between.
    const blanks = /^[ \t]*/.exec(text.slice(start, token.from))?.[0] ?? "";
    levels.push({ before: widthOf(blanks), after: 4 * depth });
    lines.push({ at: token.from, levels });
  }
  return lines;
}

// A comment of its own line belongs to a block of the statements around it: to the one it stands under.
function commentColumn(layout: ReturnType<typeof layoutOf>, at: number, column: number): number {
  let next = 0;
  for (let end = layout.length; next < end; ) {
    const middle = (next + end) >> 1;
    if ((layout[middle]?.at ?? 0) > at) end = middle;
    else next = middle + 1;
  }
  const around = [layout[next]?.levels ?? [], layout[next - 1]?.levels ?? []].flat();
  let best: Level = { before: 0, after: 0 };
  for (const level of around) if (level.before <= column && level.before > best.before) best = level;
  return best.after;
}

function pythonWidth(blanks: string): number {
  let width = 0;
  for (const character of blanks) width += character === "\t" ? 8 - (width % 8) : 1;
  return width;
}

function classicWidth(blanks: string): number {
  return blanks.replaceAll("\t", "    ").length;
}
