import type { Deadlock, Wait } from "../../store/run/chip.ts";
import { meshCores, meshWidth } from "../../store/run/chip-choice.ts";
import type { CoreName } from "../../store/view.ts";
import type { Layout } from "./layout.ts";
import type { Point } from "./map-layout.ts";

/// One core waits for another.
export interface WaitsFor {
  readonly from: number;
  readonly to: number;
}

/// The waits of a deadlock in the order in which they are told: those of the ring first, from one core to the next.
export function waitsInOrder({ waits, cycle }: Deadlock): readonly Wait[] {
  const byCore = new Map(waits.map((wait) => [wait.core, wait]));
  const ring = cycle.map((core) => byCore.get(core)).filter((wait) => wait !== undefined);
  const inRing = new Set(cycle);
  return [...ring, ...waits.filter(({ core }) => !inRing.has(core))];
}

/// What is drawn as arrows: the ring if there is one, else who waits for a single core of those that are over or stuck.
export function arrowsOf({ waits, cycle }: Deadlock): readonly WaitsFor[] {
  if (cycle.length > 1) return cycle.map((from, index) => ({ from, to: cycle[(index + 1) % cycle.length] as number }));
  return waits.flatMap(({ core, on }) => (on.length === 1 ? [{ from: core, to: on[0] as number }] : []));
}

/// What is said of one wait before its line: `Core 3 waits in recv from core 2`.
export function waitWords({ core, usesPython, call, whom }: Wait): string {
  return `${usesPython ? "The host" : `Core ${core}`} waits in ${call}${whom && ` ${whom}`}`;
}

export function nameOfWaiting({ core, kind }: Wait): CoreName {
  return `${kind} ${core}`;
}

/// Arrows to the same core share a lane, others do not.
export function laneOf(targets: readonly number[], to: number): number {
  return targets.length < 2 ? 0 : (2 * targets.indexOf(to)) / (targets.length - 1) - 1;
}

/// Whether two cores of the small mesh stand side by side.
export function areNeighbours(a: number, b: number): boolean {
  const rows = Math.abs(Math.floor(a / meshWidth) - Math.floor(b / meshWidth));
  return rows + Math.abs((a % meshWidth) - (b % meshWidth)) === 1;
}

/// The corners of an arrow from one core to another of the small mesh. Between neighbours it is straight; else it goes through the
/// gaps between the cells, so that it covers none, in a lane (−1 to 1) of its own.
export function arrowPath(layout: Layout, from: number, to: number, lane = 0): readonly Point[] {
  const { width, height } = layout.cell;
  const a = layout.device(from);
  const b = layout.device(to);
  const [rowA, rowB] = [Math.floor(from / meshWidth), Math.floor(to / meshWidth)];
  const [columnA, columnB] = [from % meshWidth, to % meshWidth];
  const { gap } = layout;
  // Opposite arrows stand side by side.
  const aside = Math.min(9, gap.width / 2 + 3);
  const laneX = lane * gap.width * 0.3;
  const laneY = lane * gap.height * 0.3;
  if (rowA === rowB && Math.abs(columnA - columnB) === 1) {
    const y = a.y + height / 2 + (columnB > columnA ? -aside : aside);
    return columnB > columnA
      ? [
          { x: a.x + width, y },
          { x: b.x, y },
        ]
      : [
          { x: a.x, y },
          { x: b.x + width, y },
        ];
  }
  if (columnA === columnB && Math.abs(rowA - rowB) === 1) {
    const x = a.x + width / 2 + (rowB > rowA ? aside : -aside);
    return rowB > rowA
      ? [
          { x, y: a.y + height },
          { x, y: b.y },
        ]
      : [
          { x, y: a.y },
          { x, y: b.y + height },
        ];
  }
  // Out at the side, along the gap between columns, then along the gap between rows, and in from above or below.
  const right = columnA === columnB ? columnA < meshWidth - 1 : columnB > columnA;
  const out = { x: right ? a.x + width : a.x, y: a.y + height / 2 + (right ? -aside : aside) };
  const streetX = (right ? a.x + width + gap.width / 2 : a.x - gap.width / 2) + laneX;
  const above = rowB > rowA || (rowB === rowA && rowB === meshCores / meshWidth - 1);
  const streetY = (above ? b.y - gap.height / 2 : b.y + height + gap.height / 2) + laneY;
  const end = { x: b.x + width / 2 + (above ? -aside : aside), y: above ? b.y : b.y + height };
  return [out, { x: streetX, y: out.y }, { x: streetX, y: streetY }, { x: end.x, y: streetY }, end];
}
