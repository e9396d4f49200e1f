import { useId } from "react";
import { folderFor } from "../../store/teach/pack-draft.ts";
import { useDraft, useTeach } from "./context.ts";
import { LessonText } from "./LessonText.tsx";
import { TextInput } from "./TextInput.tsx";

/// The pack, its chapters, and what the lesson that is open is called and says.
export function LessonFields() {
  const teach = useTeach();
  const { draft, exercise } = useDraft();
  const id = useId();
  const chapter = draft.chapters.find(({ folder }) => folder === exercise.chapter);
  const editChapter = (change: { readonly title?: string; readonly about?: string }) => {
    const edited = { folder: exercise.chapter, title: exercise.chapter, about: "Lessons.", ...chapter, ...change };
    const others = draft.chapters.filter(({ folder }) => folder !== exercise.chapter);
    teach.editDraft({ chapters: [...others, edited].sort((a, b) => (a.folder < b.folder ? -1 : 1)) });
  };
  const chooseChapter = (folder: string) => {
    if (folder !== "") return teach.edit({ chapter: folder });
    const made = folderFor(
      "chapter",
      draft.chapters.map((one) => one.folder),
    );
    teach.editDraft({
      chapters: [...draft.chapters, { folder: made, title: "A new chapter", about: "What it is about." }],
    });
    teach.edit({ chapter: made });
  };
  return (
    <>
      <fieldset className="teach-group">
        <legend>The pack</legend>
        <TextInput
          label="Title of the pack"
          value={draft.title}
          most={80}
          placeholder="My course"
          onChange={(title) => teach.editDraft({ title })}
        />
        <div className="teach-field">
          <label htmlFor={`${id}-lesson`}>Lesson</label>
          <div className="button-row">
            <select
              id={`${id}-lesson`}
              className="select teach-grow"
              value={draft.open}
              onChange={({ target }) => teach.editDraft({ open: Number(target.value) })}
            >
              {draft.exercises.map(({ title, chapter, folder }, k) => (
                <option key={`${chapter}/${folder}`} value={k}>
                  {k + 1}. {title || "A lesson without a title"}
                </option>
              ))}
            </select>
            <button type="button" className="button line" onClick={teach.addLesson}>
              Add a lesson
            </button>
            <button
              type="button"
              className="button line"
              disabled={draft.exercises.length < 2}
              onClick={teach.removeLesson}
            >
              Delete this one
            </button>
          </div>
        </div>
        <div className="teach-field half">
          <label htmlFor={`${id}-chapter`}>Chapter</label>
          <select
            id={`${id}-chapter`}
            className="select"
            value={exercise.chapter}
            onChange={({ target }) => chooseChapter(target.value)}
          >
            {draft.chapters.map(({ folder, title }) => (
              <option key={folder} value={folder}>
                {title}
              </option>
            ))}
            {chapter === undefined && <option value={exercise.chapter}>{exercise.chapter}</option>}
            <option value="">A new chapter…</option>
          </select>
        </div>
        <TextInput
          half
          label="Title of the chapter"
          value={chapter?.title ?? ""}
          onChange={(title) => editChapter({ title })}
        />
        <TextInput
          label="About the chapter, in a sentence"
          value={chapter?.about ?? ""}
          onChange={(about) => editChapter({ about })}
        />
      </fieldset>
      <TextInput
        label="Title of the lesson"
        value={exercise.title}
        most={60}
        onChange={(title) => teach.edit({ title })}
      />
      <TextInput
        label="Goal"
        value={exercise.goal}
        most={200}
        placeholder="What the student can do afterwards, in a sentence"
        onChange={(goal) => teach.edit({ goal })}
      />
      <div className="teach-field half">
        <label htmlFor={`${id}-minutes`}>Minutes</label>
        <input
          id={`${id}-minutes`}
          className="field"
          type="number"
          min={1}
          max={60}
          value={exercise.minutes}
          onChange={({ target }) =>
            teach.edit({ minutes: Math.min(60, Math.max(1, Math.round(Number(target.value)) || 1)) })
          }
        />
      </div>
      <LessonText />
    </>
  );
}
