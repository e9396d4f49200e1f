import type { Wait as StuckCall } from "../../runtime/protocol/events.ts";
import type { Picture, TraceInterval, TraceMessage } from "./picture.ts";
import { callWords, messagesOf, nameIn } from "./selection.ts";
import { whyItWaited } from "./waits.ts";

// What the pointer is at, in words for the small box beside it.

export type { Wait as StuckCall } from "../../runtime/protocol/events.ts";

export type Target =
  | { readonly kind: "call"; readonly interval: TraceInterval }
  | { readonly kind: "message"; readonly message: TraceMessage }
  /// Calls that are too short to be drawn one by one. The parts are of the time from `from` to `to`.
  | {
      readonly kind: "many";
      readonly core: number;
      readonly count: number;
      readonly from: number;
      readonly to: number;
      readonly waiting: number;
      readonly working: number;
    }
  /// A call that never ends, as its core is in a deadlock.
  | { readonly kind: "stuck"; readonly wait: StuckCall; readonly since: number }
  /// Between the calls `before` and `after`, as far as there are such.
  | {
      readonly kind: "computing";
      readonly core: number;
      readonly from: number;
      readonly to: number;
      readonly before: TraceInterval | undefined;
      readonly after: TraceInterval | undefined;
    };

export interface TargetWords {
  /// What it is.
  readonly title: string;
  /// When, how long, why it waits: a line each.
  readonly lines: readonly string[];
}

/// `time` words cycles as time.
export function targetWords(picture: Picture, target: Target, time: (cycles: number) => string): TargetWords {
  const lasting = (from: number, to: number) => `${time(to - from)}, from ${time(from)} to ${time(to)}`;
  if (target.kind === "call") {
    const { interval } = target;
    const { core, begin, end, place } = interval;
    const nameOf = (of: number) => nameIn(picture, of);
    const wait = whyItWaited(picture, interval, messagesOf(picture, interval, 1)[0], { nameOf, time });
    return {
      title: `${nameOf(core)}: ${callWords(picture, interval)}, line ${place.line}`,
      lines: [lasting(begin, end), ...(wait === null ? ["It did not wait."] : [wait.words])],
    };
  }
  if (target.kind === "message") {
    const { from, to, sent, arrived, bytes, fromPlace, toPlace } = target.message;
    return {
      title: `Message from ${nameIn(picture, from)} to ${nameIn(picture, to)}, ${bytes.toLocaleString("en")} ${bytes === 1 ? "byte" : "bytes"}`,
      lines: [`Sent at ${time(sent)}, line ${fromPlace.line}`, `Received at ${time(arrived)}, line ${toPlace.line}`],
    };
  }
  if (target.kind === "stuck") {
    const { core, call, whom, why, place } = target.wait;
    return {
      title: `${nameIn(picture, core)}: ${call}${whom === "" ? "" : ` ${whom}`}, line ${place.line}`,
      lines: [`Waits for ever, since ${time(target.since)}.`, ...(why === "" ? [] : [`${capital(why)}.`])],
    };
  }
  const { core, from, to } = target;
  const name = nameIn(picture, core);
  if (target.kind === "many") {
    const percent = (part: number) => `${Math.round(part * 100)} %`;
    return {
      title: `${name}: ${target.count.toLocaleString("en")} calls in ${time(to - from)}`,
      lines: [
        `Waiting ${percent(target.waiting)} of this time, in calls without waiting ${percent(target.working)}.`,
        "Zoom in to see them one by one.",
      ],
    };
  }
  const { before, after } = target;
  const places = [
    before === undefined ? "" : `after line ${before.place.line}`,
    after === undefined ? "" : `before line ${after.place.line}`,
  ].filter((words) => words !== "");
  return {
    title: `${name}: computing`,
    lines: [lasting(from, to), ...(places.length === 0 ? [] : [`${capital(places.join(", "))}.`])],
  };
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
