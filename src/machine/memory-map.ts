import { assert } from "../base/assert.ts";
import type { ChipModel } from "./chip-models.ts";
import type { ClockModel } from "./timing/timing.ts";

// Where everything lies. All addresses are byte offsets into the chip memory, which is one buffer:
//
//   0                     local memory of each of the chip's cores, 32 KB apiece, row by row
//   cores × 32 KB         the 32 MB that chip and host share
//   … + 32 MB             virtual cores: 32 KB and an area of their own each
//   …                     postboxes of chips with more than 128 cores, which no board had (box-table.ts)
//
// A core's 32 KB (the paper, figure 2):
//
//   0x0000   24 KB   interpreter and runtime; the registers below and the clocks of waiting messages live here too
//   0x6000           globals, then constants: one slot of 8 bytes each (value, tag)
//   …                byte code, if it is on the core: the code, the function table and the texts of string constants
//   …        256 B   postboxes: 16 bytes for each core that may send; for more than 128 they lie elsewhere
//   …        1 KB    stack
//   … 0x7fff         heap
//
// Globals, stack and heap may lie in the core's area of shared memory instead, and byte code where all cores share it.
//
// Shared memory:
//
//   + 0              16 MB of the linker's
//   + 16 MB          control: the words of the monitor, loads of the mesh's links, then a ring for each core's output
//   + 17 MB          byte code that is not on the cores: one copy for all of them
//   + 18 MB          an area for each core, 512,000 bytes or an equal share of the memory: an eighth of it stack that
//                    flowed over (64,000 bytes), then globals if they are not on the core, then heap
//
// One file, so that every place in the chip memory is decided here.

export const LOCAL_BYTES = 32 * 1024;
const SHARED_BYTES = 32 * 1024 * 1024;
/// Virtual cores on the host that a run can have.
export const MOST_HOST_CORES = 64;
export const RUNTIME_BYTES = 24 * 1024;
const STACK_BYTES = 1024;
export const POSTBOX_BYTES = 16;
export const SLOT_BYTES = 8;
/// Bytes of a complex number: two reals.
export const COMPLEX_BYTES = 8;
const LEAST_POSTBOXES = 16;
const MOST_LOCAL_POSTBOXES = 128;
export const BOXES_A_BLOCK = 16;
export const BOX_BLOCK_BYTES = BOXES_A_BLOCK * (POSTBOX_BYTES + 8);
// Boxes for all pairs of 1,024 cores, and for 42 × 16 partners of each of 4,096.
const MOST_POOL_BYTES = 64 * 1024 * 1024;
const CONTROL_AT = 16 * 1024 * 1024;
const CONTROL_BYTES = 1024 * 1024;
const CODE_AT = 17 * 1024 * 1024;
const AREAS_AT = 18 * 1024 * 1024;
const AREA_BYTES = 512_000;
const AREA_STACK_PART = 8; // 64,000 of 512,000
/// Where the chip's cores see shared memory.
export const SHARED_ADDRESS = 0x8e000000;
/// Byte code above this size goes to shared memory, unless told otherwise.
export const CORE_CODE_BYTES = 2048;

/// Words of the monitor, as word offsets from the start of the control block.
export const MONITOR_STOP = 0; // not 0: every core must stop
export const MONITOR_BARRIER_GENERATION = 2; // barriers completed, and how often cores' calls were found to differ
export const MONITOR_BARRIER_CLOCK = 4; // f64: when the last of them was complete
export const MONITOR_INPUT_LENGTH = 6; // bytes of the answer; -1: there is no more input
export const MONITOR_INPUT_TAKEN = 7; // answers that cores have taken
export const MONITOR_CORES_LEFT = 8; // cores that threads run and that are not over
export const MONITOR_LOOK = 9; // not 0: cores may be stuck, the monitor is to look
const MONITOR_INPUT_TEXT = 64; // bytes from the start of the control block
// Of the n-th collective, at n & 3: which call it is, and how many cores have arrived if it is a barrier (contribution.ts).
export const MONITOR_CALLS = 1040;
export const MONITOR_ARRIVED = 1044;
/// Two words for each crew: its bell, which is rung to wake it, and whether it sleeps (runtime/crew-bells.ts).
export const MONITOR_CREWS = 1088;
export const MOST_CREWS = 64;
export const INPUT_BYTES = 4096;
const LINKS_AT = 8192;
/// Bytes of the counters of a node's links (timing/mesh.ts).
export const LINKS_BYTES = 16;
// More would let a core run far ahead of what people have seen, and Stop would have to show it all.
const MOST_RING_BYTES = 8 * 1024;

