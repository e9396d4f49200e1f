import type { SourceFile } from "../../base/source.ts";
import { lineStarts } from "../../base/span.ts";
import { listing } from "../../bytecode/disassemble.ts";
import { decodeImage, type Image, markAt } from "../../bytecode/image.ts";
import { instructions } from "../../bytecode/isa.ts";
import { EPIPHANY_III } from "../../machine/chip-models.ts";
import { decode } from "../../machine/decode.ts";
import { Timing } from "../../machine/timing/timing.ts";

/// One row of the byte code as people read it: functions, and in them each line of the source with its instructions.
export type ListingRow =
  | { readonly kind: "function"; readonly name: string; readonly bytes: number; readonly slots: number }
  | { readonly kind: "source"; readonly file: string; readonly line: number; readonly text: string }
  | InstructionRow;

export interface InstructionRow {
  readonly kind: "instruction";
  /// Offset in the code.
  readonly pc: number;
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly operands: string;
  /// What such an instruction does.
  readonly summary: string;
  /// What it costs a core of the chip by itself.
  readonly cycles: number;
  /// Where it comes from; null for what the compiler added.
  readonly place: { readonly file: string; readonly line: number; readonly from: number; readonly to: number } | null;
}

const summaries = new Map(instructions.map(({ name, summary }) => [name, summary]));

/// The rows of an image's byte code. Source texts are looked up in `files`; those of our own modules have none.
export function listingRows(bytes: Uint8Array, files: readonly SourceFile[]): readonly ListingRow[] {
  const image = decodeImage(bytes);
  const { cost, indexOf } = decode(image, new Timing("epiphany", EPIPHANY_III.frequency, 1), false);
  const rows: ListingRow[] = [];
  image.functions.forEach((row, index) => {
    const end = image.functions[index + 1]?.entry ?? image.code.length;
    const name = image.debug.functions[index]?.name ?? `function ${index}`;
    rows.push({ kind: "function", name, bytes: end - row.entry, slots: row.frame });
    let last = "";
    for (const { pc, bytes, name, operands } of listing(image, index)) {
      const place = placeAt(image, pc);
      const key = place === null ? last : `${place.file}:${place.line}`;
      if (place !== null && key !== last) {
        rows.push({ kind: "source", file: place.file, line: place.line, text: textOf(files, place.file, place.line) });
      }
      last = key;
      const cycles = cost[indexOf[pc] as number] as number;
      rows.push({
        kind: "instruction",
        pc,
        bytes,
        name,
        operands,
        summary: summaries.get(name) ?? "",
        cycles,
        place,
      });
    }
  });
  return rows;
}

function placeAt(image: Image, pc: number): InstructionRow["place"] {
  const mark = markAt(image.debug, pc);
  if (mark === undefined) return null;
  return { file: image.debug.files[mark.file] ?? "", line: mark.line, from: mark.from, to: mark.to };
}

function textOf(files: readonly SourceFile[], name: string, line: number): string {
  const text = files.find((file) => file.name === name)?.text;
  if (text === undefined) return "";
  const starts = lineStarts(text);
  return text.slice(starts[line - 1], starts[line]).trim();
}
