import { type Image, markAt } from "../bytecode/image.ts";
import type { Chip, Core } from "../machine/chip.ts";
import { walkFrames } from "../machine/frames.ts";
import { PC } from "../machine/memory-map.ts";
import type { SourcePlace } from "./protocol/cores.ts";

/// Where in the source an instruction comes from.
export function placeOf(image: Image, pc: number): SourcePlace {
  return placeAt(image, markAt(image.debug, pc));
}

function placeAt(image: Image, mark: ReturnType<typeof markAt>): SourcePlace {
  if (mark === undefined) return { file: "", line: 0, from: 0, to: 0 };
  return { file: image.debug.files[mark.file] ?? "", line: mark.line, from: mark.from, to: mark.to };
}

/// The calls a core is in, innermost first.
export function callsOf(chip: Chip, core: Core): { name: string; place: SourcePlace; slots: number }[] {
  // Full Python reports its calls itself.
  if (core.pythonCore) return [];
  const { image } = chip;
  const calls: { name: string; place: SourcePlace; slots: number }[] = [];
  let innermost = true;
  walkFrames(chip, core, (from, _to, pc, row) => {
    // A caller's pc is where it will go on: the call is the instruction before.
    const at = innermost ? pc : pc - 1;
    innermost = false;
    calls.push({ name: image.debug.functions[row]?.name ?? "", place: placeOf(image, at), slots: from });
  });
  return calls;
}

/// Where a core stands, by its registers, and its line there if that is in the program's own file, else null.
export function standingAt(chip: Chip, core: Core): { place: SourcePlace; line: number | null } {
  if (core.pythonCore) {
    const line = chip.words[core.registers + PC] as number;
    return { place: { file: "", line, from: 0, to: 0 }, line: line || null };
  }
  const { debug } = chip.image;
  const pc = chip.words[core.registers + PC] as number;
  const mark = markAt(debug, pc);
  const own = mark !== undefined && mark.file === debug.files.length - 1;
  return { place: placeAt(chip.image, mark), line: own ? mark.line : null };
}
