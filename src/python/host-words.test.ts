import { expect, test } from "vitest";
import { eventInHostWords, inHostWords } from "./host-words.ts";

test.each([
  ["core 16 waits in recv from core 1, line 3", "the host waits in recv from core 1, line 3"],
  ["Core 16 takes no part in this run.", "The host takes no part in this run."],
  ["until core 16 gets there too", "until the host gets there too"],
  ["cores 3, 16 have ended", "core 3 and the host have ended"],
  ["cores 0–16 wait in sync", "cores 0–15 and the host wait in sync"],
  ["cores 1, 14–16 wait", "cores 1, 14, 15 and the host wait"],
  ["core 1 waits in recv from core 160, line 16", "core 1 waits in recv from core 160, line 16"],
  ["cores 0–15 wait in recv, line 16", "cores 0–15 wait in recv, line 16"],
  // A program's own texts.
  ["core 1 asks for 'cores 0–4000000000'", "core 1 asks for 'cores 0–4000000000'"],
  ["cores 16–2 wait", "cores 16–2 wait"],
])("%s", (text, expected) => {
  expect(inHostWords(text, 16)).toBe(expected);
});

test("everything that an event says is told in this way, and nothing else of it", () => {
  const event = {
    kind: "x",
    message: "core 2 waits",
    lines: [{ text: "core 2 waits", cores: [2], file: "core 2.py" }],
  };
  expect(eventInHostWords(event, 2)).toEqual({
    kind: "x",
    message: "the host waits",
    lines: [{ text: "the host waits", cores: [2], file: "core 2.py" }],
  });
});
