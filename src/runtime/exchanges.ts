import type { Chip, Core } from "../machine/chip.ts";
import type { EventBuffer } from "../machine/events.ts";
import { STATUS, STATUS_WAITING, WAIT_KIND, WAIT_PEER, WAIT_RECV } from "../machine/memory-map.ts";
import { clockOf, findBox, isFull, KIND_LAUNCH, kindOf, state, stateWord, tagOf } from "../machine/postbox.ts";
import { clock } from "../machine/timing/clock.ts";
import type { Exchange } from "./protocol/events.ts";
import { valueText } from "./values.ts";

// So many are told one by one: the last ones.
const MOST = 20;
const MOST_CHARACTERS = 24;

/// Notes the messages that cores send and receive, as long as nobody has taken them.
export class Exchanges {
  private readonly chip: Chip;
  private noted: Exchange[] = [];
  private count = 0;

  /// What the chip tells of messages is passed on to whom it told before. `records` are those of the run, if it is recorded: only they
  /// know since when a receiver has waited.
  constructor(chip: Chip, records: EventBuffer | undefined, isRepeating: () => boolean) {
    this.chip = chip;
    const indexOf = new Map(chip.cores.map((core, index) => [core, index]));
    const before = chip.onTaken;
    chip.onTaken = (receiver, sender, message, taken) => {
      const began = records?.began(indexOf.get(receiver) as number) ?? Number.POSITIVE_INFINITY;
      before?.(receiver, sender, message, taken);
      const from = chip.core(sender);
      if (from === undefined || message.kind >= KIND_LAUNCH || isRepeating()) return;
      this.add("received", from, receiver, message.tag, message.value, Math.max(0, message.sent - began));
    };
  }

  /// Whether a core has just put a message into a box of another, whose word has changed.
  isDelivery(receiver: Core, sender: Core, word: number): boolean {
    const at = findBox(receiver, sender.id);
    return at !== 0 && stateWord(at) === word && isFull(state(this.chip, at));
  }

  /// Notes that a message was put there.
  noteSent(receiver: Core, sender: Core): void {
    const { chip } = this;
    const { words } = chip;
    const at = findBox(receiver, sender.id);
    const now = state(chip, at);
    if (kindOf(now) >= KIND_LAUNCH) return;
    const { registers } = receiver;
    const waits =
      words[registers + STATUS] === STATUS_WAITING &&
      words[registers + WAIT_KIND] === WAIT_RECV &&
      words[registers + WAIT_PEER] === sender.id;
    const waited = waits ? Math.max(0, clockOf(chip, receiver, sender.id) - clock(chip, receiver)) : 0;
    this.add("sent", sender, receiver, tagOf(now), words[at] as number, waited);
  }

  private add(kind: Exchange["kind"], from: Core, to: Core, tag: number, value: number, waited: number): void {
    this.count++;
    const text = valueText(this.chip, from, tag, value, MOST_CHARACTERS);
    this.noted.push({ kind, from: from.id, to: to.id, value: text, waited });
    if (this.noted.length > MOST) this.noted.shift();
  }

  /// What was noted, as a pause tells it; then it is forgotten.
  take(): { readonly exchanges?: readonly Exchange[]; readonly exchangeCount?: number } {
    const { noted, count } = this;
    this.noted = [];
    this.count = 0;
    if (count === 0) return {};
    return { exchanges: noted, ...(count > noted.length && { exchangeCount: count }) };
  }
}