/// A core's registers, as word offsets from its local memory. They are written when a core stops at an instruction.
export const STATUS = 0; // one of the STATUS_ values
export const WAIT_KIND = 1; // one of the WAIT_ values, while it waits
export const WAIT_PEER = 2; // the core it waits for, or -1
export const WAIT_ADDRESS = 3; // it can go on when this word …
export const WAIT_VALUE = 4; // … no longer has this value
export const EPOCH = 5; // counts changes of status, so that others can tell that nothing happened
export const PC = 6; // offset in the code
export const FP = 7; // word index of slot 0 of the current frame
export const PHASE = 8; // how far the current instruction has come, when it takes several turns
export const PHASE_A = 9;
export const PHASE_B = 10;
export const FAULT_CODE = 11;
export const FAULT_A = 12;
export const FAULT_B = 13;
export const FAULT_SLOT = 14; // word index of the slot that the fault is about, or 0
export const INPUT_REPLIES = 15; // answers given to this core
export const CLOCK = 16; // f64, cycles
export const ARRIVAL = 18; // f64, the clock on arrival at a barrier, or when a swap's value was received
export const RANDOM_STATE = 20;
export const HEAP_CURSOR = 21; // where the search for room goes on
export const AREA_CURSOR = 22;
export const ALLOCATED = 23; // bytes given out since the last collection
export const LIVE = 30; // bytes that the last collection found in use
export const PIN = 24; // two addresses that the collector keeps, while a native works on them
export const HEAP_USED = 26; // bytes of blocks in use in the local heap …
export const AREA_USED = 27; // … and in the one in the core's area
export const ANSWERS = 60; // of an instruction that is taken up again: the list of what it has learned of objects, or 0 (questions.ts)
export const FUNCTION_ATTRIBUTES = 61; // of a program that gives its functions attributes: the record of these, or 0 (function-attributes.ts)
export const RESERVE = 62; // of a program that takes exceptions: the block of its heap that is kept for one when all else is full, or 0
export const HOST_CALL = 63; // full Python only: the native it is in, or -1; PC then is the line of its program
export const WALL_MILLISECONDS = 28; // f64, wall time from the start of the run to this core's end
export const WAITED = 32; // f64, cycles in which the core has waited
export const MONITOR_FREE = 34; // f64, when it may next ask the monitor
export const CREW = 31; // which of the threads that run cores runs it
export const COLLECTIVES_ENTERED = 36; // collectives that it has come to …
export const COLLECTIVES_DONE = 37; // … and that it is done with
export const BCASTS = 38; // calls of bcast, reduce and sync that it has come through
export const REDUCES = 39;
export const SYNCS = 40;
export const FAULT_TOLD = 41; // of a kernel's fault: whether the monitor has told it …
export const FAULT_HEARD = 42; // … and how far full Python has taken it up (kernels.ts)
export const LAUNCH_LINE = 43; // of the kernel that it runs: at which line of its program full Python launched it
export const CONTRIBUTIONS = 44; // what it brings to a collective, see contribution.ts
const CLOCKS = 64; // f64 for each core that may send: when its message was sent, then when it was taken

/// Words from the start of a core's ring: how far the monitor has read, how far the core has written.
export const RING_HEAD = 0;
export const RING_TAIL = 1;
export const RING_DATA_BYTES = 8;

// 0 while nothing is loaded.
export const STATUS_READY = 1;
export const STATUS_WAITING = 2;
export const STATUS_ENDED = 3;
export const STATUS_FAILED = 4;

export const WAIT_NONE = 0;
export const WAIT_SEND = 1;
export const WAIT_RECV = 2;
export const WAIT_EXCHANGE = 3;
export const WAIT_COLLECTIVE = 4;
export const WAIT_BARRIER = 5;
export const WAIT_INPUT = 6;
export const WAIT_OUTPUT = 7;
export const WAIT_LAUNCH = 8; // a core without a kernel, until full Python launches one
export const WAIT_RESULT = 9; // full Python, until a kernel has ended

