import { useEffect, useRef } from "react";
import { useStore } from "zustand";
import { titleOf } from "../../store/teach/draft.ts";
import { type Step, steps } from "../../store/teach/teach.ts";
import { useApp } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";
import { ChecksStep } from "./ChecksStep.tsx";
import { useDraft, useTeach } from "./context.ts";
import { ProgramStep } from "./ProgramStep.tsx";
import { ShareStep } from "./ShareStep.tsx";
import { TaskStep } from "./TaskStep.tsx";
import { TeachHeader } from "./TeachHeader.tsx";
import { useVerdict } from "./useVerdict.ts";

const names: Readonly<Record<Step, string>> = {
  task: "Task",
  start: "Start",
  solution: "Solution",
  checks: "Checks",
  share: "Share",
};

/// An assignment or a lesson, step by step.
export function Maker({ onClose }: { readonly onClose: () => void }) {
  const teach = useTeach();
  const { draft, exercise } = useDraft();
  const step = useStore(teach.store, (state) => state.step);
  const asJson = useStore(teach.store, (state) => state.asJson);
  const undo = useStore(teach.store, (state) => state.undo);
  const verdict = useVerdict();
  const { pageStorage } = useApp();
  const kept = useStore(pageStorage.store, ({ state }) => state);
  const next = steps[steps.indexOf(step) + 1];
  const body = useRef<HTMLDivElement>(null);
  // Each step is read from its beginning.
  useEffect(() => {
    body.current?.scrollTo(0, 0);
  }, [step]);
  const done: Readonly<Record<Step, boolean>> = {
    task: exercise.title.trim() !== "" && (draft.kind === "assignment" || exercise.goal.trim() !== ""),
    start: exercise.start.trim() !== "",
    solution: exercise.solution.trim() !== "" && exercise.solution !== exercise.start,
    checks: verdict.tone === "good",
    share: false,
  };
  return (
    <>
      <TeachHeader title={titleOf(draft)} onHome={teach.leave} onClose={onClose} />
      <div className="teach-bar">
        <nav aria-label="Steps">
          <ol className="teach-steps">
            {steps.map((one, k) => (
              <li key={one} className={done[one] && one !== step ? "done" : undefined}>
                <button type="button" aria-current={one === step ? "step" : undefined} onClick={() => teach.show(one)}>
                  <span className="teach-number" aria-hidden="true">
                    {done[one] && one !== step ? <Icon name="check" /> : k + 1}
                  </span>
                  <span className="teach-step-name">{names[one]}</span>
                </button>
              </li>
            ))}
          </ol>
        </nav>
        {step === "checks" && (
          <fieldset className="segmented" aria-label="How the checks are shown">
            <button type="button" aria-pressed={!asJson} onClick={() => teach.showJson(false)}>
              Form
            </button>
            <button type="button" aria-pressed={asJson} onClick={() => teach.showJson(true)}>
              JSON
            </button>
          </fieldset>
        )}
        {next !== undefined && (
          <button type="button" className="button go teach-next" onClick={() => teach.show(next)}>
            Next: {names[next]}
            <Icon name="closed" />
          </button>
        )}
      </div>
      <div className="teach-scroll" ref={body}>
        {step === "task" && <TaskStep />}
        {(step === "start" || step === "solution") && <ProgramStep key={step} which={step} />}
        {step === "checks" && <ChecksStep />}
        {step === "share" && <ShareStep />}
      </div>
      <footer className="teach-foot">
        <p role="status">
          {undo === null ? (
            <span className={`teach-state ${verdict.tone}`}>{verdict.short}</span>
          ) : (
            <>
              {undo.words}{" "}
              <button type="button" className="link" onClick={teach.undo}>
                Undo
              </button>
            </>
          )}
        </p>
        <span className="quiet">
          {kept === "failed"
            ? "Not saved: see the notice in the page"
            : "Saved in this browser; nothing is sent anywhere"}
        </span>
      </footer>
    </>
  );
}
