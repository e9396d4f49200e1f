import {
  BOOL,
  FUNCTION,
  INT,
  LIST_TAG,
  NATIVE_FUNCTION,
  REAL,
  STRING,
  TUPLE_TAG,
  TYPE_TAG,
  UNSET,
} from "../bytecode/values.ts";
import type { Chip, Core } from "../machine/chip.ts";
import { nativeText } from "../machine/format.ts";
import { elementTag, elementWord, listLength } from "../machine/lists.ts";
import { BCASTS, CLOCK, REDUCES, SYNCS, WAITED } from "../machine/memory-map.ts";
import { loadString } from "../machine/strings.ts";
import { kindOf } from "./explain.ts";
import type { CoreTally, PlainValue, Tally } from "./protocol.ts";

// What the cores of a run hold and have done, read from their memory once they stand still.

// Lists that lie in one another many times over would make a value without end.
const MOST_VALUES = 100_000;
const DEEPEST = 20;

/// Reads it. The cores must be standing still.
export function tallyOf(chip: Chip): Tally {
  const { map, words } = chip;
  const messages = chip.cores.flatMap((to) =>
    chip.cores.flatMap((from) => {
      const count = words[map.messagesOf(to.place.base, from.id)] as number;
      return count === 0 ? [] : [{ from: from.id, to: to.id, count }];
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
    cycles: doubles[(core.registers + CLOCK) >> 1] as number,
    waited: doubles[(core.registers + WAITED) >> 1] as number,
    bcast: words[core.registers + BCASTS] as number,
    reduce: words[core.registers + REDUCES] as number,
    sync: words[core.registers + SYNCS] as number,
    variables: variablesOf(chip, core),
  };
}

function variablesOf(chip: Chip, core: Core): Record<string, PlainValue> {
  const budget = { values: 0 };
  const variables: [string, PlainValue][] = [];
  chip.image.debug.globals.forEach((name, k) => {
    const word = core.module + k * 2;
    const tag = chip.words[word + 1] as number;
    if (tag !== UNSET) variables.push([name, valueAt(chip, tag, word, budget, 0)]);
  });
  return Object.fromEntries(variables);
}

function valueAt(chip: Chip, tag: number, word: number, budget: { values: number }, depth: number): PlainValue {
  const value = chip.words[word] as number;
  if (++budget.values > MOST_VALUES || depth > DEEPEST) return "...";
  switch (tag) {
    case INT:
      return value;
    case REAL:
      return chip.reals[word] as number;
    case BOOL:
      return value !== 0;
    case STRING:
      return loadString(chip, value);
    case FUNCTION:
      return `<function ${chip.image.debug.functions[value]?.name ?? value}>`;
    case NATIVE_FUNCTION:
    case TYPE_TAG:
      return nativeText(chip, tag, value);
    case LIST_TAG:
    case TUPLE_TAG:
      return Array.from({ length: listLength(chip, value) }, (_, k) =>
        valueAt(chip, elementTag(chip, value, k), elementWord(chip, value, k), budget, depth + 1),
      );
    default:
      return null;
  }
}
