import { BoxTable } from "./box-table.ts";
import type { Chip, Core } from "./chip.ts";
import { PC, POSTBOX_BYTES } from "./memory-map.ts";

// A core's postboxes: one for each core that may send to it, four words each.
//
//   0   value, or the address of a string or list in the sender's memory
//   1   tag | kind << 8 | version << 24; once it is taken without the kind
//   2   how many elements of a list are sent
//   3   where in its program the sender is (pc), once it is taken the receiver; of a launch, the host's line and, × 65,536,
//       the kernel's
//
// The version is odd while a message waits and even when the box is free. The sender writes the rest first and word 1
// last, atomically; the receiver copies the message and then makes the version even: that is the acknowledgement. Each
// side writes only in its own state, so no lock is needed. The time that goes with a message lies in a double of its own:
// when it was sent, then when it was taken.

export const KIND_SEND = 1;
export const KIND_EXCHANGE = 2;
export const KIND_NONBLOCKING = 3;
// 4 is a broadcast (see contribution.ts).
/// An exchange whose sender has got a value that was sent alone: who takes this one gets no more by it.
export const KIND_ANSWERED = 5;
export const KIND_LAUNCH = 6;
export const KIND_RESULT = 7;

/// What the learner calls the calls that send, at their kind.
export const messageCalls = [undefined, "send", "sendrecv", "nonblocking_send", "bcast", "sendrecv"] as const;

/// The word index of the box of `receiver` that `sender` writes to. On a chip with very many cores this may make the box, or
/// throw a RunFault when there is no room for it.
export function box(receiver: Core, sender: number): number {
  const { boxTable } = receiver;
  return boxTable === undefined
    ? (receiver.postboxes + sender * POSTBOX_BYTES) >> 2
    : boxTable.box(receiver.row, sender);
}

/// The same, but 0 if the box has not been made: then it has never been used.
export function findBox(receiver: Core, sender: number): number {
  const { boxTable } = receiver;
  return boxTable === undefined ? box(receiver, sender) : boxTable.find(receiver.row, sender);
}

/// Calls back with those who have a message waiting in the boxes of `receiver`, by ascending id, and the word index of the
/// box.
export function eachFullBox(chip: Chip, receiver: Core, visit: (sender: Core, boxAt: number) => void): void {
  const look = (sender: Core | undefined, at: number): void => {
    if (sender !== undefined && sender !== receiver && isFull(state(chip, at))) visit(sender, at);
  };
  const { boxTable } = receiver;
  if (boxTable === undefined) for (const sender of chip.cores) look(sender, box(receiver, sender.id));
  else boxTable.eachBox(receiver.row, (sender, at) => look(chip.core(sender), at));
}

// Counted in doubles.
function clockAt(chip: Chip, receiver: Core, sender: number): number {
  return receiver.boxTable === undefined
    ? chip.map.clockOf(receiver.place.base, sender)
    : BoxTable.clockOf(findBox(receiver, sender), sender);
}

/// The word of a box to wait on.
export function stateWord(boxAt: number): number {
  return boxAt + 1;
}

export function state(chip: Chip, boxAt: number): number {
  return Atomics.load(chip.words, boxAt + 1);
}

export function isFull(boxState: number): boolean {
  return ((boxState >>> 24) & 1) === 1;
}

export function kindOf(boxState: number): number {
  return (boxState >> 8) & 0xff;
}

export function tagOf(boxState: number): number {
  return boxState & 0xff;
}

/// Puts a message of the program's into a free box, and counts it.
export function put(
  chip: Chip,
  receiver: Core,
  sender: Core,
  kind: number,
  tag: number,
  value: number,
  length: number,
  clock: number,
): void {
  // Only the sender counts, so it need not be atomic.
  chip.words[chip.map.messagesOf(receiver.place.base, sender.id)]!++;
  deliver(chip, receiver, sender, kind, tag, value, length, clock);
}

/// Puts into a free box what no program has sent: a launch, or the value of a kernel. `pc` is where the
/// sender is.
export function deliver(
  chip: Chip,
  receiver: Core,
  sender: Core,
  kind: number,
  tag: number,
  value: number,
  length: number,
  clock: number,
  pc = chip.words[sender.registers + PC] as number,
): void {
  const { words } = chip;
  const at = box(receiver, sender.id);
  words[at] = value;
  words[at + 2] = length;
  words[at + 3] = pc;
  chip.doubles[clockAt(chip, receiver, sender.id)] = clock;
  const version = ((words[at + 1] as number) >>> 24) + 1;
  Atomics.store(words, at + 1, tag | (kind << 8) | (version << 24) | 0);
  chip.wake(receiver.id, stateWord(at));
}

/// Makes the exchange that waits in a box known to be answered, if its receiver has not taken it.
export function answer(chip: Chip, boxAt: number): void {
  const full = state(chip, boxAt);
  if (!isFull(full)) return;
  const answered = (full & ~0xff00) | (KIND_ANSWERED << 8);
  Atomics.compareExchange(chip.words, boxAt + 1, full, answered);
}

/// Makes a box that was read free again and tells the sender when its message was taken.
export function acknowledge(chip: Chip, receiver: Core, sender: number, clock: number): void {
  const { words } = chip;
  const at = box(receiver, sender);
  const full = words[at + 1] as number;
  chip.onTaken?.(
    receiver,
    sender,
    {
      kind: kindOf(full),
      tag: tagOf(full),
      value: words[at] as number,
      length: words[at + 2] as number,
      pc: words[at + 3] as number,
      sent: clockOf(chip, receiver, sender),
    },
    clock,
  );
  chip.doubles[clockAt(chip, receiver, sender)] = clock;
  const version = (((words[at + 1] as number) >>> 24) + 1) & 0xff;
  // A sender that still waits can say what its message has met. What a launch says stays.
  if (kindOf(full) < KIND_LAUNCH) words[at + 3] = words[receiver.registers + PC] as number;
  // The tag stays, for the sender's collector (see `forget`).
  Atomics.store(words, at + 1, tagOf(full) | (version << 24) | 0);
  chip.wake(sender, stateWord(at));
}

/// Takes back a message that its receiver will not take because it has stopped.
export function takeBack(chip: Chip, receiver: Core, sender: Core): void {
  const { words } = chip;
  const at = box(receiver, sender.id);
  const version = (((words[at + 1] as number) >>> 24) + 1) & 0xff;
  forget(chip, receiver, sender.id);
  Atomics.store(words, at + 1, version << 24);
}

/// Lets go of a message that its sender knows to have been taken: what was sent need not live on for it. Until then it does, even
/// if the box is free already: when another thread takes a message must not decide what is collected, for what is collected
/// decides what flows over, and that takes time.
export function forget(chip: Chip, receiver: Core, sender: number): void {
  chip.words[box(receiver, sender)] = 0;
}

/// When the message in a box was sent, or, once taken, when that was.
export function clockOf(chip: Chip, receiver: Core, sender: number): number {
  return chip.doubles[clockAt(chip, receiver, sender)] as number;
}
