// Patterns of checks: regular expressions of JavaScript with the flag u, but for what cannot be matched in time proportional to the
// text (docs/decisions/037-patterns.md). A pattern becomes instructions, and all ways through them are followed at once, a character
// at a time, the more wanted first (Thompson, Pike). Where a way comes to an instruction that a more wanted one has reached at the
// same place, it ends: what follows would be the same. So no place of the text is looked at more often than there are instructions.
//
//   char      one character of a kind, then the next instruction
//   fork      goes on at both of two instructions, the first more wanted
//   jump      goes on elsewhere
//   save      notes the place: the beginning or the end of the first group
//   forget    takes a group's note back, as each turn of a repetition does
//   at        goes on where something holds: the text's beginning or end, a word's end, or not a word's end
//   match     the end of the pattern

/// A pattern that can be matched.
export interface Pattern {
  /// Whether any part of a text is of this form.
  test(text: string): boolean;
  /// What the first group has caught in the first part that is; undefined if it has caught nothing, or there is none. It is what
  /// JavaScript catches, unless something is repeated that may be empty: there JavaScript takes no empty turn.
  group(text: string): string | undefined;
}

/// Says why a text is no pattern, in words for authors.
export class PatternError extends Error {}

/// So many instructions are enough for any line that a person would describe.
const MOST_INSTRUCTIONS = 1000;

/// Reads a pattern; throws PatternError.
export function readPattern(source: string): Pattern {
  try {
    new RegExp(source, "u");
  } catch {
    throw new PatternError("must be a regular expression");
  }
  const node = new Reader(source).read();
  if (sizeOf(node) + 1 > MOST_INSTRUCTIONS) {
    throw new PatternError("stands for too much: repeat fewer things, or fewer times");
  }
  const code: Instruction[] = [];
  emit(node, code);
  code.push({ kind: "match" });
  return new Matcher(code);
}

type Is = (codePoint: number) => boolean;
type Place = "start" | "end" | "boundary" | "inside";

type Node =
  | { readonly kind: "char"; readonly is: Is }
  | { readonly kind: "at"; readonly place: Place }
  | { readonly kind: "all" | "either"; readonly parts: readonly Node[] }
  /// `first`: the pattern's first group, the only one of which anything is asked.
  | { readonly kind: "group"; readonly first: boolean; readonly inner: Node }
  | {
      readonly kind: "repeat";
      readonly inner: Node;
      readonly least: number;
      readonly most: number;
      readonly greedy: boolean;
    };

/// Reads a text that JavaScript takes for a pattern, so that its form needs no more checking.
class Reader {
  private readonly source: string;
  private at = 0;
  private groups = 0;

  constructor(source: string) {
    this.source = source;
  }

  read(): Node {
    const parts = [this.sequence()];
    while (this.source[this.at] === "|") {
      this.at++;
      parts.push(this.sequence());
    }
    return parts.length === 1 ? (parts[0] as Node) : { kind: "either", parts };
  }

  private sequence(): Node {
    const parts: Node[] = [];
    while (this.at < this.source.length && !"|)".includes(this.source[this.at] as string)) parts.push(this.repeated());
    return { kind: "all", parts };
  }

  private repeated(): Node {
    const inner = this.single();
    const [sign, least, most] = /^(?:[*+?]|\{(\d+)(?:,(\d*))?\})/.exec(this.source.slice(this.at, this.at + 40)) ?? [];
    if (sign === undefined) return inner;
    this.at += sign.length;
    const greedy = this.source[this.at] !== "?";
    if (!greedy) this.at++;
    const from = least === undefined ? Number(sign === "+") : Number(least);
    const to =
      least === undefined
        ? sign === "?"
          ? 1
          : Infinity
        : most === undefined
          ? from
          : most === ""
            ? Infinity
            : Number(most);
    return { kind: "repeat", inner, least: from, most: to, greedy };
  }

  private single(): Node {
    const { source } = this;
    const from = this.at;
    switch (source[from]) {
      case "^":
        this.at++;
        return { kind: "at", place: "start" };
      case "$":
        this.at++;
        return { kind: "at", place: "end" };
      case "(":
        return this.group();
      case "[":
        for (this.at++; source[this.at] !== "]"; this.at++) if (source[this.at] === "\\") this.at++;
        this.at++;
        return { kind: "char", is: kindOf(source.slice(from, this.at)) };
      case "\\":
        return this.escape();
      default: {
        const character = String.fromCodePoint(source.codePointAt(from) ?? 0);
        this.at += character.length;
        if (character === ".") return { kind: "char", is: kindOf(".") };
        return { kind: "char", is: (code) => code === character.codePointAt(0) };
      }
    }
  }

