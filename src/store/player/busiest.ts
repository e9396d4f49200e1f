import type { Flight } from "../../runtime/playable.ts";

/// At most `most` of some messages: the largest, of equal ones those that cross most links, and the busiest first. All of them, in
/// their order, if there are no more.
export function busiestOf(
  flights: readonly Flight[],
  most: number,
  linksOf: (flight: Flight) => number,
): readonly Flight[] {
  if (flights.length <= most) return flights;
  const before = (a: Flight, b: Flight): number =>
    b.bytes - a.bytes ||
    linksOf(b) - linksOf(a) ||
    a.from - b.from ||
    a.to - b.to ||
    a.sent - b.sent ||
    a.arrived - b.arrived;
  const kept: Flight[] = [];
  for (const flight of flights) {
    const last = kept[most - 1];
    if (last !== undefined && before(flight, last) >= 0) continue;
    const at = kept.findIndex((one) => before(flight, one) < 0);
    kept.splice(at < 0 ? kept.length : at, 0, flight);
    if (kept.length > most) kept.pop();
  }
  return kept;
}

/// How many links there are between two cores of a chip, along the row and along the column.
export function linksBetween(from: number, to: number, columns: number): number {
  const across = Math.abs((from % columns) - (to % columns));
  return across + Math.abs(Math.floor(from / columns) - Math.floor(to / columns));
}
