import { describe, expect, it } from "vitest";
import { chipWith, imageOf, runChip } from "../../testing/chips.ts";
import type { Chip } from "../chip.ts";
import { clock, joules } from "./clock.ts";
import { ENERGY } from "./costs.ts";
import { linkLoads } from "./mesh.ts";
import { exact, Timing } from "./timing.ts";

/// A chip on which a program has run, core by core in its turn.
function ran(text: string, cores = 1): Chip {
  const chip = chipWith(imageOf(text), cores);
  runChip(chip, 100_000);
  return chip;
}

/// Cycles of a core, without those in which it copied its byte code.
function cycles(chip: Chip, core = 0): number {
  const of = chip.cores[core];
  if (of === undefined) throw new Error(`no core ${core}`);
  return clock(chip, of) - chip.codeBytes * chip.timing.device.sharedRead;
}

/// What lines cost a core beyond those that stand before them. Programs of as many constants and variables are compared, as
/// nothing else differs.
function costOf(before: string, lines: string, cores = 1): number {
  return cycles(ran(`${before}\n${lines}`, cores)) - cycles(ran(before, cores));
}

describe("costs", () => {
  it("are the table's for each token of a statement", () => {
    const { variable, constant, arithmetic, assign, conversion, realDivision, division } = new Timing(
      "epiphany",
      600e6,
      1,
    ).device;
    expect(costOf("a = 1", "a = a + 1")).toBe(variable + constant + arithmetic + assign);
    expect(costOf("a = 1", "a = a + 1.5")).toBe(variable + constant + arithmetic + conversion + assign);
    expect(costOf("a = 2", "a = a / 2")).toBe(variable + constant + division + assign);
    expect(costOf("a = 2.0", "a = a / 2.0")).toBe(variable + constant + division + realDivision + assign);
  });

  it("of a virtual core are 0.407 of a device core's, at 667 MHz, without mesh and shared memory", () => {
    const { device, host } = new Timing("epiphany", 667e6, 16);
    expect(host.variable).toBe(exact(device.variable * 0.407));
    expect([host.hop, host.sharedRead, host.sharedWrite, host.mathTurn, host.printTurn]).toEqual([0, 0, 0, 0, 0]);
    const slower = new Timing("epiphany", 333.5e6, 16);
    expect(slower.host.math).toBe(exact(host.math / 2));
  });

  it("of shared memory grow once all cores together read more than it gives", () => {
    const reads = [1, 16, 64, 4096].map((cores) => new Timing("epiphany", 600e6, cores).device.sharedRead);
    expect(reads).toEqual([850, 850, 2304, 147_456]);
  });

  it("of a native grow with the elements that it goes through", () => {
    const list = (n: number): number => costOf(`a = range(${n})\nb = 0`, "b = sum(a)");
    const { element } = new Timing("epiphany", 600e6, 1).device;
    expect(list(50) - list(10)).toBe(40 * element);
    expect(costOf("a = range(64)", "a.sort()")).toBeGreaterThan(64 * 6 * element);
    const text = (n: number): number => costOf(`a = 'x' * ${n}`, "b = a.replace('x', 'yy')");
    expect(text(30)).toBeGreaterThan(text(10));
    expect(costOf("a = range(300)", "b = len(a)")).toBe(costOf("a = range(3)", "b = len(a)"));
  });

  it("of a list that has flowed over have its elements read from shared memory", () => {
    const reading = "b = 0\nfor i in range(100): b = a[i]";
    const near = costOf("a = range(100)", reading);
    const far = costOf("a = range(100)\nc = a * 30\na = c", reading);
    const { device, heapRead } = new Timing("epiphany", 600e6, 1);
    expect(far - near).toBe(100 * heapRead);
    expect(heapRead).toBeGreaterThan(4 * device.sharedRead);
  });

  it("of a stack that has flowed over are more for every variable", () => {
    const at = (depth: number): number =>
      costOf(`def down(n):\n    if n > 0: down(n - 1)\ndown(0)`, `down(${depth})`) / depth;
    expect(at(100)).toBeGreaterThan(at(10) * 1.5);
  });
});

describe("the monitor", () => {
  const sums = (cores: number): number => {
    const many = "from math import sqrt\nfor i in range(100): x = sqrt(2.0)";
    return cycles(ran(many, cores));
  };

  it("computes for one core at a time", () => {
    expect(sums(2)).toBe(sums(1));
    const { math, mathTurn } = new Timing("epiphany", 600e6, 16).device;
    expect(mathTurn).toBeGreaterThan(math);
    expect(sums(16)).toBeGreaterThan(99 * mathTurn);
    expect(sums(16)).toBeLessThan(101 * mathTurn);
  });

  it("makes nobody wait who asks now and then", () => {
    const seldom = "from math import sqrt\nfor i in range(10):\n    x = sqrt(2.0)\n    for k in range(20): y = k";
    expect(cycles(ran(seldom, 16))).toBe(cycles(ran(seldom, 1)));
  });
});

describe("clocks that count instructions", () => {
  it("count one for each, whatever it does", () => {
    const timing = new Timing("instructions", 600e6, 16);
    expect(Object.values(timing.device).every((cost) => cost === 0)).toBe(true);
    expect([timing.message(3, 9), timing.exchange(1, 1), timing.reduce(16, 1), timing.sync]).toEqual([0, 0, 0, 0]);
  });
});

describe("energy", () => {
  it("is taken by cycles in which a core works, not by those in which it waits", () => {
    const text = "from parallel import *\nif coreid() == 0:\n    for i in range(1000): x = i\nsync()";
    const chip = ran(text, 2);
    const [busy, waiting] = chip.cores.map((core) => joules(chip, core));
    expect(cycles(chip, 0)).toBe(cycles(chip, 1));
    expect(busy).toBeCloseTo((chip.cores[0] === undefined ? 0 : clock(chip, chip.cores[0])) * ENERGY, 12);
    expect(waiting ?? 0).toBeLessThan((busy ?? 0) / 2);
  });
});

describe("the mesh", () => {
  const loads = (text: string, cores = 16): Record<string, number> =>
    Object.fromEntries(
      linkLoads(ran(`from parallel import *\nme = coreid()\n${text}`, cores)).map(({ from, to, bytes }) => [
        `${from}-${to}`,
        bytes,
      ]),
    );

  it("takes a message along its row, then along the column", () => {
    expect(loads("if me == 0: send(1, 9)\nif me == 9: recv(0)")).toEqual({ "0-1": 8, "1-5": 8, "5-9": 8 });
    expect(loads("if me == 9: send(1, 0)\nif me == 0: recv(9)")).toEqual({ "9-8": 8, "8-4": 8, "4-0": 8 });
  });

  it("carries a list element by element, and both values of a swap", () => {
    expect(loads("if me == 0: send([1, 2, 3], 1)\nif me == 1: recv(0)")).toEqual({ "0-1": 24 });
    expect(loads("if me < 2: sendrecv(1, 1 - me)")).toEqual({ "0-1": 8, "1-0": 8 });
  });

  it("carries a reduction up the cores and down again, a broadcast from its root to each", () => {
    expect(loads("reduce(1, 'sum')", 4)).toEqual({
      ...{ "0-1": 8, "1-2": 8, "2-3": 8 },
      ...{ "1-0": 8, "2-1": 8, "3-2": 8 },
    });
    expect(loads("bcast(1, 0)", 4)).toEqual({ "0-1": 24, "1-2": 16, "2-3": 8 });
  });

  it("is empty again when the next program is loaded", () => {
    expect(loads("sync()")).toEqual({});
  });
});
