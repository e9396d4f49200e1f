import { functionAt, type Image } from "../bytecode/image.ts";
import { BoxTable } from "./box-table.ts";
import { codeBytes } from "./code-segment.ts";
import { decode, type Program } from "./decode.ts";
import {
  type Area,
  type ChipConfig,
  type CorePlace,
  type LocalMap,
  MemoryMap,
  type Placement,
  RING_DATA_BYTES,
  SLOT_BYTES,
} from "./memory-map.ts";
import { Timing } from "./timing/timing.ts";

/// A core as its chip knows it: where its parts lie. All of its state is in the chip memory.
export interface Core {
  readonly id: number;
  readonly host: boolean;
  /// Full Python: it takes part in messages, and runs elsewhere.
  readonly pythonCore: boolean;
  readonly place: CorePlace;
  /// Word index of its registers.
  readonly registers: number;
  /// Word index of the module area: globals, then constants.
  readonly module: number;
  /// Its postboxes: on the core, or in the chip's table, where it has this row.
  readonly postboxes: number;
  readonly row: number;
  readonly boxTable: BoxTable | undefined;
  /// Its areas, as addresses. Those on the core are empty where data lies in shared memory. What a virtual core calls
  /// shared memory is the host's; `MemoryMap.isShared` tells the two apart.
  readonly globals: Area;
  readonly code: Area;
  readonly stack: Area;
  readonly areaStack: Area;
  readonly heap: Area;
  readonly areaHeap: Area;
  /// Whether its byte code, and its globals, lie in the chip's shared memory, so that reading them takes long. Stack and
  /// heap may lie there in part: ask `MemoryMap.isShared` with an address. Never true of a virtual core.
  readonly codeShared: boolean;
  readonly dataShared: boolean;
}

/// Called when a word has changed that a core may wait on: with that core's id, or -1 if it may be any, and the word.
export type Wake = (core: number, word: number) => void;

/// A message, or what the root of a broadcast brings, as it is taken: the value still lies in the sender's memory.
export interface TakenMessage {
  /// As in postbox.ts and contribution.ts.
  readonly kind: number;
  readonly tag: number;
  readonly value: number;
  /// Elements of a list that are sent, all if it is negative.
  readonly length: number;
  /// Where its sender was, and its clock then.
  readonly pc: number;
  readonly sent: number;
}

/// Called when a core takes what another has sent, before that can go on, with the clock it then has.
export type Taken = (receiver: Core, sender: number, message: TakenMessage, clock: number) => void;

/// How far a hash is shifted to be an index of `Chip.guesses`.
export const GUESS_SHIFT = 20;

/// One chip with one program, over a buffer it is given. Several of these, in several threads, can be over the same one.
export class Chip {
  readonly map: MemoryMap;
  readonly image: Image;
  readonly program: Program;
  /// The postboxes of a chip with very many cores.
  readonly boxTable: BoxTable | undefined;
  /// Where byte code and data are.
  readonly placement: Placement;
  /// What things take on it.
  readonly timing: Timing;
  /// From this address on lies shared memory, and after it the virtual cores'.
  readonly beyondCores: number;
  readonly local: LocalMap;
  readonly words: Int32Array;
  readonly reals: Float32Array;
  readonly doubles: Float64Array;
  readonly bytes: Uint8Array;
  /// Those that take part, by ascending id.
  readonly cores: readonly Core[];
  /// Those of them that calls of all cores are for.
  readonly members: readonly Core[];
  /// Full Python on the host, if it takes part.
  readonly pythonCore: Core | undefined;
  /// The same, if it launches kernels, so that a core whose kernel has failed can be given another (kernels.ts).
  readonly caller: Core | undefined;
  /// Bytes of byte code.
  readonly codeBytes: number;
  wake: Wake = () => {};
  /// Set while a run is recorded (see events.ts).
  onTaken: Taken | undefined;
  /// What the instruction under way has done beyond the common, in instructions (see work.ts).
  work = 0;
  /// What it has read or written beyond the common, in elements of lists and in characters, and what of that it has read
  /// from beyond the cores, in bytes (see work.ts).
  touched = 0;
  touchedCharacters = 0;
  touchedBeyond = 0;
  /// The tags of what could not be ordered when two values were last compared, the second × 256; 0 if all could.
  clash = 0;
  /// The address of the list of what the instruction under way has learned of objects, 0 if it has not asked yet, and how many of the
  /// answers it has taken (questions.ts).
  answers = 0;
  answered = 0;
  /// Whether text of objects may be asked for: not where a value is only looked at, as by the variables view.
  asks = false;
  /// The work of the last turn, in instructions: given as a budget, it leads to the same place again. More than its budget where
  /// its last instruction did much.
  used = 0;
  /// The text of a print that waits for room, by core: it need not be made again. Lost, it is.
  readonly printing = new Map<number, string>();
  /// Where keys of dictionaries and sets were found last (equality.ts): guesses that make no difference but in speed.
  readonly guesses = new Int32Array(1 << (32 - GUESS_SHIFT));
  /// Called before every allocation, when the core's PC and FP are in its registers: for tests.
  beforeAllocation: ((core: Core) => void) | undefined;
  /// Whether anything may be collected now; if `first`, an allocation fails where it would rather collect (see heap.ts).
  collection: "allowed" | "first" | "never" = "allowed";
  private readonly byId: (Core | undefined)[] = [];

