// Moving and clearing words: of a few, as frames and records have, a loop is quicker than the array's own way.

const FEW = 32;

/// Makes the words from one to before another 0.
export function clearWords(words: Int32Array, from: number, to: number): void {
  if (to - from > FEW) words.fill(0, from, to);
  else for (let k = from; k < to; k++) words[k] = 0;
}

/// Copies `count` words to a place that does not overlap with them.
export function copyWords(words: Int32Array, to: number, from: number, count: number): void {
  if (count > FEW) words.copyWithin(to, from, from + count);
  else for (let k = 0; k < count; k++) words[to + k] = words[from + k] as number;
}
