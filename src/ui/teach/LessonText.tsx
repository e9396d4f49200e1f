import { type ChangeEvent, useId, useRef, useState } from "react";
import { mostPackFileBytes } from "../../base/limits.ts";
import { picturesIn, pictureText, withPicture } from "../../store/teach/pictures.ts";
import { Icon } from "../shared/Icon.tsx";
import { useDraft, useTeach } from "./context.ts";

const parts = {
  "Add a step": "\n## A step\n\nText.\n",
  "Add a question":
    "\n```predict\nquestion: What is printed?\nchoices:\n  - text: The right answer\n    right: true\n  - text: Another one\n    because: Say what is behind the mistake.\nexplain: Say why it is so.\n```\n",
  "Add a hint": "\n```hint\nA nudge.\n```\n",
  "Add code": '\n```python\nprint("Core", coreid())\n```\n',
} as const;

/// The text of the lesson that is open, with buttons for what can stand in it, and its pictures.
export function LessonText() {
  const teach = useTeach();
  const { draft, exercise } = useDraft();
  const [problem, setProblem] = useState("");
  const text = useRef<HTMLTextAreaElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const id = useId();
  const pictures = picturesIn(exercise);
  // Where the cursor is; it is then behind the new part, or where `back` says, from its end.
  const add = (part: string, more: Partial<typeof exercise> = {}, back = 0) => {
    const field = text.current;
    // A file takes a moment to be read: what was typed meanwhile stays.
    const now = field?.value ?? exercise.text;
    const at = field?.selectionEnd ?? now.length;
    const [before, after] = [now.slice(0, at), now.slice(at)];
    const gap = before === "" || before.endsWith("\n") ? "" : "\n";
    teach.edit({ ...more, text: before + gap + part + after });
    const cursor = at + gap.length + part.length - back;
    requestAnimationFrame(() => {
      field?.focus();
      field?.setSelectionRange(cursor, cursor);
    });
  };
  const addPicture = async (event: ChangeEvent<HTMLInputElement>) => {
    const [chosen] = event.target.files ?? [];
    // The same can be chosen again.
    event.target.value = "";
    if (chosen === undefined) return;
    try {
      // One that is too large is not read to its end.
      const added = withPicture(exercise.pictures, chosen.name, await chosen.slice(0, mostPackFileBytes + 1).text());
      setProblem("");
      const { part, back } = pictureText(added.name);
      add(part, { pictures: added.pictures }, back);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  const remove = (name: string) =>
    teach.edit(
      { pictures: exercise.pictures.filter((one) => one.name !== name) },
      { words: `${name} was deleted.`, draft },
    );
  return (
    <div className="teach-field">
      <label htmlFor={`${id}-text`}>Text, in Markdown</label>
      <div className="button-row">
        {Object.entries(parts).map(([label, part]) => (
          <button key={label} type="button" className="button line" onClick={() => add(part)}>
            {label}
          </button>
        ))}
        <button type="button" className="button line" onClick={() => file.current?.click()}>
          Add a picture
        </button>
        <input
          ref={file}
          type="file"
          accept=".svg,image/svg+xml"
          hidden
          aria-label="Add a picture"
          onChange={(event) => void addPicture(event)}
        />
      </div>
      <p role="status" className="teach-problems">
        {problem}
      </p>
      <textarea
        id={`${id}-text`}
        ref={text}
        className="field mono"
        rows={18}
        aria-describedby={`${id}-note`}
        value={exercise.text}
        onChange={({ target }) => teach.edit({ text: target.value })}
      />
      <p id={`${id}-note`} className="quiet">
        A heading with ## begins a step. Hints open one at a time, in the order in which you write them. A picture is an
        SVG; write between its brackets what it shows, for those who do not see it.
      </p>
      {pictures.length > 0 && (
        <ul aria-label="Pictures">
          {pictures.map((name) => (
            <li key={name} className="teach-picture">
              <code>{name}</code>
              <button type="button" className="button" onClick={() => remove(name)}>
                <Icon name="clear" />
                Delete <span className="visually-hidden">{name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
