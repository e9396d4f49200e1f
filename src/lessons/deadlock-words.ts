import type { MonitorEvent } from "../runtime/protocol/events.ts";

// In a lesson the report stands between other results: of sixteen cores that wait in a ring the first few are told.
const mostWaits = 4;
const mostUnread = 2;

/// What is said of a deadlock, without going through every core.
export function deadlockWords({ message, lines, suggestion }: MonitorEvent & { kind: "deadlock" }): string {
  const [head = "", ...rest] = message.split("\n");
  const waiting = rest.slice(0, lines.length);
  const unread = rest.slice(lines.length, rest.length - 1);
  return [head, ...first(waiting, mostWaits, "waits"), ...first(unread, mostUnread, "messages"), suggestion]
    .filter((line) => line !== "")
    .join("\n");
}

function first(lines: readonly string[], most: number, what: string): readonly string[] {
  // A line that says "1 more" is as long as the one it stands for.
  if (lines.length <= most + 1) return lines;
  return [...lines.slice(0, most), `and ${lines.length - most} more ${what}`];
}
