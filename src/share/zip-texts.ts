import { zipSync } from "fflate";

/// A .zip of texts, each under a path. What cannot stand in a file's name becomes `_`, and no two lie under one.
export function zipTexts(texts: Iterable<readonly [path: string, text: string]>): Uint8Array<ArrayBuffer> {
  const entries = new Map<string, Uint8Array>();
  for (const [path, text] of texts) {
    const fit = path
      .split("/")
      .map((part) => part.replace(/[^\p{L}\p{M}\p{N} _.,()+-]/gu, "_").replace(/^\.+/, "_") || "_")
      .join("/");
    let free = fit;
    for (let number = 2; entries.has(free); number++) free = fit.replace(/(\.\w+)?$/, `-${number}$1`);
    entries.set(free, new TextEncoder().encode(text));
  }
  // As a list with no prototype: a file may be called anything.
  const files = Object.assign(Object.create(null), Object.fromEntries(entries)) as Record<string, Uint8Array>;
  return zipSync(files, { level: 6, mtime: new Date(2000, 0, 1) }) as Uint8Array<ArrayBuffer>;
}
