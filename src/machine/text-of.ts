import { STRING } from "../bytecode/values.ts";
import type { Chip, Core } from "./chip.ts";
import { formatValue, quotedValue } from "./display-value.ts";
import { GO_ON_STORE } from "./frames.ts";
import { heldSlot } from "./held.ts";
import { ask } from "./pending.ts";
import { requireSet, setSlot } from "./slots.ts";
import { special } from "./special-methods.ts";
import { storeText } from "./store-text.ts";

// The text of a value, where a class may have a method that makes it.

/// Which text: as `str` makes it, as `repr` does, or only what a method makes, the value itself where there is none.
const REPR = 1;
const OWN = 2;

/// d = the text of the value in slot `a`.
export function textOf(chip: Chip, core: Core, d: number, a: number, form: number): number {
  const { words } = chip;
  if (!requireSet(chip, core, a)) return -1;
  const tag = words[a + 1] as number;
  const str = form === REPR ? 0 : special(chip, core, a, "__str__");
  const method = str !== 0 ? str : special(chip, core, a, "__repr__");
  if (method !== 0) return ask(chip, method, [a], GO_ON_STORE);
  const held = heldSlot(chip, a);
  if (held !== a) return textOf(chip, core, d, held, form);
  if (form === OWN || (form !== REPR && tag === STRING)) {
    setSlot(chip, d, tag, words[a] as number);
    return 0;
  }
  return storeText(chip, core, d, form === REPR ? quotedValue(chip, tag, a) : formatValue(chip, tag, a));
}
