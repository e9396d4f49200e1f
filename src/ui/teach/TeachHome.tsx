import { type ChangeEvent, useRef } from "react";
import { useStore } from "zustand";
import { formatDate } from "../../store/project/format-date.ts";
import { titleOf } from "../../store/teach/draft.ts";
import { MarkHandIns } from "../marking/MarkHandIns.tsx";
import { Icon } from "../shared/Icon.tsx";
import { useTeach } from "./context.ts";
import { editPack } from "./edit-pack.ts";
import { Guide } from "./Guide.tsx";
import { TeachHeader } from "./TeachHeader.tsx";
import "./home.css";

/// What a teacher can begin with, and what has been begun.
export function TeachHome({ onClose }: { readonly onClose: () => void }) {
  const teach = useTeach();
  const { drafts, undo, problem } = useStore(teach.store);
  const input = useRef<HTMLInputElement>(null);
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    // The same file can be chosen again.
    event.target.value = "";
    if (file !== undefined) await editPack(teach, file);
  };
  return (
    <>
      <TeachHeader onClose={onClose} />
      <div className="teach-scroll">
        <div className="teach-start">
          <ul className="teach-cards">
            <li>
              <h3>An assignment</h3>
              <p>The program that is open becomes the start. Add a task and checks, and hand out a link.</p>
              <button type="button" className="button go" onClick={() => teach.begin("assignment")}>
                Make an assignment
              </button>
            </li>
            <li>
              <h3>Lessons of your own</h3>
              <p>Steps to read, questions to predict, programs to write. Save them as a pack, and hand out the file.</p>
              <div className="button-row">
                <button type="button" className="button go" onClick={() => teach.begin("pack")}>
                  Make lessons
                </button>
                <button type="button" className="button line" onClick={() => input.current?.click()}>
                  Edit a pack
                </button>
              </div>
              <input ref={input} type="file" accept=".zip" hidden aria-label="Edit a pack" onChange={choose} />
            </li>
            <li>
              <h3>Marking</h3>
              <p>
                Students send you one file each. Drop the folder: every program is run again, and a table of the marks
                fills.
              </p>
              <MarkHandIns className="button go" onLeave={onClose} />
            </li>
          </ul>
          {problem !== "" && (
            <p className="lesson-problem" role="alert">
              {problem}
            </p>
          )}
          <section aria-labelledby="teach-drafts">
            <h3 id="teach-drafts">What you have begun</h3>
            {drafts.length === 0 && (
              <p className="quiet">Nothing yet. What you make is saved in this browser as you type.</p>
            )}
            <ul className="teach-drafts">
              {drafts.map((draft) => (
                <li key={draft.id}>
                  <button type="button" className="teach-draft" onClick={() => teach.open(draft.id)}>
                    <strong>{titleOf(draft)}</strong>
                    <span>
                      {draft.kind === "pack"
                        ? `Pack, ${draft.exercises.length} ${draft.exercises.length === 1 ? "lesson" : "lessons"}`
                        : "Assignment"}
                      , {formatDate(draft.at)}
                    </span>
                  </button>
                  <button
                    type="button"
                    className="button icon-only"
                    aria-label={`Delete ${titleOf(draft)}`}
                    onClick={() => teach.remove(draft.id)}
                  >
                    <Icon name="clear" />
                  </button>
                </li>
              ))}
            </ul>
            <p role="status">
              {undo !== null && (
                <>
                  {undo.words}{" "}
                  <button type="button" className="link" onClick={teach.undo}>
                    Undo
                  </button>
                </>
              )}
            </p>
          </section>
          <section aria-labelledby="teach-guides">
            <h3 id="teach-guides">How it is done</h3>
            <ul>
              <li>
                <Guide about="teaching" words="From an assignment to marks" />
              </li>
              <li>
                <Guide about="lessons" words="How to write a lesson, and all that checks can ask" />
              </li>
            </ul>
          </section>
        </div>
      </div>
    </>
  );
}
