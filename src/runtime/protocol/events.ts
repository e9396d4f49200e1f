import type { CoreClock, CoreKind, SourcePlace } from "./cores.ts";

// What a run tells as it goes on, in order.

export interface Wait {
  readonly core: number;
  /// Set of full Python.
  readonly usesPython?: true;
  readonly kind: CoreKind;
  /// The call as the learner wrote it, without arguments: `recv`, `reduce`, ….
  readonly call: string;
  readonly place: SourcePlace;
  /// The cores it waits for.
  readonly on: readonly number[];
  /// Those of them that have ended or failed.
  readonly over: readonly { readonly core: number; readonly how: "ended" | "failed" }[];
  /// The same for people: whom it waits for, such as `from core 2`, and why that will not come, such as `core 2 ended without
  /// sending to core 0`; each may be empty.
  readonly whom: string;
  readonly why: string;
}

/// A line for people about cores that wait in the same way.
export interface WaitLine {
  readonly text: string;
  readonly cores: readonly number[];
}

/// A message that lies in a postbox and has not been received.
export interface UnreadMessage {
  readonly from: number;
  readonly to: number;
  readonly toKind: CoreKind;
  /// The sender's call, such as `send`, and where it stands.
  readonly call: string;
  readonly place: SourcePlace;
  /// Set when the sender is full Python.
  readonly fromHost?: true;
}

export type MonitorEvent =
  /// One whole line of output.
  | {
      readonly kind: "line";
      readonly core: number;
      readonly coreKind: CoreKind;
      readonly cycles: number;
      readonly text: string;
    }
  /// A core asks for input; answer with `Run.answer`. A core asks for one thing at a time.
  | {
      readonly kind: "input";
      readonly core: number;
      readonly coreKind: CoreKind;
      readonly prompt: string;
    }
  /// A core failed; the others go on.
  | {
      readonly kind: "fault";
      readonly core: number;
      readonly coreKind: CoreKind;
      /// Set when it is full Python that failed.
      readonly usesPython?: true;
      readonly cycles: number;
      /// Key into the catalogue of explanations, such as `index-out-of-range`.
      readonly code: string;
      readonly message: string;
      /// Of a kernel: the line of full Python's program that launched it.
      readonly launchLine?: number;
      /// Innermost first.
      readonly calls: readonly { readonly name: string; readonly place: SourcePlace }[];
    }
  /// A thread has died, and with it the run. The cores are those it ran; the program need not be at fault. Or, if it is `damaged`, the
  /// chip memory can no longer be believed, and the run was ended for that.
  | {
      readonly kind: "thread-ended";
      readonly cores: readonly number[];
      readonly damaged?: true;
      /// Two lines for people: what happened, and what to do.
      readonly message: string;
    }
  /// These cores can never continue. When more of them follow, they are told together with those told before, in a report that takes
  /// the place of the one before it.
  | {
      readonly kind: "deadlock";
      readonly waits: readonly Wait[];
      /// The lines of `message` that tell the waits.
      readonly lines: readonly WaitLine[];
      /// Cores that wait for one another in a ring, each for the next and the last for the first; empty if there is no
      /// such ring, as when all wait for a core that has ended.
      readonly cycle: readonly number[];
      readonly unread: readonly UnreadMessage[];
      /// What may help, in a sentence or two; also the last line of `message`.
      readonly suggestion: string;
      /// Several lines for people: who waits for whom, where, and what may help.
      readonly message: string;
    }
  /// These cores wait for full Python, which has failed, or for cores that do. Comes after the fault, before `finished`.
  | {
      readonly kind: "abandoned";
      readonly waits: readonly Wait[];
      /// The lines of `message` that tell the waits.
      readonly lines: readonly WaitLine[];
      /// Several lines for people.
      readonly message: string;
    }
  /// A core has ended without having received a message. Comes before `finished`.
  | { readonly kind: "unread"; readonly message: UnreadMessage }
  /// All cores stand still. Lines and questions of what went before have been told.
  | {
      readonly kind: "paused";
      readonly why: PauseReason;
      /// The core that made it so: that was stepped, that came to the breakpoint, to which the message came, that failed;
      /// null where it is all of them.
      readonly core: number | null;
      /// The breakpoint's id, where it is one.
      readonly breakpoint: number | null;
      /// What is wrong with the breakpoint's condition, for people, if it could not be told whether it holds; else null.
      readonly problem: string | null;
      /// Whether `back` has somewhere to go.
      readonly canGoBack: boolean;
      /// The value that has changed, where that is the reason.
      readonly change?: ValueChange;
      /// Messages that were sent and received since the run was paused before, the last ones of many; left out if there are none.
      readonly exchanges?: readonly Exchange[];
      /// How many there were; left out if they are all in `exchanges`.
      readonly exchangeCount?: number;
    }
  /// What a logpoint tells when a core comes to its line. No output of the program.
  | {
      readonly kind: "log";
      readonly core: number;
      readonly coreKind: CoreKind;
      readonly cycles: number;
      readonly place: { readonly file: string; readonly line: number };
      readonly text: string;
    }
  /// The cores run, or a step is on.
  | { readonly kind: "resumed" }
  /// The run has gone back in time; what it said after that has not happened. `paused` follows.
  | {
      readonly kind: "rewound";
      /// How many of the run's `line`, `fault` and `deadlock` events, in the order in which they came, still hold.
      /// They come again when the run goes on. Of logpoints' messages, those hold that are not later than their core's clock.
      readonly lines: number;
      readonly faults: number;
      readonly deadlocks: number;
      /// The questions that are open; others are not asked any more, or not yet.
      readonly asking: readonly { readonly core: number; readonly coreKind: CoreKind; readonly prompt: string }[];
      /// Each core's clock. Of the trace, what is later on its core is to be forgotten (`TraceLog.rewind` does that).
      readonly clocks: readonly CoreClock[];
    }
  /// The last event of a run.
  | {
      readonly kind: "finished";
      /// Of the chip's clock, in Hz; the Epiphany-III's if not said.
      readonly frequency?: number;
      readonly outcome: Outcome;
      /// What full Python has ended with, if it called exit.
      readonly exitStatus?: string;
      readonly wallMilliseconds: number;
      readonly cores: readonly {
        readonly core: number;
        readonly coreKind: CoreKind;
        readonly cycles: number;
        /// What it has taken the chip to run the core, by the cycles in which it did not wait; 0 for a virtual core.
        readonly joules: number;
        readonly wallMilliseconds: number;
      }[];
    };

/// A value that has changed, as people see it: from what, to what.
export interface ValueChange {
  /// The expression.
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

/// A message that was put into a postbox, or taken from one.
export interface Exchange {
  readonly kind: "sent" | "received";
  readonly from: number;
  readonly to: number;
  readonly value: string;
  /// In cycles, how long the receiver had waited when the message was sent; 0 if it had not, or if that is not known.
  readonly waited: number;
}

/// Why a run is paused: it was asked to (or started so), a step or `runTo` has come to its end, a breakpoint, a message for a
/// core whose messages are waited for, a change of a value, a fault, a deadlock, or it went back. Faults and deadlocks pause only a run that
/// has been paused before or has breakpoints; it finishes, if it must, when it is resumed.
export type PauseReason = "asked" | "step" | "breakpoint" | "message" | "data" | "fault" | "deadlock" | "back";

export type Outcome = "ended" | "failed" | "deadlock" | "stopped";
