import { expect, it } from "vitest";
import type { MonitorEvent } from "../runtime/protocol/events.ts";
import { deadlockWords } from "./deadlock-words.ts";

type Deadlock = MonitorEvent & { kind: "deadlock" };

/// The parts of a report that its words are made of.
function report(cores: number, unread: number, suggestion: string): Deadlock {
  const told = Array.from({ length: cores }, (_, core) => ({ text: `core ${core} waits`, cores: [core] }));
  const message = [
    "Deadlock.",
    ...told.map(({ text }) => text),
    ...Array.from({ length: unread }, (_, k) => `message ${k}`),
    suggestion,
  ];
  return { lines: told, suggestion, message: message.join("\n") } as unknown as Deadlock;
}

it("a few waiting cores are told one by one", () => {
  expect(deadlockWords(report(2, 1, "Send first."))).toBe(
    "Deadlock.\ncore 0 waits\ncore 1 waits\nmessage 0\nSend first.",
  );
  expect(deadlockWords(report(5, 0, ""))).toBe(
    "Deadlock.\ncore 0 waits\ncore 1 waits\ncore 2 waits\ncore 3 waits\ncore 4 waits",
  );
});

it("of many the first are told, and how many more there are", () => {
  expect(deadlockWords(report(16, 14, "Send first."))).toBe(
    "Deadlock.\ncore 0 waits\ncore 1 waits\ncore 2 waits\ncore 3 waits\nand 12 more waits\n" +
      "message 0\nmessage 1\nand 12 more messages\nSend first.",
  );
});
