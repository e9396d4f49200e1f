import {
  BOOL,
  BYTEARRAY,
  BYTES,
  COMPLEX,
  DICT,
  FROZENSET,
  INT,
  LIST_TAG,
  NONE,
  RANGE,
  REAL,
  SET,
  STRING,
  TUPLE_TAG,
  UNSET,
  VIEW,
} from "../bytecode/values.ts";
import { bytesLength } from "./bytes.ts";
import type { Chip, Core } from "./chip.ts";
import { isZero } from "./complex.ts";
import { UNSET_VARIABLE } from "./faults.ts";
import { tableLength } from "./hash-table.ts";
import { heldSlot } from "./held.ts";
import { listLength } from "./lists.ts";
import { rangeLength } from "./ranges.ts";
import { fault } from "./slots.ts";
import { stringLength } from "./strings.ts";
import { dictOfView } from "./views.ts";

// Which values count as true.

/// 1 or 0: whether a value counts as true; -1 with a fault if it is unset.
export function truth(chip: Chip, core: Core, slot: number): number {
  const tag = chip.words[slot + 1] as number;
  const value = chip.words[slot] as number;
  switch (tag) {
    case UNSET:
      return fault(chip, core, UNSET_VARIABLE, 0, 0, slot);
    case REAL:
      return chip.reals[slot] === 0 ? 0 : 1;
    case NONE:
      return 0;
    case STRING:
      return stringLength(chip, value) === 0 ? 0 : 1;
    case BYTES:
    case BYTEARRAY:
      return bytesLength(chip, tag, value) === 0 ? 0 : 1;
    case COMPLEX:
      return isZero(chip, value) ? 0 : 1;
    case LIST_TAG:
    case TUPLE_TAG:
      return listLength(chip, value) === 0 ? 0 : 1;
    case DICT:
    case SET:
    case FROZENSET:
      return tableLength(chip, value) === 0 ? 0 : 1;
    case RANGE:
      return rangeLength(chip, value) === 0 ? 0 : 1;
    case VIEW:
      return tableLength(chip, dictOfView(chip, value)) === 0 ? 0 : 1;
    case INT:
    case BOOL:
      return value === 0 ? 0 : 1;
    default: {
      const held = heldSlot(chip, slot);
      return held === slot ? 1 : truth(chip, core, held);
    }
  }
}
