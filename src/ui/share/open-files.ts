import { mostZipBytes } from "../../base/limits.ts";
import type { App } from "../../store/app.ts";

/// Reads files that the learner has chosen or dropped, and opens them. What is wrong with them is told in a notice.
export async function openFiles({ sharing, notices }: App, files: Iterable<File>): Promise<void> {
  try {
    const read = [...files].map(async (file) => ({
      name: file.name,
      // One that is too large anyway is not read to its end.
      bytes: new Uint8Array(await file.slice(0, mostZipBytes + 1).arrayBuffer()),
    }));
    sharing.openFiles(await Promise.all(read));
  } catch {
    notices.say({ about: "opening", kind: "error", text: "The browser cannot read this file. Nothing was changed." });
  }
}
