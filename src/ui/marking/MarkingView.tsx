import { type DragEvent, use, useState } from "react";
import { useStore } from "zustand";
import { mostAssignmentBytes } from "../../base/limits.ts";
import { csvOf, type Marking, othersWords, sumOf } from "../../store/marking/marking.ts";
import { useApp } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";
import { saveFile } from "../shared/save-file.ts";
import { AlikePrograms } from "./AlikePrograms.tsx";
import { FileChoice } from "./FileChoice.tsx";
import { chosenFiles, droppedFiles } from "./given-files.ts";
import { MarkTable } from "./MarkTable.tsx";
import "./marking.css";

/// Marks what students have handed in: files, a folder or a .zip become a table.
export default function MarkingView({ onLeave }: { readonly onLeave: () => void }) {
  const app = useApp();
  const [promise] = useState(() => app.marking());
  return <Loaded marking={use(promise)} onLeave={onLeave} />;
}

function Loaded({ marking, onLeave }: { readonly marking: Marking; readonly onLeave: () => void }) {
  const { marks, others, progress, left, problem } = useStore(marking.store);
  const [held, setHeld] = useState(false);
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    setHeld(false);
    void marking.mark(await droppedFiles(event.dataTransfer));
  };
  const hold = (event: DragEvent) => {
    event.preventDefault();
    setHeld(true);
  };
  return (
    // Files that are dropped anywhere on it are marked.
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons below do the same
    <div
      className={held ? "marking held" : "marking"}
      data-takes-files=""
      onDragEnter={hold}
      onDragOver={hold}
      onDragLeave={(event) => event.currentTarget.contains(event.relatedTarget as Node | null) || setHeld(false)}
      onDrop={(event) => void drop(event)}
    >
      <div className="marking-drop">
        <p>
          <Icon name="upload" />
          Drop a folder or a .zip of hand-ins here, or choose it. Nothing leaves this browser.
        </p>
        <div className="button-row">
          <FileChoice words="Choose a folder" folder onFiles={(files) => void marking.mark(chosenFiles(files))} />
          <FileChoice
            words="Choose files or a .zip"
            accept=".json,.zip"
            onFiles={(files) => void marking.mark(chosenFiles(files))}
          />
        </div>
      </div>
      <GivenAssignment marking={marking} />
      {problem !== "" && (
        <p className="lesson-problem" role="alert">
          {problem}
        </p>
      )}
      <div className="marking-state">
        <p role="status">
          {progress !== null && `${progress.done} of ${progress.all} files marked`}
          {progress === null && left > 0 && `Stopped. ${left} ${left === 1 ? "file is" : "files are"} not marked. `}
          {progress === null && marks.length > 0 && sumOf(marks)}
        </p>
        {progress !== null && (
          <>
            <progress aria-label="Marking" value={progress.done} max={Math.max(1, progress.all)} />
            <button type="button" className="button small line" onClick={marking.cancel}>
              <Icon name="stop" />
              Cancel
            </button>
          </>
        )}
        {progress === null && left > 0 && (
          <button type="button" className="button small line" onClick={() => void marking.goOn()}>
            Mark the rest
          </button>
        )}
        {progress === null && marks.length > 0 && (
          <>
            <button
              type="button"
              className="button small line"
              onClick={() => saveFile("marks.csv", csvOf(marks), "text/csv;charset=utf-8")}
            >
              <Icon name="download" />
              Save as CSV
            </button>
            <button type="button" className="button small" onClick={marking.clear}>
              Clear
            </button>
          </>
        )}
      </div>
      {marks.length > 0 && <MarkTable marking={marking} onLeave={onLeave} />}
      {others.length > 0 && progress === null && <p className="quiet">{othersWords(others)}</p>}
      {progress === null && marks.length > 1 && <AlikePrograms marking={marking} />}
    </div>
  );
}

function GivenAssignment({ marking }: { readonly marking: Marking }) {
  const given = useStore(marking.store, (state) => state.given);
  const choose = async ([file]: readonly File[]) => {
    if (file === undefined) return;
    // One that is too large is not read to its end.
    const bytes = new Uint8Array(await file.slice(0, mostAssignmentBytes + 1).arrayBuffer());
    await marking.giveAssignment(file.name, bytes);
  };
  return (
    <div className="marking-given">
      {given === null ? (
        <>
          <p>Each is marked by the assignment in it. To be safe from changed ones, give your own.</p>
          <FileChoice words="Mark by my assignment" accept=".json" onFiles={(files) => void choose(files)} />
        </>
      ) : (
        <>
          <p>
            All are marked by your assignment, <strong>{given.assignment.title}</strong> ({given.name}).
          </p>
          <button type="button" className="button small line" onClick={() => void marking.takeAssignment()}>
            Mark each by its own
          </button>
        </>
      )}
    </div>
  );
}
