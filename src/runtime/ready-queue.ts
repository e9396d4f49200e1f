import type { Core } from "../machine/chip.ts";

/// Cores that can be given a turn, each with the clock it had when it came: a binary heap.
export class ReadyQueue {
  private readonly cores: Core[] = [];
  private readonly clocks: number[] = [];

  /// The least of the clocks; infinite when there is no core.
  get leastClock(): number {
    return this.clocks[0] ?? Number.POSITIVE_INFINITY;
  }

  /// The core that would be taken out.
  get first(): Core | undefined {
    return this.cores[0];
  }

  push(core: Core, clock: number): void {
    const { cores, clocks } = this;
    let at = cores.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.isBefore(core, clock, parent)) break;
      this.move(parent, at);
      at = parent;
    }
    cores[at] = core;
    clocks[at] = clock;
  }

  /// Takes out the core whose clock is least, the lowest id of equals.
  pop(): Core | undefined {
    const { cores, clocks } = this;
    const first = cores[0];
    const core = cores.pop();
    const clock = clocks.pop() as number;
    if (core === undefined || cores.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = at * 2 + 1;
      if (child >= cores.length) break;
      if (child + 1 < cores.length && this.isBefore(cores[child + 1] as Core, clocks[child + 1] as number, child))
        child++;
      if (this.isBefore(core, clock, child)) break;
      this.move(child, at);
      at = child;
    }
    cores[at] = core;
    clocks[at] = clock;
    return first;
  }

  private isBefore(core: Core, clock: number, other: number): boolean {
    const theirs = this.clocks[other] as number;
    return clock < theirs || (clock === theirs && core.id < (this.cores[other] as Core).id);
  }

  private move(from: number, to: number): void {
    this.cores[to] = this.cores[from] as Core;
    this.clocks[to] = this.clocks[from] as number;
  }
}
