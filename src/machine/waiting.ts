import type { Chip, Core } from "./chip.ts";
import { DamagedMemory } from "./damaged.ts";
import {
  EPOCH,
  STATUS,
  STATUS_READY,
  STATUS_WAITING,
  WAIT_ADDRESS,
  WAIT_KIND,
  WAIT_NONE,
  WAIT_PEER,
  WAIT_VALUE,
} from "./memory-map.ts";

// How a core waits: it notes a word and the value that word has. When the word has another value the core can go on.
// The status is written last and atomically, so that a reader that sees "waiting" also sees what for.

/// Notes that a core waits until the word at `word` (an index) no longer is `value`; `peer` is who must change it, or -1.
export function waitFor(chip: Chip, core: Core, kind: number, peer: number, word: number, value: number): void {
  const { words } = chip;
  const registers = core.registers;
  words[registers + WAIT_KIND] = kind;
  words[registers + WAIT_PEER] = peer;
  words[registers + WAIT_ADDRESS] = word;
  words[registers + WAIT_VALUE] = value;
  words[registers + EPOCH] = (words[registers + EPOCH] as number) + 1;
  Atomics.store(words, registers + STATUS, STATUS_WAITING);
}

/// Whether what a waiting core waits for has happened.
export function canGoOn(chip: Chip, core: Core): boolean {
  const { words } = chip;
  const word = words[core.registers + WAIT_ADDRESS] as number;
  if (word < 0 || word >= words.length) throw new DamagedMemory(`what core ${core.id} waits for`);
  return Atomics.load(words, word) !== (words[core.registers + WAIT_VALUE] as number);
}

/// Notes that a core that waited goes on.
export function goOn(chip: Chip, core: Core): void {
  const { words } = chip;
  words[core.registers + WAIT_KIND] = WAIT_NONE;
  words[core.registers + EPOCH] = (words[core.registers + EPOCH] as number) + 1;
  Atomics.store(words, core.registers + STATUS, STATUS_READY);
}
