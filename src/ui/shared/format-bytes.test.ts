import { expect, test } from "vitest";
import { formatBytes } from "./format-bytes.ts";

test.each([
  [0, "0 B"],
  [1, "1 B"],
  [1023, "1023 B"],
  [1024, "1.0 KB"],
  [1536, "1.5 KB"],
  [32 * 1024, "32.0 KB"],
  [100 * 1024, "100 KB"],
  [1024 * 1024 - 1, "1.0 MB"],
  [32 * 1024 * 1024, "32.0 MB"],
  [3 * 1024 ** 3, "3.0 GB"],
])("%d bytes are %s", (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words);
});
