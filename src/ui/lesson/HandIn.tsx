import { type FormEvent, useId, useState } from "react";
import { useStore } from "zustand";
import type { Assignment } from "../../store/lessons/lessons.ts";
import { useApp } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";
import { saveFile } from "../shared/save-file.ts";

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
  const [name, setName] = useState("");
  const [said, setSaid] = useState("");
  const id = useId();
  const isFresh = checked !== null && checked.revision === revision;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const { handInFile } = await import("../../store/lessons/hand-in.ts");
      const file = handInFile(assignment, name, projects, isFresh ? checked.results : [], tries);
      saveFile(file.name, file.text, "application/json");
      setSaid(`${file.name} was saved. Give this file to your teacher.`);
    } catch (error) {
      setSaid(`Nothing was saved: ${error instanceof Error ? error.message : error}. Your program is as it was.`);
    }
  };
  return (
    <form className="hand-in" onSubmit={(event) => void submit(event)} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>Hand in</h3>
      <label htmlFor={`${id}-name`}>Your name</label>
      <input
        id={`${id}-name`}
        className="field"
        required
        maxLength={120}
        autoComplete="name"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <p className="quiet">
        One file with your program, its seed, what Check said, and how often you pressed it. It is saved to your
        computer; nothing is sent.
        {!isFresh && " Press Check first: what it says goes into the file."}
      </p>
      <button type="submit" className="button line" disabled={!atWork || name.trim() === ""}>
        <Icon name="download" />
        Save the file to hand in
      </button>
      <p role="status">{said}</p>
    </form>
  );
}
