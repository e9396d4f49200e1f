import type { App } from "../../store/app.ts";
import { isAssignmentLink } from "../../store/project/sharing.ts";

// ?lesson=messages/send-and-recv   a lesson
// ?pack=https://…                  a teacher's pack, and with lesson= one of its lessons
// ?teach                           where teachers make assignments and lessons
// #assignment.v1.…                 an assignment

/// Opens the lesson, pack or assignment in the page's address; else the one that the open program belongs to.
export async function followLessonAddress({ lessons, view }: App): Promise<void> {
  const query = new URLSearchParams(location.search);
  const [pack, lesson] = [query.get("pack"), query.get("lesson")];
  if (query.has("teach")) view.setState({ teaching: true });
  const opened = await openAssignmentLink({ lessons, view }, location.hash);
  window.addEventListener("hashchange", () => void openAssignmentLink({ lessons, view }, location.hash));
  if (opened) return;
  if (pack === null && lesson === null) return lessons.resume();
  view.setState({ left: "lessons", pane: "lesson" });
  if (pack !== null) await lessons.openPack(pack, location.href);
  if (lesson !== null && lessons.store.getState().problem === "") await lessons.open(lesson);
}

async function openAssignmentLink({ lessons, view }: Pick<App, "lessons" | "view">, hash: string): Promise<boolean> {
  if (!isAssignmentLink(hash)) return false;
  view.setState({ left: "lessons", pane: "lesson" });
  await lessons.openAssignmentLink(hash);
  return true;
}
