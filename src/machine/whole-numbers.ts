import { BOOL, INT } from "../bytecode/values.ts";
import type { Chip } from "./chip.ts";
import { hasMethod } from "./instances.ts";
import { answer, askedAt, INDEX_OF } from "./questions.ts";

/// The whole number that the value in a slot is or, as an object that has `__index__`, stands for.
export function wholeAt(chip: Chip, slot: number): number | undefined {
  const tag = chip.words[slot + 1] as number;
  if (tag === INT || tag === BOOL) return chip.words[slot];
  if (!chip.program.classes.helpers.has(INDEX_OF) || !hasMethod(chip, tag, slot, INDEX_OF)) return undefined;
  return answer(chip, INDEX_OF, askedAt(chip, tag, slot)).value;
}
