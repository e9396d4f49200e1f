import { describe, expect, it } from "vitest";
import { chipWith, imageOf, runChip } from "../../testing/harness/chips.ts";
import type { Chip } from "../chip.ts";
import { clock, joules } from "./clock.ts";
import * as costs from "./costs.ts";
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

// Of one core.
const { device } = new Timing("epiphany", 600e6, 1);

describe("costs", () => {
  it("are the table's for each token of a statement", () => {
    const { variable, constant, arithmetic, assign, conversion, realDivision, division } = device;
    expect(costOf("a = 1", "a = a + 1")).toBe(variable + constant + arithmetic + assign);
    expect(costOf("a = 1", "a = a + 1.5")).toBe(variable + constant + arithmetic + conversion + assign);
    expect(costOf("a = 2", "a = a // 2")).toBe(variable + constant + division + assign);
    expect(costOf("a = 2.0", "a = a / 2.0")).toBe(variable + constant + division + realDivision + assign);
  });

  it("of a virtual core take 0.407 of the time that they take on a core of 600 MHz, without mesh and shared memory", () => {
    const { device, host } = new Timing("epiphany", 600e6, 16);
    expect(host.variable).toBe(exact(device.variable * 0.407));
    expect([host.hop, host.sharedRead, host.sharedWrite, host.mathTurn, host.printTurn]).toEqual([0, 0, 0, 0, 0]);
    // The host is as fast as ever beside a slower chip, whose cycles are what clocks count.
    const slower = new Timing("epiphany", 300e6, 16);
    expect(slower.host.math).toBe(exact(host.math / 2));
  });

  it("of shared memory grow once all cores together read more than it gives", () => {
    const reads = [1, 16, 64, 4096].map((cores) => new Timing("epiphany", 600e6, cores).device.sharedRead);
    expect(reads).toEqual([850, 850, 2304, 147_456]);
  });

  it("of a native grow with the elements that it goes through", () => {
    const list = (n: number): number => costOf(`a = list(range(${n}))\nb = 0`, "b = sum(a)");
    const { element } = device;
    expect(list(50) - list(10)).toBe(40 * element);
    expect(costOf("a = list(range(64))", "a.sort()")).toBeGreaterThan(64 * 6 * element);
    // What it reads and what it makes.
    const part = (n: number): number => costOf("a = list(range(60))\nb = 0", `b = a[:${n}]`);
    expect(part(50) - part(10)).toBe(40 * 2 * element);
    const text = (n: number): number => costOf(`a = 'x' * ${n}`, "b = a.replace('x', 'yy')");
    expect(text(30)).toBeGreaterThan(text(10));
    expect(costOf("a = list(range(300))", "b = len(a)")).toBe(costOf("a = list(range(3))", "b = len(a)"));
  });

  it("of a list that has flowed over have its elements read from shared memory", () => {
    const reading = "b = 0\nfor i in range(100): b = a[i]";
    const near = costOf("a = list(range(100))\nc = a", reading);
    const far = costOf("a = list(range(100))\nc = a * 30\na = c", reading);
    const { heapRead } = new Timing("epiphany", 600e6, 1);
    expect(far - near).toBe(100 * heapRead);
    expect(heapRead).toBeGreaterThan(4 * device.sharedRead);
  });

  it("of a stack that has flowed over are more for every variable", () => {
    const at = (depth: number): number =>
      costOf(`def down(n):\n    if n > 0: down(n - 1)\ndown(0)`, `down(${depth})`) / depth;
    expect(at(100)).toBeGreaterThan(at(10) * 1.5);
  });
});

describe("powers", () => {
  const { multiplication, conversion, arithmetic, constant, variable, assign } = device;

  it("multiply n - 1 times", () => {
    expect(costOf("a = 2", "a = a ** 2")).toBe(variable + constant + arithmetic + multiplication + assign);
    expect(costOf("a = 2", "a = a ** 9") - costOf("a = 2", "a = a ** 2")).toBe(7 * multiplication);
    expect(costOf("a = 2.0", "a = a ** 9") - costOf("a = 2", "a = a ** 9")).toBe(conversion);
    expect(costOf("a = 1", "a **= 0")).toBe(costOf("a = 1", "a **= 1"));
  });

  it("of the module math are functions that do the same, and ask no monitor", () => {
    const power = (n: number, cores = 1): number =>
      costOf("from math import pow\na = 1.5", `a = pow(a, ${n})\na = pow(a, ${n})`, cores);
    expect(power(9) - power(2)).toBe(2 * 7 * multiplication);
    expect(power(2, 16)).toBe(power(2));
    expect(power(2)).toBeLessThan(device.math);
    const exp = (x: string): number => costOf("from math import exp\na = 1.5", `a = exp(${x})`);
    expect(exp("9.0") - exp("2.0")).toBe(7 * multiplication);
    expect(exp("2.0")).toBeLessThan(device.math);
  });

  it("as a built-in function cost the same as of the module", () => {
    const math = costOf("from math import pow\na = 1.5", "a = pow(a, 3)");
    expect(costOf("a = 1.5", "a = pow(a, 3)")).toBe(math);
  });
});

