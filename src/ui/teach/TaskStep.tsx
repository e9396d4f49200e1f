import { useId } from "react";
import { chipModels, chipNamed, coresOf } from "../../store/run/chip-choice.ts";
import { mostHostCores } from "../../store/run/settings.ts";
import { useDraft, useTeach } from "./context.ts";
import { LessonFields } from "./LessonFields.tsx";
import { LessonPreview } from "./LessonPreview.tsx";
import { TextInput } from "./TextInput.tsx";

/// What the student is to do, and on how many cores.
export function TaskStep() {
  const teach = useTeach();
  const { draft, exercise } = useDraft();
  return (
    <div className="teach-two">
      <section className="teach-form" aria-label="What the student is to do">
        {draft.kind === "pack" ? (
          <LessonFields />
        ) : (
          <>
            <TextInput label="Title" value={exercise.title} most={80} onChange={(title) => teach.edit({ title })} />
            <TextInput
              label="Task"
              rows={10}
              value={exercise.text}
              placeholder="Core 0 sends to core 1, and so on. **Every** core adds its id."
              note="In Markdown: `**bold**`, `- a list`, and code in backquotes."
              onChange={(text) => teach.edit({ text })}
            />
          </>
        )}
        <RunFields />
      </section>
      <LessonPreview />
    </div>
  );
}

/// The chip and the cores that the program runs on, as in the run settings.
function RunFields() {
  const teach = useTeach();
  const { exercise } = useDraft();
  const id = useId();
  const { chip, cores, hostCores, seed } = exercise;
  const most = coresOf(chipNamed(chip));
  const whole = (text: string, least: number, to: number) =>
    Math.min(to, Math.max(least, Math.round(Number(text)) || least));
  return (
    <fieldset className="teach-group">
      <legend>The run</legend>
      <div className="teach-field half">
        <label htmlFor={`${id}-chip`}>Chip</label>
        <select
          id={`${id}-chip`}
          className="select"
          value={chip}
          onChange={({ target }) => teach.edit({ chip: target.value, cores: coresOf(chipNamed(target.value)) })}
        >
          {chipModels.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </div>
      <NumberInput
        label={`Cores, of ${most.toLocaleString("en")}`}
        value={cores}
        onChange={(text) => teach.edit({ cores: whole(text, 1, most) })}
      />
      <NumberInput
        label="Virtual cores on the host"
        value={hostCores}
        onChange={(text) => teach.edit({ hostCores: whole(text, 0, mostHostCores) })}
      />
      <NumberInput label="Seed" value={seed} onChange={(text) => teach.edit({ seed: whole(text, 0, 0xffffffff) })} />
    </fieldset>
  );
}

interface NumberInputProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (text: string) => void;
}

function NumberInput({ label, value, onChange }: NumberInputProps) {
  const id = useId();
  return (
    <div className="teach-field half">
      <label htmlFor={id}>{label}</label>
      <input id={id} className="field" type="number" value={value} onChange={({ target }) => onChange(target.value)} />
    </div>
  );
}
