import { type Link, route } from "../../machine/timing/mesh.ts";
import type { CoreReport, CoreState } from "../../runtime/protocol/cores.ts";

export { type Link, route } from "../../machine/timing/mesh.ts";

/// Something that went over the mesh between two looks: the cores it passed, both ends included. A whole message where it is
/// known who sent it to whom, else one link of somebody's way.
export interface Move {
  readonly path: readonly number[];
}

/// What each link has carried since the look before; links that have carried nothing are left out.
export function carriedSince(before: readonly Link[], after: readonly Link[]): readonly Link[] {
  const earlier = new Map(before.map((link) => [linkId(link.from, link.to), link.bytes]));
  return after
    .map((link) => ({ ...link, bytes: link.bytes - (earlier.get(linkId(link.from, link.to)) ?? 0) }))
    .filter(({ bytes }) => bytes > 0);
}

/// What went over the mesh between two looks. A core that waited in a send or a recv and has gone on has had its message; every
/// link of its way must have carried something, or it is not told. What the other links have carried is told link by link.
export function movesBetween(
  before: readonly CoreReport[],
  after: readonly CoreReport[],
  carried: readonly Link[],
  columns: number,
): readonly Move[] {
  if (carried.length === 0) return [];
  const loaded = new Set(carried.map(({ from, to }) => linkId(from, to)));
  const devices = new Set(after.filter(({ kind }) => kind === "device").map(({ id }) => id));
  const covered = new Set<number>();
  const told = new Set<string>();
  const moves: Move[] = [];
  after.forEach((now, index) => {
    const then = before[index];
    if (then === undefined || then === now || then.id !== now.id || !hasGoneOn(then, now)) return;
    const { peer } = then;
    if (peer === null || peer === then.id || then.kind !== "device" || !devices.has(peer)) return;
    const [from, to] = then.state === "receiving" ? [peer, then.id] : [then.id, peer];
    const links = linksOf(route(from, to, columns));
    if (told.has(`${from} ${to}`) || !links.every((link) => loaded.has(link))) return;
    told.add(`${from} ${to}`);
    for (const link of links) covered.add(link);
    moves.push({ path: route(from, to, columns) });
  });
  for (const { from, to } of carried) if (!covered.has(linkId(from, to))) moves.push({ path: [from, to] });
  return moves;
}

/// One number for a directed link.
function linkId(from: number, to: number): number {
  return from * 0x10000 + to;
}

const ways: ReadonlySet<CoreState> = new Set<CoreState>(["sending", "receiving", "exchanging"]);
const stuck: ReadonlySet<CoreState> = new Set<CoreState>(["deadlocked", "abandoned", "stopped", "failed", "idle"]);

function hasGoneOn(then: CoreReport, now: CoreReport): boolean {
  if (!ways.has(then.state) || stuck.has(now.state)) return false;
  return now.state !== then.state || now.peer !== then.peer || now.place?.from !== then.place?.from;
}

function linksOf(path: readonly number[]): readonly number[] {
  return path.slice(1).map((core, index) => linkId(path[index] as number, core));
}
