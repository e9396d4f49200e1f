import { useStore } from "zustand";
import { type CheckResult, type LessonPlace, type LessonsState, placeIn } from "../../store/lessons/lessons.ts";
import { useApp } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";
import { Celebration } from "./Celebration.tsx";
import { CheckOutcome } from "./CheckOutcome.tsx";

/// Check, and what came of it.
export function LessonChecks({ atWork }: { readonly atWork: boolean }) {
  const { lessons, run, projects } = useApp();
  const { checking, checked, lesson, library, progress: all } = useStore(lessons.store);
  const place = lesson === null ? undefined : placeIn(library, lesson.id, all);
  const idle = useStore(run, ({ status }) => status === "idle");
  const revision = useStore(projects.store, (state) => state.revision);
  return (
    <section className="checks" aria-label="Check">
      <div className="checks-row">
        {checking === null ? (
          <button type="button" className="button go" disabled={!idle || !atWork} onClick={() => void lessons.check()}>
            <Icon name="check" />
            Check
          </button>
        ) : (
          <button type="button" className="button line" onClick={lessons.cancelCheck}>
            <Icon name="stop" />
            Stop checking
          </button>
        )}
        <p className="checks-state" role="status">
          {checking !== null && progress(checking)}
          {checking === null && checked !== null && (
            <span key={checked.number} className={checked.passed ? "check-passed" : undefined}>
              {checked.passed && <Celebration />}
              {summary(checked.results)} {checked.passed && chapterWords(place)}
            </span>
          )}
        </p>
      </div>
      {checking === null && checked !== null && (
        <>
          {checked.revision !== revision && <p className="quiet">The program has been changed since.</p>}
          <ul className="check-list">
            {checked.results.map((result, k) => (
              // Two checks may have the same name.
              <li key={k} className={result.ok ? "holds" : "fails"}>
                <CheckOutcome result={result} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function progress({ done, all, loading }: NonNullable<LessonsState["checking"]>): string {
  if (loading !== null) return `Loading Python, ${Math.round(loading * 100)} %`;
  if (done === all) return "Comparing what came out with what was asked";
  return all > 1 ? `Run ${done + 1} of ${all}` : "Checking";
}

function summary(results: readonly CheckResult[]): string {
  const good = results.filter(({ ok }) => ok).length;
  return good === results.length ? "All checks passed. Well done!" : `${good} of ${results.length} checks passed`;
}

/// What it means for the chapter.
function chapterWords(place: LessonPlace | undefined): string {
  if (place === undefined) return "";
  const left = place.lessons - place.done;
  if (left > 0) return `${left} more ${left === 1 ? "lesson" : "lessons"} in this chapter.`;
  return `You have finished the chapter “${place.chapter}”.`;
}
