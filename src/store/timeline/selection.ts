import { firstNot } from "../../base/sorted.ts";
import type { Picture, Row, TraceInterval, TraceMessage } from "./picture.ts";
import { callName, type Wait, whyItWaited } from "./waits.ts";

/// What is chosen on the timeline. Of a message, `at` is the end at which it was come upon.
export type Selection =
  | { readonly kind: "interval"; readonly interval: TraceInterval }
  | { readonly kind: "message"; readonly message: TraceMessage; readonly at: "from" | "to" };

/// Ways to go from what is chosen: along a row, to the row above or below, or along a message.
export type Direction = "left" | "right" | "up" | "down" | "across";

export function ofInterval(interval: TraceInterval | undefined): Selection | null {
  return interval === undefined ? null : { kind: "interval", interval };
}

/// The same thing in a newer picture; null if it is no longer there.
export function freshSelection(picture: Picture, selection: Selection | null): Selection | null {
  if (selection?.kind === "interval") {
    const { core, begin, end } = selection.interval;
    const intervals = rowOf(picture, core)?.intervals ?? [];
    return ofInterval(
      sameAt(
        intervals,
        (one) => one.end < end,
        (one) => one.begin === begin && one.end === end,
      ),
    );
  }
  if (selection?.kind === "message") {
    const { from, to, arrived } = selection.message;
    const messages = rowOf(picture, to)?.messages ?? [];
    const same = (one: TraceMessage) => one.arrived === arrived && one.from === from;
    const message = sameAt(messages, (one) => one.arrived < arrived, same);
    return message === undefined ? null : { ...selection, message };
  }
  return null;
}

// Several may end at the same moment, but few.
function sameAt<T>(list: readonly T[], before: (one: T) => boolean, same: (one: T) => boolean): T | undefined {
  const at = firstNot(list, before);
  return list.slice(at, at + 64).find(same);
}

/// What is chosen after a step in a direction, among the rows that are shown; what was chosen, where that way leads nowhere.
export function step(
  picture: Picture,
  shown: readonly Row[],
  selection: Selection | null,
  to: Direction,
): Selection | null {
  if (selection === null) return ofInterval(shown.find(({ intervals }) => intervals.length > 0)?.intervals[0]);
  if (selection.kind === "message") {
    const { message, at } = selection;
    const { sender, receiver } = endsOf(picture, message);
    const forth = to === "across" ? at === "from" : to === "right" || to === "down";
    return ofInterval(forth ? receiver : sender) ?? selection;
  }
  const { interval } = selection;
  if (to === "across") return messageOf(picture, interval) ?? selection;
  if (to === "up" || to === "down") {
    const here = shown.findIndex(({ core }) => core === interval.core);
    const others = to === "down" ? shown.slice(here + 1) : shown.slice(0, Math.max(0, here)).reverse();
    const row = others.find(({ intervals }) => intervals.length > 0);
    return (row && ofInterval(nearest(row.intervals, interval.begin))) ?? selection;
  }
  const intervals = rowOf(picture, interval.core)?.intervals ?? [];
  const index = intervals.indexOf(
    interval,
    firstNot(intervals, (one) => one.begin < interval.begin),
  );
  return ofInterval(intervals[to === "right" ? index + 1 : index - 1]) ?? selection;
}

/// The calls by which a message was sent and received, as far as they are known.
function endsOf(
  picture: Picture,
  { from, to, sent, arrived }: TraceMessage,
): { readonly sender: TraceInterval | undefined; readonly receiver: TraceInterval | undefined } {
  const senders = rowOf(picture, from)?.intervals ?? [];
  const receivers = rowOf(picture, to)?.intervals ?? [];
  const sender = senders[firstNot(senders, ({ begin }) => begin <= sent) - 1];
  const receiver = receivers[firstNot(receivers, ({ end }) => end < arrived)];
  return {
    sender: sender !== undefined && sender.end >= sent ? sender : undefined,
    receiver: receiver !== undefined && receiver.begin <= arrived ? receiver : undefined,
  };
}

/// A message that a call has received, or else one that it has sent.
function messageOf(picture: Picture, interval: TraceInterval): Selection | null {
  const [message] = messagesOf(picture, interval, 1);
  if (message === undefined) return null;
  return { kind: "message", message, at: message.to === interval.core ? "to" : "from" };
}

/// The messages that a call has received and sent, at most so many, those that it has received first.
export function messagesOf(
  picture: Picture,
  { core, begin, end, peer }: TraceInterval,
  most: number,
): readonly TraceMessage[] {
  const received = rowOf(picture, core)?.messages ?? [];
  const found: TraceMessage[] = [];
  for (let k = firstNot(received, ({ arrived }) => arrived <= begin); k < received.length; k++) {
    const message = received[k] as TraceMessage;
    if (message.arrived > end || found.length === most) break;
    found.push(message);
  }
  // To whom a broadcast went, only the receivers tell.
  const rows = peer === null || peer === core ? picture.rows : [rowOf(picture, peer)];
  for (const row of rows) {
    const messages = row?.messages ?? [];
    const longest = row?.longestFlight ?? 0;
    for (let k = firstNot(messages, ({ arrived }) => arrived < begin); k < messages.length; k++) {
      const one = messages[k] as TraceMessage;
      if (found.length === most) return found;
      if (one.arrived > end + longest) break;
      if (one.from === core && one.sent >= begin && one.sent <= end) found.push(one);
    }
  }
  return found;
}

