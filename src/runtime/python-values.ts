import { ByteWriter, decodeUtf8, encodeUtf8 } from "../base/bytes.ts";
import { BOOL, INT, LIST_TAG, NONE, REAL, STRING, TUPLE_TAG } from "../bytecode/values.ts";
import type { Chip, Core } from "../machine/chip.ts";
import { shortest } from "../machine/display-value.ts";
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
//
// A real is a single on the chip. On its way to the host it becomes the shortest decimal that reads back as that single,
// so that the host prints 0.1 where a core prints 0.1.

const LETTER = { none: 78, bool: 98, int: 105, real: 114, text: 115, list: 108, tuple: 116, ints: 73, reals: 82 };

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
}

/// The bytes of a value in chip memory; its core must be standing still. `count` elements of a list, all if negative.
/// Throws TypeError with the reason when it is one that cannot leave the chip.
export function pack(chip: Chip, tag: number, word: number, count = -1): Uint8Array {
  const writer = new ByteWriter();
  write(writer, chip, tag, word, count);
  return writer.done();
}

const singles = new Float32Array(1);
const bits = new Int32Array(singles.buffer);

function realOf(word: number): number {
  bits[0] = word;
  const value = singles[0] as number;
  return Number.isInteger(value) || !Number.isFinite(value) ? value : shortest(value);
}

function write(writer: ByteWriter, chip: Chip, tag: number, word: number, count: number): void {
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
      for (let k = 0; k < length; k++) {
        write(writer, chip, elementTag(chip, word, k), chip.words[elementWord(chip, word, k)] as number, -1);
      }
      return;
    }
    default:
      throw new TypeError("functions stay on the cores: they cannot be given to the host");
  }
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
