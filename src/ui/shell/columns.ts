// How wide the columns are when nobody has chosen. Widths are in pixels.

/// What one does: with a lesson open, that has a third of the page.
export type Purpose = "program" | "lesson";

export interface Columns {
  readonly left: number;
  readonly right: number;
}

const roomyWidth = 1200;
export const leastMiddle = 280;
export const leastRight = 300;
const leastLesson = 420;
// One pixel each.
const dividers = 2;
// With less beside it, code is hard to read.
const wantedMiddle = 400;

/// From this width on there is room for more than what is needed.
export function isRoomy(width: number): boolean {
  return width >= roomyWidth;
}

export function columnsFor(width: number, purpose: Purpose): Columns {
  const right = isRoomy(width) ? 504 : 368;
  if (purpose === "program") return { left: isRoomy(width) ? 304 : 208, right };
  const third = Math.max(leastLesson, Math.round(width / 3));
  const left = Math.min(third, width - leastRight - leastMiddle);
  return { left, right: Math.min(right, Math.max(leastRight, width - left - wantedMiddle)) };
}

/// The same in percent of the page, by the ids of the columns.
export function layoutFor(width: number, purpose: Purpose): Record<"left" | "middle" | "right", number> {
  const { left, right } = columnsFor(width, purpose);
  const percent = (pixels: number) => (100 * pixels) / (width - dividers);
  return { left: percent(left), middle: 100 - percent(left) - percent(right), right: percent(right) };
}
