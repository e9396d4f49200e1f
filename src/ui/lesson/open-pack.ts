import { mostAssignmentBytes, mostPackBytes } from "../../base/limits.ts";
import type { Lessons } from "../../store/lessons/lessons.ts";

/// Opens a pack of lessons (.zip) or an assignment (.json) from a file; what is wrong with it is told above the list.
export async function openFile(lessons: Lessons, file: File): Promise<void> {
  // One that is too large is not read to its end.
  const most = file.name.endsWith(".json") ? mostAssignmentBytes : mostPackBytes;
  try {
    await lessons.openFile(file.name, new Uint8Array(await file.slice(0, most + 1).arrayBuffer()));
  } catch (error) {
    lessons.say(error instanceof Error ? error.message : String(error));
  }
}
