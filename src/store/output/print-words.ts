import { counted } from "../../base/counted.ts";
import type { RunState } from "../run/run-state.ts";
import type { SettingsState } from "../run/settings.ts";
import type { Log } from "./log.ts";
import { finishedText, logText } from "./log-text.ts";

// What a printed page says beside the program.

/// How a program is run, in a line: `Epiphany-III · 16 cores · seed 1`. What is as usual is left out, but for these three.
export function settingsWords({ chip, cores, hostCores, seed, code, data, clock }: SettingsState): string {
  const words = [chip, counted(cores, "core")];
  if (hostCores > 0) {
    words.push(hostCores === 1 ? "1 virtual core on the host" : `${hostCores} virtual cores on the host`);
  }
  words.push(`seed ${seed}`);
  if (code !== "auto") words.push(code === "core" ? "byte code on each core" : "byte code in shared memory");
  if (data === "shared") words.push("data in shared memory");
  if (clock === "instructions") words.push("virtual time counts instructions");
  return words.join(" · ");
}

/// How the run on the page came out, with what makes it doubtful.
export function resultWords(log: Log, { status, outcome, file }: RunState, isChanged: boolean): string {
  if (status !== "idle") return "The program was still running when this was printed.";
  const end = log.at(log.end - 1);
  if (outcome === null || end?.kind !== "finished") return "The program has not been run.";
  const changed = isChanged ? " The program has changed since." : "";
  return `${file}: ${finishedText(end, true)}.${changed}`;
}

/// All of the output that is kept, one entry after the other.
export function outputText(log: Log): string {
  const texts: string[] = [];
  for (let number = log.first; number < log.end; number++) {
    const entry = log.at(number);
    if (entry !== undefined && entry.kind !== "finished") texts.push(logText(entry));
  }
  return texts.join("\n");
}
