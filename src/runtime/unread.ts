import type { Chip, Core } from "../machine/chip.ts";
import { STATUS, STATUS_ENDED } from "../machine/memory-map.ts";
import { eachFullBox, kindOf, messageCalls, state } from "../machine/postbox.ts";
import { kindOf as coreKindOf } from "./explain.ts";
import { placeOf } from "./places.ts";
import type { MonitorEvent, UnreadMessage } from "./protocol.ts";

/// The messages that lie in postboxes, by receiver and then by sender.
export function unreadOf(chip: Chip): UnreadMessage[] {
  return chip.cores.flatMap((core) => unreadBy(chip, core));
}

/// What cores have not received that have ended.
export function unreadEvents(chip: Chip): MonitorEvent[] {
  return chip.cores
    .filter((core) => chip.words[core.registers + STATUS] === STATUS_ENDED)
    .flatMap((core) => unreadBy(chip, core))
    .map((message) => ({ kind: "unread", message }));
}

function unreadBy(chip: Chip, core: Core): UnreadMessage[] {
  const messages: UnreadMessage[] = [];
  eachFullBox(chip, core, (sender, at) => {
    messages.push({
      from: sender.id,
      to: core.id,
      toKind: coreKindOf(core),
      call: messageCalls[kindOf(state(chip, at))] ?? "a call",
      place: placeOf(chip.image, chip.words[at + 3] as number),
    });
  });
  return messages;
}

/// A message that was not received, in words.
export function unreadText({ from, to, place }: UnreadMessage): string {
  return `core ${to} has not received a message from core ${from}, sent at line ${place.line}`;
}