/// On each core, or in shared memory.
export type Location = "core" | "shared";

/// Where a program's parts lie: its byte code, and its data, which are globals, stack and heap.
export interface Placement {
  readonly code: Location;
  readonly data: Location;
}

/// What decides where things lie.
export interface ChipConfig {
  readonly model: ChipModel;
  /// Virtual cores on the host.
  readonly hostCores: number;
  /// The id of the first of them.
  readonly firstHostId: number;
  /// What was asked for. Otherwise data lies on the core, and byte code goes where its size says.
  readonly placement?: Partial<Placement>;
  /// What the clocks count; "epiphany" if not said.
  readonly clock?: ClockModel;
  /// Set when the last virtual core is full Python, which no crew runs. As a `core` it takes part as the others do; a
  /// `caller` launches kernels: numcores() counts it, but it is no part of what all cores do together.
  readonly usesPython?: PythonRole;
}

export type PythonRole = "caller" | "core";

export interface Area {
  readonly from: number;
  readonly to: number;
}

/// Where one core's parts lie. All in bytes from the start of the chip memory.
export interface CorePlace {
  readonly base: number;
  readonly ring: number;
  readonly ringBytes: number;
  /// Its area of shared memory; a virtual core's is the host's.
  readonly area: Area;
}

/// How the local memory of every core is divided for one program. What is in shared memory is empty here.
export interface LocalMap {
  readonly globals: Area;
  readonly code: Area;
  readonly postboxes: Area;
  readonly stack: Area;
  readonly heap: Area;
}

export class MemoryMap {
  readonly config: ChipConfig;
  /// Ids from 0 up to and without this may occur.
  readonly ids: number;
  readonly deviceCores: number;
  readonly bytes: number;
  /// The 32 MB of shared memory.
  readonly shared: Area;
  readonly control: number;
  /// Counters of what the mesh has carried.
  readonly links: Area;
  /// Byte code that all cores share.
  readonly sharedCode: Area;
  /// Whether the chip has too many cores for postboxes on each of them, so that these lie in a table (box-table.ts), and where that is.
  readonly hasBoxTable: boolean;
  readonly boxTable: { readonly index: Area; readonly pool: Area };
  /// Words of the table's index for each receiver.
  readonly boxRowWords: number;

  constructor(config: ChipConfig) {
    this.config = config;
    this.deviceCores = config.model.rows * config.model.columns;
    this.ids = config.hostCores === 0 ? this.deviceCores : config.firstHostId + config.hostCores;
    const shared = this.deviceCores * LOCAL_BYTES;
    this.shared = { from: shared, to: shared + SHARED_BYTES };
    this.control = shared + CONTROL_AT;
    const links = this.control + LINKS_AT;
    this.links = { from: links, to: links + this.deviceCores * LINKS_BYTES };
    this.sharedCode = { from: shared + CODE_AT, to: shared + AREAS_AT };
    const end = this.shared.to + config.hostCores * (LOCAL_BYTES + AREA_BYTES);
    this.hasBoxTable = this.ids > MOST_LOCAL_POSTBOXES;
    this.boxRowWords = Math.ceil(this.ids / BOXES_A_BLOCK);
    const entries = this.hasBoxTable ? (this.deviceCores + config.hostCores) * this.boxRowWords : 0;
    const index = { from: end, to: end + ((entries * 4 + 7) & ~7) };
    const from = index.to + (this.hasBoxTable ? 8 : 0);
    const pool = { from, to: from + Math.min(MOST_POOL_BYTES, entries * BOX_BLOCK_BYTES) };
    this.boxTable = { index, pool };
    this.bytes = pool.to;
  }

  /// A core's row in tables of all cores.
  rowOf(id: number): number {
    return this.isHost(id) ? this.deviceCores + id - this.config.firstHostId : id;
  }

  /// Words of a core's registers and of the clocks and counts of messages that lie with them.
  get runtimeWords(): number {
    return this.countsAt + this.ids;
  }

  private get countsAt(): number {
    return CLOCKS + (this.hasBoxTable ? 0 : this.ids * 2);
  }

  /// The word index of how many messages `sender` has sent to the core at `base`.
  messagesOf(base: number, sender: number): number {
    return (base >> 2) + this.countsAt + sender;
  }

