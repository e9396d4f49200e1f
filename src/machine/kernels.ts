import { NATIVE } from "../bytecode/isa.ts";
import { NEXT_LAUNCH } from "../bytecode/natives.ts";
import { readInstruction } from "../bytecode/reader.ts";
import type { Chip, Core } from "./chip.ts";
import { abandon } from "./contribution.ts";
import { walkFrames } from "./frames.ts";
import {
  ANSWERS,
  EPOCH,
  FAULT_HEARD,
  FAULT_TOLD,
  FP,
  PC,
  PHASE,
  PIN,
  STATUS,
  STATUS_FAILED,
  STATUS_READY,
  WAIT_KIND,
  WAIT_NONE,
} from "./memory-map.ts";
import { findBox, isFull, KIND_LAUNCH, kindOf, state } from "./postbox.ts";

// What becomes of a core whose kernel has failed: it stands where the fault was, for people to see, until full Python
// launches the next kernel on it. Then it leaves what it was doing and goes on in the loop that takes launches
// (natives/offload.ts), with the data that stays on it as the fault has left it.
//
//             fault               launch
//   READY ────────────▶ FAILED ────────────▶ READY
//
// Two words go with a fault: whether the monitor has told it to people, and how far Python has taken it up. Python launches
// nothing before the first is set and the second says HEARD. The core clears them after it is READY again, so a reader that reads
// the word first and the status after it never takes an old fault for a new one.

/// The handler of the launch knows of the fault …
export const HEARD = 1;
/// … and the program has been told by an exception.
export const RAISED = 2;

/// Whether full Python has launched a kernel on a core that has not taken it up.
export function hasLaunch(chip: Chip, core: Core): boolean {
  if (chip.caller === undefined) return false;
  const at = findBox(core, chip.caller.id);
  if (at === 0) return false;
  const now = state(chip, at);
  return isFull(now) && kindOf(now) === KIND_LAUNCH && !isBroken(chip, core);
}

/// Whether a core has failed and Python has not taken that up so far.
export function hasFailed({ words }: Chip, core: Core, before: typeof HEARD | typeof RAISED): boolean {
  return (
    Atomics.load(words, core.registers + FAULT_HEARD) < before &&
    Atomics.load(words, core.registers + STATUS) === STATUS_FAILED
  );
}

/// Whether a core has failed before it came to the loop, so that it can take no launch.
export function isBroken(chip: Chip, core: Core): boolean {
  const { words } = chip;
  if (Atomics.load(words, core.registers + STATUS) !== STATUS_FAILED) return false;
  return (
    words[core.registers + FP] === bottomFrame(chip, core) && (words[core.registers + PC] as number) < loopAt(chip)
  );
}

/// Lets a core that has failed take the next launch. Only the thread that runs the core may call this.
export function leaveFault(chip: Chip, core: Core): void {
  const { words } = chip;
  const { registers } = core;
  words[registers + FP] = bottomFrame(chip, core);
  words[registers + PC] = loopAt(chip);
  words[registers + PHASE] = 0;
  words[registers + PIN] = 0;
  words[registers + PIN + 1] = 0;
  words[registers + ANSWERS] = 0;
  words[registers + WAIT_KIND] = WAIT_NONE;
  abandon(chip, core);
  words[registers + EPOCH] = (words[registers + EPOCH] as number) + 1;
  Atomics.store(words, registers + STATUS, STATUS_READY);
  Atomics.store(words, registers + FAULT_TOLD, 0);
  Atomics.store(words, registers + FAULT_HEARD, 0);
}

/// The word index of slot 0 of the program's own frame.
function bottomFrame(chip: Chip, core: Core): number {
  let bottom = 0;
  walkFrames(chip, core, (fp) => {
    bottom = fp;
  });
  return bottom;
}

/// Where the loop waits for a launch.
function loopAt(chip: Chip): number {
  const { code } = chip.image;
  for (let pc = 0; pc < code.length; ) {
    const read = readInstruction(code, pc);
    if (typeof read === "string") break;
    if (read.row.number === NATIVE && read.operands[1] === NEXT_LAUNCH.number) return pc;
    pc += read.size;
  }
  throw new Error("this program takes no launches");
}
