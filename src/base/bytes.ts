// Bytes in and out, little-endian, with UTF-8 text. The engine has neither DOM nor Node types, so it brings its own.

/// Grows as it is written to.
export class ByteWriter {
  private bytes = new Uint8Array(256);
  private at = 0;

  get length(): number {
    return this.at;
  }

  private room(count: number): number {
    const start = this.at;
    this.at += count;
    if (this.at > this.bytes.length) {
      const larger = new Uint8Array(Math.max(this.at, this.bytes.length * 2));
      larger.set(this.bytes);
      this.bytes = larger;
    }
    return start;
  }

  u8(value: number): void {
    const at = this.room(1);
    this.bytes[at] = value;
  }

  u16(value: number): void {
    const at = this.room(2);
    this.bytes[at] = value;
    this.bytes[at + 1] = value >>> 8;
  }

  u32(value: number): void {
    const at = this.room(4);
    new DataView(this.bytes.buffer).setUint32(at, value, true);
  }

  f32(value: number): void {
    const at = this.room(4);
    new DataView(this.bytes.buffer).setFloat32(at, value, true);
  }

  f64(value: number): void {
    const at = this.room(8);
    new DataView(this.bytes.buffer).setFloat64(at, value, true);
  }

  /// Seven bits a byte, the lowest first; for whole numbers from 0 up to 2^32 - 1.
  varint(value: number): void {
    let rest = value >>> 0;
    while (rest > 127) {
      this.u8((rest & 127) | 128);
      rest >>>= 7;
    }
    this.u8(rest);
  }

  raw(bytes: Uint8Array): void {
    const at = this.room(bytes.length);
    this.bytes.set(bytes, at);
  }

  /// UTF-8 with its length in bytes before it.
  text(value: string): void {
    const bytes = encodeUtf8(value);
    this.varint(bytes.length);
    this.raw(bytes);
  }

  /// What has been written so far, as a copy of its own.
  done(): Uint8Array {
    return this.bytes.slice(0, this.at);
  }
}

/// Thrown by a ByteReader that would have to read past its end.
export class OutOfBytes extends Error {}

/// Reads what a ByteWriter wrote.
export class ByteReader {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private at: number;
  private readonly end: number;

  constructor(bytes: Uint8Array, from = 0, to = bytes.length) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = from;
    this.end = Math.min(to, bytes.length);
  }

  get offset(): number {
    return this.at;
  }

  get left(): number {
    return this.end - this.at;
  }

  private take(count: number): number {
    const start = this.at;
    if (count > this.end - start) throw new OutOfBytes("the data ends too early");
    this.at = start + count;
    return start;
  }

  u8(): number {
    return this.view.getUint8(this.take(1));
  }

  u16(): number {
    return this.view.getUint16(this.take(2), true);
  }

  u32(): number {
    return this.view.getUint32(this.take(4), true);
  }

  f32(): number {
    return this.view.getFloat32(this.take(4), true);
  }

  varint(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.u8();
      value |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    return value >>> 0;
  }

  /// A view, not a copy.
  raw(count: number): Uint8Array {
    const start = this.take(count);
    return this.bytes.subarray(start, start + count);
  }

  text(): string {
    return decodeUtf8(this.raw(this.varint()));
  }
}

// UTF-8 is written and read here, and not by the platform: all that the cores print comes through. The platform's makes an array
// or a string outside the heap for every line, which are collected late.

const MOST_BYTES_OF_A_UNIT = 3;

/// UTF-8; a lone surrogate becomes U+FFFD.
export function encodeUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * MOST_BYTES_OF_A_UNIT);
  return bytes.slice(0, encodeUtf8Into(text, 0, text.length, bytes));
}

/// Writes the characters from one index to another; gives how many bytes that took. There must be room for three an index.
export function encodeUtf8Into(text: string, from: number, to: number, bytes: Uint8Array): number {
  let at = 0;
  for (let i = from; i < to; i++) {
    const code = characterOf(text, i);
    if (code > 0xffff) i++;
    if (code < 0x80) {
      bytes[at++] = code;
    } else if (code < 0x800) {
      bytes[at++] = 0xc0 | (code >> 6);
      bytes[at++] = 0x80 | (code & 63);
    } else if (code < 0x10000) {
      bytes[at++] = 0xe0 | (code >> 12);
      bytes[at++] = 0x80 | ((code >> 6) & 63);
      bytes[at++] = 0x80 | (code & 63);
    } else {
      bytes[at++] = 0xf0 | (code >> 18);
      bytes[at++] = 0x80 | ((code >> 12) & 63);
      bytes[at++] = 0x80 | ((code >> 6) & 63);
      bytes[at++] = 0x80 | (code & 63);
    }
  }
  return at;
}

/// Where the characters from one index to another have to end to take at most `most` bytes of UTF-8.
export function utf8End(text: string, from: number, to: number, most: number): number {
  if ((to - from) * MOST_BYTES_OF_A_UNIT <= most) return to;
  let left = most;
  for (let i = from; i < to; ) {
    const code = characterOf(text, i);
    left -= code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (left < 0) return i;
    i += code > 0xffff ? 2 : 1;
  }
  return to;
}

function characterOf(text: string, index: number): number {
  const code = text.codePointAt(index) as number;
  return code >= 0xd800 && code <= 0xdfff ? 0xfffd : code;
}

// As many as may be arguments of one call.
const UNITS_AT_ONCE = 1024;

/// The text of these bytes; what is not UTF-8 becomes U+FFFD.
export function decodeUtf8(bytes: Uint8Array, length = bytes.length): string {
  let text = "";
  // A string made of many at once takes less memory than one made of one after the other.
  let units: number[] = [];
  for (let i = 0; i < length; ) {
    if (units.length >= UNITS_AT_ONCE) {
      text += String.fromCharCode(...units);
      units = [];
    }
    const first = bytes[i++] as number;
    if (first < 0x80) {
      units.push(first);
      continue;
    }
    const more =
      first >= 0xf0 && first < 0xf5 ? 3 : first >= 0xe0 && first < 0xf0 ? 2 : first >= 0xc2 && first < 0xe0 ? 1 : 0;
    let code = more === 0 ? -1 : first & (0x3f >> more);
    for (let k = 0; k < more; k++) {
      const next = i < length ? (bytes[i] as number) : 0;
      if ((next & 0xc0) !== 0x80) {
        code = -1;
        break;
      }
      code = (code << 6) | (next & 63);
      i++;
    }
    const least = more === 3 ? 0x10000 : more === 2 ? 0x800 : 0x80;
    const valid = code >= least && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    if (!valid) units.push(0xfffd);
    else if (code < 0x10000) units.push(code);
    else units.push(0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 0x3ff));
  }
  return text + String.fromCharCode(...units);
}

/// What a byte adds to a CRC-32.
const CRC_OF_BYTE = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let k = 0; k < 8; k++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  return crc;
});

/// CRC-32 (IEEE 802.3), as an unsigned number.
export function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (let i = 0; i < bytes.length; i++) {
    crc = (crc >>> 8) ^ (CRC_OF_BYTE[(crc ^ (bytes[i] as number)) & 255] as number);
  }
  return ~crc >>> 0;
}
