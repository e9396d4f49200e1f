/// Lines of a program that a student may not change: blocks of whole lines, in order.
export type LockedBlocks = readonly string[];

/// From one line to another, one-based, both included.
export type LineRange = readonly [number, number];

/// The locked blocks of a text; ranges that meet become one block.
export function blocksOf(text: string, ranges: readonly LineRange[]): LockedBlocks {
  const lines = text.split("\n");
  const locked = lines.map((_, k) => ranges.some(([from, to]) => from <= k + 1 && k + 1 <= to));
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
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const places: LineRange[] = [];
  let from = 0;
  for (const block of blocks) {
    const wanted = block.split("\n");
    const at = lines.findIndex((_, k) => k >= from && wanted.every((line, j) => lines[k + j] === line));
    if (at < 0) return undefined;
    places.push([at + 1, at + wanted.length]);
    from = at + wanted.length;
  }
  return places;
}
