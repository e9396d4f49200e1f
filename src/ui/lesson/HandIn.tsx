import { useStore } from "zustand";
import type { Assignment } from "../../store/lessons/lessons.ts";
import { useApp } from "../shared/context.ts";
import { saveFile } from "../shared/save-file.ts";
import { NameForm } from "./NameForm.tsx";

interface HandInProps {
  readonly assignment: Assignment;
  readonly atWork: boolean;
}

/// Makes the one file that a student gives to the teacher.
export function HandIn({ assignment, atWork }: HandInProps) {
  const { lessons, projects } = useApp();
  const checked = useStore(lessons.store, (state) => state.checked);
  const tries = useStore(lessons.store, ({ lesson, progress }) => progress[lesson?.id ?? ""]?.tries);
  const revision = useStore(projects.store, (state) => state.revision);
  const isFresh = checked !== null && checked.revision === revision;
  const save = async (name: string) => {
    const { handInFile } = await import("../../store/lessons/hand-in.ts");
    const file = handInFile(assignment, name, projects, isFresh ? checked.results : [], tries);
    saveFile(file.name, file.text, "application/json");
    return `${file.name} was saved. Give this file to your teacher.`;
  };
  return (
    <NameForm
      title="Hand in"
      className="hand-in"
      note={
        <p className="quiet">
          One file with your program, its seed, what Check said, and how often you pressed it. It is saved to your
          computer; nothing is sent.
          {!isFresh && " Press Check first: what it says goes into the file."}
        </p>
      }
      button="Save the file to hand in"
      disabled={!atWork}
      onSave={save}
    />
  );
}
