import type { Picture, Row } from "./picture.ts";

/// By ascending core, or those first that waited, or worked, longest.
export type RowOrder = "core" | "waiting" | "busy";

export interface ShownRows {
  readonly rows: readonly Row[];
  /// How many of them, the first ones, are pinned.
  readonly pinned: number;
}

/// The rows of the cores that are shown: first those that are pinned, as they were pinned, then the others in an order.
export function rowsToShow(
  picture: Picture,
  isShown: (core: number) => boolean,
  order: RowOrder,
  pinned: readonly number[],
): ShownRows {
  const fixed = pinned.flatMap((core) => picture.rows[picture.rowOf.get(core) ?? -1] ?? []);
  const others = picture.rows.filter(({ core }) => isShown(core) && !pinned.includes(core));
  if (order !== "core") others.sort((a, b) => measures[order](b) - measures[order](a));
  return { rows: [...fixed, ...others], pinned: fixed.length };
}

const measures = { waiting: waitedIn, busy: busyIn } as const;

/// In cycles.
function waitedIn({ waited }: Row): number {
  return waited.at(-1) ?? 0;
}

/// Computing and in calls without waiting, in cycles.
function busyIn(row: Row): number {
  return row.clock - row.since - waitedIn(row);
}

/// What is pinned once a core has been pinned, or is so no longer.
export function togglePin(pinned: readonly number[], core: number): readonly number[] {
  return pinned.includes(core) ? pinned.filter((one) => one !== core) : [...pinned, core];
}
