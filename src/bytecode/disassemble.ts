import { nameOfClass } from "./exceptions.ts";
import { attributeName, type ConstantValue, type Image, markAt } from "./image.ts";
import { nativeByNumber } from "./natives.ts";
import { readInstruction } from "./reader.ts";
import { BOOL, CLASS, FUNCTION, NATIVE_FUNCTION, NONE, STRING, TYPE_TAG } from "./values.ts";

/// One instruction of a listing.
export interface ListingLine {
  readonly pc: number;
  /// The instruction's own bytes.
  readonly bytes: Uint8Array;
  readonly name: string;
  /// With variables, constants, functions and natives by name.
  readonly operands: string;
  /// One-based line and index of the file it comes from, if known.
  readonly line?: number;
  readonly file?: number;
}

/// The instructions of one function of an image, in order.
export function listing(image: Image, index: number): ListingLine[] {
  const row = image.functions[index];
  if (row === undefined) return [];
  const end = image.functions[index + 1]?.entry ?? image.code.length;
  const lines: ListingLine[] = [];
  for (let pc = row.entry; pc < end; ) {
    const read = readInstruction(image.code, pc);
    if (typeof read === "string") break;
    const operands = [...read.row.operands].map((letter, k) =>
      showOperand(image, index, letter, read.operands[k] as number),
    );
    const mark = markAt(image.debug, pc);
    lines.push({
      pc,
      bytes: image.code.subarray(pc, pc + read.size),
      name: read.row.name,
      operands: operands.join(", "),
      ...(mark === undefined ? {} : { line: mark.line, file: mark.file }),
    });
    pc += read.size;
  }
  return lines;
}

/// The whole image as text.
export function disassemble(image: Image): string {
  const out: string[] = [];
  image.functions.forEach((row, index) => {
    const debug = image.debug.functions[index];
    const parameters = debug?.locals.slice(0, row.parameters).join(", ") ?? "";
    out.push(`${debug?.name ?? `function ${index}`}${index === 0 ? "" : `(${parameters})`}: ${row.frame} slots`);
    let last = "";
    for (const line of listing(image, index)) {
      const place = line.line === undefined ? "" : `${image.debug.files[line.file ?? 0]}:${line.line}`;
      const bytes = [...line.bytes].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
      const shown = place === last ? "" : place;
      last = place;
      out.push(
        `  ${String(line.pc).padStart(5)}  ${bytes.padEnd(21)}${`${line.name} ${line.operands}`.padEnd(44)}${shown}`.trimEnd(),
      );
    }
    out.push("");
  });
  return out.join("\n");
}

function showOperand(image: Image, index: number, letter: string, value: number): string {
  switch (letter) {
    case "j":
      return `→ ${value}`;
    case "c":
      return `×${value}`;
    case "f":
      return image.debug.functions[value]?.name ?? `function ${value}`;
    case "n":
      return nativeByNumber(value)?.name ?? `native ${value}`;
    case "w":
      return `t${value}…`;
    case "a":
      return `.${attributeName(image, value)}`;
    case "k":
      return className(image, value);
    default:
      return showSlot(image, index, value);
  }
}

function showSlot(image: Image, index: number, value: number): string {
  if (value >= 0) return image.debug.functions[index]?.locals[value] ?? `t${value}`;
  const module = -1 - value;
  if (module < image.globals) return image.debug.globals[module] ?? `global ${module}`;
  const constant = image.constants[module - image.globals];
  return constant === undefined ? `constant ${module}` : showConstant(image, constant);
}

function showConstant(image: Image, constant: ConstantValue): string {
  switch (constant.tag) {
    case NONE:
      return "None";
    case BOOL:
      return constant.value ? "True" : "False";
    case STRING:
      return JSON.stringify(constant.value);
    case FUNCTION:
      return image.debug.functions[constant.value]?.name ?? `function ${constant.value}`;
    case CLASS:
      return nameOfClass(image, constant.value);
    case NATIVE_FUNCTION:
    case TYPE_TAG:
      return nativeByNumber(constant.value)?.name ?? `native ${constant.value}`;
    default:
      return String(constant.value);
  }
}

function className(image: Image, number: number): string {
  return image.classes?.[number]?.name ?? `class ${number}`;
}
