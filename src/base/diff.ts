/// A place of one list, of the other, or of both where they have the same.
export type DiffRow =
  | { readonly kind: "both"; readonly left: number; readonly right: number }
  | { readonly kind: "left"; readonly left: number }
  | { readonly kind: "right"; readonly right: number };

/// Finding what two lists have in common takes time and memory with the product of their lengths, and no more than this.
const mostCells = 4_000_000;

/// Two lists side by side: as much as can be is in both, in the same order. Very long lists that differ are not compared: what is
/// not the same at their beginnings and ends is then in one of them only.
export function diff(left: readonly string[], right: readonly string[]): readonly DiffRow[] {
  const least = Math.min(left.length, right.length);
  let head = 0;
  while (head < least && left[head] === right[head]) head++;
  let tail = 0;
  while (tail < least - head && left.at(-1 - tail) === right.at(-1 - tail)) tail++;
  const rows: DiffRow[] = [];
  for (let k = 0; k < head; k++) rows.push({ kind: "both", left: k, right: k });
  rows.push(...middle(left, right, head, left.length - tail, right.length - tail));
  for (let k = tail; k > 0; k--) rows.push({ kind: "both", left: left.length - k, right: right.length - k });
  return rows;
}

/// What stands between two places of both.
function middle(
  left: readonly string[],
  right: readonly string[],
  from: number,
  leftEnd: number,
  rightEnd: number,
): readonly DiffRow[] {
  const [height, width] = [leftEnd - from, rightEnd - from];
  const rows: DiffRow[] = [];
  let [k, j] = [0, 0];
  if (height * width <= mostCells) {
    // At each pair of places, how much the rests have in common.
    const common = new Uint16Array((height + 1) * (width + 1));
    const at = (row: number, column: number): number => common[row * (width + 1) + column] as number;
    const isSame = (row: number, column: number): boolean => left[from + row] === right[from + column];
    for (let row = height - 1; row >= 0; row--) {
      for (let column = width - 1; column >= 0; column--) {
        common[row * (width + 1) + column] = isSame(row, column)
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
      }
    }
    while (k < height && j < width) {
      if (isSame(k, j)) rows.push({ kind: "both", left: from + k++, right: from + j++ });
      else if (at(k + 1, j) >= at(k, j + 1)) rows.push({ kind: "left", left: from + k++ });
      else rows.push({ kind: "right", right: from + j++ });
    }
  }
  while (k < height) rows.push({ kind: "left", left: from + k++ });
  while (j < width) rows.push({ kind: "right", right: from + j++ });
  return rows;
}
