import { functionAt, type Image } from "../bytecode/image.ts";
import { codeBytes } from "./code-segment.ts";
import { decode, type Program } from "./decode.ts";
import {
  AREA_STACK_BYTES,
  type Area,
  type ChipConfig,
  type CorePlace,
  type LocalMap,
  MemoryMap,
  RING_DATA_BYTES,
} from "./memory-map.ts";

/// A core as its chip knows it: where its parts lie. All of its state is in the chip memory.
export interface Core {
  readonly id: number;
  readonly host: boolean;
  readonly place: CorePlace;
  /// Word index of its registers.
  readonly registers: number;
  /// Word index of the module area: globals, then constants.
  readonly module: number;
  /// Its local areas and those in shared memory, as addresses.
  readonly postboxes: number;
  readonly stack: Area;
  readonly areaStack: Area;
  readonly heap: Area;
  readonly areaHeap: Area;
}

/// Called when something may let a waiting core go on, with its id; and with -1 for any core.
export type Wake = (core: number) => void;

/// One chip with one program, over a buffer it is given. Several of these, in several threads, can be over the same one.
export class Chip {
  readonly map: MemoryMap;
  readonly image: Image;
  readonly program: Program;
  readonly local: LocalMap;
  readonly words: Int32Array;
  readonly reals: Float32Array;
  readonly doubles: Float64Array;
  readonly bytes: Uint8Array;
  /// Those that take part, by ascending id.
  readonly cores: readonly Core[];
  /// Bytes of byte code that each core holds.
  readonly codeBytes: number;
  wake: Wake = () => {};
  /// What the instruction under way has done beyond the common, in instructions (see work.ts).
  work = 0;
  /// The text of a print that waits for room, by core: it need not be made again. Lost, it is.
  readonly printing = new Map<number, Uint8Array>();
  /// Collects before every allocation: for tests.
  collectAlways = false;
  /// While set, nothing is collected (see heap.ts).
  collectNever = false;
  private readonly byId: (Core | undefined)[] = [];

  constructor(buffer: ArrayBufferLike, config: ChipConfig, active: readonly number[], image: Image) {
    this.map = new MemoryMap(config);
    if (buffer.byteLength < this.map.bytes) throw new RangeError("the chip memory is too small for this chip");
    this.image = image;
    this.program = decode(image);
    this.words = new Int32Array(buffer);
    this.reals = new Float32Array(buffer);
    this.doubles = new Float64Array(buffer);
    this.bytes = new Uint8Array(buffer);
    this.codeBytes = codeBytes(image);
    this.local = this.map.local(image.globals + image.constants.length, this.codeBytes);
    this.cores = active.map((id) => this.place(id));
    for (const core of this.cores) this.byId[core.id] = core;
  }

  /// The core with this id, if it takes part.
  core(id: number): Core | undefined {
    return this.byId[id];
  }

  private place(id: number): Core {
    const place = this.map.core(id);
    const at = (area: Area): Area => ({ from: place.base + area.from, to: place.base + area.to });
    return {
      id,
      host: this.map.isHost(id),
      place,
      registers: place.base >> 2,
      module: (place.base + this.local.globals.from) >> 2,
      postboxes: place.base + this.local.postboxes.from,
      stack: at(this.local.stack),
      areaStack: { from: place.area.from, to: place.area.from + AREA_STACK_BYTES },
      heap: at(this.local.heap),
      areaHeap: { from: place.area.from + AREA_STACK_BYTES, to: place.area.to },
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
