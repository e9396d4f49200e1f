import { useEffect, useRef } from "react";
import { useStore } from "zustand";
import { isHandedIn } from "../../store/lessons/handed.ts";
import { isOfOtherVersion, type Lesson } from "../../store/lessons/lessons.ts";
import { useApp } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";
import { HandIn } from "./HandIn.tsx";
import { LessonChecks } from "./LessonChecks.tsx";
import { LessonHelp } from "./LessonHelp.tsx";
import { LessonQuestion } from "./LessonQuestion.tsx";
import { LessonSteps } from "./LessonSteps.tsx";
import { Markdown } from "./Markdown.tsx";
import "./lesson.css";

/// A lesson, or an assignment: its text, Check, and help.
export default function LessonView({ lesson }: { readonly lesson: Lesson }) {
  const { lessons, projects } = useApp();
  const { assignment, progress, checked } = useStore(lessons.store);
  const current = useStore(projects.store, (state) => state.current);
  const heading = useRef<HTMLHeadingElement>(null);
  const atWork = current.lesson?.id === lesson.id;
  const { head, steps } = lesson.text;
  const numbers = numbersOf(lesson);

  // Whoever opens a lesson wants to read it: from its beginning, by keyboard and by ear too.
  useEffect(() => heading.current?.focus(), [lesson.id]);

  return (
    <article className="lesson" aria-labelledby="lesson-title">
      <div className="lesson-top">
        <button type="button" className="button small" onClick={lessons.leave}>
          {assignment === null ? "All lessons" : "Lessons"}
        </button>
        {progress[lesson.id]?.done === true && (
          <span className="lesson-done">
            <Icon name="check" />
            Done
          </span>
        )}
      </div>
      <h2 id="lesson-title" ref={heading} tabIndex={-1}>
        {head.title}
      </h2>
      {assignment === null && (
        <p className="lesson-goal">
          {head.goal} <span className="quiet">About {head.minutes} minutes.</span>
        </p>
      )}
      {!atWork && (
        <div className="aside-note">
          <p>Another program is open in the editor.</p>
          <button type="button" className="button small line" onClick={lessons.reopen}>
            Open your program for this
          </button>
        </div>
      )}
      {atWork && isOfOtherVersion(current, lesson) && <Changed />}
      {steps.map((step, k) => (
        <section key={k} aria-label={step.title === "" ? "Introduction" : undefined}>
          {step.title !== "" && <h3>{step.title}</h3>}
          {step.parts.map((part, j) =>
            part.kind === "text" ? (
              <Markdown key={j} text={part.markdown} pictures={lesson.pictures} />
            ) : (
              <LessonQuestion
                key={`${lesson.id} ${numbers.get(part.question)}`}
                lesson={lesson.id}
                number={numbers.get(part.question) ?? 0}
                question={part.question}
              />
            ),
          )}
        </section>
      ))}
      <LessonHelp lesson={lesson} atWork={atWork} />
      {assignment !== null && !isHandedIn(lesson.id) && <HandIn assignment={assignment} atWork={atWork} />}
      {/* Last, so that what a check finds moves nothing. */}
      <LessonChecks atWork={atWork} />
      {assignment === null && <LessonSteps id={lesson.id} isPassed={checked?.passed === true} />}
    </article>
  );
}

/// Said when the lesson is no longer the one that the student's program was begun with.
function Changed() {
  const { lessons } = useApp();
  return (
    <div className="aside-note" role="status">
      <p>This lesson has been changed since you began. Your program is as you left it.</p>
      <div className="button-row">
        <button type="button" className="button small line" onClick={lessons.goOn}>
          Continue with my program
        </button>
        <button type="button" className="button small" onClick={lessons.beginAnew}>
          Begin with the new start (mine stays under Files)
        </button>
      </div>
    </div>
  );
}

/// The number of each question among all of a lesson's.
function numbersOf({ text }: Lesson): ReadonlyMap<unknown, number> {
  const questions = text.steps.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === "question" ? [part.question] : [])),
  );
  return new Map(questions.map((question, k) => [question, k]));
}
