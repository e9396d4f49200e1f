import type { Chip, Core } from "./chip.ts";
import { HEARD, hasFailed, hasLaunch, RAISED } from "./kernels.ts";
import {
  EPOCH,
  STATUS,
  STATUS_ENDED,
  STATUS_FAILED,
  STATUS_WAITING,
  WAIT_BARRIER,
  WAIT_INPUT,
  WAIT_KIND,
  WAIT_LAUNCH,
  WAIT_OUTPUT,
  WAIT_PEER,
  WAIT_RESULT,
} from "./memory-map.ts";
import { findBox, isFull, KIND_RESULT, kindOf, state } from "./postbox.ts";
import { canGoOn } from "./waiting.ts";

/// A core that can never continue, and the cores whose doing it waits for.
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
/// `wanted`: as if full Python waited for the kernels on all of these cores.
export function findStuck(chip: Chip, wanted?: readonly number[]): readonly Stuck[] {
  let views: readonly Seen[] = lookAtAll(chip).map((view) =>
    view.core.pythonCore && wanted !== undefined ? { ...view, kind: WAIT_RESULT, on: wanted } : view,
  );
  for (;;) {
    // Whoever waits only for cores that may still act may go on; what remains when nobody more can be freed is stuck.
    const free = freeOf(views);
    const stuck = views.filter((view) => !free.has(view.core.id));
    const moved = new Set(stuck.filter((view) => view.on !== wanted && hasMoved(chip, view)));
    if (moved.size === 0) return stuck.map(({ core, kind, on = [] }) => ({ core, waitKind: kind, on }));
    views = views.map((view) => (moved.has(view) ? { ...view, on: undefined } : view));
  }
}

function lookAtAll(chip: Chip): readonly Seen[] {
  const views: Seen[] = [];
  // Filled when all have been looked at. A core that comes to the barrier meanwhile must not seem to wait for itself.
  const missing: number[] = [];
  const arrived = new Set<Core>();
  for (const core of chip.cores) {
    const status = Atomics.load(chip.words, core.registers + STATUS);
    if (isOver(chip, core, status)) continue;
    const view = look(chip, core, status, missing);
    views.push(view);
    if (view.on === missing) arrived.add(core);
  }
  if (arrived.size > 0) for (const core of chip.members) if (!arrived.has(core)) missing.push(core.id);
  return views;
}

// In this order: a core that has moved on since would otherwise be judged by what it waits for now.
function hasMoved(chip: Chip, { core, epoch }: Seen): boolean {
  return canMove(chip, core) || (chip.words[core.registers + EPOCH] as number) !== epoch;
}

/// Whether a core that waits can go on. One whose kernel has failed waits for the next.
function canMove(chip: Chip, core: Core): boolean {
  const failed = Atomics.load(chip.words, core.registers + STATUS) === STATUS_FAILED;
  return failed ? hasLaunch(chip, core) : canGoOn(chip, core);
}

function isOver(chip: Chip, core: Core, status: number): boolean {
  return status === STATUS_ENDED || (status === STATUS_FAILED && (chip.caller === undefined || core.pythonCore));
}

/// Whether a core that has just come to wait, or to its end, may have made a deadlock, which `findStuck` then tells for certain.
/// Cheap enough to be asked each time. Of the cores of a deadlock the last one that comes to wait is told so, whichever threads
/// they are in: each says that it waits before it looks at the others. Of more than 128 cores those that wait for all or for
/// one that ends are left to the next look at all of them.
export function mayBeStuck(chip: Chip, core: Core): boolean {
  const status = Atomics.load(chip.words, core.registers + STATUS);
  const few = chip.cores.length <= MOST_TO_ASK;
  if (status === STATUS_ENDED || status === STATUS_FAILED)
    return few && chip.cores.some((other) => waitsFor(chip, other, core));
  const end = endOfWaits(chip, core);
  if (end !== BARRIER) return end === NOWHERE;
  if (!few) return false;
  // Whoever is not there and waits for one that is waits for itself.
  return chip.members.some((other) => !isAtBarrier(chip, other) && endOfWaits(chip, other) !== FREE);
}

// When each of several thousand looks at all, a barrier takes most of a second.
const MOST_TO_ASK = 128;

const FREE = 0; // a core that runs, or waits for the user or the page
const NOWHERE = 1; // one that is over, or that has come before
const BARRIER = 2;

/// Where it leads to go from a core to the one that it waits for, and so on.
function endOfWaits(chip: Chip, core: Core): number {
  const { words } = chip;
  let at: Core | undefined = core;
  for (let steps = 0; at !== undefined && steps <= chip.cores.length; steps++) {
    const status = Atomics.load(words, at.registers + STATUS);
    if (isOver(chip, at, status)) return NOWHERE;
    if (status === STATUS_FAILED && !hasLaunch(chip, at) && chip.caller !== undefined) {
      // Full Python hears of a kernel that has failed, and may launch another.
      if (hasFailed(chip, at, HEARD)) return FREE;
      at = chip.caller;
      continue;
    }
    if (status !== STATUS_WAITING || canGoOn(chip, at)) return FREE;
    const kind = words[at.registers + WAIT_KIND] as number;
    if (kind === WAIT_INPUT || kind === WAIT_OUTPUT) return FREE;
    if (kind === WAIT_BARRIER) return BARRIER;
    at = chip.core(words[at.registers + WAIT_PEER] as number);
  }
  return NOWHERE;
}

function waitsFor(chip: Chip, core: Core, other: Core): boolean {
  const { words } = chip;
  if (Atomics.load(words, core.registers + STATUS) !== STATUS_WAITING || canGoOn(chip, core)) return false;
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

function look(chip: Chip, core: Core, status: number, missing: readonly number[]): Seen {
  const { words } = chip;
  const epoch = words[core.registers + EPOCH] as number;
  const kind = words[core.registers + WAIT_KIND] as number;
  if (status === STATUS_FAILED && chip.caller !== undefined) {
    return { core, epoch, kind: WAIT_LAUNCH, on: hasLaunch(chip, core) ? undefined : [chip.caller.id] };
  }
  if (status !== STATUS_WAITING || kind === WAIT_INPUT || kind === WAIT_OUTPUT || canGoOn(chip, core)) {
    return { core, epoch, kind, on: undefined };
  }
  const peer = words[core.registers + WAIT_PEER] as number;
  // Full Python hears of a kernel that has failed, and of every one that has ended.
  if (core === chip.caller && (kind === WAIT_RESULT ? hasResults(chip, core) : isFailed(chip, peer)))
    return { core, epoch, kind, on: undefined };
  return { core, epoch, kind, on: kind === WAIT_BARRIER ? missing : [peer] };
}

function hasResults(chip: Chip, host: Core): boolean {
  return chip.cores.some((core) => {
    if (core === host) return false;
    if (hasFailed(chip, core, HEARD)) return true;
    const at = findBox(host, core.id);
    if (at === 0) return false;
    const now = state(chip, at);
    return isFull(now) && kindOf(now) === KIND_RESULT;
  });
}

function isFailed(chip: Chip, id: number): boolean {
  const core = chip.core(id);
  return core !== undefined && hasFailed(chip, core, RAISED);
}

function isAtBarrier({ words }: Chip, { registers }: Core): boolean {
  return Atomics.load(words, registers + STATUS) === STATUS_WAITING && words[registers + WAIT_KIND] === WAIT_BARRIER;
}
