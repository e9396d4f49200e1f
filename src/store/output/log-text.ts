import { foldedCalls, traceKey, variantsOf } from "../../base/alike-faults.ts";
import { counted } from "../../base/counted.ts";
import { foldWords } from "../../base/fold.ts";
import { idRanges } from "../../base/id-ranges.ts";
import { EPIPHANY_III } from "../../machine/chip-models.ts";
import type { CoreKind } from "../../runtime/protocol/cores.ts";
import { formatCycles, formatJoules, formatMilliseconds } from "../timeline/time.ts";
import type { Fault, LogEntry } from "./log.ts";

type Finished = Extract<LogEntry, { kind: "finished" }>;

/// What a core is called in the page: `core 3`, `host 16`.
export function coreName(kind: CoreKind, core: number | string): string {
  return `${kind === "device" ? "core" : kind} ${core}`;
}

/// An entry as plain text: `[core 3] hello`.
export function logText(entry: LogEntry): string {
  switch (entry.kind) {
    case "line":
      return `[${coreName(entry.coreKind, entry.core)}] ${entry.text}`;
    case "log":
      return `[${coreName(entry.coreKind, entry.core)}] logpoint, line ${entry.place.line}: ${entry.text}`;
    case "answer":
      return `[${coreName(entry.coreKind, entry.core)}] ${entry.prompt}${entry.text}`;
    case "faults":
      return faultsText(entry.faults);
    case "thread-ended":
    case "abandoned":
    case "deadlock":
      return entry.message;
    case "unread":
      return unreadText(entry);
    case "left-over":
      return leftOverText(entry);
    case "trouble":
      return entry.text;
    case "finished":
      return finishedText(entry, true);
  }
}

/// The cores of a deadlock, counted.
export function stuckCores({ waits }: Extract<LogEntry, { kind: "deadlock" }>): string {
  return counted(waits.length, "core");
}

/// A message that a core did not receive before it ended.
export function unreadText({ message }: Extract<LogEntry, { kind: "unread" }>): string {
  const { from, to, toKind, place, fromHost } = message;
  return `[${coreName(toKind, to)}] left a message from ${fromHost ? "the host" : `core ${from}`} unread, sent at line ${place.line}`;
}

/// Cores that failed alike: what is the same for several of them is told once, and the calls only where they differ.
function faultsText(faults: readonly Fault[]): string {
  const lines: string[] = [];
  let trace = "";
  for (const { faults: same, fault } of variantsOf(faults)) {
    lines.push(`[${namesOf(same)}] error: ${fault.message}`);
    if (traceKey(fault) === trace) continue;
    trace = traceKey(fault);
    for (const part of foldedCalls(fault.calls)) {
      lines.push(part.kind === "item" ? `    ${callText(part.item)}` : `    ${foldWords(part)}`);
    }
  }
  return lines.join("\n");
}

function callText({ name, place }: Fault["calls"][number]): string {
  return `${place.file}, line ${place.line}, in ${name}`;
}

/// The cores of some faults: `core 0–3, 7`.
function namesOf(faults: readonly Fault[]): string {
  if (faults[0]?.usesPython) return "host";
  const names: string[] = [];
  for (const kind of ["device", "host"] as const) {
    const ids = faults.filter(({ coreKind }) => coreKind === kind).map(({ core }) => core);
    if (ids.length > 0) names.push(coreName(kind, idRanges(ids.sort((a, b) => a - b))));
  }
  return names.join(", ");
}

// More, and longer ones, are left out.
const mostLeftOver = 5;
const longestLeftOver = 40;

/// Which lines of those that were pasted have answered no question.
export function leftOverText({ lines }: Extract<LogEntry, { kind: "left-over" }>): string {
  const shown = lines
    .slice(0, mostLeftOver)
    .map((line) => `“${line.length > longestLeftOver ? `${line.slice(0, longestLeftOver - 1)}…` : line}”`);
  const more = lines.length > mostLeftOver ? `, and ${(lines.length - mostLeftOver).toLocaleString("en")} more` : "";
  const count = counted(lines.length, "pasted line was", "pasted lines were");
  return `${count} left over, as nothing asked for more: ${shown.join(", ")}${more}`;
}

/// The last line of a run: `16 cores ended in 12.4 µs on the chip`; in full, with cycles, energy and the time it took here.
export function finishedText(entry: Finished, inFull: boolean): string {
  const cores = counted(entry.cores.length, "core");
  const cycles = entry.cores.reduce((most, core) => Math.max(most, core.cycles), 0);
  const { frequency = EPIPHANY_III.frequency } = entry;
  const onChip = `${formatCycles(cycles, frequency)} on the chip`;
  const times = inFull ? [onChip, ...details(entry, cycles)].join(", ") : onChip;
  switch (entry.outcome) {
    case "ended":
      return `${cores} ended in ${times}`;
    case "failed":
      return `Failed after ${times}${entry.exitStatus === undefined ? "" : `: the host ended with exit status ${entry.exitStatus}`}`;
    case "deadlock":
      return `Deadlock after ${times}`;
    case "stopped":
      return `Stopped after ${times}`;
  }
}

function details({ cores, wallMilliseconds }: Finished, cycles: number): readonly string[] {
  const joules = cores.reduce((sum, core) => sum + core.joules, 0);
  const counts = `${Math.round(cycles).toLocaleString("en")} cycles`;
  return [counts, formatJoules(joules), `${formatMilliseconds(wallMilliseconds)} wall`];
}
