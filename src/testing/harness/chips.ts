import { decodeImage, type Image } from "../../bytecode/image.ts";
import { compile } from "../../compiler/compile.ts";
import { Chip } from "../../machine/chip.ts";
import { EPIPHANY_III } from "../../machine/chip-models.ts";
import { load } from "../../machine/loader.ts";
import { MemoryMap, type Placement } from "../../machine/memory-map.ts";
import { Cooperative } from "../../runtime/cooperative.ts";

// Chips for tests of single parts of the machine, in memory of their own.

/// The image of a program. Throws if it does not compile.
export function imageBytesOf(text: string): Uint8Array {
  const { image, diagnostics } = compile({ name: "test.py", text });
  if (image === undefined) throw new Error(diagnostics.map(({ message }) => message).join("; "));
  return image;
}

/// The image of a program, decoded.
export function imageOf(text: string): Image {
  return decodeImage(imageBytesOf(text));
}

/// A chip with an image loaded on cores 0 up to `cores`.
export function chipWith(image: Image, cores = 1, placement: Partial<Placement> = {}): Chip {
  const config = { model: EPIPHANY_III, hostCores: 0, firstHostId: 16, placement };
  const active = Array.from({ length: cores }, (_, id) => id);
  const chip = new Chip(new ArrayBuffer(new MemoryMap(config).bytes), config, active, image);
  load(chip, 0);
  return chip;
}

/// Gives a chip's cores turns until none can go on, or `turns` have been given.
export function runChip(chip: Chip, turns = 1000): void {
  const cooperative = new Cooperative(chip, () => 0);
  while (turns-- > 0 && cooperative.turn());
}
