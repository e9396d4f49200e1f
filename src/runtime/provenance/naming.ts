import { LIST_TAG, TUPLE_TAG } from "../../bytecode/values.ts";
import { addressOf, offsetOf } from "../../machine/addresses.ts";
import type { Chip, Core } from "../../machine/chip.ts";
import { PC } from "../../machine/memory-map.ts";
import { isVariable } from "../inspect.ts";
import { listAt } from "../list-parts.ts";
import { placeOf } from "../places.ts";
import type { SourcePlace } from "../protocol/cores.ts";
import type { Before, OriginQuestion, ValueSpot } from "../protocol/provenance.ts";
import { elementPlace, type Place, slotPlace } from "../slot-places.ts";
import { framesOf } from "../stack.ts";
import { valueText } from "../values.ts";
import { pathTo, type Spot } from "./spots.ts";

// What the program calls the places of a chip as it stands, and what people may ask about.

const MOST_CHARACTERS = 40;

export class Naming {
  private readonly chip: Chip;

  constructor(chip: Chip) {
    this.chip = chip;
  }

  /// Where a core is in the program: in the innermost call that is not of one of ePython's own modules.
  placeOf(core: Core): SourcePlace {
    return this.placeIn(core, 0);
  }

  /// The same as if the innermost `outer` calls had returned.
  placeIn(core: Core, outer: number): SourcePlace {
    const { image } = this.chip;
    const { files, library } = image.debug;
    const places = framesOf(this.chip, core)
      .slice(outer)
      .map(({ pc }) => placeOf(image, pc));
    return (
      places.find(({ file }) => !library.includes(files.indexOf(file))) ??
      placeOf(image, this.chip.words[core.registers + PC] as number)
    );
  }

  /// Whether a place holds a constant of the program.
  isConstant(spot: Spot | undefined): boolean {
    if (spot?.kind !== "slot") return false;
    const { image } = this.chip;
    const index = (spot.word - spot.core.module) / 2;
    return index >= image.globals && index < image.globals + image.constants.length;
  }

  /// What the program calls a place: `x`, `a[3]`; nothing where it has no name for it.
  nameOf(spot: Spot): string {
    const { core } = spot;
    if (spot.kind === "slot") return this.nameOfSlot(core, spot.word);
    for (const { name, slot } of this.eachVariable(core)) {
      const { tag, word } = slotPlace(this.chip, slot);
      if (tag !== LIST_TAG && tag !== TUPLE_TAG) continue;
      const path = pathTo(this.chip, this.chip.words[word] as number, spot.list);
      if (path !== undefined) return `${name}${[...path, spot.index].map((k) => `[${k}]`).join("")}`;
    }
    return "";
  }

  private nameOfSlot(core: Core, word: number): string {
    for (const { name, slot } of this.eachVariable(core)) if (slot === word) return name;
    return "";
  }

  /// The variables of all calls, innermost first, and of the program.
  private *eachVariable(core: Core): Generator<{ name: string; slot: number }> {
    const { functions, globals, globalFiles, library } = this.chip.image.debug;
    for (const { function: row, fp } of framesOf(this.chip, core)) {
      for (const [k, name] of (functions[row]?.locals ?? []).entries()) yield { name, slot: fp + k * 2 };
    }
    for (const [k, name] of globals.entries()) {
      if (isVariable(name) && !library.includes(globalFiles[k] ?? -1)) yield { name, slot: core.module + k * 2 };
    }
  }

  /// Where the value of a place lies; undefined if there is no such element any more.
  cell(spot: Spot): Place | undefined {
    const { chip } = this;
    if (spot.kind === "slot") return slotPlace(chip, spot.word);
    const list = listAt(chip, spot.core, spot.list);
    return list === undefined || spot.index >= list.length ? undefined : elementPlace(chip, list, spot.index);
  }

  /// A place's value as text; empty if there is none.
  textOf(spot: Spot): string {
    const cell = this.cell(spot);
    if (cell === undefined) return "";
    return valueText(this.chip, spot.core, cell.tag, this.chip.words[cell.word] as number, MOST_CHARACTERS);
  }

  /// The question where the value comes from that a place held before an instruction.
  ask(spot: Spot, { time, pc, fp }: Before): OriginQuestion {
    const { core } = spot;
    const address = (offset: number): number => addressOf(this.chip, core, offset);
    return {
      of: "value",
      spot:
        spot.kind === "slot"
          ? { kind: "slot", core: core.id, address: address(spot.word * 4) }
          : { kind: "element", core: core.id, object: address(spot.list), index: spot.index },
      before: { time, ...(pc !== undefined && { pc }), ...(fp !== undefined && { fp }) },
    };
  }

  /// The place that a question names; undefined if it is not the core's.
  spotOf(spot: ValueSpot): Spot | undefined {
    const core = this.chip.core(spot.core);
    if (core === undefined) return undefined;
    const offset = offsetOf(this.chip, core, spot.kind === "slot" ? spot.address : spot.object);
    if (offset === undefined) return undefined;
    return spot.kind === "slot"
      ? { kind: "slot", core, word: offset >> 2 }
      : { kind: "element", core, list: offset, index: spot.index };
  }
}
