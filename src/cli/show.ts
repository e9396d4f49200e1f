import type { Diagnostic } from "../base/diagnostic.ts";
import { lineStarts, positionAt } from "../base/span.ts";
import { coreSection, type Image } from "../bytecode/image.ts";
import type { CoreKind, MonitorEvent, UnreadMessage } from "../runtime/protocol.ts";

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

// Of more calls than this, as after a recursion that went too deep, only the innermost and the outermost are shown.
const MOST_CALLS = 12;
const OUTERMOST = 2;

/// A fault, with the calls that led to it.
export function showFault(event: MonitorEvent & { kind: "fault" }): string {
  const [inner, ...outer] = event.calls;
  const where = inner === undefined ? "" : ` at ${inner.place.file}:${inner.place.line}`;
  const calls = outer.map(
    (call, k) => `    called at ${call.place.file}:${call.place.line}, from ${nameOf(event.calls[k + 1]?.name)}`,
  );
  const left = calls.length - MOST_CALLS;
  if (left > 0) calls.splice(MOST_CALLS - OUTERMOST, left, `    … ${left} more calls`);
  return [`${badge(event.core, event.coreKind)} error${where}: ${event.message}`, ...calls].join("\n");
}

function nameOf(name: string | undefined): string {
  return name === undefined || name === "<program>" ? "the program" : `${name}()`;
}

/// A message that a core that has ended did not receive.
export function showUnread({ from, to, toKind, place }: UnreadMessage): string {
  return `${badge(to, toKind)} left a message from core ${from} unread, sent at line ${place.line}`;
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
