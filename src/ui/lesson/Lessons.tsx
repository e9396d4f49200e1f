import { Suspense } from "react";
import { useStore } from "zustand";
import { useApp } from "../shared/context.ts";
import { lazyView } from "../shared/lazy-view.tsx";
import { LessonList } from "./LessonList.tsx";

// What shows Markdown is large, and waits until a lesson is opened.
const LessonView = lazyView(() => import("./LessonView.tsx"));

/// The list of lessons, or the one that is open.
export function Lessons() {
  const { lessons } = useApp();
  const lesson = useStore(lessons.store, (state) => state.lesson);
  const loading = useStore(lessons.store, (state) => state.loading);
  const problem = useStore(lessons.store, (state) => state.problem);
  return (
    <div className="library">
      {problem !== "" && (
        <p className="lesson-problem" role="alert">
          {problem}
        </p>
      )}
      {loading && (
        <p className="library-note loading-note" role="status">
          Opening…{" "}
          <button type="button" className="button small line" onClick={lessons.cancelOpening}>
            Cancel
          </button>
        </p>
      )}
      {lesson === null ? (
        <LessonList />
      ) : (
        <Suspense fallback={<p className="library-note">Opening the lesson…</p>}>
          <LessonView lesson={lesson} />
        </Suspense>
      )}
    </div>
  );
}
