import { useStore } from "zustand";
import { type LessonPlace, placeIn } from "../../store/lessons/place.ts";
import { useApp } from "../shared/context.ts";

/// At the foot of a lesson, always in view: how far its chapter is done, and the lessons before and after it. Nothing for one that is
/// in no library.
export function LessonSteps({ id, isPassed }: { readonly id: string; readonly isPassed: boolean }) {
  const { lessons } = useApp();
  const { library, progress } = useStore(lessons.store);
  const place = placeIn(library, id, progress);
  if (place === undefined) return null;
  const { previous, next } = place;
  return (
    <nav className="lesson-steps" aria-label="Lessons of the course">
      <button
        type="button"
        className="button line"
        disabled={previous === undefined}
        onClick={() => previous !== undefined && void lessons.open(previous)}
      >
        Previous
      </button>
      <Ring {...place} />
      <button
        type="button"
        className={isPassed && next !== undefined ? "button go" : "button line"}
        disabled={next === undefined}
        onClick={() => next !== undefined && void lessons.open(next)}
      >
        Next lesson
      </button>
    </nav>
  );
}

const radius = 8;
const round = 2 * Math.PI * radius;

function Ring({ chapter, lessons, done }: LessonPlace) {
  return (
    <span className="lesson-ring">
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="10" cy="10" r={radius} />
        <circle className="done" cx="10" cy="10" r={radius} strokeDasharray={`${(round * done) / lessons} ${round}`} />
      </svg>
      <span>
        {chapter}: {done} of {lessons} done
      </span>
    </span>
  );
}
