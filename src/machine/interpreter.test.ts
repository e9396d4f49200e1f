import { expect, it } from "vitest";
import type { Image } from "../bytecode/image.ts";
import * as isa from "../bytecode/isa.ts";
import { INT } from "../bytecode/values.ts";
import { verify } from "../bytecode/verify.ts";
import { chipWith } from "../testing/harness/chips.ts";
import type { Core } from "./chip.ts";
import { BAD_CODE } from "./faults.ts";
import { createInterpreter, STOP_FAULT } from "./interpreter.ts";
import { FAULT_CODE } from "./memory-map.ts";

/// A program of these instructions, with four globals' worth of frame and these constants.
function image(code: readonly number[], constants: readonly number[]): Image {
  return {
    globals: 0,
    constants: constants.map((value) => ({ tag: INT, value })),
    functions: [{ entry: 0, parameters: 0, required: 0, locals: 0, frame: 8, defaults: [] }],
    code: new Uint8Array(code),
    debug: { files: [], library: [], globals: [], globalFiles: [], functions: [], marks: [] },
  };
}

it("a list whose address is counted up is a list no more", () => {
  const [zero, far, huge, value] = [128, 129, 130, 131];
  const code = [
    ...[isa.LIST, 0, 4, 0], // t0 = []
    ...[isa.MOVE, 1, huge, isa.MOVE, 2, far], // its address goes on by `far`
    ...[isa.STEP, 5, 0, 11, 0],
    ...[isa.SETINDEX, 0, zero, value],
    isa.HALT,
  ];
  // The jump leads to the end: 11 bytes on.
  code[13] = 9;
  const harmful = image(code, [0, 1_000_000, 2_000_000_000, 7]);
  expect(verify(harmful)).toBeUndefined();
  const chip = chipWith(harmful, 1);
  expect(createInterpreter(chip)(chip.cores[0] as Core, 100)).toBe(STOP_FAULT);
});

it("what is gone through must have been made ready for it", () => {
  const code = [isa.MOVE, 0, 128, isa.MOVE, 1, 128, isa.NEXT, 2, 0, 5, 0, isa.HALT];
  const harmful = image(code, [8]);
  expect(verify(harmful)).toBeUndefined();
  const chip = chipWith(harmful, 1);
  const core = chip.cores[0] as Core;
  expect(createInterpreter(chip)(core, 100)).toBe(STOP_FAULT);
  expect(chip.words[core.registers + FAULT_CODE]).toBe(BAD_CODE);
});
