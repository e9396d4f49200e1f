import { mostPackBytes } from "../../base/limits.ts";
import type { Teach } from "../../store/teach/teach.ts";

/// Opens a pack to be edited, from a file that was chosen or dropped.
export async function editPack(teach: Teach, file: File): Promise<void> {
  // One that is too large is not read to its end.
  await teach.openPack(file.name, new Uint8Array(await file.slice(0, mostPackBytes + 1).arrayBuffer()));
}
