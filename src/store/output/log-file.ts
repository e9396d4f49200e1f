import type { SlicedWork } from "../../base/sliced-work.ts";
import type { Log } from "./log.ts";
import { logText } from "./log-text.ts";

// So many lines at a time.
const stride = 500;

/// The entries of a log with these numbers, one a line, as a file of text. What the log drops meanwhile is left out.
export function* logFile(log: Log, numbers: readonly number[]): SlicedWork<Blob> {
  const parts: Blob[] = [];
  for (let from = 0; from < numbers.length; from += stride) {
    let text = "";
    for (const number of numbers.slice(from, from + stride)) {
      const entry = log.at(number);
      if (entry !== undefined) text += `${logText(entry)}\n`;
    }
    parts.push(new Blob([text]));
    yield;
  }
  return new Blob(parts, { type: "text/plain" });
}
