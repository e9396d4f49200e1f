import { type FormEvent, useId, useState } from "react";
import { useStore } from "zustand";
import { draftAssignment, rangesFrom } from "../../store/lessons/assignment-draft.ts";
import { assignmentFile, assignmentLink, mostLinkCharacters } from "../../store/lessons/assignment-link.ts";
import { useApp } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";
import { saveFile } from "../shared/save-file.ts";
import "./assignment.css";

const firstCheck = `{
  "checks": [
    { "name": "Every core prints its id", "prints": { "line": "{core}" } }
  ]
}
`;

/// Makes an assignment of the open program: its task, the lines that stay, and what it must do.
export default function AssignmentForm() {
  const { projects, settings } = useApp();
  const { name, files, active } = useStore(projects.store, (state) => state.current);
  const [title, setTitle] = useState(name);
  const [task, setTask] = useState("");
  const [locked, setLocked] = useState("");
  const [check, setCheck] = useState(firstCheck);
  const [link, setLink] = useState("");
  const [text, setText] = useState("");
  const [problem, setProblem] = useState("");
  const [said, setSaid] = useState("");
  const id = useId();
  const main = files.find((file) => file.name === active) ?? files[0];
  const numbered = (main?.text ?? "").split("\n").map((line, k) => `${String(k + 1).padStart(3)}  ${line}`);

  const make = (event: FormEvent) => {
    event.preventDefault();
    setLink("");
    setText("");
    setSaid("");
    try {
      const { chip, cores, hostCores, seed } = settings.store.getState();
      const ordered = main === undefined ? files : [main, ...files.filter((file) => file !== main)];
      const ranges = rangesFrom(locked, numbered.length);
      const assignment = draftAssignment(
        { title, task, chip, cores, hostCores, seed, files: ordered, locked: ranges },
        check,
      );
      const file = assignmentFile(assignment);
      const fragment = assignmentLink(assignment);
      const made = fragment === undefined ? undefined : location.origin + location.pathname + fragment;
      const fits = made !== undefined && made.length <= mostLinkCharacters;
      setText(file);
      setLink(fits ? made : "");
      setProblem(fits ? "" : "It is too long for a link. Save it as a file; students open the file.");
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setSaid("Copied");
    } catch {
      setSaid("The browser does not let the page copy: select the link and copy it");
    }
  };

  return (
    <form className="assignment" onSubmit={make}>
      <p>
        Students begin with the open program, <span className="mono">{main?.name}</span>, and the chip, cores and seed
        chosen now.
      </p>
      <label htmlFor={`${id}-name`}>Title</label>
      <input
        id={`${id}-name`}
        className="field"
        required
        maxLength={80}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <label htmlFor={`${id}-task`}>Task (Markdown)</label>
      <textarea id={`${id}-task`} rows={4} value={task} onChange={(event) => setTask(event.target.value)} />
      <label htmlFor={`${id}-locked`}>Lines that students cannot change, such as 1-3, 8</label>
      <input
        id={`${id}-locked`}
        className="field"
        aria-describedby={`${id}-program`}
        value={locked}
        onChange={(event) => setLocked(event.target.value)}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard */}
      <pre id={`${id}-program`} className="assignment-program" tabIndex={0}>
        {numbered.join("\n")}
      </pre>
      <label htmlFor={`${id}-check`}>Checks, as JSON (docs/lessons.md of ePython Lab lists them)</label>
      <textarea
        id={`${id}-check`}
        className="mono"
        rows={8}
        spellCheck={false}
        value={check}
        onChange={(event) => setCheck(event.target.value)}
      />
      <div className="button-row">
        <button type="submit" className="button go">
          Make the link
        </button>
        {text !== "" && (
          <button
            type="button"
            className="button line"
            onClick={() => saveFile("assignment.json", text, "application/json")}
          >
            Save as a file
          </button>
        )}
      </div>
      {problem !== "" && (
        <p className="lesson-problem" role="alert">
          {problem}
        </p>
      )}
      {link !== "" && (
        <div className="assignment-link">
          <label htmlFor={`${id}-link`}>Link for your students ({link.length} characters)</label>
          <div className="button-row">
            <input
              id={`${id}-link`}
              className="field mono"
              readOnly
              value={link}
              onFocus={(event) => event.target.select()}
            />
            <button type="button" className="button line" onClick={() => void copy()}>
              <Icon name="copy" />
              Copy
            </button>
          </div>
        </div>
      )}
      <p role="status">{said}</p>
    </form>
  );
}
