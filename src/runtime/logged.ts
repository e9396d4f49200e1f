import type { Chip, Core } from "../machine/chip.ts";
import { clock, shownTime } from "../machine/timing/clock.ts";
import { kindOf } from "./explain.ts";
import type { LineStart } from "./lines.ts";
import type { MonitorEvent } from "./protocol/events.ts";

// So many of a core are known. Who goes back farther than to the last of them is told some again.
const MOST = 20_000;

/// What logpoints have told, so that nothing is told twice: after a way back a core may come once more to the line where it stands,
/// and has told its message there.
export class Logged {
  private readonly chip: Chip;
  /// Of each core the messages that hold: when they were told, ascending, and what.
  private readonly told = new Map<Core, { readonly time: number; readonly text: string }[]>();

  constructor(chip: Chip) {
    this.chip = chip;
  }

  /// A message of a core that has come to a line, as an event; none if it has told it here.
  add(core: Core, { file, line }: LineStart, text: string): readonly MonitorEvent[] {
    const { chip } = this;
    const time = clock(chip, core);
    const told = this.told.get(core) ?? [];
    this.told.set(core, told);
    for (let k = told.length - 1; told[k]?.time === time; k--) if (told[k]?.text === text) return [];
    told.push({ time, text });
    if (told.length > MOST) told.splice(0, MOST / 2);
    const place = { file: chip.image.debug.files[file] ?? "", line };
    return [{ kind: "log", core: core.id, coreKind: kindOf(core), cycles: shownTime(time), place, text }];
  }

  /// The run has gone back: what is later than a core's clock has not been told.
  rewind(): void {
    for (const [core, told] of this.told) {
      const now = clock(this.chip, core);
      while ((told.at(-1)?.time ?? 0) > now) told.pop();
    }
  }
}

/// A core's lines and what its logpoints have told, in the order of its clock.
export function inOrder(said: readonly MonitorEvent[], logs: readonly MonitorEvent[]): readonly MonitorEvent[] {
  if (logs.length === 0) return said;
  const timeOf = (event: MonitorEvent | undefined): number =>
    event !== undefined && "cycles" in event ? event.cycles : Number.NEGATIVE_INFINITY;
  const all: MonitorEvent[] = [];
  let at = 0;
  for (const log of logs) {
    for (; at < said.length && timeOf(said[at]) <= timeOf(log); at++) all.push(said[at] as MonitorEvent);
    all.push(log);
  }
  return [...all, ...said.slice(at)];
}
