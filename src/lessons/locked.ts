/// Lines of a program that a student may not change: blocks of whole lines, in order.
export type LockedBlocks = readonly string[];

/// From one line to another, one-based, both included.
export type LineRange = readonly [number, number];

/// The locked blocks of a text; ranges that meet become one block.
export function blocksOf(text: string, ranges: readonly LineRange[]): LockedBlocks {
  const lines = text.split("\n");
  // At each line, how many more ranges begin than end.
  const steps = new Int32Array(lines.length + 1);
  for (const [from, to] of ranges) {
    const [first, past] = [Math.max(0, from - 1), Math.min(lines.length, to)];
    if (first >= past) continue;
    steps[first] = (steps[first] ?? 0) + 1;
    steps[past] = (steps[past] ?? 0) - 1;
  }
  let open = 0;
  const locked = lines.map((_, k) => {
    open += steps[k] ?? 0;
    return open > 0;
  });
  const blocks: string[][] = [];
  lines.forEach((line, k) => {
    if (!locked[k]) return;
    if (k > 0 && locked[k - 1]) blocks.at(-1)?.push(line);
    else blocks.push([line]);
  });
  return blocks.map((block) => block.join("\n"));
}

/// Where each block stands in a text, as ranges of lines in their order; undefined when one is missing or was changed.
export function placesOf(text: string, blocks: LockedBlocks): readonly LineRange[] | undefined {
  // Most programs have none, and may be long.
  if (blocks.length === 0) return [];
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const places: LineRange[] = [];
  let from = 0;
  for (const block of blocks) {
    const wanted = block.split("\n");
    const at = findRun(lines, wanted, from);
    if (at < 0) return undefined;
    places.push([at + 1, at + wanted.length]);
    from = at + wanted.length;
  }
  return places;
}

/// Where lines stand one after the other among others, from a line on; -1 if they do not. No line is looked at more than twice,
/// however alike they are (Knuth, Morris, Pratt).
function findRun(lines: readonly string[], wanted: readonly string[], from: number): number {
  // For each beginning of what is wanted, how long the longest shorter one is with which it ends.
  const shorter = [0];
  for (let k = 1, match = 0; k < wanted.length; k++) {
    while (match > 0 && wanted[match] !== wanted[k]) match = shorter[match - 1] as number;
    if (wanted[match] === wanted[k]) match++;
    shorter.push(match);
  }
  for (let k = from, match = 0; k < lines.length; k++) {
    while (match > 0 && wanted[match] !== lines[k]) match = shorter[match - 1] as number;
    if (wanted[match] === lines[k]) match++;
    if (match === wanted.length) return k - match + 1;
  }
  return -1;
}
