import { ByteReader, ByteWriter, crc32, OutOfBytes } from "../base/bytes.ts";
import { type ImageParts, readParts, writeParts } from "./image-parts.ts";
import {
  BOOL,
  BYTES,
  CLASS,
  COMPLEX,
  FUNCTION,
  INT,
  NATIVE_FUNCTION,
  NONE,
  REAL,
  SINGLETON,
  STRING,
  TYPE_TAG,
} from "./values.ts";

// The file format of a compiled program, little-endian:
//
//   0   "ePyB"
//   4   u16  format version
//   6   u16  flags: 1 classic ePython, 2 types show as in Python 2, 4 it is read as Python 3
//   8   u32  bytes of the core section
//   12  u32  bytes of the debug section
//   16  u32  CRC-32 of both sections
//   20  core section: all that a core needs
//         u16 globals, u16 constants, u8 functions, u16 bytes of code
//         constants: u8 tag, then  int u32 | real f32 | bool u8 | string text | function u8 | native u8 | class u16 | singleton u8 | bytes text, a character each | complex f32, its imaginary part | None nothing
//         functions: u16 entry, u8 parameters, u8 required, u16 locals, u16 frame slots (locals included),
//                    u16 module slot of the default of each parameter that is not required
//                    (function 0 is the program itself)
//         code
//         then parts that only programs that need them have: u8 which, u16 rows, the rows (image-parts.ts)
//   …   debug section: what the host needs to speak to people
//         files and which of them are ePython's own, names of globals and the file of each, functions and their locals, and
//         the source range of each instruction

const VERSION = 2;
const HEADER = 20;
const CLASSIC = 1;
const PYTHON_2 = 2;
const PYTHON_3 = 4;
const MAGIC = 0x42795065; // "ePyB"

export type ConstantValue =
  | { readonly tag: typeof INT; readonly value: number }
  | { readonly tag: typeof REAL; readonly value: number }
  | { readonly tag: typeof BOOL; readonly value: boolean }
  | { readonly tag: typeof STRING | typeof BYTES; readonly value: string }
  | { readonly tag: typeof COMPLEX; readonly value: number }
  | { readonly tag: typeof FUNCTION; readonly value: number }
  | { readonly tag: typeof NATIVE_FUNCTION | typeof TYPE_TAG; readonly value: number }
  | { readonly tag: typeof CLASS | typeof SINGLETON; readonly value: number }
  | { readonly tag: typeof NONE };

export interface FunctionRow {
  /// Offset of its first instruction in the code. A function's code ends where the next one's begins.
  readonly entry: number;
  readonly parameters: number;
  readonly required: number;
  /// Slots of parameters and locals; those after them hold what is being worked on.
  readonly locals: number;
  /// Slots of its frame, locals included.
  readonly frame: number;
  /// Module slots that hold the defaults of the parameters that are not required.
  readonly defaults: readonly number[];
}

