import type { SlicedWork } from "../../base/sliced-work.ts";
import type { Flight, Playable } from "../../runtime/playable.ts";
import { coresOf } from "../run/chip-choice.ts";
import { busiestOf, linksBetween } from "./busiest.ts";
import { heatOf } from "./heat.ts";
import type { PlayerState } from "./player-types.ts";

// What is drawn of a moment over the cores. On a chip of up to 256 cores these are the messages. On a larger one so many would hide
// one another and the cores: there it is the heat, and only the busiest messages.

const mostWithoutHeat = 256;
const mostMessages = 200;
const mostOverHeat = 12;

export type TrafficAt = (time: number) => Pick<PlayerState, "flights" | "drawn" | "heat">;

/// Of a run that has been made again, or was recorded.
export function* trafficOf(run: Playable): SlicedWork<TrafficAt> {
  const { model, trace, end } = run;
  const isLarge = coresOf(model) > mostWithoutHeat;
  const heatAt = isLarge ? yield* heatOf(trace, end) : null;
  const isOnChip = (core: number) => run.isOnChip(core);
  const linksOf = ({ from, to }: Flight) =>
    isOnChip(from) && isOnChip(to) ? linksBetween(from, to, model.columns) : 0;
  return (time) => {
    const flights = run.flightsAt(time).filter(({ from, to }) => from !== to);
    const drawn = busiestOf(flights, isLarge ? mostOverHeat : mostMessages, linksOf);
    return { flights, drawn, heat: heatAt?.(time) ?? null };
  };
}
