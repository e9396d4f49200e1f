import { useDeferredValue } from "react";
import type { Question } from "../../store/lessons/lessons.ts";
import { lessonTextOf } from "../../store/teach/hand-out.ts";
import { Markdown } from "../lesson/Markdown.tsx";
import { Icon } from "../shared/Icon.tsx";
import { useDraft } from "./context.ts";
import "../lesson/lesson.css";
import "./preview.css";

/// What the student reads, as it is typed.
export function LessonPreview() {
  const { draft, exercise: typed } = useDraft();
  const exercise = useDeferredValue(typed);
  const pictures = Object.fromEntries(exercise.pictures.map(({ name, text }) => [name, text]));
  return (
    <section className="teach-preview" aria-label="As the student sees it">
      <p className="teach-preview-head">As the student sees it</p>
      <article className="lesson">
        <h2>{exercise.title.trim() || "Without a title"}</h2>
        {draft.kind === "assignment" ? (
          exercise.text.trim() === "" ? (
            <p className="quiet">The task stands here.</p>
          ) : (
            <Markdown text={exercise.text} />
          )
        ) : (
          <Steps pictures={pictures} exercise={exercise} />
        )}
      </article>
    </section>
  );
}

interface StepsProps {
  readonly exercise: ReturnType<typeof useDraft>["exercise"];
  readonly pictures: Readonly<Record<string, string>>;
}

function Steps({ exercise, pictures }: StepsProps) {
  const read = lessonTextOf(exercise);
  if ("problem" in read) {
    return (
      <div className="teach-problems" role="status">
        <p>The text cannot be read yet:</p>
        <ul>
          {read.problem.split("\n").map((line, k) => (
            <li key={k}>{line}</li>
          ))}
        </ul>
      </div>
    );
  }
  const { head, steps, hints } = read.text;
  return (
    <>
      <p className="lesson-goal">
        {head.goal} <span className="quiet">About {head.minutes} minutes.</span>
      </p>
      {steps.map((step, k) => (
        <section key={k}>
          {step.title !== "" && <h3>{step.title}</h3>}
          {step.parts.map((part, j) =>
            part.kind === "text" ? (
              <Markdown key={j} text={part.markdown} pictures={pictures} />
            ) : (
              <Asked key={j} question={part.question} />
            ),
          )}
        </section>
      ))}
      {hints.map((hint, k) => (
        <details key={k} className="teach-hint">
          <summary>
            Hint {k + 1} of {hints.length}
          </summary>
          <Markdown text={hint} pictures={pictures} />
        </details>
      ))}
    </>
  );
}

/// A question with its answers and what is said of them.
function Asked({ question }: { readonly question: Question }) {
  return (
    <div className="predict">
      <p className="predict-head">Predict</p>
      <Markdown text={question.question} />
      {question.choices.map((choice, k) => (
        <div key={k} className="teach-choice">
          <Icon name={choice.right ? "check" : "ring"} />
          <div>
            <Markdown text={choice.text} />
            {choice.because !== undefined && <Markdown text={choice.because} />}
          </div>
        </div>
      ))}
      {question.answers.length > 0 && <p className="quiet">Right: {question.answers.join(", ")}</p>}
      <Markdown text={question.explain} />
    </div>
  );
}
