import type { Span } from "../base/span.ts";
import type { Placement } from "../machine/memory-map.ts";
import type { Link } from "../machine/timing/mesh.ts";
import type { ClockModel } from "../machine/timing/timing.ts";

// What a run says to those who watch it (page, command line, tests), and what they may say to it.
//
// A run is in one of three phases:
//
//              start                      step, runTo, back
//                │          pause, a breakpoint,   ┌──┐
//                ▼          a step's end           ▼  │
//             running ───────────────────────▶  paused
//                │  ◀───────────────────────       │
//                │             resume              │
//                └──────▶ finished ◀───────────────┘ (stop)
//
// While it is paused every core stands still at an instruction, and wall time does not count. A step is short: while it is on,
// the run is running. Each change is an event: `paused`, `resumed`, `finished`; `rewound` comes before the `paused` of a step back.
//
// Long, as it is one contract: nothing here but types, and what each of their parts means.

/// Where the cores of a run are and what they start from.
export interface RunSettings {
  /// The name of a chip of machine/memory-map.ts; the Epiphany-III if not said.
  readonly chip?: string;
  /// Cores of the chip that take part, by id, ascending. Ids count the chip's cores row by row from 0.
  readonly deviceCores: readonly number[];
  /// Virtual cores on the host; their ids follow the highest device core's.
  readonly hostCores: number;
  /// The id of the first of them, if not the one after the highest device core's.
  readonly firstHostCore?: number;
  /// Full Python on the host takes part, with the id after the last core's: as a core like the others, or only as the
  /// one who launches kernels.
  readonly usesPython?: "caller" | "core";
  /// Seeds every core's random numbers, together with its id.
  readonly seed: number;
  /// Where byte code and data are to lie. Otherwise data lies on the core, and byte code too if it is small enough.
  readonly placement?: Partial<Placement>;
  /// What the cores' clocks count: "epiphany", cycles as on the real chip, if not said; or "instructions", one each and
  /// nothing for messages.
  readonly clock?: ClockModel;
  /// Keeps what the cores do besides computing, for `Run.trace`. Costs nothing when left out.
  readonly record?: boolean;
  /// All cores take turns in one thread, whatever the engine: what a program sees by `probe` and the like is then the same
  /// every time.
  readonly inTurns?: boolean;
  /// The time, in cycles, at which the cores start; 0 if left out.
  readonly startsAt?: number;
  /// Starts with every core before the first line of the program; `Run.step` and `Run.resume` go on from there.
  readonly paused?: boolean;
  /// As for `Run.setBreakpoints`, from the first instruction on.
  readonly breakpoints?: readonly Breakpoint[];
}

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
    }
  /// The cores run, or a step is on.
  | { readonly kind: "resumed" }
  /// The run has gone back in time; what it said after that has not happened. `paused` follows.
  | {
      readonly kind: "rewound";
      /// How many of the run's `line`, `fault` and `deadlock` events, in the order in which they came, still hold.
      /// They come again when the run goes on.
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

/// Why a run is paused: it was asked to (or started so), a step or `runTo` has come to its end, a breakpoint, a message for a
/// core whose messages are waited for, a fault, a deadlock, or it went back. Faults and deadlocks pause only a run that
/// has been paused before or has breakpoints; it finishes, if it must, when it is resumed.
export type PauseReason = "asked" | "step" | "breakpoint" | "message" | "fault" | "deadlock" | "back";

export interface CoreClock {
  readonly core: number;
  readonly cycles: number;
}

export type Outcome = "ended" | "failed" | "deadlock" | "stopped";

/// A value of a program as plain data; tuples are arrays, functions their names.
export type PlainValue = number | string | boolean | null | readonly PlainValue[];

/// What a core holds and has done.
export interface CoreTally {
  readonly core: number;
  readonly coreKind: CoreKind;
  /// Its virtual clock.
  readonly cycles: number;
  /// Of these, spent waiting for other cores.
  readonly waited: number;
  /// How often it has come through these calls.
  readonly bcast: number;
  readonly reduce: number;
  readonly sync: number;
  /// The variables of the program and its modules that have a value, by name.
  readonly variables: Readonly<Record<string, PlainValue>>;
}

/// What the cores of a run hold and have done.
export interface Tally {
  /// Cores in a row of the mesh.
  readonly columns: number;
  /// Cycles in a second.
  readonly frequency: number;
  readonly cores: readonly CoreTally[];
  /// Messages between two cores, by sender, then receiver; those who sent none to one another are left out.
  readonly messages: readonly { readonly from: number; readonly to: number; readonly count: number }[];
}

/// How the cores are run.
export type Executor = "workers" | "cooperative";

/// Where a run is to be paused.
export type Breakpoint = LineBreakpoint | MessageBreakpoint;

export interface LineBreakpoint {
  readonly kind: "line";
  /// The caller's own, unique among the breakpoints of a run.
  readonly id: number;
  readonly file: string;
  /// One-based. A line without code stands for the next one that has some.
  readonly line: number;
  /// Only on these cores; null: on any.
  readonly cores: readonly number[] | null;
  /// Only when this is true in Python's sense; null: always. `store/run/condition.ts` makes it from text.
  readonly condition: Condition | null;
}

/// Pauses when a message has been put into one of these cores' postboxes; null: into anyone's.
export interface MessageBreakpoint {
  readonly kind: "message";
  readonly id: number;
  readonly cores: readonly number[] | null;
}

/// What became of a breakpoint: the line it stands for; null if there is no code from its line on, or not in this program.
export interface PlacedBreakpoint {
  readonly id: number;
  readonly line: number | null;
}

/// An expression over a core's variables, as plain data.
export type Condition =
  | { readonly kind: "int" | "real"; readonly value: number }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "bool"; readonly value: boolean }
  | { readonly kind: "none" }
  /// A variable: the innermost call's, else the program's.
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "index"; readonly of: Condition; readonly at: Condition }
  /// `coreid()`, `numcores()`, `len(x)`, `abs(x)`.
  | { readonly kind: "call"; readonly name: ConditionCall; readonly of: readonly Condition[] }
  | { readonly kind: "unary"; readonly op: "not" | "-" | "+"; readonly of: Condition }
  | { readonly kind: "binary"; readonly op: ConditionOperator; readonly left: Condition; readonly right: Condition };

