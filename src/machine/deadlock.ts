import type { Chip, Core } from "./chip.ts";
import {
  EPOCH,
  MONITOR_BARRIER_GENERATION,
  STATUS,
  STATUS_ENDED,
  STATUS_FAILED,
  STATUS_WAITING,
  WAIT_ADDRESS,
  WAIT_BARRIER,
  WAIT_INPUT,
  WAIT_KIND,
  WAIT_OUTPUT,
  WAIT_PEER,
} from "./memory-map.ts";
import { canGoOn } from "./waiting.ts";

/// A core that can never go on, and the cores whose doing it waits for.
export interface Stuck {
  readonly core: Core;
  readonly waitKind: number;
  readonly on: readonly number[];
}

/// Cores that wait for the same others, and how many of those are not known to be free.
interface Group {
  readonly waiting: number[];
  left: number;
}

/// The ids of cores that may go on: those that wait for nobody, then those that wait only for such cores, and so on.
function freeOf(views: readonly Seen[]): ReadonlySet<number> {
  const free = new Set<number>();
  const groups = new Map<readonly number[], Group>();
  const waitingFor = new Map<number, Group[]>();
  for (const { core, on = [] } of views) {
    if (on.length === 0) {
      free.add(core.id);
      continue;
    }
    const known = groups.get(on);
    if (known !== undefined) {
      known.waiting.push(core.id);
      continue;
    }
    const group = { waiting: [core.id], left: on.length };
    groups.set(on, group);
    for (const other of on) {
      const others = waitingFor.get(other);
      if (others === undefined) waitingFor.set(other, [group]);
      else others.push(group);
    }
  }
  // A set is gone through in the order in which things come into it.
  for (const id of free) {
    for (const group of waitingFor.get(id) ?? []) {
      if (--group.left === 0) for (const waiting of group.waiting) free.add(waiting);
    }
  }
  return free;
}

interface Seen {
  readonly core: Core;
  readonly epoch: number;
  readonly kind: number;
  /// Undefined when it waits for nobody: it runs, or waits for the user or the page.
  readonly on: readonly number[] | undefined;
}

/// The cores that wait for each other, or for cores that have ended, so that none of them can ever go on. Safe while other
/// threads run cores: what is found stuck is looked at again, and only what has not moved meanwhile is reported.
export function findStuck(chip: Chip): readonly Stuck[] {
  const seen = new Map<number, Seen>();
  let absent: readonly number[] | undefined;
  const missing = (): readonly number[] => {
    absent ??= missingAtBarrier(chip);
    return absent;
  };
  for (const core of chip.cores) {
    const status = Atomics.load(chip.words, core.registers + STATUS);
    if (status === STATUS_ENDED || status === STATUS_FAILED) continue;
    seen.set(core.id, look(chip, core, status, missing));
  }

  // Whoever waits only for cores that may still act may go on; what remains when nobody more can be freed is stuck.
  const free = freeOf([...seen.values()]);
  const stuck = [...seen.values()].filter((view) => !free.has(view.core.id));
  const still = stuck.every(
    // In this order: a core that has moved on since would otherwise be judged by what it waits for now.
    (view) => !canGoOn(chip, view.core) && (chip.words[view.core.registers + EPOCH] as number) === view.epoch,
  );
  if (!still) return [];
  return stuck.map((view) => ({ core: view.core, waitKind: view.kind, on: view.on ?? [] }));
}

/// Whether a core that has just stopped may have made a deadlock, which `findStuck` then tells for certain. Cheap enough to be
/// asked each time a core waits; only while no other thread runs cores.
export function mayBeStuck(chip: Chip, core: Core): boolean {
  const { words } = chip;
  const status = words[core.registers + STATUS] as number;
  if (status === STATUS_ENDED || status === STATUS_FAILED)
    return chip.cores.some((other) => waitsFor(chip, other, core));
  let at = core;
  for (let steps = 0; steps <= chip.cores.length; steps++) {
    const status = words[at.registers + STATUS] as number;
    if (status === STATUS_ENDED || status === STATUS_FAILED) return true;
    if (status !== STATUS_WAITING || canGoOn(chip, at)) return false;
    const kind = words[at.registers + WAIT_KIND] as number;
    if (kind === WAIT_INPUT || kind === WAIT_OUTPUT) return false;
    const next =
      kind === WAIT_BARRIER
        ? chip.cores.find((other) => !isAtBarrier(chip, other))
        : chip.core(words[at.registers + WAIT_PEER] as number);
    if (next === undefined) return true;
    at = next;
  }
  return true;
}

function waitsFor(chip: Chip, core: Core, other: Core): boolean {
  const { words } = chip;
  if ((words[core.registers + STATUS] as number) !== STATUS_WAITING) return false;
  return words[core.registers + WAIT_PEER] === other.id || words[core.registers + WAIT_KIND] === WAIT_BARRIER;
}

/// Cores that wait for one another in a ring, each for the next; empty if those that are stuck wait for nothing but cores
/// that are over.
export function cycleOf(stuck: readonly Stuck[]): number[] {
  const next = new Map<number, number>();
  const ids = new Set(stuck.map(({ core }) => core.id));
  for (const { core, on } of stuck) {
    // The nearest after it: of cores that wait for many, as in a barrier, every one will do.
    const other = on.find((id) => ids.has(id));
    if (other !== undefined) next.set(core.id, other);
  }
  const seen = new Set<number>();
  for (const { core } of stuck) {
    const path: number[] = [];
    let at: number | undefined = core.id;
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      path.push(at);
      at = next.get(at);
    }
    const from = at === undefined ? -1 : path.indexOf(at);
    if (from >= 0) return path.slice(from);
  }
  return [];
}

function look(chip: Chip, core: Core, status: number, missing: () => readonly number[]): Seen {
  const { words } = chip;
  const epoch = words[core.registers + EPOCH] as number;
  const kind = words[core.registers + WAIT_KIND] as number;
  if (status !== STATUS_WAITING || kind === WAIT_INPUT || kind === WAIT_OUTPUT || canGoOn(chip, core)) {
    return { core, epoch, kind, on: undefined };
  }
  if (kind !== WAIT_BARRIER) return { core, epoch, kind, on: [words[core.registers + WAIT_PEER] as number] };
  return { core, epoch, kind, on: missing() };
}

/// The cores that have not arrived at the barrier at which others wait.
function missingAtBarrier(chip: Chip): number[] {
  return chip.cores.filter((core) => !isAtBarrier(chip, core)).map(({ id }) => id);
}

function isAtBarrier(chip: Chip, { registers }: Core): boolean {
  const { words } = chip;
  return (
    Atomics.load(words, registers + STATUS) === STATUS_WAITING &&
    words[registers + WAIT_KIND] === WAIT_BARRIER &&
    words[registers + WAIT_ADDRESS] === (chip.map.control >> 2) + MONITOR_BARRIER_GENERATION
  );
}
