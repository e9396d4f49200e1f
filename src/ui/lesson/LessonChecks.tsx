import { useStore } from "zustand";
import { isHandedIn } from "../../store/lessons/handed.ts";
import { type Checked, type LessonsState, pointsWords } from "../../store/lessons/lessons.ts";
import { type LessonPlace, placeIn } from "../../store/lessons/place.ts";
import { useApp } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";
import { Celebration } from "./Celebration.tsx";
import { CheckOutcome } from "./CheckOutcome.tsx";

/// Check, and what came of it.
export function LessonChecks({ atWork }: { readonly atWork: boolean }) {
  const { lessons, run, projects } = useApp();
  const { checking, checked, lesson, library, progress: all } = useStore(lessons.store);
  // Who looks at what was handed in sees all that its check says.
  const tries = lesson === null || isHandedIn(lesson.id) ? Number.POSITIVE_INFINITY : (all[lesson.id]?.tries ?? 0);
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
              {summary(checked)} {checked.passed && chapterWords(place)}
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
                <CheckOutcome result={result} tries={tries} />
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

function summary({ results, points }: Checked): string {
  const good = results.filter(({ ok }) => ok).length;
  const earned = points === undefined ? "" : pointsWords(points);
  if (good === results.length) return `All checks passed. Well done!${earned && ` ${earned}.`}`;
  return `${good} of ${results.length} checks passed${earned && `, ${earned}`}`;
}

/// What it means for the chapter.
function chapterWords(place: LessonPlace | undefined): string {
  if (place === undefined) return "";
  const left = place.lessons - place.done;
  if (left > 0) return `${left} more ${left === 1 ? "lesson" : "lessons"} in this chapter.`;
  return `You have finished the chapter “${place.chapter}”.`;
}
