import { INT, NONE, typeName } from "../bytecode/values.ts";
import type { Chip, Core } from "../machine/chip.ts";
import {
  askedFor,
  callOf,
  contribution,
  done,
  entered,
  isUnfit,
  KIND_BCAST,
  KIND_REDUCE,
  kindOfContribution,
  pcOfContribution,
  tagOfContribution,
} from "../machine/contribution.ts";
import { quotedValue } from "../machine/display-value.ts";
import { DIFFERENT_OPERATIONS, DIFFERENT_ROOTS, DIFFERENT_VALUES } from "../machine/faults.ts";
import { listLength } from "../machine/lists.ts";
import { FAULT_A, FAULT_B, FAULT_CODE, PC, PHASE_A } from "../machine/memory-map.ts";
import { mismatch } from "../machine/natives/collectives.ts";
import { isList } from "../machine/natives/combining.ts";
import { singlesReceived } from "../machine/natives/messages.ts";
import { findBox, state, tagOf } from "../machine/postbox.ts";
import { callsOf, placeOf } from "./places.ts";

// What two cores did whose calls do not match, with the line of each. Their calls are still in the places where they entered
// them: nobody takes these over before all are done with them, and a core that has failed never is.

/// What the two cores of a collective fault did, to follow its message.
export function mismatchText(chip: Chip, core: Core): string {
  const { words } = chip;
  const one = chip.core(words[core.registers + FAULT_A] as number);
  const other = chip.core(words[core.registers + FAULT_B] as number);
  if (one === undefined || other === undefined) return "";
  return pairText(chip, words[core.registers + FAULT_CODE] as number, one, other, done(chip, core));
}

function pairText(chip: Chip, fault: number, one: Core, other: Core, n: number): string {
  const say = (core: Core): string =>
    `core ${core.id} ${deed(chip, fault, core, n)} (line ${collectiveLine(chip, core, n)})`;
  return `${say(one)}, ${say(other)}`;
}

function deed(chip: Chip, fault: number, core: Core, n: number): string {
  switch (fault) {
    case DIFFERENT_ROOTS:
      return `names ${rootText(chip, core, n)}`;
    case DIFFERENT_OPERATIONS:
      return `asks for ${valueText(chip, core, n)}`;
    case DIFFERENT_VALUES:
      return `passes ${passedText(chip, core, n)}`;
    default:
      return `is in ${callName(kindOfContribution(chip, core, n))}`;
  }
}

function callName(kind: number): string {
  const call = callOf(kind);
  return call === KIND_BCAST ? "bcast" : call === KIND_REDUCE ? "reduce" : "sync";
}

function rootText(chip: Chip, core: Core, n: number): string {
  const { tag, at } = askedFor(chip, core, n);
  return tag === INT ? `core ${chip.words[at]}` : valueText(chip, core, n);
}

function valueText(chip: Chip, core: Core, n: number): string {
  const { tag, at } = askedFor(chip, core, n);
  return quotedValue(chip, tag, at);
}

function passedText(chip: Chip, core: Core, n: number): string {
  const tag = tagOfContribution(chip, core, n);
  if (tag === NONE) return "None";
  const type = `${/^[aeiou]/.test(typeName(tag)) ? "an" : "a"} ${typeName(tag)}`;
  if (!isList(tag)) return type;
  if (isUnfit(chip, core, n)) return `${type} whose elements are not all numbers`;
  return `${type} of ${elements(listLength(chip, chip.words[contribution(core, n)] as number))}`;
}

/// The line of the program's own file where a core's n-th collective is.
function collectiveLine(chip: Chip, core: Core, n: number): number {
  const pc = pcOfContribution(chip, core, n);
  // Full Python's pc is its line.
  if (core.pythonCore) return pc;
  return chip.words[core.registers + PC] === pc ? ownLine(chip, core) : placeOf(chip.image, pc).line;
}

/// The line of the program's own file at which a core stands, if its call stands in one of ours.
function ownLine(chip: Chip, core: Core): number {
  if (core.pythonCore) return chip.words[core.registers + PC] as number;
  const { debug } = chip.image;
  const main = debug.files[debug.files.length - 1];
  const own = callsOf(chip, core).find((call) => call.place.file === main);
  return (own?.place ?? placeOf(chip.image, chip.words[core.registers + PC] as number)).line;
}

/// The first two of some cores that wait in collectives which do not match, and how; undefined if all do.
export function mismatchAmong(chip: Chip, cores: readonly Core[]): string | undefined {
  // A core that has not entered its call waits for others to be done with an earlier one.
  const waiting = cores.filter((core) => entered(chip, core) > done(chip, core));
  const first = waiting[0];
  if (first === undefined) return undefined;
  const n = done(chip, first);
  for (const other of waiting) {
    const fault = done(chip, other) === n ? mismatch(chip, first, other, n) : 0;
    if (fault !== 0) return pairText(chip, fault, first, other, n);
  }
  return undefined;
}

/// What a recv asked for and got: of a core that has failed with a length.
export function lengthText(chip: Chip, core: Core): string {
  const { words } = chip;
  const peer = chip.core(words[core.registers + FAULT_A] as number);
  const wanted = words[core.registers + FAULT_B] as number;
  if (peer === undefined) return "";
  const at = findBox(core, peer.id);
  if (at === 0) return "";
  const length = words[at + 2] as number;
  const what = isList(tagOf(state(chip, at))) ? `a list of ${elements(length)}` : "a single value";
  const sent = senderLine(chip, peer, words[at + 3] as number);
  const singles = singlesReceived(chip, core);
  const before = singles > 0 ? ` and has received ${singles} so far` : "";
  return `core ${core.id} asks for ${elements(wanted)} (line ${ownLine(chip, core)})${before}, core ${peer.id} sends ${what} (line ${sent})`;
}

/// The line of the call whose message a core in a sendrecv has got, that was no sendrecv.
export function metLine(chip: Chip, core: Core, peer: Core): number {
  return senderLine(chip, peer, chip.words[core.registers + PHASE_A] as number);
}

function elements(n: number): string {
  return `${n} element${n === 1 ? "" : "s"}`;
}

/// The line of a place that a message names: of full Python that is the line itself.
export function senderLine(chip: Chip, sender: Core, pc: number): number {
  return sender.pythonCore ? pc : placeOf(chip.image, pc).line;
}
