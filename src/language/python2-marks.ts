import type { Span } from "../base/span.ts";

// What only Python 2 can read. A program in which it stands was written for Python 2, as those of the Parallella's time.

/// One mark, with what it is in words for a message.
export interface Python2Mark extends Span {
  readonly what: string;
}

/// What may stand between backticks: other than with a text in quotation marks, no two words stand side by side in it.
const VALUE = "(?![^`\\r\\n]*[\\p{L}\\p{N}_][ \\t]+[\\p{L}\\p{N}_])[^`\\r\\n]+";

/// Whether a backtick at this offset stands, in Python 2, before or behind a value.
export function isValueMark(text: string, at: number): boolean {
  const start = Math.max(text.lastIndexOf("\n", at), text.lastIndexOf("\r", at)) + 1;
  const line = /[^\r\n]*/y;
  line.lastIndex = start;
  const marks = line.exec(text)?.[0].matchAll(new RegExp(`\`${VALUE}\``, "gu")) ?? [];
  return [...marks].some(({ index, 0: found }) => [start + index, start + index + found.length - 1].includes(at));
}

interface Kind {
  readonly what: string;
  readonly pattern: string;
}

// What texts and comments hold marks nothing, so those are matched first. A text that its line cuts off ends with the line.
const SKIPPED =
  "\"\"\"(?:\\\\[\\s\\S]|[^\\\\])*?(?:\"\"\"|$)|'''(?:\\\\[\\s\\S]|[^\\\\])*?(?:'''|$)|" +
  "\"(?:\\\\[\\s\\S]|[^\"\\\\\\r\\n])*\"?|'(?:\\\\[\\s\\S]|[^'\\\\\\r\\n])*'?|#[^\\r\\n]*";

const START = "(?<=(?:^|[\\r\\n;:])[ \\t]*)";
/// Words after which `print` is no statement of Python 2 either.
const GOES_ON = "(?:and|or|in|is|if|else|for|not[ \\t]+in)\\b";

const KINDS: readonly Kind[] = [
  {
    what: "a print statement",
    pattern: `${START}print(?:[ \\t]*(?:["'\`{~\\d]|>>)|[ \\t]+(?:(?!${GOES_ON})[\\p{L}_]|\\[|[-+](?![=-])|\\.\\d)|[ \\t]*\\[[^\\]\\r\\n]*\\][ \\t]*(?:[\\r\\n;#]|$))`,
  },
  { what: "<>", pattern: "<>" },
  { what: "a value between backticks", pattern: `\`${VALUE}\`` },
  { what: "a number with an L", pattern: "(?<![\\p{L}\\p{N}_.])(?:0[xX][\\da-fA-F]+|\\d+)[lL](?![\\p{L}\\p{N}_])" },
  { what: "except with a comma", pattern: `${START}except[ \\t]+[\\w.]+[ \\t]*,[ \\t]*[a-z_]\\w*[ \\t]*:` },
  { what: "raise with a comma", pattern: `${START}raise[ \\t]+[\\w.]+[ \\t]*,` },
  { what: "exec without brackets", pattern: `${START}exec[ \\t]+["']` },
];

const PATTERN = `(${SKIPPED})|${KINDS.map(({ pattern }) => `(${pattern})`).join("|")}`;

/// The first thing in a text that only Python 2 can read; undefined if there is none.
export function python2Mark(text: string): Python2Mark | undefined {
  for (const match of text.matchAll(new RegExp(PATTERN, "gu"))) {
    if (match[1] !== undefined) continue;
    const kind = KINDS.findIndex((_, k) => match[k + 2] !== undefined);
    const what = KINDS[kind]?.what ?? "";
    // Of a statement, its word.
    const to = match.index + (/^[a-z]+/.exec(match[0])?.[0].length ?? match[0].length);
    return { what, from: match.index, to };
  }
  return undefined;
}
