import { ByteWriter, decodeUtf8, encodeUtf8 } from "../base/bytes.ts";
import {
  BOOL,
  BOUND,
  CLASS,
  CLOSURE,
  DICT,
  FROZENSET,
  FUNCTION,
  INSTANCE,
  INT,
  LIST_TAG,
  NATIVE_FUNCTION,
  NONE,
  pythonTypeName,
  REAL,
  SET,
  STRING,
  TUPLE_TAG,
  TYPE_TAG,
} from "../bytecode/values.ts";
import type { Chip, Core } from "../machine/chip.ts";
import { shortest } from "../machine/display-value.ts";
import { appendKey, keyOrder, keysOf, newTable, valuesOf } from "../machine/hash-table.ts";
import { allocate, RAW } from "../machine/heap.ts";
import { LIST_ELEMENTS, LIST_LENGTH } from "../machine/list-layout.ts";
import { elementTag, elementWord, listLength, newList, setElement } from "../machine/lists.ts";
import { codesOf, loadString, storeString, stringBytes } from "../machine/strings.ts";

// How values travel between full Python and the chip memory: a letter, then what it says, little-endian.
//
//   N              None                    b u8          bool
//   i i32          int                     r f64         real
//   s u32 bytes    string, UTF-8           l t u32 …     list, tuple with its count of values
//   I u32 i32…     list of ints            R u32 f64…    list of reals
//   d u32 …        dict: key, value, …     e f u32 …     set, frozenset with its count of values
//
// A real is a single on the chip. On its way to the host it becomes the shortest decimal that reads back as that single,
// so that the host prints 0.1 where a core prints 0.1.

const LETTER = {
  none: 78,
  bool: 98,
  int: 105,
  real: 114,
  text: 115,
  list: 108,
  tuple: 116,
  ints: 73,
  reals: 82,
  dict: 100,
  set: 101,
  frozen: 102,
};

/// How deep values may lie in one another: these bytes say nothing of what is there once and referred to often.
const DEEPEST = 50;

/// A value in chip memory: its tag and its word.
export interface Packed {
  readonly tag: number;
  readonly word: number;
}

/// Reads values and puts them into a core's heap.
export class Unpacker {
  private readonly chip: Chip;
  private readonly core: Core;
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private at = 0;

