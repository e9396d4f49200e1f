import { BUILT_IN_CLASS } from "../bytecode/class-order.ts";
import { EXTRAS, HASHED } from "../bytecode/image-parts.ts";
import { DICT, STRING, UNSET } from "../bytecode/values.ts";
import type { Chip, Core } from "./chip.ts";
import type { DecodedClass } from "./class-table.ts";
import { TABLE_BYTES } from "./dicts.ts";
import { appendKey, newTable } from "./hash-table.ts";
import { makeWhole } from "./heap.ts";
import { classOf, extrasOf } from "./instances.ts";
import { newString } from "./natives/building.ts";
import { recordLength, recordSlot } from "./records.ts";
import { outOfMemory, setSlot } from "./slots.ts";
import { codesOf } from "./strings.ts";

// `x.__dict__` and `vars(x)`: the attributes that an object has of its own, as a new dictionary. Changing it does not change the object.

/// d = the attributes of the object at an address.
export function attributesOf(chip: Chip, core: Core, d: number, record: number): number {
  const dict = makeWhole(chip, core, () => dictOf(chip, core, record));
  if (dict === 0) return outOfMemory(chip, core, TABLE_BYTES);
  setSlot(chip, d, DICT, dict);
  return 0;
}

function dictOf(chip: Chip, core: Core, record: number): number {
  const { words } = chip;
  const dict = newTable(chip, core, true);
  if (dict === 0) return 0;
  const put = (text: number, slot: number): boolean =>
    text !== 0 && appendKey(chip, core, dict, STRING, text, words[slot + 1] as number, words[slot] as number);
  const putNamed = (name: string, slot: number): boolean => put(newString(chip, core, codesOf(name)), slot);
  const row = classOf(chip, record);
  for (const [k, name] of (row?.fields ?? []).entries()) {
    const slot = recordSlot(record, k + 1);
    const isShown = words[slot + 1] !== UNSET && !HIDDEN.has(name) && !(k < 2 && isMadeOfException(row));
    if (isShown && !putNamed(name, slot)) return 0;
  }
  const extras = extrasOf(chip, record);
  for (let k = 0; extras !== 0 && k < recordLength(chip, extras); k += 2) {
    const name = recordSlot(extras, k);
    if (words[name + 3] === UNSET) continue;
    const isPut =
      words[name + 1] === STRING
        ? put(words[name] as number, name + 2)
        : putNamed(chip.program.classes.names[words[name] as number] ?? "", name + 2);
    if (!isPut) return 0;
  }
  return dict;
}

const HIDDEN: ReadonlySet<string> = new Set([EXTRAS, HASHED]);

/// Whether the first two fields are what every exception has.
function isMadeOfException(row: DecodedClass | undefined): boolean {
  return row?.order.some((one) => one >= BUILT_IN_CLASS) === true;
}
