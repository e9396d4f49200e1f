import { crc32, encodeUtf8 } from "../base/bytes.ts";
import {
  BYTES,
  CLASS,
  COMPLEX,
  FUNCTION,
  INT,
  NATIVE_FUNCTION,
  NONE,
  REAL,
  SINGLETON,
  STRING,
  TYPE_TAG,
} from "../bytecode/values.ts";
import type { Chip, Core } from "./chip.ts";
import { tableBytes, textPlaces, writeTable } from "./code-segment.ts";
import { writeComplex } from "./complex.ts";
import { FRAME_HEADER } from "./frames.ts";
import { keepReserve, resetHeap } from "./heap.ts";
import {
  FP,
  LOCAL_BYTES,
  MONITOR_CREWS,
  MOST_CREWS,
  RANDOM_STATE,
  RING_HEAD,
  RING_TAIL,
  STATUS,
  STATUS_READY,
} from "./memory-map.ts";
import { codesOf, storeString } from "./strings.ts";
import { costsOf, work } from "./timing/clock.ts";
import { clearLinks } from "./timing/mesh.ts";

/// Says why a program cannot be put on the chip, in words for people.
export class LoadError extends Error {}

/// Puts a chip's program on every core and makes it ready to start. `seed` and a core's id start its random numbers.
export function load(chip: Chip, seed: number): void {
  requireRoom(chip);
  chip.boxTable?.clear();
  // Found once for all cores: there may be thousands, and the texts may be long.
  const { places } = textPlaces(chip.image);
  if (chip.placement.code === "shared") writeCode(chip, chip.map.sharedCode.from, places);
  const control = chip.map.control >> 2;
  chip.words.fill(0, control, control + MONITOR_CREWS + MOST_CREWS * 2);
  clearLinks(chip);
  for (const core of chip.cores) loadCore(chip, core, seed, places);
}

function requireRoom(chip: Chip): void {
  const { local, map, placement, codeBytes } = chip;
  const core = chip.cores[0];
  const variables = core === undefined ? 0 : core.globals.to - core.globals.from;
  const over = local.heap.from - LOCAL_BYTES;
  const code = local.code.to - local.code.from;
  if (over > 0 && over <= code) {
    const room = codeBytes - over;
    throw new LoadError(
      `The byte code does not fit into the core: it takes ${codeBytes} bytes, ${over} more than the ${Math.max(0, room)} that are ` +
        "left there. Let byte code lie in shared memory: in the run settings, or with -codeshared.",
    );
  }
  if (over > 0) {
    const room = variables - over + code;
    throw new LoadError(
      `The variables and constants do not fit into the core: they take ${variables} bytes, ${over - code} more than the ` +
        `${room} that are left there. Let data lie in shared memory: in the run settings, or with -datashared.`,
    );
  }
  const most = map.sharedCode.to - map.sharedCode.from;
  if (placement.code === "shared" && codeBytes > most) {
    throw new LoadError(
      `The byte code does not fit into shared memory: it takes ${codeBytes} bytes, ${codeBytes - most} more than the ` +
        `${most} that are set aside for it there. Split the program, or shorten its texts.`,
    );
  }
  const beyond = core === undefined ? 0 : core.areaHeap.from - core.areaHeap.to;
  if (beyond > 0) {
    throw new LoadError(
      `The variables and constants do not fit into the core's share of shared memory: they take ${variables} bytes, ` +
        `${beyond} more than there are. Let data lie on the core, or choose a chip with fewer cores.`,
    );
  }
}

// The texts of string constants come after the function table.
function writeCode(chip: Chip, at: number, places: readonly number[]): void {
  const { image } = chip;
  chip.bytes.set(image.code, at);
  writeTable(image, chip.bytes, at + image.code.length);
  const texts = at + image.code.length + tableBytes(image);
  image.constants.forEach((constant, k) => {
    const place = texts + (places[k] as number);
    if (constant.tag === STRING || constant.tag === BYTES) storeString(chip, place, codesOf(constant.value));
    if (constant.tag === COMPLEX) writeComplex(chip, place, { re: 0, im: constant.value });
  });
}

function loadCore(chip: Chip, core: Core, seed: number, places: readonly number[]): void {
  const { words, image } = chip;
  const { registers } = core;
  // This sets the status to idle, pc, phase, clock and counters to 0, and every global to unset.
  // Its memory is as the last program left it elsewhere: on a chip of 4,096 cores clearing all of it would take long.
  words.fill(0, registers, registers + chip.map.runtimeWords);
  words.fill(0, core.postboxes >> 2, (core.postboxes + chip.local.postboxes.to - chip.local.postboxes.from) >> 2);
  words.fill(0, core.globals.from >> 2, core.globals.to >> 2);
  if (chip.placement.code === "core") writeCode(chip, core.code.from, places);
  writeConstants(chip, core, core.code.from + image.code.length + tableBytes(image), places);
  resetHeap(chip, core);
  if (image.handlers !== undefined) keepReserve(chip, core);
  words[registers + RANDOM_STATE] = crc32(encodeUtf8(`${seed}:${core.id}`)) | 0;
  const ring = core.place.ring >> 2;
  words[ring + RING_HEAD] = 0;
  words[ring + RING_TAIL] = 0;
  startFrame(chip, core);
  copyCode(chip, core);
  Atomics.store(words, registers + STATUS, STATUS_READY);
}

function writeConstants(chip: Chip, core: Core, texts: number, places: readonly number[]): void {
  const { words, image } = chip;
  image.constants.forEach((constant, k) => {
    const slot = core.module + (image.globals + k) * 2;
    words[slot + 1] = constant.tag;
    switch (constant.tag) {
      case REAL:
        chip.reals[slot] = constant.value;
        break;
      case STRING:
      case BYTES:
      case COMPLEX:
        words[slot] = texts + (places[k] as number);
        break;
      case INT:
      case FUNCTION:
      case NATIVE_FUNCTION:
      case TYPE_TAG:
      case CLASS:
      case SINGLETON:
        words[slot] = constant.value;
        break;
      case NONE:
        break;
      default:
        words[slot] = constant.value ? 1 : 0;
    }
  });
}

/// The program's own frame, at the bottom of the stack.
function startFrame(chip: Chip, core: Core): void {
  const frame = (chip.program.functions[0]?.words ?? 0) + FRAME_HEADER;
  const stack = frame * 4 <= core.stack.to - core.stack.from ? core.stack : core.areaStack;
  if (frame * 4 > stack.to - stack.from)
    throw new LoadError(
      `The program's own values do not fit into the core's stack: they take ${frame * 4} bytes, ` +
        `${frame * 4 - (stack.to - stack.from)} more than the ${stack.to - stack.from} in the core's part of shared memory. ` +
        "Do the work in functions, or choose a chip with fewer cores.",
    );
  chip.words.fill(0, stack.from >> 2, (stack.from >> 2) + frame);
  chip.words[core.registers + FP] = (stack.from >> 2) + FRAME_HEADER;
}

// Before it starts, a core copies its byte code from shared memory, unless that is to stay there.
function copyCode(chip: Chip, core: Core): void {
  if (chip.placement.code === "core") work(chip, core, chip.codeBytes * costsOf(chip, core).sharedRead);
}
