import { CLOSURE, DICT, FUNCTION, INT, STRING, UNSET } from "../bytecode/values.ts";
import type { Chip, Core } from "./chip.ts";
import { TABLE_BYTES } from "./dicts.ts";
import { appendKey, newTable } from "./hash-table.ts";
import { makeWhole } from "./heap.ts";
import { type AttributeName, nameText } from "./instances.ts";
import { FUNCTION_ATTRIBUTES } from "./memory-map.ts";
import { newString } from "./natives/building.ts";
import { newRecord, recordLength, recordSlot } from "./records.ts";
import { outOfMemory, setSlot } from "./slots.ts";
import { codesOf, loadString } from "./strings.ts";

// Attributes that a program gives to its functions. Few programs do, and most functions have no block of their own in memory. So all of
// them are in one record that a register of the core points to, three slots each: the function, the name (its number, or text that is no
// name of the program) and the value. A function that has one lives as long as the program.

const SLOTS = 3;

/// Whether values with this tag are functions of the program.
export function isFunction(tag: number): boolean {
  return tag === FUNCTION || tag === CLOSURE;
}

function recordOf(chip: Chip, core: Core): number {
  return chip.words[core.registers + FUNCTION_ATTRIBUTES] as number;
}

/// The slot with an attribute of the function in a slot; 0 if the program has given it none of this name.
export function functionAttribute(chip: Chip, core: Core, slot: number, name: string): number {
  const { words } = chip;
  const record = recordOf(chip, core);
  for (let k = 0; record !== 0 && k + SLOTS <= recordLength(chip, record); k += SLOTS) {
    const entry = recordSlot(record, k);
    if (isOf(chip, entry, slot) && words[entry + 5] !== UNSET && nameAt(chip, entry + 2) === name) return entry + 4;
  }
  return 0;
}

function isOf({ words }: Chip, entry: number, slot: number): boolean {
  return words[entry] === words[slot] && words[entry + 1] === words[slot + 1];
}

function nameAt(chip: Chip, slot: number): string {
  const name = chip.words[slot] as number;
  return chip.words[slot + 1] === STRING ? loadString(chip, name) : (chip.program.classes.names[name] ?? "");
}

/// Gives the function in slot `o` an attribute, the value of slot `v`. 0, or -1 with a fault.
export function setFunctionAttribute(chip: Chip, core: Core, o: number, name: AttributeName, v: number): number {
  const { words } = chip;
  const known = functionAttribute(chip, core, o, nameText(chip, name));
  const entry = known === 0 ? roomForEntry(chip, core) : known - 4;
  if (entry === 0) return outOfMemory(chip, core, SLOTS * 8);
  if (known === 0) {
    setSlot(chip, entry, words[o + 1] as number, words[o] as number);
    if (name.id >= 0) setSlot(chip, entry + 2, INT, name.id);
    else setSlot(chip, entry + 2, STRING, words[name.slot] as number);
  }
  setSlot(chip, entry + 4, words[v + 1] as number, words[v] as number);
  return 0;
}

/// The first slot of a free entry; 0 if there is no memory for one.
function roomForEntry(chip: Chip, core: Core): number {
  const { words } = chip;
  const old = recordOf(chip, core);
  const length = old === 0 ? 0 : Math.floor(recordLength(chip, old) / SLOTS) * SLOTS;
  for (let k = 0; k < length; k += SLOTS) if (words[recordSlot(old, k) + 5] === UNSET) return recordSlot(old, k);
  const made = newRecord(chip, core, Math.max(SLOTS * 2, length * 2));
  if (made === 0) return 0;
  words.copyWithin(made >> 2, old >> 2, (old >> 2) + length * 2);
  words[core.registers + FUNCTION_ATTRIBUTES] = made;
  return recordSlot(made, length);
}

/// d = the attributes that the program has given to the function in a slot, as a new dictionary.
export function functionAttributes(chip: Chip, core: Core, d: number, slot: number): number {
  const dict = makeWhole(chip, core, () => dictOf(chip, core, slot));
  if (dict === 0) return outOfMemory(chip, core, TABLE_BYTES);
  setSlot(chip, d, DICT, dict);
  return 0;
}

function dictOf(chip: Chip, core: Core, slot: number): number {
  const { words } = chip;
  const dict = newTable(chip, core, true);
  const record = recordOf(chip, core);
  for (let k = 0; dict !== 0 && record !== 0 && k + SLOTS <= recordLength(chip, record); k += SLOTS) {
    const entry = recordSlot(record, k);
    const name = nameAt(chip, entry + 2);
    if (!isOf(chip, entry, slot) || words[entry + 5] === UNSET || NOT_SHOWN.has(name)) continue;
    const text = newString(chip, core, codesOf(name));
    const [tag, value] = [words[entry + 5] as number, words[entry + 4] as number];
    if (text === 0 || !appendKey(chip, core, dict, STRING, text, tag, value)) return 0;
  }
  return dict;
}

/// What every function has, which its dictionary does not name.
const NOT_SHOWN: ReadonlySet<string> = new Set(["__name__", "__qualname__", "__module__", "__doc__"]);
