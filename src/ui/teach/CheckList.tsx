import { type DragEvent, type KeyboardEvent, useId, useState } from "react";
import { useStore } from "zustand";
import { templateOf, templates } from "../../store/teach/check-templates.ts";
import type { RawCheck } from "../../store/teach/check-text.ts";
import type { CheckProblem } from "../../store/teach/exercise.ts";
import { Icon } from "../shared/Icon.tsx";
import { useNarrow } from "../shared/useMedia.ts";
import { Words } from "../shared/Words.tsx";
import { useTeach } from "./context.ts";

interface CheckListProps {
  readonly checks: readonly RawCheck[];
  readonly problems: readonly CheckProblem[];
}

/// The checks in their order, which dragging and Alt with an arrow key change; and buttons that add one.
export function CheckList({ checks, problems }: CheckListProps) {
  const teach = useTeach();
  const { chosen, trial } = useStore(teach.store);
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const narrow = useNarrow();
  const id = useId();
  const buttonOf = (check: number) => document.getElementById(`${id}-${check}`);
  const move = (from: number, to: number) => {
    if (to < 0 || to >= checks.length || from === to) return;
    teach.moveCheck(from, to);
    // At once, so that the next key finds it there.
    buttonOf(to)?.focus();
  };
  const onKey = (event: KeyboardEvent, check: number) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    if (event.altKey) move(check, check + step);
    else buttonOf(check + step)?.focus();
  };
  const onDrop = (event: DragEvent, to: number) => {
    event.preventDefault();
    if (dragged !== null) move(dragged, to);
    setDragged(null);
    setOver(null);
  };
  // On a phone the form is below the list.
  const choose = (check: number) => {
    teach.choose(check);
    if (narrow) requestAnimationFrame(() => document.getElementById("teach-check")?.scrollIntoView());
  };
  const add = (template: (typeof templates)[number]) => {
    teach.addCheck(template);
    requestAnimationFrame(() => document.getElementById("teach-check-name")?.focus());
  };
  return (
    <section className="teach-list" aria-label="Checks">
      <h3>
        Checks <span className="quiet">run from the top</span>
      </h3>
      <p className="visually-hidden" id={`${id}-keys`}>
        Alt with the up or down arrow moves a check.
      </p>
      <ol>
        {checks.map((check, k) => {
          const mark = markOf(k, problems, trial);
          return (
            <li
              key={k}
              className={`${k === chosen ? "chosen" : ""} ${over === k && dragged !== null ? "over" : ""}`}
              onDragOver={(event) => {
                if (dragged === null) return;
                event.preventDefault();
                setOver(k);
              }}
              onDrop={(event) => onDrop(event, k)}
            >
              <span
                className="teach-handle"
                aria-hidden="true"
                draggable
                onDragStart={(event) => {
                  event.dataTransfer.effectAllowed = "move";
                  // Firefox drags nothing that carries nothing.
                  event.dataTransfer.setData("text/plain", nameOf(check));
                  setDragged(k);
                }}
                onDragEnd={() => setDragged(null)}
              />
              <button
                type="button"
                id={`${id}-${k}`}
                className="teach-check"
                aria-current={k === chosen ? "true" : undefined}
                aria-describedby={`${id}-keys`}
                onClick={() => choose(k)}
                onKeyDown={(event) => onKey(event, k)}
              >
                <span className="teach-number" aria-hidden="true">
                  {k + 1}
                </span>
                <span className="teach-check-words">
                  <strong>{nameOf(check)}</strong>
                  <span>
                    <Words text={templateOf(check)?.summary(check) ?? "as written in JSON"} />
                    {mark.words}
                  </span>
                </span>
                {mark.icon !== undefined && (
                  <span className={`teach-mark ${mark.tone}`}>
                    <Icon name={mark.icon} />
                    <span className="visually-hidden">{mark.said}</span>
                  </span>
                )}
              </button>
              {k === chosen && checks.length > 1 && (
                <span className="teach-moves">
                  <button
                    type="button"
                    className="button icon-only"
                    aria-label={`Move check ${k + 1} up`}
                    disabled={k === 0}
                    onClick={() => move(k, k - 1)}
                  >
                    <span className="teach-up">
                      <Icon name="down" />
                    </span>
                  </button>
                  <button
                    type="button"
                    className="button icon-only"
                    aria-label={`Move check ${k + 1} down`}
                    disabled={k === checks.length - 1}
                    onClick={() => move(k, k + 1)}
                  >
                    <Icon name="down" />
                  </button>
                </span>
              )}
            </li>
          );
        })}
      </ol>
      <h3 id={`${id}-add`}>Add a check</h3>
      <ul className="teach-add" aria-labelledby={`${id}-add`}>
        {templates.map((template) => (
          <li key={template.id}>
            <button type="button" className="button line" onClick={() => add(template)}>
              <Icon name="plus" />
              {template.label}
            </button>
          </li>
        ))}
      </ul>
      <p className="quiet">The student sees the checks by name, and runs them as often as they like.</p>
    </section>
  );
}

function nameOf(check: RawCheck): string {
  const { name } = check;
  return typeof name === "string" && name !== "" ? name : (templateOf(check)?.label ?? "A check of another kind");
}

type Trial = ReturnType<ReturnType<typeof useTeach>["store"]["getState"]>["trial"];

interface Mark {
  readonly icon?: "check" | "close" | "warning";
  readonly tone: "good" | "bad" | "warn" | "none";
  /// After its summary, for all.
  readonly words: string;
  /// In place of the sign, for those who do not see it.
  readonly said: string;
}

/// How a check came out; the first of the results is that every core ended.
function markOf(check: number, problems: readonly CheckProblem[], { reports, took }: Trial): Mark {
  if (problems.some((one) => one.check === check))
    return { icon: "warning", tone: "bad", words: "", said: "It cannot be read." };
  const [solution, start] = [reports.solution?.results[check + 1], reports.start?.results[check + 1]];
  if (took === null || solution === undefined) return { tone: "none", words: "", said: "" };
  if (!solution.ok)
    return { icon: "close", tone: "bad", words: "; the solution fails", said: "Your solution fails it." };
  if (start?.ok === true)
    return { icon: "warning", tone: "warn", words: "; the start passes too", said: "The start passes it, too." };
  return { icon: "check", tone: "good", words: "", said: "Your solution passes it, the start does not." };
}
