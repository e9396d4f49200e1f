import { useId, useRef } from "react";
import type { CheckProblem } from "../../store/teach/exercise.ts";
import { Words } from "../shared/Words.tsx";
import { useDraft, useTeach } from "./context.ts";
import { Guide } from "./Guide.tsx";

/// The checks as JSON, with what is wrong in it, line by line.
export function CheckJson({ problems }: { readonly problems: readonly CheckProblem[] }) {
  const teach = useTeach();
  const { exercise } = useDraft();
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const lines = exercise.check.split("\n");
  const goTo = (line: number) => {
    const from = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    field.current?.focus();
    field.current?.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0));
  };
  return (
    <section className="teach-form" aria-label="Checks as JSON">
      <div className="teach-form-head">
        <label htmlFor={id}>
          <strong>Checks, as JSON</strong>
        </label>
        <Guide about="lessons" words="All that checks can ask" />
      </div>
      <textarea
        id={id}
        ref={field}
        className="field mono teach-json"
        rows={Math.min(32, Math.max(16, lines.length + 1))}
        spellCheck={false}
        value={exercise.check}
        onChange={({ target }) => teach.edit({ check: target.value })}
      />
      <div className="teach-problems" role="status">
        <ul>
          {problems.map(({ line, check, words }, k) => (
            <li key={k}>
              <button type="button" className="link" onClick={() => goTo(line)}>
                Line {line}
              </button>
              {check !== undefined && `, check ${check + 1}`}: <Words text={words} />
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
