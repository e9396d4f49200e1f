import { type FormEvent, useId, useState } from "react";
import { useStore } from "zustand";
import { isAnswer } from "../../store/lessons/answers.ts";
import type { Question } from "../../store/lessons/lessons.ts";
import { useApp } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";
import { Markdown } from "./Markdown.tsx";

interface LessonQuestionProps {
  readonly lesson: string;
  /// Its place among the lesson's questions.
  readonly number: number;
  readonly question: Question;
}

/// A question whose answer the student predicts. The explanation comes with any answer.
export function LessonQuestion({ lesson, number, question }: LessonQuestionProps) {
  const { lessons } = useApp();
  const given = useStore(lessons.store, ({ progress }) => progress[lesson]?.answers[number]);
  const [draft, setDraft] = useState(given ?? "");
  const id = useId();
  const answer = (event: FormEvent) => {
    event.preventDefault();
    if (draft.trim() !== "") lessons.answer(number, draft);
  };
  const choice = given === undefined ? undefined : question.choices[Number(given)];
  const right = given !== undefined && (choice?.right ?? isAnswer(question, given));
  return (
    <form className="predict" onSubmit={answer} aria-labelledby={`${id}-question`}>
      <p className="predict-head">Predict</p>
      <div id={`${id}-question`}>
        <Markdown text={question.question} />
      </div>
      {question.choices.length > 0 ? (
        <div role="radiogroup" aria-labelledby={`${id}-question`}>
          {question.choices.map((one, k) => (
            <label key={k} className="choice">
              <input
                type="radio"
                name={id}
                value={k}
                checked={draft === String(k)}
                onChange={() => setDraft(String(k))}
              />
              <Markdown text={one.text} />
            </label>
          ))}
        </div>
      ) : (
        <input
          className="field"
          type="text"
          autoComplete="off"
          spellCheck={false}
          aria-labelledby={`${id}-question`}
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
        />
      )}
      <button type="submit" className="button line small" disabled={draft.trim() === ""}>
        Answer
      </button>
      <div role="status">
        {given !== undefined && (
          <div className={right ? "verdict right" : "verdict wrong"}>
            <p className="verdict-head">
              <Icon name={right ? "check" : "close"} />
              {right ? "Right" : "Not so"}
            </p>
            {choice?.because !== undefined && <Markdown text={choice.because} />}
            <Markdown text={question.explain} />
          </div>
        )}
      </div>
    </form>
  );
}
