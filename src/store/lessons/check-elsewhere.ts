import type { CheckElsewhere } from "../../lessons/check-program.ts";
import type { Background } from "../background/background.ts";

/// In milliseconds.
const mostToCompile = 120_000;
const mostToJudge = 60_000;

/// Compiles and judges in the background, until the signal is aborted; undefined where there are no threads for it.
export function checkElsewhere(background: Background, signal: AbortSignal): CheckElsewhere | undefined {
  if (!background.hasThreads) return undefined;
  return {
    program: (files) =>
      background.do("program", files, { what: "Compiling the program", mostMilliseconds: mostToCompile, signal }),
    judge: (check, observations, files) =>
      background.do(
        "judge",
        { check, observations, files },
        { what: "Comparing what came out with what the lesson asks", mostMilliseconds: mostToJudge, signal },
      ),
  };
}
