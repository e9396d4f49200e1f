import type { MonitorEvent } from "../runtime/protocol.ts";

// In a lesson the report stands between other results: sixteen cores that wait in the same way are told by the first few.
const mostWaits = 4;
const mostUnread = 2;

/// What is said of a deadlock, without going through every core.
export function deadlockWords({ message, waits, suggestion }: MonitorEvent & { kind: "deadlock" }): string {
  const [head = "", ...lines] = message.split("\n");
  const waiting = lines.slice(0, waits.length);
  const unread = lines.slice(waits.length, lines.length - 1);
  return [head, ...first(waiting, mostWaits, "core"), ...first(unread, mostUnread, "message"), suggestion]
    .filter((line) => line !== "")
    .join("\n");
}

function first(lines: readonly string[], most: number, what: string): readonly string[] {
  // A line that says "1 more" is as long as the one it stands for.
  if (lines.length <= most + 1) return lines;
  return [...lines.slice(0, most), `and ${lines.length - most} more ${what}s`];
}
