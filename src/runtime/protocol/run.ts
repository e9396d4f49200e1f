import type { Placement } from "../../machine/memory-map.ts";
import type { Link } from "../../machine/timing/mesh.ts";
import type { ClockModel } from "../../machine/timing/timing.ts";
import type { Breakpoint, Condition, PlacedBreakpoint } from "./breakpoints.ts";
import type { CoreReport } from "./cores.ts";
import type { MonitorEvent } from "./events.ts";
import type { CoreInspection, Evaluation, MemoryPartRange, MemoryView, Opened, ShownValue } from "./inspection.ts";
import type { Tally } from "./tally.ts";
import type { TraceBatch } from "./trace.ts";

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

/// How the cores are run.
export type Executor = "workers" | "cooperative";

/// How far a step goes: to the next line, into functions that are called; the same, but past the calls; or until the function
/// has returned. One that comes to a breakpoint on its way ends there.
export type StepKind = "into" | "over" | "out";

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
  /// The value of an expression on a core, as its innermost call sees it. Changes nothing. Works as long as `inspect` does.
  evaluate(core: number, expression: Condition): Evaluation;
  /// Elements of a list or tuple, characters of a string, from an index on; `object` is that of a ShownValue of this core.
  /// Fewer, or none, if there are no more or the object is no longer there.
  elements(core: number, value: Opened, from: number, count: number): readonly ShownValue[];
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
  /// Ends the run. All cores stand still within 100 ms and `finished` follows.
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
