import { type FormEvent, type ReactNode, useId, useState } from "react";
import { Icon } from "../shared/Icon.tsx";

interface NameFormProps {
  readonly title: string;
  readonly className?: string;
  /// Between the title and the field; and below the field.
  readonly about?: ReactNode;
  readonly note?: ReactNode;
  readonly button: string;
  readonly disabled: boolean;
  /// Saves a file with this name in it, and gives what is said of that. What it throws is said, too.
  readonly onSave: (name: string) => string | Promise<string>;
}

/// Asks for the student's name, and saves a file that has it.
export function NameForm({ title, className, about, note, button, disabled, onSave }: NameFormProps) {
  const [name, setName] = useState("");
  const [said, setSaid] = useState("");
  const id = useId();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    try {
      setSaid(await onSave(name));
    } catch (error) {
      setSaid(`Nothing was saved: ${error instanceof Error ? error.message : error}.`.replace(/\.\.$/, "."));
    }
  };
  return (
    <form className={className} onSubmit={(event) => void save(event)} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{title}</h3>
      {about}
      <label htmlFor={`${id}-name`}>Your name</label>
      <input
        id={`${id}-name`}
        className="field"
        required
        maxLength={120}
        autoComplete="name"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      {note}
      <button type="submit" className="button line" disabled={disabled || name.trim() === ""}>
        <Icon name="download" />
        {button}
      </button>
      <p role="status">{said}</p>
    </form>
  );
}
