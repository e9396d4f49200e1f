import type { Chip, Core } from "../machine/chip.ts";
import { STATUS, STATUS_ENDED } from "../machine/memory-map.ts";
import { eachFullBox, KIND_LAUNCH, KIND_RESULT, kindOf, messageCalls, state } from "../machine/postbox.ts";
import { kindOf as coreKindOf } from "./explain.ts";
import { placeOf } from "./places.ts";
import type { MonitorEvent, UnreadMessage } from "./protocol/events.ts";

// More than anyone reads; with thousands of cores there can be millions.
const MOST = 20_000;

/// The messages still in postboxes, by receiver and then by sender.
export function unreadOf(chip: Chip): UnreadMessage[] {
  return unreadByAll(chip, chip.cores);
}

/// The messages that cores had not received when they ended.
export function unreadEvents(chip: Chip): MonitorEvent[] {
  const ended = chip.cores.filter((core) => chip.words[core.registers + STATUS] === STATUS_ENDED);
  return unreadByAll(chip, ended).map((message) => ({ kind: "unread", message }));
}

function unreadByAll(chip: Chip, cores: readonly Core[]): UnreadMessage[] {
  const messages: UnreadMessage[] = [];
  for (const core of cores) {
    if (messages.length >= MOST) break;
    messages.push(...unreadBy(chip, core));
  }
  return messages;
}

function unreadBy(chip: Chip, core: Core): UnreadMessage[] {
  const messages: UnreadMessage[] = [];
  eachFullBox(chip, core, (sender, at) => {
    const kind = kindOf(state(chip, at));
    // A kernel and its value are not messages that the program sends.
    if (kind === KIND_LAUNCH || kind === KIND_RESULT) return;
    const pc = chip.words[at + 3] as number;
    messages.push({
      from: sender.id,
      to: core.id,
      toKind: coreKindOf(core),
      call: messageCalls[kind] ?? "a call",
      place: sender.pythonCore ? { file: "", line: pc, from: 0, to: 0 } : placeOf(chip.image, pc),
    });
  });
  return messages;
}

/// A sentence about a message that was not received.
export function unreadText({ from, to, place }: UnreadMessage): string {
  return `core ${to} has not received a message from core ${from}, sent at line ${place.line}`;
}