  private group(): Node {
    const { source } = this;
    const [, name] = /^\(\?<([^=!>][^>]*)>/.exec(source.slice(this.at)) ?? [];
    const isNumbered = source[this.at + 1] !== "?" || name !== undefined;
    if (isNumbered) this.at += name === undefined ? 1 : name.length + 4;
    else if (source.startsWith("(?:", this.at)) this.at += 3;
    else {
      const what = source.slice(this.at, this.at + (source[this.at + 2] === "<" ? 4 : 3));
      throw new PatternError(`${what}…) cannot be used here: looking ahead or back, and flags, are left out`);
    }
    const first = isNumbered && ++this.groups === 1;
    const inner = this.read();
    this.at++;
    return isNumbered ? { kind: "group", first, inner } : inner;
  }

  private escape(): Node {
    const { source } = this;
    const next = source[this.at + 1] as string;
    if (next === "b" || next === "B") {
      this.at += 2;
      return { kind: "at", place: next === "b" ? "boundary" : "inside" };
    }
    if (/[1-9k]/.test(next)) {
      throw new PatternError(`\\${next} cannot be used here: a pattern cannot ask for what a group has caught`);
    }
    const form = /^\\(?:u\{[\da-f]+\}|u[\da-f]{4}(?:\\u[\da-f]{4})?|x[\da-f]{2}|[pP]\{[^}]*\}|c[a-z]|.)/isu;
    const whole = form.exec(source.slice(this.at))?.[0] ?? "";
    // Two escapes are one character only where they are the halves of one.
    const one =
      /^(\\u[\da-f]{4})\\u/i.test(whole) && !/^\\ud[89ab]..\\ud[c-f]/i.test(whole) ? whole.slice(0, 6) : whole;
    this.at += one.length;
    return { kind: "char", is: kindOf(one) };
  }
}

/// Whether a character is of a kind. Uses JavaScript's own RegExp on one character, so it is fast.
function kindOf(source: string): Is {
  const form = new RegExp(`^${source}$`, "u");
  const plain = Array.from({ length: 128 }, (_, code) => form.test(String.fromCharCode(code)));
  return (code) => plain[code] ?? form.test(String.fromCodePoint(code));
}

type Instruction =
  | { readonly kind: "char"; readonly is: Is }
  | { readonly kind: "at"; readonly place: Place }
  | { readonly kind: "fork"; readonly first: number; readonly second: number }
  | { readonly kind: "jump"; readonly to: number }
  | { readonly kind: "save"; readonly which: 0 | 1 }
  | { readonly kind: "forget" }
  | { readonly kind: "match" };

/// How many instructions a node takes.
function sizeOf(node: Node): number {
  switch (node.kind) {
    case "char":
    case "at":
      return 1;
    case "all":
      return node.parts.reduce((sum, part) => sum + sizeOf(part), 0);
    case "either":
      return node.parts.reduce((sum, part) => sum + sizeOf(part) + 2, -2);
    case "group":
      return sizeOf(node.inner) + (node.first ? 2 : 0);
    case "repeat": {
      const once = sizeOf(node.inner) + 3;
      return once * (node.most === Number.POSITIVE_INFINITY ? node.least + 1 : node.most);
    }
  }
}

function emit(node: Node, code: Instruction[]): void {
  switch (node.kind) {
    case "char":
    case "at":
      code.push(node);
      return;
    case "all":
      for (const part of node.parts) emit(part, code);
      return;
    case "either": {
      const jumps: number[] = [];
      node.parts.forEach((part, k) => {
        const isLast = k === node.parts.length - 1;
        const fork = code.length;
        if (!isLast) code.push({ kind: "match" });
        emit(part, code);
        if (isLast) return;
        jumps.push(code.length);
        code.push({ kind: "match" });
        code[fork] = { kind: "fork", first: fork + 1, second: code.length };
      });
      for (const jump of jumps) code[jump] = { kind: "jump", to: code.length };
      return;
    }
    case "group":
      if (node.first) code.push({ kind: "save", which: 0 });
      emit(node.inner, code);
      if (node.first) code.push({ kind: "save", which: 1 });
      return;
    case "repeat":
      return emitRepeat(node, code);
  }
}

