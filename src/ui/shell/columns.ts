// How wide the columns are when nobody has chosen. Widths are in pixels.

/// What one does: writes a program, with the list of programs beside it or folded to a rail, or follows a lesson, which has
/// a third of the page.
export type Purpose = "folded" | "program" | "lesson";

export interface Columns {
  readonly left: number;
  readonly right: number;
}

export type Sizes = Record<"left" | "middle" | "right", number>;

const roomyWidth = 1200;
export const leastMiddle = 280;
export const leastRight = 300;
export const railWidth = 64;
export const leastLeft = 176;
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
  if (purpose === "folded") return { left: railWidth, right };
  if (purpose === "program") return { left: isRoomy(width) ? 304 : 208, right };
  const third = Math.max(leastLesson, Math.round(width / 3));
  const left = Math.min(third, width - leastRight - leastMiddle);
  return { left, right: Math.min(right, Math.max(leastRight, width - left - wantedMiddle)) };
}

/// The same in percent of the page, by the ids of the columns.
export function layoutFor(width: number, purpose: Purpose): Sizes {
  const { left, right } = columnsFor(width, purpose);
  const percent = (pixels: number) => (100 * pixels) / (width - dividers);
  return { left: percent(left), middle: 100 - percent(left) - percent(right), right: percent(right) };
}

/// Whether a layout can have been made for a purpose, rather than while the page turns from one to another.
export function isFor(width: number, purpose: Purpose, { left }: Pick<Sizes, "left">): boolean {
  return (left * (width - dividers)) / 100 < (railWidth + leastLeft) / 2 === (purpose === "folded");
}

/// A layout with the column on one side as wide as when nobody has chosen. Where the middle would become too narrow for
/// that, so is the other.
export function resetSide(width: number, purpose: Purpose, now: Sizes, side: "left" | "right"): Sizes {
  const usual = layoutFor(width, purpose);
  const other = side === "left" ? "right" : "left";
  const middle = 100 - usual[side] - now[other];
  if ((middle * (width - dividers)) / 100 < leastMiddle) return usual;
  return { ...now, [side]: usual[side], middle };
}