/// From `pc` on, up to the next mark, instructions come from this range.
export interface SourceMark {
  readonly pc: number;
  readonly file: number;
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

export interface DebugFunction {
  readonly name: string;
  readonly locals: readonly string[];
  /// Its docstring, in a program that asks for those of functions which are known only when it runs.
  readonly doc?: string;
}

export interface DebugInfo {
  /// The program itself last.
  readonly files: readonly string[];
  /// Indices of those files that are ePython's own modules.
  readonly library: readonly number[];
  readonly globals: readonly string[];
  /// For each global, the index of the file it is a variable of.
  readonly globalFiles: readonly number[];
  /// In the order of the functions; function 0 is the program.
  readonly functions: readonly DebugFunction[];
  /// In ascending order of pc.
  readonly marks: readonly SourceMark[];
}

export interface Image extends ImageParts {
  /// Ints wrap and divide as in C, and reals, truth and None are shown as on the Parallella.
  readonly classic?: boolean;
  /// Types show as in Python 2: `<type 'int'>`.
  readonly python2?: boolean;
  /// Its text is in Python 3: text and numbers do not join, and what is typed in is text.
  readonly python3?: boolean;
  readonly globals: number;
  readonly constants: readonly ConstantValue[];
  readonly functions: readonly FunctionRow[];
  readonly code: Uint8Array;
  readonly debug: DebugInfo;
}

/// Says why bytes are not an image that can be run, in words for people.
export class ImageError extends Error {}

/// The bytes that a core gets: constants, functions and code, without what only the host needs.
export function coreSection(image: Image): Uint8Array {
  const out = new ByteWriter();
  out.u16(image.globals);
  out.u16(image.constants.length);
  out.u8(image.functions.length);
  out.u16(image.code.length);
  for (const constant of image.constants) writeConstant(out, constant);
  for (const row of image.functions) {
    out.u16(row.entry);
    out.u8(row.parameters);
    out.u8(row.required);
    out.u16(row.locals);
    out.u16(row.frame);
    for (const slot of row.defaults) out.u16(slot);
  }
  out.raw(image.code);
  writeParts(out, image);
  return out.done();
}

export function encodeImage(image: Image): Uint8Array {
  const core = coreSection(image);
  const debug = encodeDebug(image.debug);
  const body = new Uint8Array(core.length + debug.length);
  body.set(core);
  body.set(debug, core.length);
  const out = new ByteWriter();
  out.u32(MAGIC);
  out.u16(VERSION);
  const python = (image.python2 === true ? PYTHON_2 : 0) | (image.python3 === true ? PYTHON_3 : 0);
  out.u16((image.classic === true ? CLASSIC : 0) | python);
  out.u32(core.length);
  out.u32(debug.length);
  out.u32(crc32(body));
  out.raw(body);
  return out.done();
}

/// Whether bytes are meant to be an image, sound or not.
export function isImage(bytes: Uint8Array): boolean {
  return bytes.length >= HEADER && new ByteReader(bytes).u32() === MAGIC;
}

/// Reads an image; throws ImageError with the reason when the bytes are none. Whether the code is sound is for `verify`.
export function decodeImage(bytes: Uint8Array): Image {
  try {
    if (!isImage(bytes)) throw new ImageError("this is not ePython byte code");
    const head = new ByteReader(bytes, 4);
    const version = head.u16();
    if (version !== VERSION) {
      throw new ImageError(
        `this byte code has format version ${version}; version ${VERSION} is needed: compile it again`,
      );
    }
    const flags = head.u16();
    const coreSize = head.u32();
    const debugSize = head.u32();
    const crc = head.u32();
    if (bytes.length !== HEADER + coreSize + debugSize) throw new ImageError("the byte code is not complete");
    if (crc32(bytes.subarray(HEADER)) !== crc)
      throw new ImageError("the byte code is damaged (its checksum does not match)");
    const core = decodeCore(new ByteReader(bytes, HEADER, HEADER + coreSize));
    const debug = decodeDebug(new ByteReader(bytes, HEADER + coreSize));
    return {
      ...core,
      ...(flags & CLASSIC ? { classic: true } : {}),
      ...(flags & PYTHON_2 ? { python2: true } : {}),
      ...(flags & PYTHON_3 ? { python3: true } : {}),
      debug,
    };
  } catch (error) {
    if (error instanceof OutOfBytes) throw new ImageError("the byte code is damaged (a section ends too early)");
    throw error;
  }
}

function writeConstant(out: ByteWriter, constant: ConstantValue): void {
  out.u8(constant.tag);
  switch (constant.tag) {
    case INT:
      return out.u32(constant.value);
    case REAL:
    case COMPLEX:
      return out.f32(constant.value);
    case BOOL:
      return out.u8(constant.value ? 1 : 0);
    case STRING:
    case BYTES:
      return out.text(constant.value);
    case FUNCTION:
    case NATIVE_FUNCTION:
    case TYPE_TAG:
    case SINGLETON:
      return out.u8(constant.value);
    case CLASS:
      return out.u16(constant.value);
    case NONE:
  }
}

function readConstant(reader: ByteReader): ConstantValue {
  const tag = reader.u8();
  switch (tag) {
    case INT:
      return { tag, value: reader.u32() | 0 };
    case REAL:
    case COMPLEX:
      return { tag, value: reader.f32() };
    case BOOL:
      return { tag, value: reader.u8() !== 0 };
    case STRING:
    case BYTES:
      return { tag, value: reader.text() };
    case FUNCTION:
    case NATIVE_FUNCTION:
    case TYPE_TAG:
    case SINGLETON:
      return { tag, value: reader.u8() };
    case CLASS:
      return { tag, value: reader.u16() };
    case NONE:
      return { tag };
    default:
      throw new ImageError(`the byte code is damaged (a constant has the unknown type ${tag})`);
  }
}

function decodeCore(reader: ByteReader): Omit<Image, "debug" | "classic" | "python2" | "python3"> {
  const globals = reader.u16();
  const constantCount = reader.u16();
  const functionCount = reader.u8();
  const codeSize = reader.u16();
  const constants: ConstantValue[] = [];
  for (let i = 0; i < constantCount; i++) constants.push(readConstant(reader));
  const functions: FunctionRow[] = [];
  for (let i = 0; i < functionCount; i++) {
    const entry = reader.u16();
    const parameters = reader.u8();
    const required = reader.u8();
    const locals = reader.u16();
    const frame = reader.u16();
    const defaults: number[] = [];
    for (let k = required; k < parameters; k++) defaults.push(reader.u16());
    functions.push({ entry, parameters, required, locals, frame, defaults });
  }
  const code = reader.raw(codeSize).slice();
  const parts = readParts(reader);
  if (parts === undefined) throw new ImageError("the byte code is damaged (there is more than its header says)");
  return { globals, constants, functions, code, ...parts };
}

function encodeDebug(debug: DebugInfo): Uint8Array {
  const out = new ByteWriter();
  texts(out, debug.files);
  varints(out, debug.library);
  texts(out, debug.globals);
  varints(out, debug.globalFiles);
  out.varint(debug.functions.length);
  for (const row of debug.functions) {
    out.text(row.name);
    texts(out, row.locals);
  }
  out.varint(debug.marks.length);
  let pc = 0;
  for (const mark of debug.marks) {
    out.varint(mark.pc - pc);
    pc = mark.pc;
    out.varint(mark.file);
    out.varint(mark.line);
    out.varint(mark.from);
    out.varint(mark.to - mark.from);
  }
  for (const [number, { doc }] of debug.functions.entries()) {
    if (doc === undefined) continue;
    out.varint(number);
    out.text(doc);
  }
  return out.done();
}

function decodeDebug(reader: ByteReader): DebugInfo {
  const files = readTexts(reader);
  const library = readVarints(reader);
  const globals = readTexts(reader);
  const globalFiles = readVarints(reader);
  const functions = repeat(reader, () => ({ name: reader.text(), locals: readTexts(reader) }));
  let pc = 0;
  const marks = repeat(reader, () => {
    pc += reader.varint();
    const file = reader.varint();
    const line = reader.varint();
    const from = reader.varint();
    return { pc, file, line, from, to: from + reader.varint() };
  });
  const docs = new Map<number, string>();
  while (reader.left > 0) docs.set(reader.varint(), reader.text());
  const documented = functions.map((row, number) => withDoc(row, docs.get(number)));
  return { files, library, globals, globalFiles, functions: documented, marks };
}

function withDoc(row: DebugFunction, doc: string | undefined): DebugFunction {
  return doc === undefined ? row : { ...row, doc };
}

function texts(out: ByteWriter, values: readonly string[]): void {
  out.varint(values.length);
  for (const value of values) out.text(value);
}

function varints(out: ByteWriter, values: readonly number[]): void {
  out.varint(values.length);
  for (const value of values) out.varint(value);
}

function readVarints(reader: ByteReader): number[] {
  return repeat(reader, () => reader.varint());
}

function readTexts(reader: ByteReader): string[] {
  return repeat(reader, () => reader.text());
}

function repeat<T>(reader: ByteReader, read: () => T): T[] {
  const count = reader.varint();
  const items: T[] = [];
  for (let i = 0; i < count; i++) items.push(read());
  return items;
}

/// The mark an instruction belongs to, if the image has debug information for it.
export function markAt(debug: DebugInfo, pc: number): SourceMark | undefined {
  let low = 0;
  let high = debug.marks.length - 1;
  let found: SourceMark | undefined;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const mark = debug.marks[middle] as SourceMark;
    if (mark.pc <= pc) {
      found = mark;
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return found;
}

/// The function an instruction belongs to.
export function functionAt(image: Image, pc: number): number {
  let found = 0;
  for (let i = 0; i < image.functions.length; i++) {
    const row = image.functions[i] as FunctionRow;
    if (row.entry <= pc && row.entry >= (image.functions[found] as FunctionRow).entry) found = i;
  }
  return found;
}

/// The name of an attribute, by the operand of an instruction; undefined if there is none.
export function attributeName(image: Image, operand: number): string | undefined {
  const constant = image.constants[-1 - operand - image.globals];
  return constant?.tag === STRING ? constant.value : undefined;
}
