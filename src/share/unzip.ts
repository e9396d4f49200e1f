import { crc32 } from "../base/bytes.ts";
import { inflateAtMost } from "./inflate.ts";

// The files in a .zip of anyone's. It is read by the list at its end:
//
//   file       "PK\3\4" … u16 bytes of the name at 26, u16 of the rest at 28, name, rest, packed bytes
//   list       for each file "PK\1\2", u16 flags at 8, u16 method at 10, u32 CRC-32 at 16, u32 packed bytes at 20, u32 bytes at 24,
//              u16 bytes of name, rest and comment at 28, 30 and 32, u32 where the file lies at 42, name, rest, comment
//   end        "PK\5\6", u16 files at 10, u32 bytes of the list at 12, u32 where it lies at 16, u16 bytes of a comment at 20, comment
//
// What it says of lengths is not believed: what is unpacked is counted as it is made. No two files may share bytes, so that a small
// one cannot stand for many large ones.

export interface ZipLimits {
  /// Whether a file is to be unpacked; others only count.
  readonly isWanted: (name: string) => boolean;
  readonly mostWanted: number;
  readonly mostEntries: number;
  /// Of one file, and of all together.
  readonly mostFileBytes: number;
  readonly mostBytes: number;
  /// Told of a file that is larger than one may be, which is then left out; absent: such a file is one too many.
  readonly onLarge?: (name: string) => void;
}

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/// `many`: more files than the limits allow. `large`: more bytes. `locked`: with a password. `strange`: packed in another way than
/// with Deflate.
export type ZipProblem = "damaged" | "many" | "large" | "locked" | "strange";

interface Listed {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly length: number;
  readonly at: number;
}

/// Unpacks the wanted files of a .zip.
export function unzip(bytes: Uint8Array, limits: ZipLimits): readonly ZipEntry[] | ZipProblem {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === undefined) return "damaged";
  if (end.count > limits.mostEntries) return "many";
  const listed = listOf(bytes, view, end);
  if (listed === undefined) return "damaged";
  const wanted = listed.filter(({ name }) => !name.endsWith("/") && limits.isWanted(name));
  if (wanted.length > limits.mostWanted) return "many";
  const places = placesOf(view, listed, end.list);
  if (places === undefined) return "damaged";
  const entries: ZipEntry[] = [];
  let left = limits.mostBytes;
  for (const one of wanted) {
    if ((one.flags & 1) !== 0) return "locked";
    if (one.method !== 0 && one.method !== 8) return "strange";
    const from = places.get(one) as number;
    const packed = bytes.subarray(from, from + one.packed);
    const most = Math.min(left, limits.mostFileBytes);
    const made = one.method === 0 ? packed.slice() : inflateAtMost(packed, most);
    if (made === "long" || made.length > most) {
      if (limits.onLarge === undefined || left < limits.mostFileBytes) return "large";
      limits.onLarge(one.name);
      continue;
    }
    if (made === "broken" || made.length !== one.length || crc32(made) >>> 0 !== one.crc) return "damaged";
    left -= made.length;
    entries.push({ name: one.name, bytes: made });
  }
  return entries;
}

interface End {
  readonly count: number;
  /// Where the list begins, and how far from there everything lies that it names.
  readonly list: number;
  readonly shift: number;
}

/// What the end says, which a comment of up to 64 KB may follow.
function endOf(view: DataView): End | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
    if (view.getUint32(at) !== 0x504b0506) continue;
    const size = view.getUint32(at + 12, true);
    // Something may stand before the .zip, as in a file that unpacks itself.
    const shift = at - size - view.getUint32(at + 16, true);
    return shift < 0 ? undefined : { count: view.getUint16(at + 10, true), list: at - size, shift };
  }
  return undefined;
}

function listOf(bytes: Uint8Array, view: DataView, { count, list, shift }: End): readonly Listed[] | undefined {
  const listed: Listed[] = [];
  let at = list;
  for (let k = 0; k < count; k++) {
    if (at + 46 > bytes.length || view.getUint32(at) !== 0x504b0102) return undefined;
    const [nameBytes, rest, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [
      number,
      number,
      number,
    ];
    listed.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameBytes)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      length: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true) + shift,
    });
    at += 46 + nameBytes + rest + comment;
  }
  return at > bytes.length ? undefined : listed;
}

/// Where the packed bytes of each file begin; undefined if two share some, or if they do not lie before the list.
function placesOf(view: DataView, listed: readonly Listed[], list: number): ReadonlyMap<Listed, number> | undefined {
  const places = new Map<Listed, number>();
  let free = 0;
  for (const one of listed.toSorted((a, b) => a.at - b.at)) {
    if (one.at < free || one.at + 30 > list || view.getUint32(one.at) !== 0x504b0304) return undefined;
    const from = one.at + 30 + view.getUint16(one.at + 26, true) + view.getUint16(one.at + 28, true);
    free = from + one.packed;
    if (free > list) return undefined;
    places.set(one, from);
  }
  return places;
}
