import type { Chip, Core } from "../machine/chip.ts";
import { WAIT_ADDRESS, WAIT_VALUE } from "../machine/memory-map.ts";

interface Group {
  /// What the word was when they came: all of them wait until it is something else.
  readonly value: number;
  readonly cores: Set<Core>;
}

/// Cores that wait, by the word each waits on: in a collective thousands wait on one, and to see that it has not changed is
/// one look, not thousands.
export class WaitingCores {
  private readonly groups = new Map<number, Group>();

  /// Adds a core whose word still has the value that it waits to change.
  add({ words }: Chip, core: Core): void {
    const word = words[core.registers + WAIT_ADDRESS] as number;
    const value = words[core.registers + WAIT_VALUE] as number;
    const group = this.groups.get(word);
    if (group === undefined) this.groups.set(word, { value, cores: new Set([core]) });
    else group.cores.add(core);
  }

  /// Takes a core out, if it is here and its word has changed.
  take({ words }: Chip, core: Core): boolean {
    const word = words[core.registers + WAIT_ADDRESS] as number;
    const group = this.groups.get(word);
    if (group === undefined || Atomics.load(words, word) === words[core.registers + WAIT_VALUE]) return false;
    const was = group.cores.delete(core);
    if (group.cores.size === 0) this.groups.delete(word);
    return was;
  }

  /// Takes out all whose word has changed.
  takeChanged({ words }: Chip): Core[] {
    const changed: Core[] = [];
    for (const [word, { value, cores }] of this.groups) {
      if (Atomics.load(words, word) === value) continue;
      changed.push(...cores);
      this.groups.delete(word);
    }
    return changed;
  }
}