export type ConditionCall = "coreid" | "numcores" | "len" | "abs" | "ishost" | "isdevice";

export type ConditionOperator =
  | ("and" | "or" | "==" | "!=" | "<" | "<=" | ">" | ">=")
  | ("in" | "not in" | "is" | "is not" | "+" | "-" | "*" | "/" | "//" | "%");

/// How far a step goes: to the next line, into functions that are called; the same, but past the calls; or until the function
/// has returned. One that comes to a breakpoint on its way ends there.
export type StepKind = "into" | "over" | "out";

/// A value as people see it.
export interface ShownValue {
  /// The learner's word: `int`, `real`, `bool`, `string`, `list`, `tuple`, `function`, `None`, or `unset`.
  readonly type: string;
  /// As in a list that is printed, so strings have quotes; what is long ends in `…`.
  readonly text: string;
  /// Elements of a list or tuple, characters of a string; null for what has none.
  readonly length: number | null;
  /// Where its slot or element lies: an address of the machine (see `Run.memory`).
  readonly address: number;
  /// Bytes of the slot or element, and of the heap blocks that a list's own elements or a string's characters take.
  readonly bytes: number;
  /// Of a list, tuple or string: the address of the object, for `Run.elements`; else null. Two variables with the same one
  /// share the object.
  readonly object: number | null;
}

export interface Variable extends ShownValue {
  readonly name: string;
}

/// One call of a core's stack.
export interface Call {
  /// The function's name; `<program>` for the program itself.
  readonly name: string;
  /// The line under way: in an outer call, that of the call.
  readonly place: SourcePlace;
  /// Parameters and local variables, those of comprehensions too; unset ones included.
  readonly variables: readonly Variable[];
}

/// The program's variables in one file.
export interface GlobalScope {
  readonly file: string;
  /// Whether it is the file that was run; the first scope.
  readonly main: boolean;
  readonly variables: readonly Variable[];
}

/// What lies in the place of one sender in a core's postbox.
export interface PostboxEntry {
  readonly from: number;
  /// Whether a message waits in it; if not, the rest but `version` and `address` says nothing (null).
  readonly full: boolean;
  /// Counts up with every message and every acknowledgement, modulo 256; odd while a message waits.
  readonly version: number;
  readonly address: number;
  readonly call: "send" | "sendrecv" | "nonblocking_send" | "bcast" | "reduce" | null;
  readonly value: ShownValue | null;
  /// The sender's clock when it was sent.
  readonly sent: number | null;
  /// Where the sender's call stands.
  readonly place: SourcePlace | null;
}

/// A core laid open. While the run is not paused it may be a mixture of moments that lie close together.
export interface CoreInspection {
  readonly core: number;
  /// Innermost first.
  readonly calls: readonly Call[];
  readonly globals: readonly GlobalScope[];
  /// One for each other core that takes part, by ascending id.
  readonly postbox: readonly PostboxEntry[];
}

/// Bytes of a core's memory and whose they are.
export interface MemoryView {
  /// Address of the first byte.
  readonly from: number;
  readonly bytes: Uint8Array;
  /// Together they cover all bytes, in order, without gaps.
  readonly owners: readonly MemoryOwner[];
}

/// A part of a core's memory that `Run.memory` can show: its 32 KB, its area of shared memory, and `code` where byte code lies
/// in shared memory, once for all cores.
export interface MemoryPartRange {
  readonly name: "local" | "shared" | "code";
  /// Address of its first byte.
  readonly from: number;
  readonly bytes: number;
}

