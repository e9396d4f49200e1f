import { mostAssignmentBytes, mostPackBytes } from "../../base/limits.ts";
import type { Lessons } from "../../store/lessons.ts";

/// Opens a pack of lessons (.zip) or an assignment (.json) from a file; what is wrong with it is told above the list.
export async function openFile(lessons: Lessons, file: File): Promise<void> {
  try {
    if (file.name.endsWith(".json")) {
      const { readAssignmentFile } = await import("../../store/assignment-link.ts");
      const bytes = new Uint8Array(await file.slice(0, mostAssignmentBytes + 1).arrayBuffer());
      await lessons.openAssignment(readAssignmentFile(bytes));
      return;
    }
    const { zipLibrary } = await import("../../store/lesson-packs.ts");
    // One that is too large is not read to its end.
    const bytes = new Uint8Array(await file.slice(0, mostPackBytes + 1).arrayBuffer());
    lessons.useLibrary(zipLibrary(bytes, file.name));
  } catch (error) {
    lessons.say(error instanceof Error ? error.message : String(error));
  }
}

/// The same from an address.
export async function openPackAddress(lessons: Lessons, address: string): Promise<void> {
  try {
    const { fetchLibrary } = await import("../../store/lesson-packs.ts");
    lessons.useLibrary(await fetchLibrary(address, location.href));
  } catch (error) {
    lessons.say(error instanceof Error ? error.message : String(error));
  }
}
