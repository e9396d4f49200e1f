import { hasControls, type TerminalStyle, terminalRuns } from "../../base/terminal-text.ts";

/// A line that a program has printed, as a terminal shows it. What is copied or saved is the line itself.
export function TerminalText({ line }: { readonly line: string }) {
  if (!hasControls(line)) return line;
  return terminalRuns(line).map(({ text, style }, k) =>
    style === undefined ? (
      text
    ) : (
      <span key={k} className={classesOf(style)}>
        {style.sign === true ? nameOf(text) : text}
      </span>
    ),
  );
}

// Many fonts lack the signs for control characters, so their names are shown.
const NAMES =
  "NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US SP DEL".split(
    " ",
  );

function nameOf(sign: string): string {
  return NAMES[sign.charCodeAt(0) - 0x2400] ?? sign;
}

function classesOf(style: TerminalStyle): string {
  const classes = ["bold", "faint", "italic", "underlined", "inverse", "sign"] as const;
  return [
    ...classes.filter((name) => style[name] === true),
    ...(style.color === undefined ? [] : [style.color]),
    ...(style.background === undefined ? [] : [`on-${style.background}`]),
  ]
    .map((name) => `term-${name}`)
    .join(" ");
}
