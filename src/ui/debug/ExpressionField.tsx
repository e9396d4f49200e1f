import { useEffect, useId, useRef } from "react";

interface ExpressionFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  /// What is wrong with it, in words; undefined if nothing is.
  readonly problem: string | undefined;
  /// Takes the focus when it appears.
  readonly autoFocus?: boolean;
  readonly onChange: (text: string) => void;
}

/// A field for an expression, with what is wrong with it below.
export function ExpressionField({ label, placeholder, value, problem, autoFocus, onChange }: ExpressionFieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const takesFocus = useRef(autoFocus === true);
  useEffect(() => {
    if (takesFocus.current) field.current?.focus();
  }, []);
  return (
    <span className="expression-field">
      <input
        ref={field}
        className="field small mono"
        placeholder={placeholder}
        aria-label={label}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : id}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {problem !== undefined && (
        <span className="breakpoint-problem" id={id}>
          {problem}
        </span>
      )}
    </span>
  );
}
