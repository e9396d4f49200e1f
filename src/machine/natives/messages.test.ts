import { describe, expect, it } from "vitest";
import { chipWith, imageOf, runChip } from "../../testing/harness/chips.ts";
import { CLOCK } from "../memory-map.ts";

/// The clocks of two cores, each of which runs its own part of a program.
function clocks(first: string, second: string): [number, number] {
  const block = (text: string): string => text.replaceAll("\n", "\n    ");
  const text = `from parallel import *\nif coreid() == 0:\n    ${block(first)}\nelse:\n    ${block(second)}`;
  const chip = chipWith(imageOf(text), 2);
  runChip(chip);
  const [a = 0, b = 0] = chip.cores.map((core) => chip.doubles[(core.registers + CLOCK) >> 1]);
  return [a, b];
}

const WORK = "for i in range(300): x = i";

describe("a core's clock", () => {
  it("never runs behind that of one it has waited for", () => {
    const [work] = clocks(WORK, "pass");
    expect(clocks("send(1, 1)", `${WORK}\nrecv(0)`)[0]).toBeGreaterThan(work);
    expect(clocks("recv(1)", `${WORK}\nsend(1, 0)`)[0]).toBeGreaterThan(work);
    expect(clocks("sendrecv(1, 1)", `${WORK}\nsendrecv(1, 0)`)[0]).toBeGreaterThan(work);
    expect(clocks("sendrecv([1], 1)", `${WORK}\nsendrecv([1, 2], 0)`)[0]).toBeGreaterThan(work);
    expect(clocks("sync()", `${WORK}\nsync()`)[0]).toBeGreaterThan(work);
    expect(clocks("reduce(1, 'sum')", `${WORK}\nreduce(1, 'sum')`)[0]).toBeGreaterThan(work);
  });

  it("goes on at once after a non-blocking send, and not before the box is free for a second one", () => {
    const [work] = clocks(WORK, "pass");
    expect(clocks("nonblocking_send(1, 1)", `${WORK}\nrecv(0)`)[0]).toBeLessThan(work / 2);
    const twice = "nonblocking_send(1, 1)\nnonblocking_send(2, 1)";
    expect(clocks(twice, `${WORK}\nrecv(0)\nrecv(0)`)[0]).toBeGreaterThan(work);
  });

  it("is the same on both sides after an exchange, whatever was exchanged", () => {
    for (const [mine, theirs] of [
      ["1", "2"],
      ["[1, 2, 3]", "5"],
      ["'text'", "[1]"],
      ["[1]", "[1, 2]"],
    ]) {
      const [a, b] = clocks(`x = ${mine}\nsync()\nx = sendrecv(x, 1)`, `x = ${theirs}\nsync()\nx = sendrecv(x, 0)`);
      // But for the jump past the other branch.
      expect(Math.abs(a - b)).toBeLessThan(500);
    }
  });
});
