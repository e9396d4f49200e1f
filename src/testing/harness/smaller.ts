/// Makes a program smaller as long as `fails` says that it still shows what it should: takes out lines and blocks, puts what a block
/// holds in its place, and makes expressions simpler.
export async function smaller(text: string, fails: (text: string) => Promise<boolean>): Promise<string> {
  let best = text;
  for (;;) {
    const next = await firstOf(candidates(best), fails);
    if (next === undefined) return best;
    best = next;
  }
}

async function firstOf(
  texts: Iterable<string>,
  fails: (text: string) => Promise<boolean>,
): Promise<string | undefined> {
  for (const text of texts) if (await fails(text)) return text;
  return undefined;
}

/// Smaller programs, those that are much smaller first.
function* candidates(text: string): Generator<string> {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  for (let length = lines.length >> 1; length > 1; length >>= 1) {
    for (let from = 0; from < lines.length; from += length) yield without(lines, from, from + length);
  }
  for (let k = 0; k < lines.length; k++) yield* ofLine(lines, k);
  for (let k = 0; k < lines.length; k++) {
    for (const line of simplerLines(lines[k] as string)) yield lines.with(k, line).join("\n");
  }
}

function without(lines: readonly string[], from: number, to: number): string {
  return [...lines.slice(0, from), ...lines.slice(to)].join("\n");
}

const depthOf = (line: string): number => line.length - line.trimStart().length;

/// Without a line, and its block if it has one; with its block in its place; with nothing in its block.
function* ofLine(lines: readonly string[], k: number): Generator<string> {
  const depth = depthOf(lines[k] as string);
  let end = k + 1;
  while (end < lines.length && depthOf(lines[end] as string) > depth) end++;
  yield without(lines, k, end);
  if (end === k + 1) return;
  const inside = lines.slice(k + 1, end);
  const indent = depthOf(inside[0] as string) - depth;
  const rest = lines.slice(end);
  yield [...lines.slice(0, k), ...inside.map((line) => line.slice(indent)), ...rest].join("\n");
  // All that belongs to a `try` or an `if`.
  let all = end;
  while (all < lines.length && /^\s*(else|elif|except|finally)\b/.test(lines[all] as string)) {
    if (depthOf(lines[all] as string) !== depth) break;
    all++;
    while (all < lines.length && depthOf(lines[all] as string) > depth) all++;
  }
  if (all > end) {
    yield without(lines, k, all);
    yield [...lines.slice(0, k), ...inside.map((line) => line.slice(indent)), ...lines.slice(all)].join("\n");
  }
  const pass = `${" ".repeat(depth + indent)}pass`;
  if (inside.length > 1 || inside[0]?.trim() !== "pass") yield [...lines.slice(0, k + 1), pass, ...rest].join("\n");
}

const simple = ["0", "1", "''", "[]", "{}", "None"];

/// A line with a part in brackets taken out, put in the place of its brackets, or replaced by something simple.
function* simplerLines(line: string): Generator<string> {
  const opens: number[] = [];
  const pairs: (readonly [number, number])[] = [];
  for (let at = 0; at < line.length; at++) {
    if ("([{".includes(line[at] as string)) opens.push(at);
    const from = ")]}".includes(line[at] as string) ? opens.pop() : undefined;
    if (from !== undefined) pairs.push([from, at + 1]);
  }
  pairs.sort(([a, b], [c, d]) => d - c - (b - a));
  for (const [from, to] of pairs) {
    const [before, inside, after] = [line.slice(0, from), line.slice(from + 1, to - 1), line.slice(to)];
    const called = before.replace(/[\w.]+$/, "");
    const parts = splitAtCommas(inside);
    if (to - from > 4) for (const part of simple) yield called + part + after;
    for (const part of parts) if (part.trim() !== "" && !part.includes("=")) yield called + part.trim() + after;
    for (let k = 0; parts.length > 1 && k < parts.length; k++)
      yield before +
        line[from] +
        parts
          .filter((_, other) => other !== k)
          .join(",")
          .trim() +
        line[to - 1] +
        after;
    if (called !== before && called.length > 0) yield called + line.slice(from);
    yield before + after;
    // One side of an operator.
    for (const operator of [" if ", " and ", " or ", " + ", " - ", " * ", " // ", " % ", " < ", " == "]) {
      const sides = inside.split(operator);
      if (sides.length > 1) for (const side of sides) yield before + line[from] + side + line[to - 1] + after;
    }
  }
}

function splitAtCommas(text: string): string[] {
  const parts: string[] = [""];
  let depth = 0;
  for (const character of text) {
    if ("([{".includes(character)) depth++;
    if (")]}".includes(character)) depth--;
    if (character === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts;
}
