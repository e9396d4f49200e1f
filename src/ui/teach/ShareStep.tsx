import { useMemo } from "react";
import { assignmentOf } from "../../store/teach/exercise.ts";
import { assignmentToShare, packToShare, warningsOf } from "../../store/teach/hand-out.ts";
import { CopyField } from "../share/CopyField.tsx";
import { mostQrCharacters, QrCode } from "../share/QrCode.tsx";
import { useApp } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";
import { saveFile } from "../shared/save-file.ts";
import { useDraft, useTeach } from "./context.ts";
import { Tried } from "./Tried.tsx";
import "../share/share.css";
import "./share-step.css";

/// What the teacher hands out.
export function ShareStep() {
  const { draft } = useDraft();
  return (
    <div className="teach-three as-json">
      {draft.kind === "assignment" ? <ShareAssignment /> : <SharePack />}
      <Tried />
    </div>
  );
}

function ShareAssignment() {
  const { lessons, view } = useApp();
  const { exercise } = useDraft();
  const base = location.origin + location.pathname;
  const made = useMemo(() => assignmentToShare(exercise, base.length), [exercise, base]);
  if ("problem" in made) return <NotReady problem={made.problem} />;
  const { link, file } = made;
  const address = link === undefined ? "" : base + link;
  const tryIt = () => {
    void lessons.openAssignment(assignmentOf(exercise));
    view.setState({ teaching: false, left: "lessons", pane: "lesson" });
  };
  return (
    <section className="teach-form share" aria-label="Share">
      <h3>Hand it out</h3>
      {link === undefined ? (
        <p>It is too long for a link. Save it as a file; students open the file under Lessons.</p>
      ) : (
        <div className="teach-link">
          <CopyField
            label="Link for your students"
            text={address}
            note={`${address.length.toLocaleString("en")} characters. The link holds the assignment, without your solution.`}
          />
          {address.length <= mostQrCharacters && <QrCode text={address} label="QR code of the link" />}
        </div>
      )}
      <div className="button-row">
        <button
          type="button"
          className="button line"
          onClick={() => saveFile("assignment.json", file, "application/json")}
        >
          <Icon name="download" />
          Save as a file
        </button>
        <button type="button" className="button line" onClick={tryIt}>
          Open it as a student
        </button>
      </div>
      <p className="quiet">
        Keep the file: marking compares hand-ins with it. Students press Check as often as they like, type their name,
        and save a file to hand in, which they send to you in whatever way your course uses.
      </p>
    </section>
  );
}

function SharePack() {
  const { lessons, view } = useApp();
  const teach = useTeach();
  const { draft } = useDraft();
  const made = useMemo(() => packToShare(draft), [draft]);
  const missing = useMemo(
    () => draft.exercises.map((exercise, k) => ({ k, title: exercise.title, warnings: warningsOf(exercise) })),
    [draft],
  );
  if ("problem" in made) return <NotReady problem={made.problem} />;
  const { name, zip } = made;
  const tryIt = () => {
    void lessons.openFile(name, zip);
    view.setState({ teaching: false, left: "lessons", pane: "lesson" });
  };
  return (
    <section className="teach-form share" aria-label="Share">
      <h3>Hand it out</h3>
      <p>
        {name} has {draft.exercises.length === 1 ? "one lesson" : `${draft.exercises.length} lessons`}. Students open it
        under Lessons, Open a pack or assignment.
      </p>
      <div className="button-row">
        <button
          type="button"
          className="button go"
          onClick={() => saveFile(name, zip as Uint8Array<ArrayBuffer>, "application/zip")}
        >
          <Icon name="download" />
          Save the pack
        </button>
        <button type="button" className="button line" onClick={tryIt}>
          Open it as a student
        </button>
      </div>
      {missing.map(
        ({ k, title, warnings }) =>
          warnings.length > 0 && (
            <div key={k} className="teach-problems">
              <p>
                <button type="button" className="link" onClick={() => teach.editDraft({ open: k })}>
                  {k + 1}. {title || "A lesson without a title"}
                </button>
              </p>
              <ul>
                {warnings.map((warning) => (
                  <li key={warning}>{warning}</li>
                ))}
              </ul>
            </div>
          ),
      )}
      <p className="quiet">
        To edit it later, open the file under Teach, Edit a pack. The browser saves students’ progress under the pack’s
        title, so keep the title when you correct a lesson.
      </p>
    </section>
  );
}

function NotReady({ problem }: { readonly problem: string }) {
  return (
    <section className="teach-form" aria-label="Share">
      <h3>Not ready yet</h3>
      <div className="teach-problems" role="status">
        <ul>
          {problem.split("\n").map((line, k) => (
            <li key={k}>{line}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}
