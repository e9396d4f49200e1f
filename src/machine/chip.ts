import { crc32, encodeUtf8 } from "../base/bytes.ts";
import { functionAt, type Image } from "../bytecode/image.ts";
import { FUNCTION, INT, NATIVE_FUNCTION, NONE, REAL, STRING } from "../bytecode/values.ts";
import { decode, type Program } from "./decode.ts";
import { Heap } from "./heap.ts";
import {
  ALLOCATED,
  AREA_CURSOR,
  AREA_STACK_BYTES,
  type Area,
  type ChipConfig,
  CLOCK,
  type CorePlace,
  FP,
  HEAP_CURSOR,
  LOCAL_BYTES,
  type LocalMap,
  MemoryMap,
  MONITOR_CREWS,
  MOST_CREWS,
  PC,
  RANDOM_STATE,
  RING_DATA_BYTES,
  RING_HEAD,
  RING_TAIL,
  STATUS,
  STATUS_READY,
} from "./memory-map.ts";
import { codesOf, storeString, stringBytes } from "./strings.ts";

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

/// Says why a program cannot be put on the chip, in words for people.
export class LoadError extends Error {}

/// Called when something may let a waiting core go on, with its id; and with -1 for any core.
export type Wake = (core: number) => void;

/// Words before a frame's first slot: where to return to, the caller's frame, the caller's slot for the value, the function.
export const FRAME_HEADER = 4;

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
  readonly heap: Heap;
  /// Bytes of byte code that each core holds.
  readonly codeBytes: number;
  wake: Wake = () => {};
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
    this.codeBytes = image.code.length + tableBytes(image) + literalBytes(image);
    this.local = this.map.local(image.globals + image.constants.length, this.codeBytes);
    this.cores = active.map((id) => this.place(id));
    for (const core of this.cores) this.byId[core.id] = core;
    this.heap = new Heap(this);
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

  /// Puts the program on every core and makes it ready to start. `seed` and a core's id start its random numbers.
  load(seed: number): void {
    const over = this.local.heap.from - LOCAL_BYTES;
    if (over > 0) {
      throw new LoadError(
        `The program does not fit into a core's 32 KB: it is ${over} bytes too large. ` +
          `Its byte code takes ${this.codeBytes} bytes and its variables and constants ${this.local.globals.to - this.local.globals.from}.`,
      );
    }
    for (const core of this.cores) this.loadCore(core, seed);
    this.words.fill(0, this.map.control >> 2, (this.map.control >> 2) + MONITOR_CREWS + MOST_CREWS * 2);
  }

  private loadCore(core: Core, seed: number): void {
    const { words, image } = this;
    words.fill(0, core.registers, core.registers + LOCAL_BYTES / 4);
    const code = core.place.base + this.local.code.from;
    this.bytes.set(image.code, code);
    this.writeTable(code + image.code.length);
    let literal = code + image.code.length + tableBytes(image);
    image.constants.forEach((constant, k) => {
      const slot = core.module + (image.globals + k) * 2;
      words[slot + 1] = constant.tag;
      switch (constant.tag) {
        case REAL:
          this.reals[slot] = constant.value;
          break;
        case STRING: {
          const codes = codesOf(constant.value);
          words[slot] = literal;
          storeString(this, literal, codes);
          literal += (stringBytes(codes) + 3) & ~3;
          break;
        }
        case NONE:
          break;
        case INT:
        case FUNCTION:
        case NATIVE_FUNCTION:
          words[slot] = constant.value;
          break;
        default:
          words[slot] = constant.value ? 1 : 0;
      }
    });
    this.heap.reset(core);
    const registers = core.registers;
    const fp = (core.stack.from >> 2) + FRAME_HEADER;
    words[registers + PC] = 0;
    words[registers + FP] = fp;
    words[registers + RANDOM_STATE] = randomStart(seed, core.id);
    words[registers + HEAP_CURSOR] = core.heap.from;
    words[registers + AREA_CURSOR] = core.areaHeap.from;
    words[registers + ALLOCATED] = 0;
    this.doubles[(registers + CLOCK) >> 1] = 0;
    const ring = core.place.ring >> 2;
    words[ring + RING_HEAD] = 0;
    words[ring + RING_TAIL] = 0;
    const frame = this.program.functions[0]?.words ?? 0;
    const room = core.areaStack.to - core.areaStack.from - FRAME_HEADER * 4;
    if (frame * 4 > room) throw new LoadError("The program works on too much at once for a core's stack.");
    if ((fp + frame) * 4 > core.stack.to) {
      words[registers + FP] = (core.areaStack.from >> 2) + FRAME_HEADER;
    }
    const slots = words[registers + FP] as number;
    words.fill(0, slots - FRAME_HEADER, slots + frame);
    Atomics.store(words, registers + STATUS, STATUS_READY);
  }

  private writeTable(at: number): void {
    let to = at;
    const u16 = (value: number) => {
      this.bytes[to++] = value;
      this.bytes[to++] = value >>> 8;
    };
    for (const row of this.image.functions) {
      u16(row.entry);
      this.bytes[to++] = row.parameters;
      this.bytes[to++] = row.required;
      u16(row.locals);
      u16(row.frame);
      for (const slot of row.defaults) u16(slot);
    }
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

// Bytes of the function table, padded so that the strings after it are word-aligned.
function tableBytes(image: Image): number {
  const rows = image.functions.reduce((sum, row) => sum + 8 + row.defaults.length * 2, 0);
  return ((image.code.length + rows + 3) & ~3) - image.code.length;
}

function literalBytes(image: Image): number {
  let bytes = 0;
  for (const constant of image.constants) {
    if (constant.tag !== STRING) continue;
    const codes = codesOf(constant.value);
    bytes += (stringBytes(codes) + 3) & ~3;
  }
  return bytes;
}

function randomStart(seed: number, id: number): number {
  const start = crc32(encodeUtf8(`${seed}:${id}`)) | 0;
  return start === 0 ? 1 : start;
}
