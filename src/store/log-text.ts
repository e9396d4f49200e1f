import { EPIPHANY_III } from "../machine/memory-map.ts";
import type { LogEntry } from "./log.ts";
import { formatCycles, formatMilliseconds } from "./time.ts";

type Finished = Extract<LogEntry, { kind: "finished" }>;

/// An entry as plain text, in the manner of the command line: `[device 3] hello`.
export function logText(entry: LogEntry): string {
  switch (entry.kind) {
    case "line":
      return `[${entry.coreKind} ${entry.core}] ${entry.text}`;
    case "answer":
      return `[${entry.coreKind} ${entry.core}] ${entry.prompt}${entry.text}`;
    case "fault":
      return [
        `[${entry.coreKind} ${entry.core}] error: ${entry.message}`,
        ...entry.calls.map(({ name, place }) => `    ${place.file}, line ${place.line}, in ${name}`),
      ].join("\n");
    case "thread-ended":
    case "deadlock":
      return entry.message;
    case "unread":
      return unreadText(entry);
    case "trouble":
      return entry.text;
    case "finished":
      return finishedText(entry);
  }
}

/// A message that a core did not receive before it ended.
export function unreadText({ message }: Extract<LogEntry, { kind: "unread" }>): string {
  const { from, to, toKind, place } = message;
  return `[${toKind} ${to}] left a message from core ${from} unread, sent at line ${place.line}`;
}

/// The last line of a run: `16 cores ended in 12.4 µs, 38.0 ms wall`.
export function finishedText(entry: Finished): string {
  const count = entry.cores.length;
  const cores = count === 1 ? "1 core" : `${count} cores`;
  const cycles = entry.cores.reduce((most, core) => Math.max(most, core.cycles), 0);
  const { frequency = EPIPHANY_III.frequency } = entry;
  const times = `${formatCycles(cycles, frequency)}, ${formatMilliseconds(entry.wallMilliseconds)} wall`;
  switch (entry.outcome) {
    case "ended":
      return `${cores} ended in ${times}`;
    case "failed":
      return `Failed after ${times}`;
    case "deadlock":
      return `Deadlock after ${times}`;
    case "stopped":
      return `Stopped after ${times}`;
  }
}
