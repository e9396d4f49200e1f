import { type ChangeEvent, useId, useRef, useState } from "react";
import { useStore } from "zustand";
import { megabytes, mostProgressBytes } from "../../base/limits.ts";
import { lessonToResume } from "../../store/lessons/place.ts";
import { MarkHandIns } from "../marking/MarkHandIns.tsx";
import { useApp } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";
import { saveFile } from "../shared/save-file.ts";
import { CertificateButton } from "./CertificateButton.tsx";
import { openFile } from "./open-pack.ts";
import "./list.css";

/// All lessons by chapter, with what is done; and what teachers and movers need.
export function LessonList() {
  const { lessons } = useApp();
  const { library, progress } = useStore(lessons.store);
  const all = library.chapters.flatMap((chapter) => chapter.lessons);
  const done = all.filter(({ id }) => progress[id]?.done === true).length;
  const going = lessonToResume(library, progress);
  return (
    <>
      <p className="library-note" role="status">
        {library.title !== "" && `${library.title}: `}
        {done} of {all.length} lessons done.
      </p>
      <progress className="course-progress" aria-label="Lessons done" value={done} max={Math.max(1, all.length)} />
      {going !== undefined && (
        <button type="button" className="button go lesson-resume" onClick={() => void lessons.open(going.id)}>
          Go on with “{going.title}”
        </button>
      )}
      {library.chapters.map((chapter, k) => (
        <section key={k} aria-label={chapter.title}>
          <div className="library-head">
            <h2>{chapter.title}</h2>
            <ChapterProgress
              done={chapter.lessons.filter(({ id }) => progress[id]?.done === true).length}
              all={chapter.lessons.length}
            />
          </div>
          <p className="library-note">{chapter.about}</p>
          <ul className="example-list">
            {chapter.lessons.map(({ id, title, goal, minutes }) => (
              <li key={id}>
                <button type="button" className="example lesson-entry" onClick={() => void lessons.open(id)}>
                  <strong>
                    {title}
                    {progress[id]?.done === true && (
                      <span className="lesson-done">
                        <Icon name="check" />
                        Done
                      </span>
                    )}
                  </strong>
                  <span>
                    {goal} {minutes} min
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <ListTools />
    </>
  );
}

/// How far a chapter is done.
function ChapterProgress({ done, all }: { readonly done: number; readonly all: number }) {
  return (
    <span className={done === all ? "chapter-progress done" : "chapter-progress"}>
      {done === all && <Icon name="check" />}
      {done} of {all}
      <span className="visually-hidden"> lessons done</span>
    </span>
  );
}

function ListTools() {
  const { lessons, view } = useApp();
  const [said, setSaid] = useState("");
  const library = useStore(lessons.store, (state) => state.library);
  const importing = async (file: File) => {
    // One that is too large is not read to its end.
    const bytes = await file.slice(0, mostProgressBytes + 1).arrayBuffer();
    const isSmall = bytes.byteLength <= mostProgressBytes;
    try {
      setSaid(
        isSmall && (await lessons.importProgress(new TextDecoder().decode(bytes)))
          ? "Your progress was added."
          : `${file.name} ${isSmall ? "holds no progress" : `is larger than ${megabytes(mostProgressBytes)}`}. Nothing was changed.`,
      );
    } catch (error) {
      setSaid(error instanceof Error ? error.message : String(error));
    }
  };
  const exporting = () => {
    const text = lessons.exportProgress();
    saveFile("epython-lab-progress.json", text, "application/json");
    const isLarge = new TextEncoder().encode(text).length > mostProgressBytes;
    setSaid(isLarge ? `This file is larger than ${megabytes(mostProgressBytes)}: it cannot be added again.` : "");
  };
  return (
    <section className="list-tools" aria-label="Progress and packs">
      <div className="button-row">
        <button type="button" className="button small line" onClick={exporting}>
          Save progress
        </button>
        <FileButton words="Add saved progress" accept=".json" onFile={importing} />
        <CertificateButton />
        <FileButton words="Open a pack or assignment" accept=".zip,.json" onFile={(file) => openFile(lessons, file)} />
        <MarkHandIns />
        <button type="button" className="button small line" onClick={() => view.setState({ teaching: true })}>
          Teach
        </button>
        {library.title !== "" && (
          <button type="button" className="button small line" onClick={() => lessons.useLibrary(lessons.own)}>
            Back to the page’s own lessons
          </button>
        )}
      </div>
      <p className="library-note" role="status">
        {said}
      </p>
    </section>
  );
}

interface FileButtonProps {
  readonly words: string;
  readonly accept: string;
  readonly onFile: (file: File) => Promise<void>;
}

function FileButton({ words, accept, onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    if (file !== undefined) void onFile(file);
    // The same file can be chosen again.
    event.target.value = "";
  };
  return (
    <>
      <button type="button" className="button small line" onClick={() => input.current?.click()}>
        {words}
      </button>
      <input ref={input} id={id} type="file" accept={accept} hidden aria-label={words} onChange={choose} />
    </>
  );
}
