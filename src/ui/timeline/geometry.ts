// Where the rows of the timeline lie, in CSS pixels. The axis stays above them. Rows that are pinned stay below it; the others
// scroll under them.

export const axisHeight = 20;
const mostRow = 24;
/// Of rows that have to scroll anyway.
const scrolledRow = 18;
const leastRow = 12;
/// For fingers.
const leastTouched = 22;

export interface Geometry {
  readonly rowHeight: number;
  readonly barHeight: number;
  /// How many rows, the first ones, stay where they are.
  readonly pinned: number;
  readonly count: number;
  /// How far the others are scrolled.
  readonly top: number;
  /// Of the picture, the axis included.
  readonly height: number;
}

/// So high that all rows are seen at once, if that is possible.
export function geometryOf(parts: Pick<Geometry, "count" | "pinned" | "top" | "height">, touched: boolean): Geometry {
  const room = Math.floor((parts.height - axisHeight) / Math.max(1, parts.count));
  const least = touched ? leastTouched : leastRow;
  const rowHeight = room >= least ? Math.min(mostRow, room) : Math.max(least, scrolledRow);
  return { ...parts, rowHeight, barHeight: Math.round(rowHeight * 0.6) };
}

/// Of all rows and the axis together.
export function fullHeight({ count, rowHeight }: Geometry): number {
  return axisHeight + count * rowHeight;
}

/// Where the rows that are pinned end.
export function pinnedEnd({ pinned, rowHeight }: Geometry): number {
  return axisHeight + pinned * rowHeight;
}

/// The middle of a row in the picture.
export function rowMiddle({ rowHeight, pinned, top }: Geometry, row: number): number {
  return axisHeight + row * rowHeight + rowHeight / 2 - (row < pinned ? 0 : top);
}

/// The row at a height of the picture; -1 if there is none.
export function rowAt(geometry: Geometry, y: number): number {
  const { rowHeight, count, top } = geometry;
  if (y < axisHeight) return -1;
  const row = Math.floor((y - axisHeight + (y < pinnedEnd(geometry) ? 0 : top)) / rowHeight);
  return row < count ? row : -1;
}

/// The rows that can be seen, of those that scroll: the first, and the last.
function scrolledRows(geometry: Geometry): readonly [number, number] {
  const { rowHeight, pinned, count, top, height } = geometry;
  return [
    Math.max(pinned, Math.floor(top / rowHeight) + pinned),
    Math.min(count - 1, Math.floor((top + height - axisHeight) / rowHeight)),
  ];
}

/// All that can be seen.
export function visibleRows(geometry: Geometry): readonly number[] {
  const [first, last] = scrolledRows(geometry);
  const scrolled = Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => first + k);
  return [...Array.from({ length: geometry.pinned }, (_, k) => k), ...scrolled];
}

/// How far the rows must be scrolled so that one of them is seen.
export function topShowing(geometry: Geometry, row: number): number {
  const { rowHeight, pinned, top, height } = geometry;
  if (row < pinned) return top;
  const least = (row + 1) * rowHeight + axisHeight - height;
  return Math.min((row - pinned) * rowHeight, Math.max(least, top));
}
