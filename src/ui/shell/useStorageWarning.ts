import { useEffect } from "react";
import { useStore } from "zustand";
import { formatDate } from "../../store/project/format-date.ts";
import { everythingAsZip, textsAsZip } from "../../store/storage/export-all.ts";
import { asideOf, whatIs } from "../../store/storage/forms.ts";
import type { Trouble } from "../../store/storage/storage.ts";
import { useApp } from "../shared/context.ts";
import { saveFile } from "../shared/save-file.ts";

const troubles: Record<Trouble, string> = {
  full: "this browser’s storage is full",
  refused: "this browser’s storage is switched off or does not work",
  slow: "this browser’s storage does not answer",
  newer: "this tab has an older version of the page than another one",
  safe: "safe mode saves nothing in this browser",
};

/// Says so where the eye is when the browser does not keep the learner's work, and asks before the page is left. Says too what
/// else became of what is kept.
export function useStorageWarning(safe: boolean): void {
  const { projects, notices, sharing, pageStorage } = useApp();
  const { state, trouble, aside, copies, unreachable } = useStore(pageStorage.store);
  useEffect(() => {
    if (state === "kept") notices.dismiss("storage");
    if (state !== "failed" || trouble === null) return;
    notices.say({
      about: "storage",
      kind: "error",
      text: `Your work is not saved: ${troubles[trouble]}. Save it as a file, or it is lost when you close or reload the page.`,
      action: {
        label: "Save as file",
        act: () => saveFile(`${projects.store.getState().current.name}.zip`, sharing.zip(), "application/zip"),
      },
    });
  }, [state, trouble, projects, notices, sharing]);

  useEffect(() => {
    if (aside.length === 0) return;
    const names = [...new Set(aside.map((key) => whatIs(asideOf(key))))].join(", ");
    notices.say({
      about: "aside",
      kind: "error",
      text: `Something stored in this browser is damaged: ${names}. What could be read is in use. The damaged text was put aside; nothing was deleted.`,
      action: {
        label: "Save the damaged text as a file",
        act: () => saveFile("epython-lab-damaged.zip", textsAsZip(pageStorage, aside), "application/zip"),
      },
    });
  }, [aside, notices, pageStorage]);

  useEffect(() => {
    const name = copies.at(-1);
    if (name === undefined) return;
    notices.say({
      about: "copies",
      kind: "hint",
      text: `Another tab changed the same lines of this program. What it wrote is saved as “${name}”, under Files.`,
    });
  }, [copies, notices]);

  useEffect(() => {
    if (!unreachable) return;
    notices.say({
      about: "unreachable",
      kind: "error",
      text: "This browser does not give access to the programs you saved in it. They may be back after you restart the browser. What you type now is saved too.",
    });
  }, [unreachable, notices]);

  useEffect(() => {
    if (!safe) return;
    const save = async () => saveFile("epython-lab.zip", await everythingAsZip(), "application/zip");
    notices.say({
      about: "safe",
      kind: "hint",
      text: "Safe mode: the page started without what is stored in this browser. Your programs are still there.",
      action: { label: "Save all programs as files", act: () => void save() },
      otherAction: { label: "Start as usual", act: () => location.assign(location.pathname) },
    });
  }, [safe, notices]);

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (projects.wouldLose()) event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [projects]);

  // An empty program says how to get back what it was.
  useEffect(() => {
    const [newest] = projects.versions();
    if (newest === undefined || projects.activeFile().text.trim() !== "") return;
    const text = newest.project.files.find(({ name }) => name === projects.activeFile().name)?.text ?? "";
    if (text.trim() === "") return;
    notices.say({
      about: "emptied",
      kind: "hint",
      text: `This program is empty. You can restore its version of ${formatDate(newest.at)}.`,
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
