import { hasControls, type TerminalStyle, terminalRuns } from "../../base/terminal-text.ts";

/// A line that a program has printed, as a terminal shows it. What is copied or saved is the line itself.
export function TerminalText({ line }: { readonly line: string }) {
  if (!hasControls(line)) return line;
  return terminalRuns(line).map(({ text, style }, k) =>
    style === undefined ? (
      text
    ) : (
      <span key={k} className={classesOf(style)}>
        {text}
      </span>
    ),
  );
}

function classesOf(style: TerminalStyle): string {
  const classes = ["bold", "faint", "italic", "underlined", "inverse"] as const;
  return [
    ...classes.filter((name) => style[name] === true),
    ...(style.color === undefined ? [] : [style.color]),
    ...(style.background === undefined ? [] : [`on-${style.background}`]),
  ]
    .map((name) => `term-${name}`)
    .join(" ");
}
