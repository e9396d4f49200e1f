/// A half-open range of UTF-16 offsets in one source text.
export interface Span {
  readonly from: number;
  readonly to: number;
}

/// A one-based line and column (in UTF-16 units), as shown to people.
export interface Position {
  readonly line: number;
  readonly column: number;
}

/// Offsets at which the lines of a text start. Lines end at `\n`, `\r\n` or `\r`.
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 13 && text.charCodeAt(i + 1) === 10) continue;
    if (c === 10 || c === 13) starts.push(i + 1);
  }
  return starts;
}

/// The offset at which the line begins that an offset is in.
export function lineStartAt(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text.charCodeAt(at - 1) !== 10 && text.charCodeAt(at - 1) !== 13) at--;
  return at;
}

/// The position of an offset; an offset past the end is on the last line.
export function positionAt(starts: readonly number[], offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: Math.max(0, offset - (starts[low] ?? 0)) + 1 };
}
