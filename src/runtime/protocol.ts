import type { Span } from "../base/span.ts";
import type { Placement } from "../machine/memory-map.ts";

// What a run says to those who watch it (page, command line, tests), and what they may say to it.

/// Where the cores of a run are and what they start from.
export interface RunSettings {
  /// Cores of the chip that take part, by id, ascending. Ids count the chip's cores row by row from 0.
  readonly deviceCores: readonly number[];
  /// Virtual cores on the host; their ids follow the highest device core's.
  readonly hostCores: number;
  /// The id of the first of them, if not the one after the highest device core's.
  readonly firstHostCore?: number;
  /// Seeds every core's random numbers, together with its id.
  readonly seed: number;
  /// Where byte code and data are to lie. Otherwise data lies on the core, and byte code too if it is small enough.
  readonly placement?: Partial<Placement>;
}

export type CoreKind = "device" | "host";

/// What a core is doing, as shown to people.
export type CoreState =
  | "idle" // takes no part, or nothing has been run yet
  | "running"
  | "sending" // until the message is taken
  | "receiving" // until a message comes
  | "exchanging" // in sendrecv
  | "collective" // in bcast or reduce
  | "barrier" // in sync
  | "input" // until the user answers
  | "output" // until the page has taken its output
  | "ended"
  | "failed"
  | "deadlocked"
  | "stopped";

export interface CoreReport {
  readonly id: number;
  readonly kind: CoreKind;
  readonly state: CoreState;
  /// One-based, in the program's main file; null before the first instruction or inside a module of ours.
  readonly line: number | null;
  /// The core it waits for, if it is one.
  readonly peer: number | null;
  /// The core's virtual clock in cycles.
  readonly cycles: number;
  /// The core's local memory by segment; none for a virtual core.
  readonly memory: readonly MemorySegment[];
  /// What it has in shared memory; none for a virtual core. Byte code that lies there is the same for all cores.
  readonly shared?: readonly SharedSegment[];
}

export interface MemorySegment {
  readonly name: "interpreter" | "globals" | "code" | "postboxes" | "stack" | "heap";
  /// From the start of the core's local memory.
  readonly from: number;
  /// Bytes set aside.
  readonly size: number;
  /// Bytes of them in use.
  readonly used: number;
}

export interface SharedSegment {
  readonly name: "globals" | "code" | "stack" | "heap";
  /// From the start of the 32 MB of shared memory.
  readonly from: number;
  /// Bytes set aside.
  readonly size: number;
  /// Bytes of them in use.
  readonly used: number;
}

/// Where in the source something happened.
export interface SourcePlace extends Span {
  readonly file: string;
  readonly line: number;
}

export interface Wait {
  readonly core: number;
  readonly kind: CoreKind;
  /// The call as the learner wrote it, without arguments: `recv`, `reduce`, ….
  readonly call: string;
  readonly place: SourcePlace;
  /// The cores it waits for.
  readonly on: readonly number[];
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
      readonly cycles: number;
      /// Key into the catalogue of explanations, such as `index-out-of-range`.
      readonly code: string;
      readonly message: string;
      /// Innermost first.
      readonly calls: readonly { readonly name: string; readonly place: SourcePlace }[];
    }
  /// These cores can never go on.
  | {
      readonly kind: "deadlock";
      readonly waits: readonly Wait[];
      /// Several lines for people: who waits for whom, where, and what may help.
      readonly message: string;
    }
  /// The last event of a run.
  | {
      readonly kind: "finished";
      readonly outcome: Outcome;
      readonly wallMilliseconds: number;
      readonly cores: readonly {
        readonly core: number;
        readonly coreKind: CoreKind;
        readonly cycles: number;
        readonly wallMilliseconds: number;
      }[];
    };

export type Outcome = "ended" | "failed" | "deadlock" | "stopped";

/// How the cores are run.
export type Executor = "workers" | "cooperative";

/// A run in progress.
export interface Run {
  readonly executor: Executor;
  /// Threads that execute cores.
  readonly threads: number;
  /// Takes what the monitor has to tell, in order, spending at most about `milliseconds` on it. What is not taken stays
  /// with the cores, which are held back when their rings are full. After `finished` it is always empty.
  drain(milliseconds: number): readonly MonitorEvent[];
  /// The state of every core now. Cheap enough for each frame.
  cores(): readonly CoreReport[];
  /// Gives a core the text it asked for.
  answer(core: number, text: string): void;
  /// Ends the run. Every core stands still within 100 ms and `finished` follows.
  stop(): void;
  /// Calls back soon after there may be something to drain; `urgent` when the cores have come to their end. Replaces an
  /// earlier callback.
  onActivity(callback: (urgent: boolean) => void): void;
}

/// Something that can run images, one at a time. Workers are kept warm between runs.
export interface Engine {
  readonly executor: Executor;
  /// Starts a run. An earlier one that has not finished is stopped first. Rejects with an error in words
  /// for people when no chip has these settings or the image is refused.
  start(image: Uint8Array, settings: RunSettings): Promise<Run>;
  /// Ends the workers for good.
  dispose(): void;
}
