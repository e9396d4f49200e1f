import { useRef, useState } from "react";
import { useStore } from "zustand";
import type { Lesson } from "../../store/lessons/lessons.ts";
import { useApp } from "../shared/context.ts";
import { Markdown } from "./Markdown.tsx";

interface LessonHelpProps {
  readonly lesson: Lesson;
  readonly atWork: boolean;
}

/// Hints one at a time, the solution to look at, and the way back to the start.
export function LessonHelp({ lesson, atWork }: LessonHelpProps) {
  const { lessons, projects, view } = useApp();
  const opened = useStore(lessons.store, ({ progress }) => progress[lesson.id]?.hints ?? 0);
  const aside = useStore(projects.store, ({ current }) => (atWork ? current.lesson?.aside : undefined));
  const [sure, setSure] = useState<"solution" | "reset" | null>(null);
  const { hints } = lesson.text;
  const left = hints.length - opened;
  const box = useRef<HTMLElement>(null);
  // The button that was pressed may go: who uses the keyboard stays here all the same.
  const stay = () => box.current?.focus();
  const put = (act: () => void) => {
    stay();
    act();
    setSure(null);
    view.setState({ pane: "code" });
  };
  const nextHint = () => {
    if (left === 1) stay();
    lessons.hint();
  };
  return (
    <section ref={box} tabIndex={-1} className="lesson-help" aria-label="Help with this lesson">
      <div aria-live="polite">
        {hints.slice(0, opened).map((hint, k) => (
          <div className="hint" key={k}>
            <p className="hint-head">
              Hint {k + 1} of {hints.length}
            </p>
            <Markdown text={hint} pictures={lesson.pictures} />
          </div>
        ))}
      </div>
      {aside !== undefined && (
        <div className="aside-note" role="status">
          <p>
            {aside.why === "solution"
              ? "The editor shows the solution. Your own program is safe."
              : "The editor shows the lesson’s start. Your own program is safe."}
          </p>
          <div className="button-row">
            <button type="button" className="button small line" onClick={() => put(lessons.takeBack)}>
              {aside.why === "solution" ? "Take the solution back" : "Take back the reset"}
            </button>
            <button type="button" className="button small" onClick={() => put(lessons.keepThis)}>
              Continue with this
            </button>
          </div>
        </div>
      )}
      <div className="button-row">
        {left > 0 && (
          <button type="button" className="button small line" onClick={nextHint}>
            {opened === 0 ? "Show a hint" : "Show the next hint"}
          </button>
        )}
        {lesson.solution.length > 0 && aside?.why !== "solution" && (
          <button type="button" className="button small" disabled={!atWork} onClick={() => put(lessons.showSolution)}>
            Show the solution
          </button>
        )}
        {sure === "reset" ? (
          <button
            type="button"
            className="button small line"
            // biome-ignore lint/a11y/noAutofocus: it stands where the student has just pressed
            autoFocus
            onClick={() => put(lessons.reset)}
            onBlur={() => setSure(null)}
          >
            Really reset?
          </button>
        ) : (
          <button type="button" className="button small" disabled={!atWork} onClick={() => setSure("reset")}>
            Reset to the start
          </button>
        )}
      </div>
    </section>
  );
}
