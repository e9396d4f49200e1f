import {
  CALL,
  CALLV,
  CLEAR,
  ELEMENT,
  HAND,
  INDEX,
  MOVE,
  NEXT,
  RETURN,
  instruction as rowOf,
  UNPACK,
} from "../../bytecode/isa.ts";
import { BCAST, INPUT, POP, REDUCE } from "../../bytecode/natives.ts";
import type { Chip, Core } from "../../machine/chip.ts";
import { FRAME_HEADER } from "../../machine/frames.ts";
import { listLength } from "../../machine/lists.ts";
import { FP, PC } from "../../machine/memory-map.ts";
import { type Instruction, isDone, type NativeCall, nativeCall, range, slotsRead, takers } from "./instruction.ts";
import {
  type After,
  element,
  elementAt,
  fromSource,
  indexIn,
  isList,
  received,
  type Spot,
  type Write,
} from "./spots.ts";

// Which instructions write a slot. It is their destination, so that what writes the value that was there already is known too.

/// What is to be looked at after an instruction, should it write the slot at a word; undefined if it cannot.
export function watchSlot(chip: Chip, instruction: Instruction, word: number): After | undefined {
  const { words, program } = chip;
  const { core, fp, op, operands } = instruction;
  const slot = (at: number): Spot => ({ kind: "slot", core, word: at });
  const done =
    (write: Write): After =>
    () =>
      isDone(chip, instruction) ? write : undefined;
  if (op === RETURN) {
    const caller = words[fp - FRAME_HEADER + 1] as number;
    const operand = words[fp - FRAME_HEADER + 2] as number;
    const target = operand >= 0 ? caller + operand : core.module + ~operand;
    return caller !== 0 && target === word ? done(fromSource("returned", slot(operands[0] as number))) : undefined;
  }
  const call = nativeCall(chip, instruction);
  if (op === CALL || (op === CALLV && call === undefined)) return watchFrame(chip, instruction, word);
  if (op === UNPACK) {
    const [first = 0, list = 0, count = 0] = operands;
    if (word < first || word >= first + count * 2) return undefined;
    return done(fromSource("copied", element(chip, core, list, (word - first) >> 1)));
  }
  const row = rowOf(op);
  const [d, a = 0, b = 0] = operands;
  if (row?.operands[0] !== "d" || d !== word) return undefined;
  if (call !== undefined) return watchResult(chip, instruction, call);
  switch (op) {
    case CLEAR:
      return done({ how: "cleared", inputs: [] });
    case MOVE:
    case HAND:
      return done(fromSource("copied", slot(a)));
    case INDEX:
      return isList(chip, a)
        ? done(fromSource("copied", element(chip, core, a, indexIn(chip, b, listLength(chip, words[a] as number)))))
        : done({ how: "computed", inputs: [a] });
    case ELEMENT:
      return done(fromSource("copied", elementAt(chip, core, a, b, operands[3] as number)));
    case NEXT: {
      const target = program.pcOf[operands[2] as number];
      const source = element(chip, core, a, words[a + 2] as number);
      return () => (words[core.registers + PC] === target ? undefined : fromSource("copied", source));
    }
    default: {
      if (row.flow === "branch") {
        const target = program.pcOf[operands[2] as number];
        return () => (words[core.registers + PC] === target ? undefined : { how: "computed", inputs: [] });
      }
      return done({ how: "computed", inputs: slotsRead(row.operands, operands) });
    }
  }
}

/// A call makes a frame: parameters get their arguments, the rest is cleared.
function watchFrame(chip: Chip, { core, fp, op, operands }: Instruction, word: number): After {
  const { words, program } = chip;
  const [, target = 0, args = 0, count = 0] = operands;
  const row = program.functions[op === CALL ? target : (words[target] as number)];
  return () => {
    const frame = words[core.registers + FP] as number;
    if (row === undefined || frame === fp || word < frame || word >= frame + row.words) return undefined;
    const k = (word - frame) >> 1;
    if (k >= row.parameters) return { how: "cleared", inputs: [] };
    if (k < count) return fromSource("argument", { kind: "slot", core, word: args + k * 2 });
    const operand = row.defaults[k - row.required];
    return operand === undefined
      ? { how: "cleared", inputs: [] }
      : fromSource("copied", { kind: "slot", core, word: core.module + ~operand });
  };
}

function watchResult(chip: Chip, instruction: Instruction, { number, args, count }: NativeCall): After {
  const { core } = instruction;
  if (takers.has(number)) {
    const own: Spot = { kind: "slot", core, word: args };
    return (taken) => {
      if (!isDone(chip, instruction)) return undefined;
      const last = taken.at(-1);
      return last === undefined && number === BCAST.number ? fromSource("copied", own) : received(last, []);
    };
  }
  const write = resultOf(chip, core, number, args, count);
  return () => (isDone(chip, instruction) ? write : undefined);
}

function resultOf(chip: Chip, core: Core, number: number, args: number, count: number): Write {
  if (number === INPUT.number) return { how: "asked", inputs: [] };
  if (number === REDUCE.number) return { how: "combined", inputs: [] };
  if (number === POP.number && isList(chip, args)) {
    const length = listLength(chip, chip.words[args] as number);
    const at = count > 1 ? indexIn(chip, args + 2, length) : length - 1;
    return fromSource("copied", element(chip, core, args, at));
  }
  return { how: "computed", inputs: range(args, count) };
}
