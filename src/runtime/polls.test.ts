import { expect, it } from "vitest";
import { imageOf } from "../testing/harness/chips.ts";
import { polls } from "./polls.ts";

const head = "from parallel import *\n";
// With 200 variables, operands of other instructions have the same numbers as natives.
const many = Array.from({ length: 200 }, (_, k) => `v${k} = ${k}\nv${k} = v${k} + 1\n`).join("");

it.each([
  ["asks for a message", `${head}print probe(0)\n`, true],
  ["asks in a function", `${head}def f():\n    return probe(0)\nprint f()\n`, true],
  ["has the function as a value", `${head}ask = probe\nprint ask(0)\n`, true],
  ["asks whether a message was taken", `${head}nonblocking_send(1, 1)\nprint test_sent(1)\n`, true],
  ["only sends and receives", `${head}if coreid() == 0: send(1, 1)\nelif coreid() == 1: print recv(0)\n`, false],
  ["has many variables", many, false],
])("a program that %s: %s", (_, text, wanted) => {
  expect(polls(imageOf(text))).toBe(wanted);
});
