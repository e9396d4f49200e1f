import { expect, test } from "vitest";
import type { Heat } from "./heat.ts";
import { busiestWords, busyWords, drawnWords, legendWords, meanWords } from "./heat-words.ts";

const heat = (...shares: number[]): Heat => ({ window: 400, busy: new Map(shares.entries()) });

test("how busy the cores have been", () => {
  expect(meanWords(heat(1, 0.5, 0))).toBe("Cores 50 % busy lately.");
  expect(busyWords(heat(1, 0.371), 1)).toBe("37 % busy lately");
  expect(busiestWords(heat(0, 0.9, 0.2))).toBe("Core 1 is the busiest, at 90 %.");
  expect(busiestWords(heat(0, 1, 1))).toBe("2 cores are the busiest, at 100 %: core 1 and others.");
  expect(busiestWords(heat(0.5, 0.5))).toBe("All cores have been equally busy.");
  expect(busiestWords(heat(0, 0))).toBe("No core has been busy.");
});

test("what a full cell means, also at the start, when no time has passed", () => {
  const inTime = (cycles: number) => `${cycles} µs`;
  expect(legendWords(heat(1), inTime)).toBe("The fuller a cell or its bar, the busier its core in the last 400 µs.");
  expect(legendWords({ ...heat(0), window: 0 }, inTime)).toBe(
    "The fuller a cell or its bar, the busier its core lately.",
  );
});

test("how many messages are drawn", () => {
  expect(drawnWords(12, 3481)).toBe("12 of 3,481 messages on their way are drawn.");
  expect(drawnWords(3, 3)).toBe("3 messages are on their way.");
  expect(drawnWords(1, 1)).toBe("1 message is on its way.");
  expect(drawnWords(0, 0)).toBe("No messages are on their way.");
});
