import { counted } from "../../base/counted.ts";
import { type Heat, heatFigures } from "./heat.ts";

/// What a full cell means, in a sentence.
export function legendWords({ window }: Heat, inTime: (cycles: number) => string): string {
  const when = window === 0 ? "lately" : `in the last ${inTime(window)}`;
  return `The fuller a cell or its bar, the busier its core ${when}.`;
}

/// How busy one core has been: `37 % busy lately`.
export function busyWords({ busy }: Heat, core: number): string {
  return `${percent(busy.get(core) ?? 0)} busy lately`;
}

/// How busy all cores have been, in a sentence.
export function meanWords(heat: Heat): string {
  return `Cores ${percent(heatFigures(heat).mean)} busy lately.`;
}

/// Which cores have been busiest, in a sentence.
export function busiestWords(heat: Heat): string {
  const { busiest, most } = heatFigures(heat);
  const [first] = busiest;
  if (first === undefined || most === 0) return "No core has been busy.";
  if (busiest.length > 1 && busiest.length === heat.busy.size) return "All cores have been equally busy.";
  return busiest.length === 1
    ? `Core ${first} is the busiest, at ${percent(most)}.`
    : `${counted(busiest.length, "core")} are the busiest, at ${percent(most)}: core ${first} and others.`;
}

/// How many messages there are at a moment, and how many of them are drawn.
export function drawnWords(drawn: number, all: number): string {
  if (all === 0) return "No messages are on their way.";
  if (drawn < all) return `${drawn} of ${counted(all, "message")} on their way are drawn.`;
  return all === 1 ? "1 message is on its way." : `${counted(all, "message")} are on their way.`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