describe("text", () => {
  const { print, character, sharedWrite, variable, arithmetic, assign, lookUp } = device;

  it("is joined by the monitor, once its characters are copied there", () => {
    const join = (n: number): number => costOf(`a = 'x' * ${n}`, "a = a + a");
    expect(join(1)).toBe(2 * variable + arithmetic + assign + 2 * (character + sharedWrite) + print);
    expect(join(100) - join(1)).toBe(2 * 99 * (character + sharedWrite));
  });

  it("is made of values and put together by one request each", () => {
    const made = (line: string): number => costOf("a = 7\nb = 'x'", line);
    expect(made("b = str(a)")).toBeGreaterThan(print);
    expect(made("b = str(a)")).toBeLessThan(2 * print);
    for (const line of ["b = f'{a} of {a}'", "b = '%d of %d' % (a, a)", "b = b.join([b, b, b])", "b = hex(a)"]) {
      expect(made(line)).toBeGreaterThan(print);
      expect(made(line)).toBeLessThan(2 * print);
    }
    expect(made("b = f'{a:>3} of {a:>3}'")).toBeGreaterThan(3 * print);
    expect(made("c = str(a)\nb = b + c") - made("c = str(a)")).toBe(
      2 * variable + (1 + 2) * lookUp + arithmetic + assign + lookUp + 2 * (character + sharedWrite) + print,
    );
  });

  it("waits for its turn where many join at once", () => {
    const many = "a = 'x'\nfor i in range(50): b = a + a";
    expect(cycles(ran(many, 16))).toBeGreaterThan(49 * new Timing("epiphany", 600e6, 16).device.printTurn);
  });
});

describe("a list that is repeated", () => {
  it("costs a constant for each element, as its display is read again", () => {
    const zeros = (n: number): number => costOf("a = 0", `a = [0] * ${n}`);
    expect(zeros(1000) - zeros(10)).toBe(990 * device.constant);
    const { variable, constant, arithmetic, assign, lookUp } = device;
    expect(costOf("a = [1, 2]\nb = 0", "b = a * 5")).toBe(variable + arithmetic + assign + lookUp + 11 * constant);
  });
});

describe("names", () => {
  const { variable, assign, lookUp, sweep, call, argument, constant, arithmetic } = device;
  const ten = Array.from({ length: 10 }, (_, k) => `a${k} = ${k}`).join("\n");

  it("are found by going through those that stand before them", () => {
    expect(costOf(ten, "a0 = a0")).toBe(variable + assign);
    expect(costOf(ten, "a0 = a9")).toBe(variable + 9 * lookUp + assign);
    expect(costOf(ten, "a9 = a0")).toBe(variable + 9 * lookUp + assign);
    expect(costOf(`${ten}\nb = [1]`, "a0 = b[0]")).toBe(costOf(`b = [1]\n${ten}`, "a0 = b[0]") + (10 - 1) * lookUp);
  });

  it("of a function stand behind the program's, and a parameter leads to what was passed", () => {
    const before = `${ten}\ndef f(x):\n    y = 0\n    return y\ndef g(x):\n    y = 0\n    return x\n`;
    // Ten symbols, then x and y: twelve, swept for the call and for its argument.
    const calling = call + argument + 2 * 12 * sweep;
    const y = constant + assign + 11 * lookUp;
    expect(costOf(before, "a0 = f(a3)")).toBe(calling + 3 * lookUp + y + variable + 11 * lookUp + assign);
    expect(costOf(before, "a0 = g(a3)")).toBe(calling + 3 * lookUp + y + variable + (10 + 3) * lookUp + assign);
  });

  it("are given to values that are passed", () => {
    const before = `${ten}\ndef f(x):\n    return x\n`;
    const named = costOf(before, "a0 = f(a0)");
    // The value has the place after the program's variables, which it is assigned to, passed from and read at.
    const swept = 2 * (12 - 11) * sweep;
    expect(costOf(before, "a0 = f(a0 + a0)") - named).toBe(
      2 * variable + arithmetic + assign + 3 * 10 * lookUp + lookUp + swept,
    );
  });

  it("cost the same at any depth of calls", () => {
    const depth = (n: number): number =>
      costOf("def f(n):\n    if n > 0: return f(n - 1)\n    return 0\na = 0", `a = f(${n})`);
    expect(depth(9) - depth(8)).toBe(depth(2) - depth(1));
  });
});

