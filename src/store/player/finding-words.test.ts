import { expect, it } from "vitest";
import type { Finding, FindingKind } from "../../runtime/findings.ts";
import { findingWords } from "./finding-words.ts";

const finding = (kind: FindingKind, cores: readonly number[]): Finding => ({
  kind,
  cores,
  lost: 600_000,
  share: 0.31,
  lines: [],
  at: 0,
});

it.each([
  ["late-sender", [1], "Core 1 waits in recv for a message that is sent later."],
  ["late-sender", [1, 2, 3, 7], "Cores 1–3, 7 wait in recv for a message that is sent later."],
  ["one-works", [3], "Core 3 computes while all others wait or have ended."],
  ["small-messages", [0, 1], "Cores 0, 1 send value after value to the same core, where one list would do."],
  ["idle-cores", [5], "Core 5 has nothing to do for more than half of the run."],
  [
    "shared-list",
    [2],
    "Core 2 uses the same elements of a list in shared memory again and again, where a copy of them in its own memory would be faster.",
  ],
  [
    "shared-list",
    [0, 1],
    "Cores 0, 1 use the same elements of a list in shared memory again and again, where a copy of them in their own memory would be faster.",
  ],
  ["output-bottleneck", [0], "Core 0 waits for what it prints; the chip prints slowly."],
] as const)("%s of cores %s", (kind, cores, text) => {
  expect(findingWords(finding(kind, cores), 600e6)).toMatchObject({ text, lost: "1.00 ms, 31 %" });
});
