import {
  megabytes,
  mostHandInBytes,
  mostHandInFiles,
  mostHandInsBytes,
  mostHandInZipBytes,
  tooLarge,
} from "../../base/limits.ts";
import { isPassedOver, mayBeHandIn } from "../../lessons/marking.ts";
import { unzip, type ZipProblem } from "../../share/unzip.ts";

/// A file in a .zip of hand-ins.
export interface ZippedFile {
  readonly path: string;
  /// Absent where it cannot be a hand-in, or is too large to be one.
  readonly bytes?: Uint8Array;
}

const because: Readonly<Record<ZipProblem, string>> = {
  damaged: "is no .zip, or is damaged",
  many: `holds more than ${mostHandInFiles} files`,
  large: `holds more than ${megabytes(mostHandInsBytes)}`,
  locked: "is locked with a password",
  strange: "is packed in a way that cannot be read here",
};

/// The files in a .zip, without what nobody has handed in; or why it cannot be read, as the end of a sentence.
export function filesInZip(zip: Uint8Array): readonly ZippedFile[] | string {
  if (zip.length > mostHandInZipBytes) return tooLarge(mostHandInZipBytes);
  const others: ZippedFile[] = [];
  const entries = unzip(zip, {
    isWanted(path) {
      if (isPassedOver(path)) return false;
      if (!mayBeHandIn(path)) others.push({ path });
      return mayBeHandIn(path);
    },
    mostWanted: mostHandInFiles,
    mostEntries: 2 * mostHandInFiles,
    mostFileBytes: mostHandInBytes,
    mostBytes: mostHandInsBytes,
    onLarge: (path) => others.push({ path }),
  });
  if (typeof entries === "string") return because[entries];
  return [...entries.map(({ name, bytes }) => ({ path: name, bytes })), ...others];
}
