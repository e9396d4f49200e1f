import type { Move } from "../../store/run/moves.ts";
import type { Point } from "./map-layout.ts";

/// At most `most`, spread evenly over all of them.
export function sampleOf<T>(all: readonly T[], most: number): readonly T[] {
  if (all.length <= most) return all;
  return Array.from({ length: most }, (_, index) => all[Math.floor((index * all.length) / most)] as T);
}

/// The place on the way of a move after a part of its time (0 to 1). Every link of the way takes as long.
export function placeOf(path: Move["path"], part: number, centre: (core: number) => Point): Point {
  const links = path.length - 1;
  const way = Math.min(Math.max(part, 0), 1) * links;
  const index = Math.min(Math.floor(way), links - 1);
  const a = centre(path[index] as number);
  const b = centre(path[index + 1] as number);
  const rest = way - index;
  return { x: a.x + (b.x - a.x) * rest, y: a.y + (b.y - a.y) * rest };
}
