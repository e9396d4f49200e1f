import type { Chip, Core } from "../machine/chip.ts";
import { WAIT_ADDRESS, WAIT_VALUE } from "../machine/memory-map.ts";

interface Group {
  /// What the word was when they came: all of them wait until it is something else.
  readonly value: number;
  readonly cores: Core[];
}

const NOBODY: readonly Core[] = [];

/// Cores that wait, by the word each waits on: in a collective thousands wait on one, and to see that it has not changed is
/// one look, not thousands.
export class WaitingCores {
  private readonly groups = new Map<number, Group>();

  /// Adds a core whose word still has the value that it waits to change.
  add({ words }: Chip, core: Core): void {
    const word = words[core.registers + WAIT_ADDRESS] as number;
    const value = words[core.registers + WAIT_VALUE] as number;
    const group = this.groups.get(word);
    if (group === undefined) this.groups.set(word, { value, cores: [core] });
    else group.cores.push(core);
  }

  /// Takes out all that wait on a word, if it has changed.
  takeFrom({ words }: Chip, word: number): readonly Core[] {
    const group = this.groups.get(word);
    if (group === undefined || Atomics.load(words, word) === group.value) return NOBODY;
    this.groups.delete(word);
    return group.cores;
  }
}