  /// Whether a byte of the chip memory lies in the shared memory of the chip. A virtual core's memory does not.
  isShared(address: number): boolean {
    return address >= this.shared.from && address < this.shared.to;
  }

  isHost(id: number): boolean {
    return this.config.hostCores > 0 && id >= this.config.firstHostId;
  }

  core(id: number): CorePlace {
    assert(id >= 0 && id < this.ids, `core ${id} exists`);
    const rings = this.deviceCores + this.config.hostCores;
    const ringBytes = Math.min(
      MOST_RING_BYTES,
      Math.floor((this.control + CONTROL_BYTES - this.links.to) / rings) & ~7,
    );
    if (this.isHost(id)) {
      const index = id - this.config.firstHostId;
      const base = this.shared.to + index * (LOCAL_BYTES + AREA_BYTES);
      const ring = this.links.to + (this.deviceCores + index) * ringBytes;
      return { base, ring, ringBytes, area: { from: base + LOCAL_BYTES, to: base + LOCAL_BYTES + AREA_BYTES } };
    }
    const areaBytes = Math.min(AREA_BYTES, Math.floor((SHARED_BYTES - AREAS_AT) / this.deviceCores) & ~7);
    const area = this.shared.from + AREAS_AT + id * areaBytes;
    return {
      base: id * LOCAL_BYTES,
      ring: this.links.to + id * ringBytes,
      ringBytes,
      area: { from: area, to: area + areaBytes },
    };
  }

  /// The area of the text that answers a core's request for input.
  get input(): Area {
    const from = this.control + MONITOR_INPUT_TEXT;
    return { from, to: from + INPUT_BYTES };
  }

  /// Bytes of a core's area that are set aside for stack.
  areaStackBytes(id: number): number {
    const { from, to } = this.core(id).area;
    return ((to - from) / AREA_STACK_PART) & ~7;
  }

  /// Where a program of `slots` globals and constants and `codeBytes` of byte code lies.
  placement(slots: number, codeBytes: number): Placement {
    const { code, data = "core" } = this.config.placement ?? {};
    if (code !== undefined) return { code, data };
    const fits =
      codeBytes <= CORE_CODE_BYTES && this.local(slots, codeBytes, { code: "core", data }).heap.from <= LOCAL_BYTES;
    return { code: fits ? "core" : "shared", data };
  }

  /// How local memory is divided for a program of `slots` globals and constants and `codeBytes` of byte code, as offsets
  /// from the core's base. What is to lie on the core does not fit if the heap starts beyond the end.
  local(slots: number, codeBytes: number, { code, data }: Placement): LocalMap {
    const boxes = this.hasBoxTable ? 0 : Math.max(LEAST_POSTBOXES, this.ids) * POSTBOX_BYTES;
    const onCore = (location: Location, bytes: number): number => (location === "core" ? bytes : 0);
    let at = RUNTIME_BYTES;
    const next = (bytes: number): Area => {
      const from = at;
      at += (bytes + 7) & ~7;
      return { from, to: at };
    };
    return {
      globals: next(onCore(data, slots * SLOT_BYTES)),
      code: next(onCore(code, codeBytes)),
      postboxes: next(boxes),
      stack: next(onCore(data, STACK_BYTES)),
      heap: { from: at, to: data === "core" || at > LOCAL_BYTES ? LOCAL_BYTES : at },
    };
  }

  /// The word index, counted in doubles, of the clock of what `sender` sent to the core at `base`, where boxes lie on it.
  clockOf(base: number, sender: number): number {
    return (base >> 3) + (CLOCKS >> 1) + sender;
  }

  /// The address of a core's local memory on the chip's own mesh: `((row << 6 | column) << 20) | local`.
  globalAddress(id: number, local: number): number {
    const { columns, firstRow, firstColumn } = this.config.model;
    const row = firstRow + Math.floor(id / columns);
    const column = firstColumn + (id % columns);
    return ((((row << 6) | column) << 20) | local) >>> 0;
  }

  /// Links that a message passes, along the row and then along the column; 0 to and from a virtual core.
  hops(from: number, to: number): number {
    if (this.isHost(from) || this.isHost(to)) return 0;
    const { columns } = this.config.model;
    const rows = Math.abs(Math.floor(from / columns) - Math.floor(to / columns));
    return rows + Math.abs((from % columns) - (to % columns));
  }
}