  constructor(chip: Chip, core: Core, bytes: Uint8Array) {
    this.chip = chip;
    this.core = core;
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /// The next value; undefined when the heap is full.
  next(): Packed | undefined {
    const { view } = this;
    const letter = view.getUint8(this.at++);
    switch (letter) {
      case LETTER.none:
        return { tag: NONE, word: 0 };
      case LETTER.bool:
        return { tag: BOOL, word: view.getUint8(this.at++) };
      case LETTER.int:
        return { tag: INT, word: this.int() };
      case LETTER.real:
        return { tag: REAL, word: this.real() };
      case LETTER.text:
        return this.text();
      case LETTER.ints:
        return this.numbers(INT, () => this.int());
      case LETTER.reals:
        return this.numbers(REAL, () => this.real());
      case LETTER.list:
      case LETTER.tuple:
        return this.list(letter === LETTER.list ? LIST_TAG : TUPLE_TAG);
      case LETTER.dict:
        return this.table(DICT);
      case LETTER.set:
        return this.table(SET);
      case LETTER.frozen:
        return this.table(FROZENSET);
      default:
        throw new RangeError(`no value begins with byte ${letter}`);
    }
  }

  private int(): number {
    const value = this.view.getInt32(this.at, true);
    this.at += 4;
    return value;
  }

  /// The word of a single.
  private real(): number {
    const single = new Float32Array([this.view.getFloat64(this.at, true)]);
    this.at += 8;
    return new Int32Array(single.buffer)[0] as number;
  }

  private count(): number {
    const value = this.view.getUint32(this.at, true);
    this.at += 4;
    return value;
  }

  private text(): Packed | undefined {
    const length = this.count();
    const codes = codesOf(decodeUtf8(this.bytes.subarray(this.at, this.at + length)));
    this.at += length;
    const address = allocate(this.chip, this.core, stringBytes(codes), RAW);
    if (address === 0) return undefined;
    storeString(this.chip, address, codes);
    return { tag: STRING, word: address };
  }

  private numbers(tag: number, next: () => number): Packed | undefined {
    const length = this.count();
    const list = newList(this.chip, this.core, length, false);
    if (list === 0) return undefined;
    const { words } = this.chip;
    words[(list >> 2) + LIST_ELEMENTS] = tag;
    for (let k = 0; k < length; k++) words[elementWord(this.chip, list, k)] = next();
    words[(list >> 2) + LIST_LENGTH] = length;
    return { tag: LIST_TAG, word: list };
  }

  private list(tag: number): Packed | undefined {
    const length = this.count();
    const { chip, core } = this;
    const list = newList(chip, core, length, false);
    if (list === 0) return undefined;
    for (let k = 0; k < length; k++) {
      const element = this.next();
      if (element === undefined || !setElement(chip, core, list, k, element.word, element.tag)) return undefined;
      chip.words[(list >> 2) + LIST_LENGTH] = k + 1;
    }
    return { tag, word: list };
  }

  private table(tag: number): Packed | undefined {
    const length = this.count();
    const { chip, core } = this;
    const table = newTable(chip, core, tag === DICT);
    if (table === 0) return undefined;
    for (let k = 0; k < length; k++) {
      const key = this.next();
      const value = tag === DICT ? this.next() : undefined;
      if (key === undefined || (tag === DICT && value === undefined)) return undefined;
      if (!appendKey(chip, core, table, key.tag, key.word, value?.tag, value?.word)) return undefined;
    }
    return { tag, word: table };
  }
}

/// The bytes of a value in chip memory; its core must be standing still. `count` elements of a list, all if negative.
/// Throws TypeError with the reason when it is one that cannot leave the chip.
export function pack(chip: Chip, tag: number, word: number, count = -1): Uint8Array {
  const writer = new ByteWriter();
  write(writer, chip, tag, word, count, 0);
  return writer.done();
}

const singles = new Float32Array(1);
const bits = new Int32Array(singles.buffer);

function realOf(word: number): number {
  bits[0] = word;
  const value = singles[0] as number;
  return Number.isInteger(value) || !Number.isFinite(value) ? value : shortest(value);
}

function write(writer: ByteWriter, chip: Chip, tag: number, word: number, count: number, depth: number): void {
  if (depth > DEEPEST) {
    throw new TypeError(
      `a value that contains itself, or that is nested more than ${DEEPEST} deep, cannot be given to the host`,
    );
  }
  switch (tag) {
    case NONE:
      return writer.u8(LETTER.none);
    case BOOL:
      writer.u8(LETTER.bool);
      return writer.u8(word);
    case INT:
      writer.u8(LETTER.int);
      return writer.u32(word);
    case REAL:
      writer.u8(LETTER.real);
      return writer.f64(realOf(word));
    case STRING: {
      const bytes = encodeUtf8(loadString(chip, word));
      writer.u8(LETTER.text);
      writer.u32(bytes.length);
      return writer.raw(bytes);
    }
    case LIST_TAG:
    case TUPLE_TAG: {
      const length = count < 0 ? listLength(chip, word) : count;
      if (tag === LIST_TAG && writeNumbers(writer, chip, word, length)) return;
      writer.u8(tag === LIST_TAG ? LETTER.list : LETTER.tuple);
      writer.u32(length);
      for (let k = 0; k < length; k++) writeElement(writer, chip, word, k, depth);
      return;
    }
    case DICT:
    case SET:
    case FROZENSET: {
      const order = keyOrder(chip, word);
      writer.u8(tag === DICT ? LETTER.dict : tag === SET ? LETTER.set : LETTER.frozen);
      writer.u32(order.length);
      for (const k of order) {
        writeElement(writer, chip, keysOf(chip, word), k, depth);
        if (tag === DICT) writeElement(writer, chip, valuesOf(chip, word), k, depth);
      }
      return;
    }
    case INSTANCE:
    case CLASS:
      throw new TypeError(
        "objects and their classes stay on the cores: give the host a tuple or a dictionary of what it needs",
      );
    case FUNCTION:
    case CLOSURE:
    case NATIVE_FUNCTION:
    case TYPE_TAG:
    case BOUND:
      throw new TypeError("functions stay on the cores: they cannot be given to the host");
    default:
      throw new TypeError(`a ${pythonTypeName(tag)} cannot be given to the host: give it a list of its values`);
  }
}

function writeElement(writer: ByteWriter, chip: Chip, list: number, k: number, depth: number): void {
  write(writer, chip, elementTag(chip, list, k), chip.words[elementWord(chip, list, k)] as number, -1, depth + 1);
}

/// A list of ints or of reals only.
function writeNumbers(writer: ByteWriter, chip: Chip, list: number, length: number): boolean {
  const elements = chip.words[(list >> 2) + LIST_ELEMENTS];
  if (elements !== INT && elements !== REAL) return false;
  writer.u8(elements === INT ? LETTER.ints : LETTER.reals);
  writer.u32(length);
  for (let k = 0; k < length; k++) {
    const word = chip.words[elementWord(chip, list, k)] as number;
    if (elements === INT) writer.u32(word);
    else writer.f64(realOf(word));
  }
  return true;
}
