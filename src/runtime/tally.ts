import {
  BOOL,
  CLOSURE,
  DICT,
  FROZENSET,
  FUNCTION,
  INSTANCE,
  INT,
  LIST_TAG,
  NATIVE_FUNCTION,
  REAL,
  SET,
  STRING,
  TUPLE_TAG,
  TYPE_TAG,
  UNSET,
} from "../bytecode/values.ts";
import type { Chip, Core } from "../machine/chip.ts";
import { functionText, nativeText } from "../machine/display-value.ts";
import { BCASTS, CLOCK, REDUCES, SYNCS, WAITED } from "../machine/memory-map.ts";
import { shownTime } from "../machine/timing/clock.ts";
import { kindOf } from "./explain.ts";
import { type ListParts, listAt } from "./list-parts.ts";
import { partsAt } from "./objects.ts";
import type { CoreTally, PlainValue, Tally } from "./protocol/tally.ts";
import { elementPlace, type Place, slotPlace } from "./slot-places.ts";
import { tableAt } from "./tables.ts";
import { stringAt } from "./text-at.ts";

// What the cores of a run hold and have done, read from their memory once they stand still. Nothing that stands there is believed.

// Of a core: lists that lie in one another many times over would make a value without end.
const MOST_VALUES = 100_000;
const MOST_CHARACTERS = 4_000_000;
const DEEPEST = 20;
const LEFT_OUT = "...";

/// Reads it. The cores must be standing still.
export function tallyOf(chip: Chip): Tally {
  const { map, words } = chip;
  const messages = chip.cores.flatMap((to) =>
    chip.cores.flatMap((from) => {
      const count = words[map.messagesOf(to.place.base, from.id)] as number;
      return count <= 0 ? [] : [{ from: from.id, to: to.id, count }];
    }),
  );
  return {
    columns: map.config.model.columns,
    frequency: map.config.model.frequency,
    cores: chip.cores.map((core) => coreTally(chip, core)),
    messages: messages.sort((a, b) => a.from - b.from || a.to - b.to),
  };
}

function coreTally(chip: Chip, core: Core): CoreTally {
  const { doubles, words } = chip;
  return {
    core: core.id,
    coreKind: kindOf(core),
    cycles: shownTime(doubles[(core.registers + CLOCK) >> 1] as number),
    waited: shownTime(doubles[(core.registers + WAITED) >> 1] as number),
    bcast: Math.max(0, words[core.registers + BCASTS] as number),
    reduce: Math.max(0, words[core.registers + REDUCES] as number),
    sync: Math.max(0, words[core.registers + SYNCS] as number),
    variables: variablesOf(chip, core),
  };
}

function variablesOf(chip: Chip, core: Core): Record<string, PlainValue> {
  const budget: Budget = { values: MOST_VALUES, characters: MOST_CHARACTERS };
  const variables: [string, PlainValue][] = [];
  chip.image.debug.globals.forEach((name, k) => {
    const place = slotPlace(chip, core.module + k * 2);
    if (place.tag !== UNSET) variables.push([name, valueAt(chip, core, place, budget, 0)]);
  });
  return Object.fromEntries(variables);
}

/// How much more of a core is told.
interface Budget {
  values: number;
  characters: number;
}

function valueAt(chip: Chip, core: Core, { tag, word }: Place, budget: Budget, depth: number): PlainValue {
  const value = chip.words[word] as number;
  if (budget.values <= 0 || depth > DEEPEST) return LEFT_OUT;
  budget.values--;
  switch (tag) {
    case INT:
      return value;
    case REAL:
      return chip.reals[word] as number;
    case BOOL:
      return value !== 0;
    case STRING: {
      const string = stringAt(chip, core, value, 0, budget.characters);
      if (string === undefined || string.length > budget.characters) return LEFT_OUT;
      budget.characters -= string.length;
      return string.text;
    }
    case FUNCTION:
    case CLOSURE:
      return functionText(chip, tag, value);
    case NATIVE_FUNCTION:
    case TYPE_TAG:
      return nativeText(chip, tag, value);
    case LIST_TAG:
    case TUPLE_TAG: {
      const list = listAt(chip, core, value);
      if (list === undefined) return LEFT_OUT;
      // What is left out is left out of the list's length too, but for one.
      return Array.from({ length: Math.min(list.length, budget.values + 1) }, (_, k) =>
        valueAt(chip, core, elementPlace(chip, list, k), budget, depth + 1),
      );
    }
    case DICT:
    case SET:
    case FROZENSET: {
      const table = tableAt(chip, core, tag, value);
      if (table === undefined) return LEFT_OUT;
      const one = (list: ListParts, k: number): PlainValue =>
        valueAt(chip, core, elementPlace(chip, list, k), budget, depth + 1);
      return table.order
        .slice(0, budget.values + 1)
        .map((k) => (table.values === undefined ? one(table.keys, k) : [one(table.keys, k), one(table.values, k)]));
    }
    case INSTANCE:
      return partsAt(chip, core, tag, value)
        .slice(0, budget.values + 1)
        .map(({ name, place }) => [name, valueAt(chip, core, place, budget, depth + 1)]);
    default:
      return null;
  }
}