export interface MemoryOwner {
  readonly from: number;
  /// Address after the last byte.
  readonly to: number;
  readonly segment: MemorySegment["name"];
  /// What the bytes are.
  readonly what:
    | "runtime" // registers, clock and the interpreter's own
    | "variable" // a slot: four bytes of value, four of type
    | "constant" // likewise
    | "code" // instructions
    | "table" // the function table
    | "text" // characters of a string in the source
    | "message" // a sender's place in the postbox
    | "call" // return address and links of a frame
    | "temporary" // a slot for what is being worked out
    | "header" // a heap block's size and flags
    | "list" // a list's length, capacity and where its elements are
    | "elements" // their values, then their types if they differ
    | "string"
    | "garbage" // a heap block that nothing refers to, until it is collected
    | "free";
  /// For people: `i`, `data`, `data[3]`, `norm_of: total`, `from core 2`; empty where there is no name.
  readonly name: string;
}

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

/// What a run lets one do besides letting it run.
export interface Debugging {
  readonly phase: "running" | "paused" | "finished";
  /// Asks all cores to stand still; `paused` follows, within 100 ms. Nothing when it is not running. Ends a step that is on.
  pause(): void;
  /// Goes on after a pause; nothing when it is not paused.
  resume(): void;
  /// Steps one core, or every core that can go on, to its next line. Of the others only those run that it waits for, the one
  /// with the least clock first. `paused` follows when it is there, has ended or can never get there; a core that asks for input
  /// goes on with its step when it is answered. Nothing when the run is not paused.
  step(core: number | "all", how: StepKind): void;
  /// Goes on until a core, or any if null, comes to a line; a line without code stands for the next one that has some.
  /// Nothing when the run is not paused or there is no such line.
  runTo(file: string, line: number, core: number | null): void;
  /// Goes back in time: to the line before on one core (the start of its last line, if it stands in the midst of one), or,
  /// with null, to where the run was paused before. History begins with the run if it started paused or with breakpoints, else
  /// when it was first paused; it is bounded, so what is long past may be gone. `rewound` and `paused` follow. Nothing when the run
  /// is not paused or there is nothing to go back to.
  back(core: number | null): void;
  /// Replaces all breakpoints, at any time.
  setBreakpoints(breakpoints: readonly Breakpoint[]): readonly PlacedBreakpoint[];
  /// A core's calls, variables and postbox; null for an id that takes no part. Works until the engine starts its next run.
  inspect(core: number): CoreInspection | null;
  /// Elements of a list or tuple, characters of a string, from an index on; `object` is that of a ShownValue of this core.
  /// Fewer, or none, if there are no more or the object is no longer there.
  elements(core: number, object: number, from: number, count: number): readonly ShownValue[];
  /// Bytes of a core's memory and whose they are. Addresses are those of the machine: its 32 KB from
  /// `((row << 6 | column) << 20)` on, and its area of shared memory from 0x8e000000 on. A virtual core, which has neither, has
  /// its 32 KB from 0 on and its area behind. What is not the core's is left out at both ends; null for an id that takes no part.
  memory(core: number, from: number, length: number): MemoryView | null;
  /// The parts of a core's memory that `memory` can show.
  memoryParts(core: number): readonly MemoryPartRange[];
  /// What has been recorded since the last look, at most `most` records of each core; the rest stays with the cores, which keep
  /// their newest. With `newest`, of a core that has overwritten what was not read, the last of these. Clocks tell up to when all is
  /// known. Empty if the run does not record, and once the engine has started another.
  trace(most?: number, newest?: boolean): TraceBatch;
}

/// A run in progress.
export interface Run extends Debugging {
  /// How the cores are run now: a run in workers is run cooperatively, over the same memory, while it is stepped or has
  /// breakpoints.
  readonly executor: Executor;
  /// Threads that execute cores.
  readonly threads: number;
  /// Takes what the monitor has to tell, in order, spending at most about `milliseconds` on it. What is not taken stays
  /// with the cores, which are held back when their rings are full. After `finished` it is always empty.
  drain(milliseconds: number): readonly MonitorEvent[];
  /// The state of every core now. Cheap enough for each frame.
  cores(): readonly CoreReport[];
  /// What the cores hold and have done: after `finished`, and until the engine starts another run.
  tally(): Tally;
  /// The links of the mesh that messages have gone along, from a core to a neighbour, and how many bytes each has carried
  /// until now. A message goes along its row first, then along the column, eight bytes for each element.
  links(): readonly Link[];
  /// Gives a core the text it asked for.
  answer(core: number, text: string): void;
  /// Tells a core that asks for input that there is none.
  endInput(core: number): void;
  /// Ends the run. Every core stands still within 100 ms and `finished` follows.
  stop(): void;
  /// Calls back soon after there may be something to drain. Replaces an earlier callback.
  onActivity(callback: (activity: Activity) => void): void;
}

/// What has happened to a run: something that may be looked at in due time or at once, or its end, after which only what the
/// cores had said is left.
export type Activity = "news" | "urgent" | "end";

/// Something that can run images, one at a time. Workers are kept warm between runs.
export interface Engine {
  readonly executor: Executor;
  /// Starts a run. An earlier one that has not finished is stopped first. Rejects with an error in words
  /// for people when no chip has these settings or the image is refused.
  start(image: Uint8Array, settings: RunSettings): Promise<Run>;
  /// Ends the workers for good.
  dispose(): void;
}