function nearest(intervals: readonly TraceInterval[], moment: number): TraceInterval | undefined {
  const after = firstNot(intervals, ({ begin }) => begin < moment);
  const [before, next] = [intervals[after - 1], intervals[after]];
  if (before === undefined || next === undefined) return before ?? next;
  return moment - before.end < next.begin - moment ? before : next;
}

/// What a core is called in words: `core 3`, `host 16`.
export function nameOf({ kind, core }: Pick<Row, "kind" | "core">): string {
  return `${kind === "host" ? "host" : "core"} ${core}`;
}

/// The same, of one by its id.
export function nameIn(picture: Picture, core: number): string {
  return nameOf(rowOf(picture, core) ?? { kind: "device", core });
}

function rowOf(picture: Picture, core: number): Row | undefined {
  return picture.rows[picture.rowOf.get(core) ?? -1];
}

/// A place in the source, and what happened there.
export interface ToldPlace {
  readonly words: string;
  readonly file: string;
  readonly line: number;
}

/// What is chosen, in words.
interface Told {
  readonly words: string;
  /// When it began, in cycles.
  readonly at: number;
  readonly places: readonly ToldPlace[];
}

/// What is chosen, in words, with the lines that belong to it: for a message the sender's and the receiver's, for a call that
/// took part in one its own and the other's. `time` words cycles as time.
export function describe(picture: Picture, selection: Selection, time: (cycles: number) => string): Told {
  if (selection.kind === "message") return describeMessage(picture, selection.message, time);
  const { interval } = selection;
  const { core, begin, end, place } = interval;
  const message = messagesOf(picture, interval, 1)[0];
  const nameOf = (of: number) => nameIn(picture, of);
  const wait = whyItWaited(picture, interval, message, { nameOf, time });
  const what = `${nameOf(core)}: ${callWords(picture, interval)}, from ${time(begin)} for ${time(end - begin)}`;
  const words = wait === null ? what : `${what}. ${wait.words}`;
  const own = { words: nameOf(core), file: place.file, line: place.line };
  const other = message === undefined ? wait?.by : otherEnd(message, core);
  if (other == null) return { words, at: begin, places: [own] };
  return { words, at: begin, places: [own, { words: nameOf(other.core), file: other.file, line: other.line }] };
}

/// The end of a message that is not a core's own.
function otherEnd(message: TraceMessage, core: number): NonNullable<Wait["by"]> {
  const { from, fromPlace, to, toPlace } = message;
  const place = to === core ? fromPlace : toPlace;
  return { core: to === core ? from : to, file: place.file, line: place.line };
}

/// A call with the core that it has to do with: `send to core 1`.
export function callWords(picture: Picture, interval: TraceInterval): string {
  const { core, kind, peer } = interval;
  // Whom a reduce has to do with is the core that came last: that is told with the wait.
  if (peer === null || peer === core || kind === "reduce") return callName(kind);
  return `${callName(kind)} ${relation(picture, interval)} ${nameIn(picture, peer)}`;
}

const relations: Partial<Record<TraceInterval["kind"], string>> = {
  send: "to",
  nonblocking_send: "to",
  wait_sent: "for",
  recv: "from",
  bcast: "from",
};

// What full Python does to a core is done at its request there.
const ofHost: typeof relations = { launch: "on", copy_to: "on", copy_from: "of", result: "of", finish: "on" };

function relation(picture: Picture, { core, kind }: TraceInterval): string {
  const word = ofHost[kind];
  if (word === undefined) return relations[kind] ?? "with";
  return rowOf(picture, core)?.kind === "host" ? word : "asked by";
}

function describeMessage(picture: Picture, message: TraceMessage, time: (cycles: number) => string): Told {
  const { kind, sent, arrived, bytes, fromPlace, toPlace } = message;
  const [from, to] = [message.from, message.to].map((core) => nameIn(picture, core));
  const size = `${bytes.toLocaleString("en")} ${bytes === 1 ? "byte" : "bytes"}`;
  return {
    at: sent,
    words: `message from ${from} to ${to} (${callName(kind)}), ${size}, sent at ${time(sent)}, received at ${time(arrived)}`,
    places: [
      { words: `${from} sends`, file: fromPlace.file, line: fromPlace.line },
      { words: `${to} receives`, file: toPlace.file, line: toPlace.line },
    ],
  };
}
