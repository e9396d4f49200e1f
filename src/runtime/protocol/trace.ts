import type { CoreClock, SourcePlace } from "./cores.ts";

// What has been recorded: who did what when.

/// What full Python has to do with the cores that run its kernels: launching one, putting data on the cores and getting it from
/// there, taking a kernel's value, and telling a core that there is nothing more.
export type TaskKind = "launch" | "copy_to" | "copy_from" | "result" | "finish";

export type TraceKind =
  | ("send" | "recv" | "sendrecv" | "nonblocking_send" | "wait_sent")
  | ("bcast" | "reduce" | "sync")
  | ("input" | "print")
  | TaskKind;

/// One call in which a core did something other than computing. Times are its clock, in cycles.
export interface TraceInterval {
  readonly core: number;
  readonly kind: TraceKind;
  readonly begin: number;
  /// From `begin` to here it waited for others; the rest is the call's own work. For a send this is known once its message has
  /// been received: until then, and where it does not apply, it is `begin`.
  readonly ready: number;
  readonly end: number;
  /// The other core: to whom, from whom, the root, or who came last to a reduce if that was not this core; null where there
  /// is none.
  readonly peer: number | null;
  readonly place: SourcePlace;
}

/// A message that has been received. Those of a reduce are not told one by one: its intervals say who came last.
export interface TraceMessage {
  readonly kind: "send" | "sendrecv" | "nonblocking_send" | "bcast" | TaskKind;
  readonly from: number;
  readonly to: number;
  /// The sender's clock when it was put into the postbox; the receiver's when both were there; and when it had been received.
  readonly sent: number;
  readonly met: number;
  readonly arrived: number;
  readonly elements: number;
  /// Of the values: four an element, one a character.
  readonly bytes: number;
  readonly fromPlace: SourcePlace;
  readonly toPlace: SourcePlace;
}

/// What has been recorded since the last look. Of one core, intervals and messages come in the order of its clock.
/// `runtime/trace-log.ts` keeps them; `runtime/trace-summary.ts` and `runtime/chrome-trace.ts` work on what it keeps.
export interface TraceBatch {
  readonly intervals: readonly TraceInterval[];
  readonly messages: readonly TraceMessage[];
  /// Records that were overwritten before anyone looked, since the last look.
  readonly dropped: number;
  /// The cores whose records they were: what this batch tells of these does not follow on what was told before.
  readonly gaps: readonly number[];
  /// Whether there is more to be read now.
  readonly more: boolean;
  /// Every core's clock now.
  readonly clocks: readonly CoreClock[];
}