  constructor(buffer: ArrayBufferLike, config: ChipConfig, active: readonly number[], image: Image) {
    this.map = new MemoryMap(config);
    if (buffer.byteLength < this.map.bytes) throw new RangeError("the chip memory is too small for this chip");
    this.image = image;
    this.words = new Int32Array(buffer);
    this.reals = new Float32Array(buffer);
    this.doubles = new Float64Array(buffer);
    this.bytes = new Uint8Array(buffer);
    this.boxTable = this.map.hasBoxTable ? new BoxTable(this.words, this.map) : undefined;
    this.codeBytes = codeBytes(image);
    const slots = image.globals + image.constants.length;
    this.placement = this.map.placement(slots, this.codeBytes);
    this.local = this.map.local(slots, this.codeBytes, this.placement);
    this.cores = active.map((id) => this.place(id));
    for (const core of this.cores) this.byId[core.id] = core;
    this.pythonCore = this.cores.find((core) => core.pythonCore);
    this.caller = config.usesPython === "caller" ? this.pythonCore : undefined;
    this.members = config.usesPython === "caller" ? this.cores.filter((core) => !core.pythonCore) : this.cores;
    const device = this.cores.filter((core) => !core.host).length;
    this.timing = new Timing(config.clock ?? "epiphany", config.model.frequency, device);
    this.program = decode(image, this.timing, this.placement.code === "shared");
    this.beyondCores = this.map.shared.from;
  }

  /// The core with this id, if it takes part.
  core(id: number): Core | undefined {
    return this.byId[id];
  }

  private place(id: number): Core {
    const place = this.map.core(id);
    const host = this.map.isHost(id);
    const at = (area: Area): Area => ({ from: place.base + area.from, to: place.base + area.to });
    const { code, data } = this.placement;
    const slots = (this.image.globals + this.image.constants.length) * SLOT_BYTES;
    const stackEnd = place.area.from + this.map.areaStackBytes(id);
    const globals = data === "core" ? at(this.local.globals) : { from: stackEnd, to: stackEnd + slots };
    const sharedCode = this.map.sharedCode.from;
    return {
      id,
      host,
      pythonCore: this.map.config.usesPython !== undefined && id === this.map.ids - 1,
      place,
      registers: place.base >> 2,
      module: globals.from >> 2,
      row: this.map.rowOf(id),
      boxTable: this.boxTable,
      postboxes: place.base + this.local.postboxes.from,
      globals,
      code: code === "core" ? at(this.local.code) : { from: sharedCode, to: sharedCode + this.codeBytes },
      stack: at(this.local.stack),
      areaStack: { from: place.area.from, to: stackEnd },
      heap: at(this.local.heap),
      areaHeap: { from: data === "core" ? stackEnd : globals.to, to: place.area.to },
      codeShared: code === "shared" && !host,
      dataShared: data === "shared" && !host,
    };
  }

  /// Bytes of a core's ring that hold output.
  ringCapacity(core: Core): number {
    return core.place.ringBytes - RING_DATA_BYTES;
  }

  /// The function that the instruction at `pc` belongs to.
  functionAt(pc: number): number {
    return functionAt(this.image, pc);
  }
}
