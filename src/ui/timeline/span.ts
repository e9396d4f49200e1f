/// The stretch of virtual time that is shown, in cycles.
export interface Span {
  readonly from: number;
  readonly to: number;
}

/// Nothing is known that is finer than some cycles.
export const shortest = 16;

/// All of a run that has come as far as `end`, with a little air behind it.
export function whole(end: number): Span {
  return { from: 0, to: Math.max(shortest, end * 1.02) };
}

/// The span, shortened or lengthened by a factor, where the moment `about` stays in its place.
export function zoomed(span: Span, factor: number, about: number, end: number): Span {
  const all = whole(end);
  const length = span.to - span.from;
  const wanted = Math.min(all.to, Math.max(shortest, length * factor));
  const part = length > 0 ? (about - span.from) / length : 0.5;
  return moved({ from: about - wanted * part, to: about + wanted * (1 - part) }, 0, end);
}

/// The span, moved by `by` cycles, but not beyond the run.
export function moved({ from, to }: Span, by: number, end: number): Span {
  const length = to - from;
  const last = Math.max(0, whole(end).to - length);
  const start = Math.min(last, Math.max(0, from + by));
  return { from: start, to: start + length };
}

/// The span, moved no further than needed to show what lies between two moments, and lengthened if it is too short for it.
export function showing(span: Span, from: number, to: number, end: number): Span {
  const length = span.to - span.from;
  if (from >= span.from && to <= span.to) return span;
  if (to - from > length * 0.9) return moved({ from: from - (to - from) * 0.1, to: to + (to - from) * 0.1 }, 0, end);
  return moved({ from: (from + to - length) / 2, to: (from + to + length) / 2 }, 0, end);
}

/// Where a moment lies in a picture that is `width` pixels wide.
export function xOf(span: Span, width: number, moment: number): number {
  return ((moment - span.from) / (span.to - span.from)) * width;
}

export function momentAt(span: Span, width: number, x: number): number {
  return span.from + (x / width) * (span.to - span.from);
}
