import { type UIEvent, useEffect, useId, useRef, useState } from "react";
import { rangesFrom } from "../../store/lessons/assignment-draft.ts";
import { filesOf } from "../../store/teach/exercise.ts";
import type { Which } from "../../store/teach/trial.ts";
import { useApp } from "../shared/context.ts";
import { useDraft, useTeach } from "./context.ts";
import { TextInput } from "./TextInput.tsx";
import "./program-step.css";

const words: Readonly<Record<Which, { readonly title: string; readonly about: string }>> = {
  start: {
    title: "What the student begins with",
    about: "A program that compiles and runs, but does not pass. A comment marks the place where the student writes.",
  },
  solution: {
    title: "Your solution",
    about:
      "What a good student would write. It stays with you in an assignment; in a lesson the student can look at it.",
  },
};

const mostMilliseconds = 30_000;

/// The start or the solution.
export function ProgramStep({ which }: { readonly which: Which }) {
  const teach = useTeach();
  const { draft, exercise } = useDraft();
  const problems = useProblems(which);
  const text = exercise[which];
  const { title, about } = words[which];
  const isLockable = which === "start" && draft.kind === "assignment";
  return (
    <section className="teach-form wide" aria-label={title}>
      <h3>{title}</h3>
      <p className="teach-about">{about}</p>
      <div className="button-row">
        <button type="button" className="button line" onClick={() => teach.takeProgram(which)}>
          Use the open program
        </button>
        {which === "solution" && (
          <button
            type="button"
            className="button line"
            disabled={text === exercise.start}
            onClick={() => teach.edit({ solution: exercise.start })}
          >
            Begin with the start
          </button>
        )}
      </div>
      <CodeArea
        label={which === "start" ? "Start" : "Solution"}
        text={text}
        locked={isLockable ? exercise.locked : ""}
        onChange={(next) => teach.edit({ [which]: next })}
      />
      <div role="status" className="teach-problems">
        {problems.map((problem, k) => (
          <p key={k}>{problem}</p>
        ))}
      </div>
      {isLockable && (
        <TextInput
          label="Lines that students cannot change"
          placeholder="1-3, 8"
          value={exercise.locked}
          note={lockedNote(exercise.locked, text)}
          onChange={(locked) => teach.edit({ locked })}
        />
      )}
      {exercise.beside.length > 0 && (
        <p className="quiet">
          Beside it, the same for start and solution: {exercise.beside.map(({ name }) => name).join(", ")}.
        </p>
      )}
    </section>
  );
}

function lockedNote(locked: string, text: string): string {
  try {
    rangesFrom(locked, text.split("\n").length);
    return "Such as 1-3, 8. The editor marks these lines and refuses to change them.";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/// Why the program does not compile, a line each.
function useProblems(which: Which): readonly string[] {
  const { checkTools } = useApp();
  const { exercise } = useDraft();
  const [problems, setProblems] = useState<readonly string[]>([]);
  const files = JSON.stringify(filesOf(exercise, which));
  useEffect(() => {
    const { background, frames } = checkTools;
    const abort = new AbortController();
    const options = { what: "Checking the program", mostMilliseconds, signal: abort.signal };
    const cancel = frames.after(400, () => {
      background
        .do("program", JSON.parse(files), options)
        .then(({ errors }) => setProblems(errors.slice(0, 5)))
        .catch(
          (error) => abort.signal.aborted || setProblems([error instanceof Error ? error.message : String(error)]),
        );
    });
    return () => {
      cancel();
      abort.abort();
    };
  }, [checkTools, files]);
  return problems;
}

interface CodeAreaProps {
  readonly label: string;
  readonly text: string;
  readonly locked: string;
  readonly onChange: (text: string) => void;
}

/// A program as plain text with its lines numbered. Tab leaves it, as it leaves any field.
function CodeArea({ label, text, locked, onChange }: CodeAreaProps) {
  const id = useId();
  const numbers = useRef<HTMLPreElement>(null);
  const lines = text.split("\n");
  const isLocked = lockedLines(locked, lines.length);
  const follow = ({ currentTarget }: UIEvent<HTMLTextAreaElement>) =>
    numbers.current?.scrollTo(0, currentTarget.scrollTop);
  return (
    <div className="teach-code">
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <pre ref={numbers} aria-hidden="true">
        {lines.map((_, k) => (
          <span key={k} className={isLocked(k + 1) ? "teach-line locked" : "teach-line"}>
            {k + 1}
            {"\n"}
          </span>
        ))}
      </pre>
      <textarea
        id={id}
        className="mono"
        wrap="off"
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        rows={Math.min(30, Math.max(12, lines.length + 1))}
        value={text}
        onChange={({ target }) => onChange(target.value)}
        onScroll={follow}
      />
    </div>
  );
}

function lockedLines(locked: string, lines: number): (line: number) => boolean {
  try {
    const ranges = rangesFrom(locked, lines);
    return (line) => ranges.some(([from, to]) => line >= from && line <= to);
  } catch {
    return () => false;
  }
}
