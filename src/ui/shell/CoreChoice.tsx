import { useState } from "react";

interface CoreChoiceProps {
  /// Where no label stands around it.
  readonly label?: string;
  readonly cores: readonly number[];
  /// What a core is called: `core 3`.
  readonly nameOf: (core: number) => string;
  /// Null for all of them.
  readonly chosen: number | null;
  /// Whether all can be chosen.
  readonly all?: boolean;
  readonly disabled?: boolean;
  readonly onChoose: (core: number | null) => void;
}

// The longest list shown: longer ones are slow, and nobody looks through them.
const mostListed = 256;

/// Chooses one of some cores: from a list, or by its number where there are very many.
export function CoreChoice(props: CoreChoiceProps) {
  const { label, cores, nameOf, chosen, all = false, disabled, onChoose } = props;
  if (cores.length > mostListed) return <CoreNumber {...props} />;
  return (
    <select
      className="select small"
      aria-label={label}
      disabled={disabled}
      value={chosen ?? "all"}
      onChange={({ target }) => onChoose(target.value === "all" ? null : Number(target.value))}
    >
      {all && <option value="all">all cores</option>}
      {cores.map((core) => (
        <option key={core} value={core}>
          {nameOf(core)}
        </option>
      ))}
    </select>
  );
}

function CoreNumber({ label, cores, chosen, all = false, disabled, onChoose }: CoreChoiceProps) {
  // As it is being written; null afterwards.
  const [written, setWritten] = useState<string | null>(null);
  const coreIn = (text: string): number | null => {
    const core = /^\d+$/.test(text.trim()) ? Number(text) : null;
    return core !== null && cores.includes(core) ? core : null;
  };
  const write = (text: string) => {
    setWritten(text);
    const core = coreIn(text);
    if (core !== null || (all && text.trim() === "")) onChoose(core);
  };
  const wrong = written !== null && written.trim() !== "" && coreIn(written) === null;
  return (
    <input
      className="field small"
      inputMode="numeric"
      placeholder={all ? "all cores" : "core"}
      aria-label={label}
      aria-invalid={wrong}
      title={wrong ? "None of the cores here has this number" : "The number of a core"}
      disabled={disabled}
      value={written ?? chosen ?? ""}
      onChange={({ target }) => write(target.value)}
      onBlur={() => setWritten(null)}
    />
  );
}
