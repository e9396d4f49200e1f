import type { Chip } from "../machine/chip.ts";
import type { NativeImplementation } from "../machine/natives/native.ts";
import { isRingEmpty } from "../machine/ring.ts";
import { Cooperative } from "./cooperative.ts";
import type { Monitor } from "./monitor.ts";
import type { MonitorEvent } from "./protocol/events.ts";
import type { Runner } from "./runner.ts";

const SLICE_MILLISECONDS = 8;
const TURNS_BETWEEN_LOOKS = 16;
// More lines than this are held back in the cores until the page has taken some.
const MOST_EVENTS = 20_000;

/// Runs the cores in this thread, in slices that leave time for everything else. Output is taken after each turn, so that
/// its order is that of the turns, the same every time.
export class CooperativeRunner implements Runner {
  readonly executor = "cooperative";
  readonly threads = 1;
  readonly stopped: Promise<void>;
  private readonly chip: Chip;
  private readonly cooperative: Cooperative;
  private readonly monitor: Monitor;
  private readonly now: () => number;
  private readonly later: (work: () => void) => void;
  private readonly onNews: () => void;
  private settle: () => void = () => {};
  private fail: (error: unknown) => void = () => {};
  private events: MonitorEvent[] = [];
  private scheduled = false;
  private halted = false;

  /// `later` runs work soon, after what else is due; `onNews` is called after slices that brought something.
  constructor(
    chip: Chip,
    monitor: Monitor,
    now: () => number,
    later: (work: () => void) => void,
    onNews: () => void,
    natives?: readonly (NativeImplementation | undefined)[],
  ) {
    this.chip = chip;
    this.monitor = monitor;
    this.now = now;
    this.later = later;
    this.onNews = onNews;
    this.cooperative = new Cooperative(chip, now, natives);
    this.stopped = new Promise((resolve, reject) => {
      this.settle = resolve;
      this.fail = reject;
    });
    this.resume();
  }

  resume(): void {
    if (this.scheduled || this.halted) return;
    this.scheduled = true;
    this.later(() => {
      this.scheduled = false;
      try {
        this.slice();
      } catch (error) {
        // As when a thread dies: nothing more can be run.
        this.halted = true;
        this.fail(error);
      }
    });
  }

  private slice(): void {
    if (this.halted) return;
    const until = this.now() + SLICE_MILLISECONDS;
    let progress = true;
    for (let turns = 1; progress; turns++) {
      if (this.events.length > MOST_EVENTS) break;
      const core = this.cooperative.turn();
      progress = core !== undefined;
      if (core !== undefined) {
        if (!isRingEmpty(this.chip, core)) this.events.push(...this.monitor.readCore(core, Number.POSITIVE_INFINITY));
        this.events.push(...this.monitor.pollStopped(core));
      }
      if (turns % TURNS_BETWEEN_LOOKS === 0 && this.now() > until) break;
    }
    this.onNews();
    // When nothing can go on, `resume` is called once something has changed.
    if (progress && this.events.length <= MOST_EVENTS) this.resume();
  }

  takeEvents(): MonitorEvent[] {
    const events = this.events;
    this.events = [];
    return events;
  }

  halt(): void {
    this.halted = true;
    this.settle();
  }
}
