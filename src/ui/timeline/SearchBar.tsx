import { type RefObject, useId } from "react";
import { counted } from "../../base/counted.ts";
import { Icon } from "../shared/Icon.tsx";

interface SearchBarProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly text: string;
  readonly onText: (text: string) => void;
  /// What is wrong with the text; empty if nothing is.
  readonly problem: string;
  readonly count: number;
  /// Which hit is chosen, from 1 on; 0 for none.
  readonly number: number;
  readonly onGo: (forth: boolean) => void;
  readonly onClose: () => void;
}

/// Looks for calls, and goes from hit to hit.
export function SearchBar({ field, text, onText, problem, count, number, onGo, onClose }: SearchBarProps) {
  const said = useId();
  return (
    <search
      className="timeline-search"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onClose();
      }}
    >
      <input
        ref={field}
        className="field small"
        type="search"
        placeholder="recv core 3 waiting > 1 ms"
        aria-label="Find calls: by name, core, line, or how long they waited"
        aria-describedby={said}
        aria-invalid={problem !== ""}
        value={text}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          onGo(!event.shiftKey);
        }}
      />
      <button
        type="button"
        className="button small icon-only"
        aria-label="Previous hit"
        title="Previous hit (Shift+Enter)"
        disabled={count === 0}
        onClick={() => onGo(false)}
      >
        <Icon name="previous" />
      </button>
      <button
        type="button"
        className="button small icon-only"
        aria-label="Next hit"
        title="Next hit (Enter)"
        disabled={count === 0}
        onClick={() => onGo(true)}
      >
        <Icon name="next" />
      </button>
      <p id={said} role="status">
        {text.trim() !== "" && (problem || hitWords(count, number))}
      </p>
      <button type="button" className="button small icon-only" aria-label="Close the search" onClick={onClose}>
        <Icon name="close" />
      </button>
    </search>
  );
}

function hitWords(count: number, number: number): string {
  if (count === 0) return "No call is like that.";
  return number === 0 ? counted(count, "call") : `${number.toLocaleString("en")} of ${counted(count, "call")}`;
}
