import { INT, LIST_TAG, TUPLE_TAG } from "../../bytecode/values.ts";
import type { Chip, Core, TakenMessage } from "../../machine/chip.ts";
import { LIST_DATA, LIST_ELEMENTS, MIXED } from "../../machine/list-layout.ts";
import { elementTag, lengthsOf, listLength } from "../../machine/lists.ts";

// Places that hold values, and what a write of one says.

/// A place of a core's that holds a value: a slot by its word index, or an element by the address of its list.
export type Spot = SlotSpot | ElementSpot;

export interface SlotSpot {
  readonly kind: "slot";
  readonly core: Core;
  readonly word: number;
}

export interface ElementSpot {
  readonly kind: "element";
  readonly core: Core;
  readonly list: number;
  readonly index: number;
}

export interface TakenFrom {
  readonly sender: number;
  readonly message: TakenMessage;
}

export interface Write {
  readonly how: "computed" | "copied" | "argument" | "returned" | "received" | "combined" | "asked" | "cleared";
  /// From where it was copied.
  readonly source?: Spot;
  /// Slots that it was worked out from.
  readonly inputs: readonly number[];
  /// Where it came in a message: whose; and of what came, or what all brought, which element, of which element …
  readonly taken?: TakenFrom;
  readonly path?: readonly number[];
}

/// Says after an instruction what it has written, if it has; `taken` are the messages that it took.
export type After = (taken: readonly TakenFrom[]) => Write | undefined;

const MOST_INNER = 2_000;
const DEEPEST = 6;

/// A write of what another place holds; without one, of what nobody knows from where it comes.
export function fromSource(how: "copied" | "argument" | "returned", source: Spot | undefined): Write {
  return source === undefined ? { how: "computed", inputs: [] } : { how, source, inputs: [] };
}

/// A write of what came in a message, if it is known which, or the part of it to which a path of indices leads.
export function received(taken: TakenFrom | undefined, path: readonly number[]): Write {
  return { how: "received", inputs: [], path, ...(taken !== undefined && { taken }) };
}

/// Whether a slot holds a list or tuple.
export function isList(chip: Chip, slot: number): boolean {
  const tag = chip.words[slot + 1] as number;
  return tag === LIST_TAG || tag === TUPLE_TAG;
}

/// The element of the list in a slot.
export function element(chip: Chip, core: Core, slot: number, index: number): Spot | undefined {
  if (!isList(chip, slot) || index < 0) return undefined;
  return { kind: "element", core, list: chip.words[slot] as number, index };
}

/// The index in a slot, from the start of a list of some length; -1 if it is none.
export function indexIn(chip: Chip, slot: number, length: number): number {
  if (chip.words[slot + 1] !== INT) return -1;
  const index = chip.words[slot] as number;
  return index < 0 ? index + length : index;
}

/// The element that indices from `w` on say, of lists in lists or of an array of more dimensions.
export function elementAt(chip: Chip, core: Core, object: number, w: number, count: number): Spot | undefined {
  let [tag, value] = [chip.words[object + 1] as number, chip.words[object] as number];
  for (let k = 0; k < count; ) {
    if (tag !== LIST_TAG && tag !== TUPLE_TAG) return undefined;
    const lengths = lengthsOf(chip, value);
    let at = 0;
    for (const [n, length] of lengths.entries()) {
      at *= lengths.length > 1 ? length : 1;
      if (k + n < count) at += indexIn(chip, w + (k + n) * 2, length);
    }
    if (at < 0) return undefined;
    k += lengths.length;
    if (k >= count) return { kind: "element", core, list: value, index: at };
    if (at >= listLength(chip, value)) return undefined;
    const inner = elementTag(chip, value, at);
    value = chip.words[(dataOf(chip, value) >> 2) + at] as number;
    tag = inner;
  }
  return undefined;
}

/// The address of a list's elements.
export function dataOf(chip: Chip, list: number): number {
  return chip.words[(list >> 2) + LIST_DATA] as number;
}

/// The indices that lead from a list to another that lies in it, however deep; undefined if it does not.
export function pathTo(chip: Chip, from: number, to: number): number[] | undefined {
  let left = MOST_INNER;
  const find = (list: number, depth: number): number[] | undefined => {
    if (list === to) return [];
    if (depth > DEEPEST) return undefined;
    for (let k = 0; k < listLength(chip, list) && left > 0; k++, left--) {
      const tag = elementTag(chip, list, k);
      if (tag !== LIST_TAG && tag !== TUPLE_TAG) {
        // All are of one type, mostly.
        if (chip.words[(list >> 2) + LIST_ELEMENTS] !== MIXED) return undefined;
        continue;
      }
      const path = find(chip.words[(dataOf(chip, list) >> 2) + k] as number, depth + 1);
      if (path !== undefined) return [k, ...path];
    }
    return undefined;
  };
  return find(from, 0);
}
