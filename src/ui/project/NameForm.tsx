import { type FormEvent, useId, useState } from "react";

interface NameFormProps {
  readonly name: string;
  /// For names in programs.
  readonly mono?: boolean;
  /// Settles with what is wrong with the new name, if anything is.
  readonly onName: (name: string) => Promise<string | undefined>;
  readonly onCancel: () => void;
}

/// A new name for a file or a program, in the place of the old one.
export function NameForm({ name, mono = false, onName, onCancel }: NameFormProps) {
  const [text, setText] = useState(name);
  const [refused, setRefused] = useState<string | undefined>();
  const id = useId();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setRefused(await onName(text));
  };
  return (
    <form className="rename" onSubmit={submit}>
      <input
        className={mono ? "field mono" : "field"}
        aria-label={`New name of ${name}`}
        aria-invalid={refused !== undefined}
        aria-describedby={refused === undefined ? undefined : id}
        // biome-ignore lint/a11y/noAutofocus: the learner has just asked to rename
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
        onFocus={(event) => event.target.select()}
        onKeyDown={(event) => event.key === "Escape" && onCancel()}
      />
      <button type="submit" className="button small line">
        Rename
      </button>
      {refused !== undefined && <p id={id}>{refused}</p>}
    </form>
  );
}
