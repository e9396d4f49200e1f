import { useStore } from "zustand";
import { checksIn } from "../../store/teach/exercise.ts";
import { CheckForm } from "./CheckForm.tsx";
import { CheckJson } from "./CheckJson.tsx";
import { CheckList } from "./CheckList.tsx";
import { useDraft, useTeach } from "./context.ts";
import { Tried } from "./Tried.tsx";
import "./checks-step.css";

/// The checks: as a list with a form for one of them, or as JSON; and what came of trying them.
export function ChecksStep() {
  const teach = useTeach();
  const { exercise } = useDraft();
  const asJson = useStore(teach.store, (state) => state.asJson);
  const chosen = useStore(teach.store, (state) => state.chosen);
  const { checks, problems } = checksIn(exercise);
  if (asJson) {
    return (
      <div className="teach-three as-json">
        <CheckJson problems={problems} />
        <Tried />
      </div>
    );
  }
  if (checks === undefined) {
    return (
      <div className="teach-three as-json">
        <section className="teach-form" aria-label="Checks">
          <h3>The form cannot show these checks</h3>
          <p>Their JSON cannot be read. Nothing of it is lost: correct it there, and the form is back.</p>
          <ul className="teach-problems">
            {problems.map(({ line, words }, k) => (
              <li key={k}>
                Line {line}: {words}
              </li>
            ))}
          </ul>
          <button type="button" className="button line" onClick={() => teach.showJson(true)}>
            Show the JSON
          </button>
        </section>
        <Tried />
      </div>
    );
  }
  const check = checks[chosen];
  return (
    <div className="teach-three">
      <CheckList checks={checks} problems={problems} />
      {check === undefined ? (
        <section className="teach-form" aria-label="Check">
          <h3>What must the program do?</h3>
          <p>
            Add a check. Each is tried at once on your solution, which should pass it, and on the start. The student
            sees the checks by name, and runs them as often as they like. You need not ask that every core comes to its
            end: this is always checked.
          </p>
        </section>
      ) : (
        <CheckForm
          key={`${chosen} of ${checks.length}`}
          check={check}
          place={chosen}
          problems={problems.filter((one) => one.check === chosen)}
        />
      )}
      <Tried />
    </div>
  );
}
