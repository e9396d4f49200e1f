import { derivesFrom, type ExceptionName, exceptionNumber } from "../bytecode/exceptions.ts";
import { EXCEPTION_ATTRIBUTES } from "../bytecode/natives.ts";
import { BOOL, NONE, TUPLE_TAG } from "../bytecode/values.ts";
import type { Chip } from "./chip.ts";
import {
  argumentsOf,
  causeOf,
  classOf,
  contextOf,
  type Held,
  isException,
  isRaisedFrom,
  notesOf,
} from "./exceptions.ts";
import { elementTag, elementWord, listLength } from "./lists.ts";

// What exceptions have as attributes, beyond what classes of the program give them.

const NOTHING: Held = { tag: NONE, value: 0 };

/// The attribute of the value in a slot; undefined if that is no exception, or has none of this name.
export function exceptionAttribute(chip: Chip, slot: number, name: string): Held | undefined {
  if (!EXCEPTION_ATTRIBUTES.has(name) || !isException(chip, slot)) return undefined;
  const isOf = (type: ExceptionName): boolean => derivesFrom(chip.image, classOf(chip, slot), exceptionNumber(type));
  const args = chip.words[argumentsOf(chip, slot)] as number;
  const count = listLength(chip, args);
  const argument = (k: number): Held => ({
    tag: elementTag(chip, args, k),
    value: chip.words[elementWord(chip, args, k)] as number,
  });
  switch (name) {
    case "args":
      return { tag: TUPLE_TAG, value: args };
    case "__cause__":
      return causeOf(chip, slot);
    case "__context__":
      return contextOf(chip, slot);
    case "__suppress_context__":
      return { tag: BOOL, value: isRaisedFrom(chip, slot) ? 1 : 0 };
    case "__traceback__":
      return NOTHING;
    case "__notes__": {
      const notes = notesOf(chip, slot);
      return notes.tag === NONE ? undefined : notes;
    }
    case "value":
      if (!isOf("StopIteration")) return undefined;
      return count > 0 ? argument(0) : NOTHING;
    case "code":
      if (!isOf("SystemExit")) return undefined;
      if (count > 1) return { tag: TUPLE_TAG, value: args };
      return count > 0 ? argument(0) : NOTHING;
    default:
      // The number and the words of an operating system.
      if (!isOf("OSError")) return undefined;
      return count < 2 ? NOTHING : argument(name === "errno" ? 0 : 1);
  }
}
