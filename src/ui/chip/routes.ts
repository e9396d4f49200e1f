import type { CoreReport } from "../../store/run/chip.ts";
import { meshCores, meshWidth } from "../../store/run/chip-choice.ts";
import { route } from "../../store/run/moves.ts";
import type { Tone } from "./state-styles.ts";

/// Two neighbouring cores of the mesh, the lower id first.
export interface Link {
  readonly a: number;
  readonly b: number;
}

/// All links of the mesh.
export const links: readonly Link[] = Array.from({ length: meshCores }, (_, id) => id).flatMap((id) => [
  ...((id + 1) % meshWidth === 0 ? [] : [{ a: id, b: id + 1 }]),
  ...(id + meshWidth < meshCores ? [{ a: id, b: id + meshWidth }] : []),
]);

export interface Traffic {
  readonly tone: Tone;
  /// How many messages want this link.
  readonly count: number;
  /// No message is on its way: somebody only waits for one to come.
  readonly awaited: boolean;
}

/// What the links carry, by `linkKey`. What is sent shows over what is only waited for, a deadlock over both.
export function traffic(cores: readonly CoreReport[]): ReadonlyMap<string, Traffic> {
  const load = new Map<string, Traffic>();
  // A virtual core may have a low id too, but no place on the mesh.
  const devices = new Set(cores.filter((core) => core.kind === "device").map((core) => core.id));
  for (const { id, kind, state, peer } of cores) {
    if (kind !== "device" || peer === null || !devices.has(peer) || peer === id) continue;
    const flow = flows[state];
    if (flow === undefined) continue;
    const path = flow.inward ? route(peer, id, meshWidth) : route(id, peer, meshWidth);
    for (let index = 1; index < path.length; index++) {
      const key = linkKey(path[index - 1] ?? 0, path[index] ?? 0);
      const before = load.get(key);
      const rank = before === undefined ? -1 : ranks.indexOf(before.tone);
      const top = ranks.indexOf(flow.tone) >= rank ? flow : (before ?? flow);
      load.set(key, { tone: top.tone, awaited: top.awaited, count: (before?.count ?? 0) + 1 });
    }
  }
  return load;
}

export function linkKey(a: number, b: number): string {
  return a < b ? `${a}-${b}` : `${b}-${a}`;
}

const ranks: readonly Tone[] = ["recv", "send", "fail"];
const flows: Partial<Record<CoreReport["state"], { tone: Tone; awaited: boolean; inward: boolean }>> = {
  sending: { tone: "send", awaited: false, inward: false },
  exchanging: { tone: "send", awaited: false, inward: false },
  receiving: { tone: "recv", awaited: true, inward: true },
  deadlocked: { tone: "fail", awaited: true, inward: false },
};
