import { traceKey, variantsOf } from "../base/alike-faults.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { foldRepeats, foldWords } from "../base/fold.ts";
import { idRanges } from "../base/id-ranges.ts";
import { lineStarts, positionAt } from "../base/span.ts";
import { coreSection, type Image } from "../bytecode/image.ts";
import type { CoreKind } from "../runtime/protocol/cores.ts";
import type { MonitorEvent, UnreadMessage } from "../runtime/protocol/events.ts";

// What the command line prints: one function a kind of thing, each giving lines.

export function badge(core: number, kind: CoreKind): string {
  return `[${kind} ${core}]`;
}

/// A diagnostic with its line, and a mark under the place.
export function showDiagnostic(diagnostic: Diagnostic, text: string | undefined): string {
  const { file, severity, message } = diagnostic;
  if (text === undefined) return `${file}: ${severity}: ${message}`;
  const starts = lineStarts(text);
  const { line, column } = positionAt(starts, diagnostic.from);
  // One sign for each character that cannot be seen, so that the mark stands below its place.
  const source = (text.slice(starts[line - 1], starts[line]) ?? "")
    .replace(/[\r\n]+$/, "")
    .replace(/(?!\t)[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");
  const width = Math.max(1, Math.min(diagnostic.to, (starts[line - 1] ?? 0) + source.length) - diagnostic.from);
  const indent = source.slice(0, column - 1).replace(/[^\t]/g, " ");
  return `${file}:${line}:${column}: ${severity}: ${message}\n    ${source}\n    ${indent}${"^".repeat(width)}`;
}

type Fault = MonitorEvent & { kind: "fault" };

// Of more calls than this only the innermost and the outermost are shown.
const MOST_CALLS = 12;

/// A fault, with the calls that led to it.
export function showFault(fault: Fault): string {
  return [faultLine([fault]), ...callLines(fault)].join("\n");
}

// Of more ways of failing than this the rest is only counted.
const MOST_VARIANTS = 20;

/// What is left to say of cores that failed alike after the first of them has been told.
export function showAlike([first, ...others]: readonly Fault[]): string {
  if (first === undefined) return "";
  const variants = variantsOf(others);
  const lines = variants.slice(0, MOST_VARIANTS).flatMap(({ faults, fault }) => {
    return [faultLine(faults), ...(traceKey(fault) === traceKey(first) ? [] : callLines(fault))];
  });
  const left = variants.slice(MOST_VARIANTS).reduce((count, { faults }) => count + faults.length, 0);
  if (left > 0) lines.push(`… and ${left} more core${left === 1 ? "" : "s"} failed there, with other values or calls`);
  return lines.join("\n");
}

/// What went wrong, and where, on cores of which it is told in the same words.
function faultLine(faults: readonly Fault[]): string {
  const [first] = faults;
  if (first === undefined) return "";
  const place = first.calls[0]?.place;
  const where = place === undefined ? "" : ` at ${place.file}:${place.line}`;
  const ids = faults.map(({ core }) => core).sort((a, b) => a - b);
  return `[${first.usesPython ? "host" : `${first.coreKind} ${idRanges(ids)}`}] error${where}: ${first.message}`;
}

function callLines({ calls }: Fault): readonly string[] {
  const lines = calls
    .slice(1)
    .map(({ place }, k) => `    called at ${place.file}:${place.line}, from ${nameOf(calls[k + 1]?.name)}`);
  const folded = foldRepeats(lines, (line) => line, MOST_CALLS);
  return folded.map((part) => (part.kind === "item" ? part.item : `    ${foldWords(part)}`));
}

function nameOf(name: string | undefined): string {
  return name === undefined || name === "<program>" ? "the program" : `${name}()`;
}

/// A message that a core that has ended did not receive.
export function showUnread({ from, to, toKind, place, fromHost }: UnreadMessage): string {
  return `${badge(to, toKind)} left a message from ${fromHost ? "the host" : `core ${from}`} unread, sent at line ${place.line}`;
}

/// A line for each core: cycles, virtual time on a chip of this frequency, wall time; then one for the chip. With `ticks`
/// the clocks have counted instructions.
export function showTimes(event: MonitorEvent & { kind: "finished" }, frequency: number, ticks: boolean): string {
  const lines = event.cores.map(({ core, coreKind, cycles, wallMilliseconds }) => {
    const virtual = ticks
      ? `${cycles} instructions`
      : `${Math.round(cycles)} cycles, ${(cycles / frequency).toFixed(3)} virtual s`;
    return `${badge(core, coreKind)} ${virtual}, ${(wallMilliseconds / 1000).toFixed(3)} s`;
  });
  const joules = event.cores.reduce((sum, core) => sum + core.joules, 0);
  if (!ticks) lines.push(`total ${joules.toFixed(joules < 1 ? 6 : 3)} J on the chip`);
  return lines.join("\n");
}

/// The sizes of a program's parts.
export function showSizes(image: Image): string {
  const functions = image.functions.length - 1;
  return [
    `byte code: ${coreSection(image).length} bytes (${image.code.length} of instructions)`,
    `symbols: ${image.globals} globals, ${image.constants.length} constants, ${functions} function${functions === 1 ? "" : "s"}`,
  ].join("\n");
}