function emitRepeat({ inner, least, most, greedy }: Extract<Node, { kind: "repeat" }>, code: Instruction[]): void {
  const turn = (): void => {
    if (hasFirst(inner)) code.push({ kind: "forget" });
    emit(inner, code);
  };
  for (let k = 0; k < least; k++) turn();
  const fork = (at: number, inside: number, past: number): void => {
    code[at] = { kind: "fork", first: greedy ? inside : past, second: greedy ? past : inside };
  };
  if (most === Number.POSITIVE_INFINITY) {
    const top = code.length;
    code.push({ kind: "match" });
    turn();
    code.push({ kind: "jump", to: top });
    fork(top, top + 1, code.length);
    return;
  }
  const forks: number[] = [];
  for (let k = least; k < most; k++) {
    forks.push(code.length);
    code.push({ kind: "match" });
    turn();
  }
  for (const at of forks) fork(at, at + 1, code.length);
}

function hasFirst(node: Node): boolean {
  switch (node.kind) {
    case "all":
    case "either":
      return node.parts.some(hasFirst);
    case "group":
      return node.first || hasFirst(node.inner);
    case "repeat":
      return hasFirst(node.inner);
    default:
      return false;
  }
}

/// A way through the instructions: the one at which it is, and where the first group begins and ends for it.
interface Way {
  readonly pc: number;
  readonly from: number;
  readonly to: number;
}

class Matcher implements Pattern {
  private readonly code: readonly Instruction[];
  /// For each instruction the last place at which it was reached.
  private readonly reached: Int32Array;
  private readonly isWord = kindOf("\\w");

  constructor(code: readonly Instruction[]) {
    this.code = code;
    this.reached = new Int32Array(code.length);
  }

  test(text: string): boolean {
    return this.run(text, true) !== undefined;
  }

  group(text: string): string | undefined {
    const found = this.run(text, false);
    return found === undefined || found.from < 0 || found.to < 0 ? undefined : text.slice(found.from, found.to);
  }

  /// The way that matches: the first one of the most wanted; any if only that is asked.
  private run(text: string, any: boolean): Way | undefined {
    this.reached.fill(-1);
    let ways: Way[] = [];
    let found: Way | undefined;
    for (let at = 0; ; ) {
      // A match may begin here, if none has yet: less wanted than all that began before.
      if (found === undefined) this.follow({ pc: 0, from: -1, to: -1 }, text, at, ways);
      const end = ways.findIndex(({ pc }) => this.code[pc]?.kind === "match");
      if (end >= 0) {
        found = ways[end];
        if (any) return found;
        // Alternatives of lower priority than the match are dropped.
        ways.length = end;
      }
      if (at >= text.length || (ways.length === 0 && found !== undefined)) return found;
      const character = text.codePointAt(at) as number;
      at += character > 0xffff ? 2 : 1;
      const next: Way[] = [];
      for (const way of ways) {
        const here = this.code[way.pc] as Instruction;
        if (here.kind === "char" && here.is(character)) this.follow({ ...way, pc: way.pc + 1 }, text, at, next);
      }
      ways = next;
    }
  }

  /// Adds all that a way leads to without another character, the more wanted first.
  private follow(start: Way, text: string, at: number, ways: Way[]): void {
    const pending = [start];
    for (let way = pending.pop(); way !== undefined; way = pending.pop()) {
      const { pc } = way;
      if (this.reached[pc] === at) continue;
      this.reached[pc] = at;
      const here = this.code[pc] as Instruction;
      switch (here.kind) {
        case "char":
        case "match":
          ways.push(way);
          break;
        case "jump":
          pending.push({ ...way, pc: here.to });
          break;
        case "fork":
          pending.push({ ...way, pc: here.second }, { ...way, pc: here.first });
          break;
        case "save":
          pending.push({ pc: pc + 1, from: here.which === 0 ? at : way.from, to: here.which === 1 ? at : way.to });
          break;
        case "forget":
          pending.push({ pc: pc + 1, from: -1, to: -1 });
          break;
        case "at":
          if (this.holds(here.place, text, at)) pending.push({ ...way, pc: pc + 1 });
          break;
      }
    }
  }

  private holds(place: Place, text: string, at: number): boolean {
    if (place === "start") return at === 0;
    if (place === "end") return at === text.length;
    const word = (k: number): boolean => k >= 0 && k < text.length && this.isWord(text.charCodeAt(k));
    return (word(at - 1) !== word(at)) === (place === "boundary");
  }
}
