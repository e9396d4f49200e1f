import { crc32, encodeUtf8 } from "../base/bytes.ts";
import { FUNCTION, INT, NATIVE_FUNCTION, NONE, REAL, STRING } from "../bytecode/values.ts";
import type { Chip, Core } from "./chip.ts";
import { tableBytes, writeTable } from "./code-segment.ts";
import { FRAME_HEADER } from "./frames.ts";
import { resetHeap } from "./heap.ts";
import {
  AREA_CURSOR,
  FP,
  HEAP_CURSOR,
  LOCAL_BYTES,
  MONITOR_CREWS,
  MOST_CREWS,
  RANDOM_STATE,
  RING_HEAD,
  RING_TAIL,
  STATUS,
  STATUS_READY,
} from "./memory-map.ts";
import { codesOf, storeString, stringBytes } from "./strings.ts";

/// Says why a program cannot be put on the chip, in words for people.
export class LoadError extends Error {}

/// Puts a chip's program on every core and makes it ready to start. `seed` and a core's id start its random numbers.
export function load(chip: Chip, seed: number): void {
  const over = chip.local.heap.from - LOCAL_BYTES;
  if (over > 0) {
    const variables = chip.local.globals.to - chip.local.globals.from;
    throw new LoadError(
      `The program does not fit into a core's 32 KB: it is ${over} bytes too large. ` +
        `Its byte code takes ${chip.codeBytes} bytes, its variables and constants ${variables}.`,
    );
  }
  const control = chip.map.control >> 2;
  chip.words.fill(0, control, control + MONITOR_CREWS + MOST_CREWS * 2);
  for (const core of chip.cores) loadCore(chip, core, seed);
}

function loadCore(chip: Chip, core: Core, seed: number): void {
  const { words, image } = chip;
  const { registers } = core;
  // This sets the status to idle, pc, phase, clock and counters to 0, and every global to unset.
  words.fill(0, registers, registers + LOCAL_BYTES / 4);
  const code = core.place.base + chip.local.code.from;
  chip.bytes.set(image.code, code);
  writeTable(image, chip.bytes, code + image.code.length);
  writeConstants(chip, core, code + image.code.length + tableBytes(image));
  resetHeap(chip, core);
  words[registers + HEAP_CURSOR] = core.heap.from;
  words[registers + AREA_CURSOR] = core.areaHeap.from;
  words[registers + RANDOM_STATE] = crc32(encodeUtf8(`${seed}:${core.id}`)) | 0;
  const ring = core.place.ring >> 2;
  words[ring + RING_HEAD] = 0;
  words[ring + RING_TAIL] = 0;
  startFrame(chip, core);
  Atomics.store(words, registers + STATUS, STATUS_READY);
}

function writeConstants(chip: Chip, core: Core, texts: number): void {
  const { words, image } = chip;
  let text = texts;
  image.constants.forEach((constant, k) => {
    const slot = core.module + (image.globals + k) * 2;
    words[slot + 1] = constant.tag;
    switch (constant.tag) {
      case REAL:
        chip.reals[slot] = constant.value;
        break;
      case STRING: {
        const codes = codesOf(constant.value);
        words[slot] = text;
        storeString(chip, text, codes);
        text += (stringBytes(codes) + 3) & ~3;
        break;
      }
      case INT:
      case FUNCTION:
      case NATIVE_FUNCTION:
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
    throw new LoadError("The program works on too much at once for a core's stack.");
  chip.words.fill(0, stack.from >> 2, (stack.from >> 2) + frame);
  chip.words[core.registers + FP] = (stack.from >> 2) + FRAME_HEADER;
}
