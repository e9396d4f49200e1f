import { OBJECT_CLASS } from "../bytecode/exceptions.ts";
import { BOOL, CLASS, INSTANCE, INT, NONE, SINGLETON, STRING } from "../bytecode/values.ts";
import { deleteAttribute, setAttribute } from "./attributes.ts";
import type { Chip, Core } from "./chip.ts";
import { formatValue } from "./display-value.ts";
import { addNote, isException } from "./exceptions.ts";
import { GO_ON_STORE } from "./frames.ts";
import { hashOfIdentity } from "./hash.ts";
import { attributeIn, newInstanceRecord } from "./instances.ts";
import { ask } from "./pending.ts";
import { newRecord, recordSlot } from "./records.ts";
import { FAULTED, outOfMemory, setSlot } from "./slots.ts";
import { special } from "./special-methods.ts";
import { storeText } from "./store-text.ts";

// The methods that every object has from `object`: what `super()` finds when no class of the program has more to say.

/// d = what a method of `object` gives for the object in slot w, with `count` values from there on. 0, CALLS or FAULTED; undefined if it
/// has no such method.
export function objectMethod(
  chip: Chip,
  core: Core,
  d: number,
  w: number,
  count: number,
  name: string,
): number | undefined {
  const { words } = chip;
  const [value, tag] = [words[w] as number, words[w + 1] as number];
  const isNamed = count > 1 && words[w + 3] === STRING;
  switch (count > 0 ? name : "") {
    case "__init__":
    case "__init_subclass__":
      setSlot(chip, d, NONE, 0);
      return 0;
    case "__new__":
      return tag === CLASS ? newOf(chip, core, d, value) : undefined;
    case "__str__":
    case "__repr__": {
      if (tag !== INSTANCE) return undefined;
      const own = name === "__str__" ? special(chip, core, w, "__repr__") : 0;
      if (own !== 0) return ask(chip, own, [w], GO_ON_STORE);
      return storeText(chip, core, d, plainText(chip, w));
    }
    case "add_note":
      return isNamed && isException(chip, w) ? done(chip, d, addNote(chip, core, w, w + 2)) : undefined;
    case "__hash__":
      setSlot(chip, d, INT, hashOfIdentity(tag, value));
      return 0;
    case "__eq__":
    case "__ne__":
      if (count < 2) return undefined;
      if (tag === words[w + 3] && value === words[w + 2]) setSlot(chip, d, BOOL, name === "__eq__" ? 1 : 0);
      else setSlot(chip, d, SINGLETON, 0);
      return 0;
    case "__setattr__":
      return isNamed && count > 2
        ? done(chip, d, setAttribute(chip, core, w, attributeIn(chip, w + 2), w + 4, true))
        : undefined;
    case "__delattr__":
      return isNamed ? done(chip, d, deleteAttribute(chip, core, w, attributeIn(chip, w + 2), true)) : undefined;
    default:
      return undefined;
  }
}

function done(chip: Chip, d: number, result: number): number {
  if (result === 0) setSlot(chip, d, NONE, 0);
  return result;
}

/// An exception has a text of its own; the class's methods are not asked.
function plainText(chip: Chip, w: number): string {
  const { asks } = chip;
  chip.asks = false;
  try {
    return formatValue(chip, INSTANCE, w);
  } finally {
    chip.asks = asks;
  }
}

/// d = a new object of a class, which has not been initialised.
export function newOf(chip: Chip, core: Core, d: number, number: number): number {
  const record = number === OBJECT_CLASS ? newPlain(chip, core) : newInstanceRecord(chip, core, number);
  if (record === 0) return FAULTED;
  setSlot(chip, d, INSTANCE, record);
  return 0;
}

function newPlain(chip: Chip, core: Core): number {
  const record = newRecord(chip, core, 1);
  if (record === 0) outOfMemory(chip, core, 8);
  else setSlot(chip, recordSlot(record, 0), CLASS, OBJECT_CLASS);
  return record;
}
