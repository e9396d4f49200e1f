import type { CoreReport, CoreState } from "../../store/run/chip.ts";
import { IconMark } from "../shared/Icon.tsx";
import type { Size } from "../shared/useSize.ts";
import { cut, wrap } from "./cell-text.ts";
import { stateStyles } from "./state-styles.ts";
import "./essentials.css";

interface PlainCellProps {
  readonly id: number;
  readonly report: CoreReport;
  readonly lastLine: string | undefined;
  readonly size: Size;
  /// How many letters of a program's text fit in a row.
  readonly letters: number;
}

const padding = 8;
const rowHeight = 14;
// The width of a letter of the page's typeface, near enough to cut a text that would not fit.
const letterWidth = 6.8;

// What a core does, and what leads to the core it does that with.
const words: Readonly<Record<CoreState, readonly [alone: string, withPeer?: string]>> = {
  idle: ["ready"],
  running: ["running"],
  sending: ["sending", "sends to"],
  receiving: ["waiting", "waits for"],
  exchanging: ["swapping", "swaps with"],
  collective: ["with all"],
  barrier: ["waits for all"],
  input: ["asks you"],
  output: ["printing"],
  ended: ["ended"],
  failed: ["failed"],
  deadlocked: ["stuck", "stuck with"],
  abandoned: ["waits for host"],
  paused: ["paused"],
  stopped: ["stopped"],
};

/// What is in the cell of a core, as Essentials shows it: its name, what it does, at which line, and what it printed last.
export function PlainCell({ id, report, lastLine, size, letters }: PlainCellProps) {
  const { state, line, peer, peerIsHost } = report;
  const look = stateStyles[state];
  const [alone, withPeer] = words[state];
  const whom = peerIsHost ? "host" : String(peer);
  const does = peer === null || withPeer === undefined ? alone : `${withPeer} ${whom}`;
  const isAtLine = line !== null && state !== "ended" && state !== "idle";
  const wordLetters = Math.floor((size.width - 2 * padding) / letterWidth);
  const isSmall = size.width < 104;
  const name = size.width < 76 ? String(id) : `core ${id}`;
  const top = isAtLine ? 52 : 36;
  // What has been printed takes the rows that are left.
  const rows = Math.max(0, Math.floor((size.height - 4 - top) / rowHeight));
  const said = lastLine === undefined ? [] : wrap(lastLine, letters, rows);
  return (
    <>
      <text className={isSmall ? "core-id small" : "core-id"} x={padding} y="20">
        {name}
      </text>
      <IconMark name={look.icon} x={size.width - padding - 12} y={9} />
      <text className="core-state" x={padding} y="36">
        {cut(does, wordLetters)}
      </text>
      {isAtLine && (
        <text className="core-state core-line" x={padding} y="52">
          line {line}
        </text>
      )}
      {said.map((text, index) => (
        <text key={index} className="core-said" x={padding} y={top + rowHeight * (index + 1)}>
          {text}
        </text>
      ))}
    </>
  );
}