describe("a message", () => {
  const { SEND_RECV } = costs;
  const { hop } = device;
  /// What core 0 takes to send a value to core 1.
  const sending = (value: string, how = "send(v, 1)", other = "recv(0)"): number =>
    costOf(
      `from parallel import *\nv = ${value}\nme = coreid()\nx = 0`,
      `if me == 0: x = ${how}\nif me == 1: x = ${other}`,
      2,
    );
  const bytes = (value: string, how = "send(v, 1)", other = "recv(0)"): number =>
    linkLoads(
      ran(`from parallel import *\nv = ${value}\nif coreid() == 0: ${how}\nif coreid() == 1: ${other}`, 2),
    ).find(({ from }) => from === 0)?.bytes ?? 0;
  const element = SEND_RECV + hop;

  it("costs what it carries, however deep it lies", () => {
    const flat = sending("[1] * 100");
    expect(flat - sending("[1]")).toBe(99 * element);
    // An inner list tells its length.
    expect(sending("[[1] * 100]") - flat).toBe(element);
    expect(sending("[[1] * 50, [1] * 50]") - flat).toBe(2 * element);
    expect(sending("[[[1] * 100]]") - flat).toBe(2 * element);
    expect(sending("[([1] * 50, 'x' * 50), 2, None]") - flat).toBe((2 + 3) * element);
    expect(sending("[]")).toBe(sending("[1]"));
  });

  it("with text costs each of its characters", () => {
    expect(sending("'x' * 100")).toBe(sending("[1] * 100"));
    expect(sending("['x' * 100]") - sending("'x' * 100")).toBe(element);
    expect(sending("''")).toBe(sending("'x'"));
  });

  it("costs this in every call that carries one, and on the links", () => {
    for (const [how, other] of [
      ["send(v, 1)", "recv(0)"],
      ["sendrecv(v, 1)", "sendrecv(v, 0)"],
      ["bcast(v, 0)", "bcast(0, 0)"],
      ["nonblocking_send(v, 1)", "recv(0)"],
    ] as const) {
      expect(bytes("[1] * 100", how, other), how).toBe(800);
      expect(bytes("[[1] * 50, 'x' * 50]", how, other), how).toBe(816);
    }
    expect(sending("[1] * 100", "sendrecv(v, 1)", "sendrecv(v, 0)")).toBeGreaterThan(99 * costs.exchangeCost(1));
    expect(sending("[[1] * 100]", "sendrecv(v, 1)", "sendrecv(v, 0)")).toBe(
      sending("[1] * 101", "sendrecv(v, 1)", "sendrecv(v, 0)"),
    );
    expect(sending("['x' * 100]", "bcast(v, 0)", "bcast(0, 0)")).toBe(
      sending("[1] * 101", "bcast(v, 0)", "bcast(0, 0)"),
    );
  });

  it("that a core has put by costs whoever takes it what it carries", () => {
    const taking = (value: string): number => {
      const before = `from parallel import *\nv = ${value}\nme = coreid()`;
      const lines = "if me == 0: nonblocking_send(v, 1)\nif me == 1: recv(0)";
      return cycles(ran(`${before}\n${lines}`, 2), 1) - cycles(ran(before, 2), 1);
    };
    // The copy that is put by is made at the sender's cost, before it is sent.
    expect(taking("[[1] * 9, [1] * 9]") - taking("[1] * 19")).toBe(element);
    expect(taking("['x' * 18]") - taking("[1] * 18")).toBe(element);
  });
});

describe("the monitor", () => {
  it("makes random numbers", () => {
    for (const number of ["random()", "randint(1, 6)", "randrange(6)"]) {
      const drawn = (cores: number): number =>
        costOf("from random import *\na = 0", `a = ${number}\na = ${number}\na = ${number}`, cores);
      expect(drawn(1), number).toBeGreaterThan(3 * device.math);
      expect(drawn(1), number).toBeLessThan(4 * device.math);
      expect(drawn(16), number).toBeGreaterThan(2 * new Timing("epiphany", 600e6, 16).device.mathTurn);
    }
    expect(costOf("from random import *\na = 0", "seed(3)")).toBeLessThan(device.math);
  });

  it("computes what the core cannot, and nothing else", () => {
    const { math } = device;
    const computed = (call: string): number => costOf("from math import *\na = 0.5", `a = ${call}`);
    const asked = "sqrt sin cos tan asin acos atan sinh cosh tanh floor ceil log log10".split(" ");
    for (const name of asked) expect(computed(`${name}(a)`), name).toBeGreaterThan(math);
    for (const call of ["fabs(a)", "fmod(a, 2.0)", "pow(a, 3)", "exp(a)", "abs(a)", "round(a)"]) {
      expect(computed(call), call).toBeLessThan(math);
    }
  });

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
    expect(busy).toBeCloseTo((chip.cores[0] === undefined ? 0 : clock(chip, chip.cores[0])) * costs.ENERGY, 12);
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
