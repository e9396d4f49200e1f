import { type ByteReader, ByteWriter } from "../base/bytes.ts";
import { memoize } from "../base/memoize.ts";

// Parts of an image that only programs that need them have. Each is a byte that says which, the number of its rows in two bytes, and
// the rows.

const HANDLERS = 1;
const SHAPES = 2;
const CLASSES = 3;
const HANDLED = 4;

/// A fault of the instructions from `from` up to `to` goes on at `handler`, with what was raised in a slot of the frame. Those of a
/// function stand one after the other, the innermost first.
export interface HandlerRow {
  readonly from: number;
  readonly to: number;
  readonly handler: number;
  readonly slot: number;
}

/// While the instructions from `from` up to `to` run, the exception in a slot of the frame is being handled, if one is in it. The
/// innermost first. Only programs have these that ask what is being handled.
export interface HandledRow {
  readonly from: number;
  readonly to: number;
  readonly slot: number;
}

/// After its positional parameters one takes all further ones, as a tuple, …
export const SHAPE_STAR = 2;
/// … and a last one takes keyword arguments that have no parameter, as a dictionary.
export const SHAPE_STAR_STAR = 4;
/// Its defaults are computed where it is defined, and its value holds them.
export const SHAPE_OWN_DEFAULTS = 8;

/// What a function is beyond taking its arguments by position.
export interface ShapeRow {
  readonly function: number;
  /// SHAPE_ values.
  readonly flags: number;
  /// How many parameters are by position only, and how many, behind the starred one, by keyword only.
  readonly positionalOnly: number;
  readonly keywordOnly: number;
  /// How many cells of variables of functions around it it has. They stand in its frame behind the parameters.
  readonly cells: number;
  /// Of its parameters, where some call may give them by name.
  readonly names: readonly string[];
}

/// What a member of a class is.
export const MEMBER_METHOD = 0;
export const MEMBER_STATIC = 1;
export const MEMBER_CLASS_METHOD = 2;
/// A variable of the class.
export const MEMBER_VARIABLE = 3;
/// A function that gives, sets or deletes what reads as an attribute.
export const MEMBER_GETTER = 4;
export const MEMBER_SETTER = 5;
export const MEMBER_DELETER = 6;

/// The field that holds an instance's further attributes.
export const EXTRAS = "";
/// The name of the field that holds the hash of an object whose class has a method for it.
export const HASHED = "#";

export interface MemberRow {
  readonly name: string;
  /// A MEMBER_ value.
  readonly kind: number;
  /// The slot of the module area that holds it.
  readonly slot: number;
}

export interface ClassRow {
  readonly name: string;
  /// Numbers of classes.
  readonly bases: readonly number[];
  /// Of its instances, in the order of their slots. `EXTRAS` is the one for attributes that no field is for.
  readonly fields: readonly string[];
  readonly members: readonly MemberRow[];
}

/// What only programs that need it have.
export interface ImageParts {
  readonly handlers?: readonly HandlerRow[];
  readonly shapes?: readonly ShapeRow[];
  readonly classes?: readonly ClassRow[];
  readonly handled?: readonly HandledRow[];
}

/// The bytes of an image's parts.
export const partsOf = memoize((image: ImageParts): Uint8Array => {
  const out = new ByteWriter();
  writeParts(out, image);
  return out.done();
});

export function writeParts(
  out: ByteWriter,
  { handlers = [], shapes = [], classes = [], handled = [] }: ImageParts,
): void {
  part(out, HANDLERS, handlers, ({ from, to, handler, slot }) => {
    for (const value of [from, to, handler, slot]) out.u16(value);
  });
  part(out, SHAPES, shapes, (row) => {
    for (const value of [row.function, row.flags, row.positionalOnly, row.keywordOnly, row.cells]) out.u8(value);
    names(out, row.names);
  });
  part(out, CLASSES, classes, ({ name, bases, fields, members }) => {
    out.text(name);
    out.u8(bases.length);
    for (const base of bases) out.u16(base);
    names(out, fields);
    out.u16(members.length);
    for (const member of members) {
      out.text(member.name);
      out.u8(member.kind);
      out.u16(member.slot);
    }
  });
  part(out, HANDLED, handled, ({ from, to, slot }) => {
    for (const value of [from, to, slot]) out.u16(value);
  });
}

/// The parts up to the end; undefined if there is something else.
export function readParts(reader: ByteReader): ImageParts | undefined {
  const parts: { -readonly [Key in keyof ImageParts]: ImageParts[Key] } = {};
  let last = 0;
  while (reader.left > 0) {
    const which = reader.u8();
    if (which <= last || which > HANDLED) return undefined;
    last = which;
    const rows = reader.u16();
    if (rows === 0) return undefined;
    if (which === HANDLERS) parts.handlers = repeat(rows, () => readHandler(reader));
    else if (which === SHAPES) parts.shapes = repeat(rows, () => readShape(reader));
    else if (which === CLASSES) parts.classes = repeat(rows, () => readClass(reader));
    else parts.handled = repeat(rows, () => ({ from: reader.u16(), to: reader.u16(), slot: reader.u16() }));
  }
  return parts;
}

function part<Row>(out: ByteWriter, which: number, rows: readonly Row[], write: (row: Row) => void): void {
  if (rows.length === 0) return;
  out.u8(which);
  out.u16(rows.length);
  rows.forEach(write);
}

function names(out: ByteWriter, texts: readonly string[]): void {
  out.u16(texts.length);
  for (const text of texts) out.text(text);
}

function readHandler(reader: ByteReader): HandlerRow {
  return { from: reader.u16(), to: reader.u16(), handler: reader.u16(), slot: reader.u16() };
}

function readShape(reader: ByteReader): ShapeRow {
  return {
    function: reader.u8(),
    flags: reader.u8(),
    positionalOnly: reader.u8(),
    keywordOnly: reader.u8(),
    cells: reader.u8(),
    names: repeat(reader.u16(), () => reader.text()),
  };
}

function readClass(reader: ByteReader): ClassRow {
  return {
    name: reader.text(),
    bases: repeat(reader.u8(), () => reader.u16()),
    fields: repeat(reader.u16(), () => reader.text()),
    members: repeat(reader.u16(), (): MemberRow => ({ name: reader.text(), kind: reader.u8(), slot: reader.u16() })),
  };
}

function repeat<T>(count: number, read: () => T): T[] {
  return Array.from({ length: count }, read);
}
