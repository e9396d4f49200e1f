import { type LineRange, type LockedBlocks, placesOf } from "../../lessons/locked.ts";

/// Where a text has its locked lines, as ranges of lines.
export function lockedPlaces(text: string, blocks: LockedBlocks): readonly LineRange[] {
  return placesOf(text, blocks) ?? [];
}
