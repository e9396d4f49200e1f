import { describe, expect, it } from "vitest";
import { imageOf } from "../testing/harness/chips.ts";
import type { FunctionRow, Image } from "./image.ts";
import * as isa from "./isa.ts";
import { COREID, nativeByNumber, PRINT, SEND } from "./natives.ts";
import { FUNCTION, INT, NATIVE_FUNCTION } from "./values.ts";
import { verify } from "./verify.ts";

const program: FunctionRow = { entry: 0, parameters: 0, required: 0, locals: 0, frame: 4, defaults: [] };

/// An image with one global, one constant and this code as its program.
function image(code: readonly number[], changes: Partial<Image> = {}): Image {
  return {
    globals: 1,
    constants: [{ tag: INT, value: 5 }],
    functions: [program],
    code: new Uint8Array(code),
    debug: { files: [], library: [], globals: [], globalFiles: [], functions: [], marks: [] },
    ...changes,
  };
}

const GLOBAL = 128;
const CONSTANT = 129;
// A number that no native has.
const UNUSED =
  Array.from({ length: 256 }, (_, number) => number).find((number) => nativeByNumber(number) === undefined) ?? -1;
const twice = { ...program, entry: 1, parameters: 1, required: 1, locals: 1 };

describe("sound code", () => {
  it.each([
    ["only an end", image([isa.HALT])],
    ["a global from a constant", image([isa.MOVE, GLOBAL, CONSTANT, isa.HALT])],
    ["a wide operand", image([isa.WIDE, isa.MOVE, 3, 0, 0, 0x80, isa.HALT])],
    ["a jump to itself", image([isa.JUMP, 0, 0])],
    [
      "a call",
      image([isa.CALL, 0, 1, 1, 1, isa.HALT, isa.RETURN, 0], { functions: [program, { ...twice, entry: 6 }] }),
    ],
    ["a native with any number of arguments", image([isa.NATIVE, 0, PRINT.number, 1, 3, isa.HALT])],
  ])("%s", (_, value) => {
    expect(verify(value)).toBeUndefined();
  });

  it("is what the compiler makes", () => {
    expect(verify(imageOf("def f(a, b=[1]): return a + b\nfor x in [1, 2]: print x, f([x])[0:1]"))).toBeUndefined();
  });
});

