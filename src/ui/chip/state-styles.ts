import type { CoreReport, CoreState } from "../../store/run/chip.ts";
import type { IconName } from "../shared/Icon.tsx";

/// A family of states that share a colour.
export type Tone = "idle" | "run" | "send" | "recv" | "bar" | "wait" | "done" | "fail";

export interface StateStyle {
  /// At most five letters, so that it fits a core's cell on a phone.
  readonly word: string;
  readonly icon: IconName;
  readonly tone: Tone;
}

/// How each state is shown: never by colour alone.
export const stateStyles: Record<CoreState, StateStyle> = {
  idle: { word: "idle", icon: "ring", tone: "idle" },
  running: { word: "run", icon: "play", tone: "run" },
  sending: { word: "send", icon: "send", tone: "send" },
  receiving: { word: "recv", icon: "receive", tone: "recv" },
  exchanging: { word: "swap", icon: "swap", tone: "send" },
  collective: { word: "group", icon: "merge", tone: "bar" },
  barrier: { word: "sync", icon: "bars", tone: "bar" },
  input: { word: "input", icon: "prompt", tone: "wait" },
  output: { word: "print", icon: "lines", tone: "run" },
  ended: { word: "ended", icon: "check", tone: "done" },
  failed: { word: "fault", icon: "close", tone: "fail" },
  deadlocked: { word: "stuck", icon: "lock", tone: "fail" },
  abandoned: { word: "waits", icon: "lock", tone: "done" },
  paused: { word: "pause", icon: "pause", tone: "run" },
  stopped: { word: "halt", icon: "stop", tone: "done" },
};
/// The line, and which way the message is to go that the core waits for.
export function placeWords({ line, peer, state, waitsIn = state }: CoreReport): string {
  if (line === null || state === "ended" || state === "idle") return "";
  const arrow = waitsIn === "sending" ? "→" : waitsIn === "receiving" ? "←" : "⇄";
  return peer === null ? `L${line}` : `L${line} ${arrow} ${peer}`;
}
