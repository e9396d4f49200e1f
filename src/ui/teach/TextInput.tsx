import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import type { TextForm } from "../../store/teach/check-values.ts";
import { Words } from "../shared/Words.tsx";

interface TextInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /// How the value is written; then what was typed stays as it was typed while it means the same.
  readonly form?: TextForm;
  readonly placeholder?: string;
  readonly note?: string;
  readonly rows?: number;
  readonly mono?: boolean;
  readonly half?: boolean;
  readonly most?: number;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void;
  readonly children?: ReactNode;
}

/// A labelled field for a text.
export function TextInput({
  label,
  value,
  onChange,
  form,
  placeholder,
  note,
  rows,
  mono,
  half,
  most,
  onKeyDown,
  children,
}: TextInputProps) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  const same = form !== undefined && form.write(form.read(typed)) === value;
  const shared = {
    id,
    value: same ? typed : value,
    maxLength: most,
    placeholder,
    spellCheck: mono !== true,
    autoComplete: "off",
    onKeyDown,
    "aria-describedby": note === undefined ? undefined : `${id}-note`,
    className: mono === true ? "field mono" : "field",
    onChange: (event: { readonly target: { readonly value: string } }) => {
      setTyped(event.target.value);
      onChange(event.target.value);
    },
  };
  return (
    <div className={half === true ? "teach-field half" : "teach-field"}>
      <label htmlFor={id}>{label}</label>
      {rows === undefined ? <input type="text" {...shared} /> : <textarea rows={rows} {...shared} />}
      {note !== undefined && (
        <p id={`${id}-note`} className="quiet">
          <Words text={note} />
        </p>
      )}
      {children}
    </div>
  );
}
