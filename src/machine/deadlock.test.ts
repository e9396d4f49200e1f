import { describe, expect, it } from "vitest";
import { chipWith, imageOf, runChip } from "../testing/chips.ts";
import { findStuck } from "./deadlock.ts";
import { WAIT_BARRIER, WAIT_COLLECTIVE, WAIT_EXCHANGE, WAIT_RECV, WAIT_SEND } from "./memory-map.ts";
import { goOn } from "./waiting.ts";

const HEAD = "from parallel import *\nme = coreid()\n";

function stuckIn(text: string, cores: number) {
  const chip = chipWith(imageOf(HEAD + text), cores);
  runChip(chip);
  return findStuck(chip).map(({ core, waitKind, on }) => ({ core: core.id, waitKind, on }));
}

describe("cores that can never go on", () => {
  it.each([
    [
      "two receives",
      "recv(1 - me)",
      2,
      WAIT_RECV,
      [
        [0, [1]],
        [1, [0]],
      ],
    ],
    [
      "two sends",
      "send(1, 1 - me)",
      2,
      WAIT_SEND,
      [
        [0, [1]],
        [1, [0]],
      ],
    ],
    ["a send to one that has ended", "if me == 0: send(1, 1)", 2, WAIT_SEND, [[0, [1]]]],
    ["an exchange with one that has ended", "if me == 0: sendrecv(1, 1)", 2, WAIT_EXCHANGE, [[0, [1]]]],
    [
      "one missing at a barrier",
      "if me != 1: sync()",
      3,
      WAIT_BARRIER,
      [
        [0, [1]],
        [2, [1]],
      ],
    ],
    ["one missing in a reduction", "if me == 0: reduce(1, 'sum')", 2, WAIT_COLLECTIVE, [[0, [1]]]],
    [
      "a circle",
      "recv((me + 1) % 3)",
      3,
      WAIT_RECV,
      [
        [0, [1]],
        [1, [2]],
        [2, [0]],
      ],
    ],
    [
      "a tail of a circle",
      "recv(1 if me != 1 else 0)",
      3,
      WAIT_RECV,
      [
        [0, [1]],
        [1, [0]],
        [2, [1]],
      ],
    ],
  ] as const)("%s", (_, text, cores, waitKind, found) => {
    expect(stuckIn(text, cores)).toEqual(found.map(([core, on]) => ({ core, waitKind, on })));
  });
});

describe("cores that may go on", () => {
  it("wait for one that waits for the user", () => {
    expect(stuckIn("if me == 0: send(input(), 1)\nelse: recv(0)", 2)).toEqual([]);
  });

  it("wait for one whose output is not read yet", () => {
    expect(stuckIn("if me == 0:\n    for i in range(5000): print i\n    send(1, 1)\nelse: recv(0)", 2)).toEqual([]);
  });

  it("have a message in their box that they have not taken yet", () => {
    const chip = chipWith(imageOf(`${HEAD}if me == 0: nonblocking_send(1, 1)\nelse: recv(0)`), 2);
    runChip(chip, 3);
    expect(findStuck(chip)).toEqual([]);
  });

  it("have just been told to", () => {
    const chip = chipWith(imageOf(`${HEAD}recv(1 - me)`), 2);
    runChip(chip);
    expect(findStuck(chip)).toHaveLength(2);
    const [core] = chip.cores;
    if (core !== undefined) goOn(chip, core);
    expect(findStuck(chip)).toEqual([]);
  });
});