describe("unsound code", () => {
  it.each([
    ["nothing at all", image([]), /no code/],
    ["no program", image([isa.HALT], { functions: [] }), /no program/],
    ["a program with parameters", image([isa.HALT], { functions: [{ ...twice, entry: 0 }] }), /parameters/],
    [
      "a program that begins later",
      image([isa.HALT, isa.HALT], { functions: [{ ...program, entry: 1 }] }),
      /begin at 0/,
    ],
    ["an unknown instruction", image([0xee]), /not an instruction/],
    ["a prefix of a prefix", image([isa.WIDE, isa.WIDE, isa.HALT]), /not an instruction/],
    ["a slice that reaches past its frame", image([isa.SETSLICE, 0, 2, 1, isa.HALT]), /past its frame/],
    ["the deletion of one", image([isa.DELSLICE, 0, 2, isa.HALT]), /past its frame/],
    ["a text of more than the frame has", image([isa.JOIN, 0, 2, 3, isa.HALT]), /past its frame/],
    ["a constant that is forgotten", image([isa.CLEAR, CONSTANT, isa.HALT]), /writes outside/],
    ["half an instruction", image([isa.MOVE, 0]), /middle/],
    ["a prefix alone", image([isa.WIDE]), /middle/],
    ["an end that is left open", image([isa.MOVE, 0, CONSTANT]), /past its end/],
    ["a branch as its end", image([isa.JTRUE, 0, 0, 0]), /past its end/],
    ["a slot beyond the frame", image([isa.MOVE, 4, CONSTANT, isa.HALT]), /writes outside/],
    ["a read beyond the frame", image([isa.MOVE, 0, 4, isa.HALT]), /reads outside/],
    ["a write to a constant", image([isa.MOVE, CONSTANT, 0, isa.HALT]), /writes outside/],
    ["a constant that does not exist", image([isa.MOVE, 0, 130, isa.HALT]), /reads outside/],
    ["a window beyond the frame", image([isa.LIST, 0, 2, 3, isa.HALT]), /past its frame/],
    ["a loop's window beyond the frame", image([isa.ITER, 3, 0, isa.HALT]), /past its frame/],
    ["a counter's window beyond the frame", image([isa.COUNTER, 2, isa.HALT]), /past its frame/],
    ["a jump into an instruction", image([isa.MOVE, 0, CONSTANT, isa.JUMP, 0xfe, 0xff]), /no instruction begins/],
    ["a jump out of the code", image([isa.JUMP, 100, 0]), /no instruction begins/],
    [
      "a jump into another function",
      image([isa.JUMP, 3, 0, isa.HALT], { functions: [program, { ...program, entry: 3 }] }),
      /no instruction begins/,
    ],
    [
      "functions out of order",
      image([isa.HALT, isa.HALT, isa.HALT], {
        functions: [program, { ...program, entry: 2 }, { ...program, entry: 1 }],
      }),
      /no code/,
    ],
    [
      "a function that begins inside an instruction",
      image([isa.MOVE, 0, 0, isa.HALT], { functions: [program, { ...program, entry: 1 }] }),
      /runs into/,
    ],
    ["a function beyond the code", image([isa.HALT], { functions: [program, { ...program, entry: 9 }] }), /code/],
    ["a call of the program", image([isa.CALL, 0, 0, 0, 0, isa.HALT]), /cannot be called/],
    ["a function value of the program", image([isa.CLOSURE, 0, 0, 1, 0, isa.HALT]), /cannot be called/],
    [
      "a function value with cells that the function does not have",
      image([isa.CLOSURE, 0, 1, 1, 1, isa.HALT, isa.RETURN, 0], { functions: [program, { ...twice, entry: 6 }] }),
      /cells/,
    ],
    ["a call whose names are beyond the frame", image([isa.CALLK, 0, 3, 1, 1, 2, isa.HALT]), /past its frame/],
    ["a list spread beyond the frame", image([isa.UNPACKEX, 1, 0, 2, 1, isa.HALT]), /past its frame/],
    ["a call of nothing", image([isa.CALL, 0, 7, 0, 0, isa.HALT]), /does not exist/],
    [
      "a call with too few arguments",
      image([isa.CALL, 0, 1, 0, 0, isa.HALT, isa.RETURN, 0], { functions: [program, { ...twice, entry: 6 }] }),
      /arguments/,
    ],
    ["an unknown native", image([isa.NATIVE, 0, UNUSED, 0, 0, isa.HALT]), /does not exist/],
    ["a native with too few arguments", image([isa.NATIVE, 0, SEND.number, 1, 1, isa.HALT]), /arguments/],
    ["a native with too many arguments", image([isa.NATIVE, 0, COREID.number, 1, 1, isa.HALT]), /arguments/],
    [
      "a native that writes over its arguments",
      image([isa.NATIVE, 1, SEND.number, 0, 2, isa.HALT]),
      /over its arguments/,
    ],
    ["more locals than slots", image([isa.HALT], { functions: [{ ...program, locals: 5 }] }), /impossible frame/],
    [
      "a default that does not exist",
      image([isa.HALT, isa.RETURN, 0], { functions: [program, { ...twice, required: 0, defaults: [9] }] }),
      /default/,
    ],
    [
      "a constant function that does not exist",
      image([isa.HALT], { constants: [{ tag: FUNCTION, value: 3 }] }),
      /no function/,
    ],
    [
      "a constant native that does not exist",
      image([isa.HALT], { constants: [{ tag: NATIVE_FUNCTION, value: UNUSED }] }),
      /no native/,
    ],
    ["too many variables", image([isa.HALT], { globals: 0x8000 }), /too many/],
  ] as const)("is refused: %s", (_, value, reason) => {
    expect(verify(value)).toMatch(reason);
  });
});
