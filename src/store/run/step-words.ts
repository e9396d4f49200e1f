import { counted } from "../../base/counted.ts";
import type { CoreReport, CoreState } from "../../runtime/protocol/cores.ts";
import type { Exchange, MonitorEvent } from "../../runtime/protocol/events.ts";
import type { Call, CoreInspection, Variable } from "../../runtime/protocol/inspection.ts";
import { formatCycles } from "../timeline/time.ts";
import { prints, receives, sends, sentence } from "./message-words.ts";
import { describeCore } from "./narration.ts";

type Paused = Extract<MonitorEvent, { kind: "paused" }>;
type Line = Extract<MonitorEvent, { kind: "line" }>;

/// All that is known of what happened between two pauses.
export interface Step {
  readonly paused: Paused;
  /// Every core at the pause before, and now.
  readonly before: readonly CoreReport[];
  readonly after: readonly CoreReport[];
  /// What was printed in between, or the last of it.
  readonly lines: readonly Line[];
  readonly lineCount: number;
  /// The chosen core, laid open at the pause before and now; null if it takes no part.
  readonly chosenBefore: CoreInspection | null;
  readonly chosen: CoreInspection | null;
  /// Of the chip's clock, in Hz.
  readonly frequency: number;
}

/// What happened, in one sentence: what cores did to each other, else what they printed, else what the chosen core did. Empty if
/// nothing did.
export function stepWords(step: Step): string {
  const { paused, lines, lineCount } = step;
  const { why, exchanges, exchangeCount } = paused;
  if (why === "back") return "";
  if (step.before.length === 0) {
    const arrived = why === "message" ? messageWords(step) : undefined;
    return arrived === undefined ? "" : sentence(arrived);
  }
  // Of a run that went far no sentence tells.
  const isFar = lineCount > lines.length || (exchangeCount ?? 0) > (exchanges?.length ?? 0);
  if (isFar && why !== "step" && why !== "message") return "";
  const words = messageWords(step) ?? syncWords(step) ?? printWords(step) ?? chosenWords(step);
  return words === undefined ? "" : sentence(words);
}

function nameIn({ after }: Step, id: number): string {
  return after.find((core) => core.id === id)?.kind === "host" ? `virtual core ${id}` : `core ${id}`;
}

/// The message of the core that was stepped, or of the chosen one, else the first.
function messageWords(step: Step): string | undefined {
  const { exchanges = [], exchangeCount = exchanges.length, core, why } = step.paused;
  const chosen = core ?? step.chosen?.core;
  const concerns = ({ kind, from, to }: Exchange) => (kind === "sent" ? from : to) === chosen;
  const arrived = exchanges.findLast(({ kind, to }) => kind === "sent" && to === core);
  const told = (why === "message" ? arrived : exchanges.find(concerns)) ?? exchanges[0];
  if (told === undefined) return undefined;
  const isSame = (one: Exchange) => one.from === told.from && one.to === told.to && one.value === told.value;
  const { from, to, value } = told;
  const wasSent = exchanges.some((one) => one.kind === "sent" && isSame(one));
  const waited = Math.max(...exchanges.filter(isSame).map((one) => one.waited));
  const time = formatCycles(waited, step.frequency);
  const words = wasSent
    ? `${sends(nameIn(step, from), value, nameIn(step, to), "past")}${waited > 0 ? `, which had waited ${time}` : ""}`
    : `${receives(nameIn(step, to), value, nameIn(step, from), "past")}${waited > 0 ? ` after waiting ${time}` : ""}`;
  if (why === "message") return words;
  // A message that was both sent and received is one.
  const sent = exchanges.filter(({ kind }) => kind === "sent").length;
  const others = exchangeCount > exchanges.length ? null : Math.max(sent, exchanges.length - sent) - 1;
  if (others === 0) return words;
  return `${words}; ${others === null ? "many more messages" : counted(others, "more message", "more messages")} followed`;
}

function doing({ state, waitsIn }: CoreReport): CoreState {
  return waitsIn ?? state;
}

/// Cores that waited for each other and have gone on.
function syncWords({ before, after }: Step): string | undefined {
  for (const [state, what] of [
    ["barrier", "sync"],
    ["collective", "a collective call"],
  ] as const) {
    const gone = before.filter(
      (core, k) => doing(core) === state && after[k] !== undefined && doing(after[k]) !== state,
    );
    if (gone.length > 0) return `${counted(gone.length, "core")} that waited in ${what} went on`;
  }
  return undefined;
}

function printWords(step: Step): string | undefined {
  const { lines, lineCount, paused } = step;
  const told = lines.find(({ core }) => core === (paused.core ?? step.chosen?.core)) ?? lines[0];
  if (told === undefined) return undefined;
  const others = lineCount - 1;
  const more = others === 0 ? "" : `; ${counted(others, "more line was", "more lines were")} printed`;
  return `${nameIn(step, told.core)} ${prints(told.text, "past")}${more}`;
}

/// What the core that was stepped, or the chosen one, did by itself.
function chosenWords(step: Step): string | undefined {
  const { chosen, chosenBefore } = step;
  if (chosen === null) return undefined;
  const now = step.after.find(({ id }) => id === chosen.core);
  const then = step.before.find(({ id }) => id === chosen.core);
  if (now === undefined || then === undefined) return undefined;
  const name = nameIn(step, chosen.core);
  const set = chosenBefore?.core === chosen.core ? changedVariable(chosenBefore, chosen) : undefined;
  if (set !== undefined) return `${name} set ${set.name} to ${set.text}`;
  if (now.state !== then.state && now.state !== "paused" && now.state !== "running")
    return `${name} ${describeCore(now)}`;
  if (now.line !== null && then.line !== null && now.line !== then.line)
    return `${name} went from line ${then.line} to line ${now.line}`;
  return undefined;
}

/// A variable of the innermost call or of the program that has another value.
function changedVariable(before: CoreInspection, now: CoreInspection): Variable | undefined {
  const scopes: readonly (readonly [readonly Variable[], readonly Variable[]])[] = [
    [sameCall(before, now)?.variables ?? [], now.calls[0]?.variables ?? []],
    ...now.globals.map(
      ({ file, variables }) =>
        [before.globals.find((scope) => scope.file === file)?.variables ?? [], variables] as const,
    ),
  ];
  for (const [old, fresh] of scopes) {
    const found = fresh.find((variable) => {
      const was = old.find(({ name }) => name === variable.name);
      return (
        was !== undefined && variable.type !== "unset" && (was.text !== variable.text || was.type !== variable.type)
      );
    });
    if (found !== undefined) return found;
  }
  return undefined;
}

function sameCall(before: CoreInspection, now: CoreInspection): Call | undefined {
  const call = before.calls[before.calls.length - now.calls.length];
  return call?.name === now.calls[0]?.name ? call : undefined;
}
