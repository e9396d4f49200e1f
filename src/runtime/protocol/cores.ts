import type { Span } from "../../base/span.ts";

// What is shown of every core, at any moment.

export type CoreKind = "device" | "host";

/// What a core is doing, as shown to people.
export type CoreState =
  | "idle" // takes no part, waits for a kernel, or nothing has been run yet
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
  | "abandoned" // waits in vain for full Python, which has failed
  | "paused" // could go on, but the run is paused; one that waits keeps its state
  | "stopped";

export interface CoreReport {
  readonly id: number;
  readonly kind: CoreKind;
  /// Set of a host core that is full Python.
  readonly usesPython?: true;
  readonly state: CoreState;
  /// One-based, in the program's main file; null before the first instruction or inside a module of ours.
  readonly line: number | null;
  /// Where it stands, in whatever file; null after its end. In a module of ours the file's name is the module's.
  readonly place: SourcePlace | null;
  /// The core it waits for, if it is one.
  readonly peer: number | null;
  /// Set when that is full Python.
  readonly peerIsHost?: true;
  /// What a core waits in whose state is `deadlocked`, `paused` or `stopped`: `sending`, `receiving`, ….
  readonly waitsIn?: CoreState;
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

export interface CoreClock {
  readonly core: number;
  readonly cycles: number;
}
