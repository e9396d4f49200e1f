import { BUILT_IN_CLASS } from "../bytecode/class-order.ts";
import { nameOfClass } from "../bytecode/exceptions.ts";
import { BOUND, CLASS, FUNCTION, INSTANCE, SINGLETON } from "../bytecode/values.ts";
import type { Chip } from "./chip.ts";
import { isEnumeration } from "./enumerations.ts";
import { classOf } from "./instances.ts";
import { recordSlot } from "./records.ts";

/// The text of an object, a class, a method with its object, or a value that there is once, as Python shows it where no class says
/// otherwise. `inner` shows what is in a slot.
export function objectText(
  chip: Chip,
  tag: number,
  value: number,
  inner: (tag: number, slot: number) => string,
): string {
  switch (tag) {
    case CLASS:
      if (isEnumeration(chip, value)) return `<enum '${nameOfClass(chip.image, value)}'>`;
      return `<class '${value < BUILT_IN_CLASS ? "__main__." : ""}${nameOfClass(chip.image, value)}'>`;
    case INSTANCE:
      return `<${plainName(chip, value)} object at 0x${value.toString(16).padStart(8, "0")}>`;
    case BOUND: {
      const self = recordSlot(value, 0);
      const called = recordSlot(value, 1);
      const object = inner(chip.words[self + 1] as number, self);
      const { functions } = chip.image.debug;
      const name = chip.words[called + 1] === FUNCTION ? functions[chip.words[called] as number]?.name : undefined;
      const owner = chip.words[self + 1] === INSTANCE ? `${classOf(chip, chip.words[self] as number)?.qualified}.` : "";
      return name === undefined ? "<built-in method>" : `<bound method ${owner}${name} of ${object}>`;
    }
    case SINGLETON:
      return value === 0 ? "NotImplemented" : "Ellipsis";
    default:
      return "";
  }
}

function plainName(chip: Chip, record: number): string {
  const row = classOf(chip, record);
  return row === undefined ? "object" : `__main__.${row.qualified}`;
}
