import { useId, useRef, useState } from "react";
import { Icon } from "../shared/Icon.tsx";

interface CopyFieldProps {
  readonly label: string;
  readonly text: string;
  /// More than one line.
  readonly tall?: boolean;
  /// Said below it.
  readonly note?: string;
}

/// A text to take along.
export function CopyField({ label, text, tall = false, note }: CopyFieldProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid("Copied");
    } catch {
      // The browser refuses; what is selected can still be copied by hand.
      field.current?.select();
      setSaid("Press Ctrl+C to copy");
    }
    window.setTimeout(() => setSaid(""), 2500);
  };
  return (
    <div className="copy-field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        ref={field}
        className="field mono"
        readOnly
        rows={tall ? 4 : 2}
        spellCheck={false}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        value={text}
        onFocus={(event) => event.target.select()}
      />
      <div className="copy-row">
        {note !== undefined && (
          <p id={`${id}-note`} className="share-note">
            {note}
          </p>
        )}
        <span role="status" className="copy-said">
          {said}
        </span>
        <button type="button" className="button line" onClick={copy}>
          <Icon name={said === "Copied" ? "check" : "copy"} />
          Copy <span className="visually-hidden">the {label.toLowerCase()}</span>
        </button>
      </div>
    </div>
  );
}
