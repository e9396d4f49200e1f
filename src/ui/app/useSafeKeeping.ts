import { useEffect } from "react";
import { useStore } from "zustand";
import { momentWords } from "../../store/moment.ts";
import { useApp } from "./context.ts";
import { saveFile } from "./save-file.ts";

/// Says so where the eye is when the browser does not keep the learner's work, and asks before the page is left.
export function useSafeKeeping(): void {
  const { projects, notices, sharing } = useApp();
  const failed = useStore(projects.store, ({ kept }) => kept === "failed");
  const kept = useStore(projects.store, (state) => state.kept === "kept");
  useEffect(() => {
    if (kept) notices.dismiss("storage");
    if (!failed) return;
    notices.say({
      about: "storage",
      kind: "error",
      text: "Your work is not saved: this browser’s storage is full or switched off. Save it as a file, or it is lost when you close or reload the page.",
      action: {
        label: "Save as file",
        act: () => saveFile(`${projects.store.getState().current.name}.zip`, sharing.zip(), "application/zip"),
      },
    });
  }, [failed, kept, projects, notices, sharing]);

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (projects.wouldLose()) event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [projects]);

  // The editor's own undo does not outlive the page.
  useEffect(() => {
    const [newest] = projects.versions();
    if (newest === undefined || projects.activeFile().text.trim() !== "") return;
    const text = newest.project.files.find(({ name }) => name === projects.activeFile().name)?.text ?? "";
    if (text.trim() === "") return;
    notices.say({
      about: "emptied",
      kind: "hint",
      text: `This program is empty. What it was on ${momentWords(newest.at)} can be brought back.`,
      action: {
        label: "Bring it back",
        act: () => {
          projects.restoreVersion(newest);
          notices.dismiss("emptied");
        },
      },
    });
  }, [projects, notices]);
}
