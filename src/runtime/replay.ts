import type { Chip, Core } from "../machine/chip.ts";
import { type RunCore, STOP_BREAK, STOP_BUDGET, STOP_WAIT } from "../machine/interpreter.ts";
import { WALL_MILLISECONDS } from "../machine/memory-map.ts";
import type { Execution, Turn } from "./execution.ts";
import type { History } from "./history.ts";
import type { Monitor } from "./monitor.ts";

// Takes a chip back in time: to a snapshot, and from there on it does again what it has done before, turn by turn, up to the place
// that is wanted. Generators give way after each turn, since this may take long.

const FIRST_TURNS_BACK = 4;

export class Replay {
  private readonly chip: Chip;
  private readonly monitor: Monitor;
  private readonly execution: Execution;
  private readonly history: History;
  private readonly indexOf: ReadonlyMap<number, number>;
  /// When cores have ended, in milliseconds of wall time, by id: the one thing in a core's memory that does not come again when it
  /// does the same again.
  private readonly endedAt = new Map<number, number>();

  constructor(chip: Chip, monitor: Monitor, execution: Execution, history: History) {
    this.chip = chip;
    this.monitor = monitor;
    this.execution = execution;
    this.history = history;
    this.indexOf = new Map(chip.cores.map(({ id }, index) => [id, index]));
  }

  /// Notes when a core has ended, here and in its memory.
  noteEnd(core: Core, milliseconds: number): void {
    this.endedAt.set(core.id, milliseconds);
    this.writeEnd(core);
  }

  private writeEnd(core: Core): void {
    this.chip.doubles[(core.registers + WALL_MILLISECONDS) >> 1] = this.endedAt.get(core.id) ?? 0;
  }

  /// Goes to a place in history.
  *to(at: number): Generator<boolean, void> {
    const from = this.history.restore(at);
    yield* this.through(from, from, at);
  }

  /// Goes to the last line that the core has begun, and gives its place, where history then ends; to the start of history, and gives
  /// undefined, if it has begun none since.
  // Stopping at every line takes long, so only the core's last turns are looked at like that, and more of them if that was not
  // enough: once to count the lines, once to go to the last.
  *toLineBefore(core: Core): Generator<boolean, number | undefined> {
    const { history } = this;
    const index = this.indexOf.get(core.id) as number;
    let end = history.now;
    for (const from of [...history.snapshots].reverse()) {
      if (from >= end) continue;
      const own = history.turnsOf(index, from, end);
      for (let last = FIRST_TURNS_BACK; own.length > 0; last *= 8) {
        const isAll = last >= own.length;
        const start = isAll ? from : (own[own.length - last] as number);
        let begun = 0;
        history.restore(from);
        yield* this.through(from, from, start);
        yield* this.through(from, start, end, core, () => ++begun < 0);
        // Where it starts to look in the midst of a line, that may seem to be begun.
        if (begun > 1 || (isAll && begun > 0)) {
          history.restore(from);
          yield* this.through(from, from, start);
          return yield* this.through(from, start, end, core, () => --begun === 0);
        }
        if (isAll) break;
      }
      end = from;
    }
    history.restore(history.start);
    return undefined;
  }

  /// Does again what happened from a place in history, where the chip is now, up to another; `snapshot` is the place of the snapshot
  /// that it began with. Calls back when a core begins a line, and ends there if that gives true: history then ends there too. Gives
  /// the place.
  private *through(
    snapshot: number,
    from: number,
    to: number,
    watched?: Core,
    isThere: () => boolean = () => false,
  ): Generator<boolean, number> {
    const { chip, execution, history, monitor } = this;
    execution.forget();
    let at = from;
    for (const happening of history.happenings(snapshot, from, to)) {
      const core = chip.cores[happening.core] as Core;
      if (happening.kind === "answer") {
        monitor.answer(core.id, happening.text);
      } else if (core !== watched) {
        this.repeatTurn(core, happening.budget, execution.plain);
      } else {
        let left = happening.budget;
        while (left > 0) {
          const turn = this.repeatTurn(core, left, execution.lines);
          if (turn.arrived !== undefined && isThere()) {
            const done = happening.budget - left + turn.used;
            history.cut(at);
            if (done > 0) history.noteTurn(happening.core, done);
            return history.now;
          }
          if (turn.stop !== STOP_BUDGET && turn.stop !== STOP_BREAK) break;
          left -= turn.used;
        }
      }
      at++;
      yield true;
    }
    return to;
  }

  // What a turn has to tell has been told; it is read all the same, so that the monitor knows it.
  private repeatTurn(core: Core, budget: number, run: RunCore): Turn {
    const { monitor } = this;
    const turn = this.execution.turn(core, budget, run);
    monitor.readCore(core, Number.POSITIVE_INFINITY);
    if (turn.stop !== STOP_BUDGET && turn.stop !== STOP_BREAK) {
      if (turn.stop !== STOP_WAIT) this.writeEnd(core);
      monitor.pollStopped(core);
    }
    monitor.passAnswers();
    return turn;
  }
}
