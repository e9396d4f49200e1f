import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { atOnce } from "../../base/sliced-work.ts";
import { compile } from "../../compiler/compile.ts";
import { runs } from "../../testing/harness/properties.ts";
import type { OriginQuestion, OriginStep } from "../protocol/provenance.ts";
import { type Answered, Rerun } from "../rerun.ts";
import { originOf } from "./provenance.ts";

const head = "from parallel import *\nme = coreid()\n";
const END = Number.POSITIVE_INFINITY;

function made(text: string, cores = 4, answers: readonly Answered[] = []): Rerun {
  const { image, diagnostics } = compile({ name: "test.py", text });
  if (image === undefined) throw new Error(diagnostics.map(({ message }) => message).join("; "));
  const deviceCores = Array.from({ length: cores }, (_, id) => id);
  const rerun = new Rerun(image, { deviceCores, hostCores: 0, seed: 1 }, answers);
  atOnce(rerun.make());
  return rerun;
}

/// A question about `x`, or `x[2]`, at the end of a run on a core.
function about(rerun: Rerun, core: number, what: string): OriginQuestion {
  atOnce(rerun.goTo(rerun.end));
  const [, name = "", index] = /^(\w+)(?:\[(\d+)\])?$/.exec(what) ?? [];
  const variable = rerun.inspect(core)?.globals[0]?.variables.find((one) => one.name === name);
  if (variable === undefined) throw new Error(`there is no ${name}`);
  return {
    of: "value",
    spot:
      index === undefined
        ? { kind: "slot", core, address: variable.address }
        : { kind: "element", core, object: variable.object ?? 0, index: Number(index) },
    before: { time: END },
  };
}

function chain(rerun: Rerun, question: OriginQuestion): readonly OriginStep[] {
  return atOnce(originOf(rerun, question)).steps;
}

/// `3:7 received x = 14 <2 (a=1)`: core and line, what was done, into what, the value, from whom, made from what.
function told({ core, place, kind, name, value, peer, inputs }: OriginStep): string {
  const from = inputs.map((input) => `${input.name}=${input.value}`).join(" ");
  const target = name === "" ? "" : ` ${name}`;
  return `${core}:${place.line} ${kind}${target} ${value}${peer === null ? "" : ` <>${peer}`}${from === "" ? "" : ` (${from})`}`;
}

describe("where a value comes from", () => {
  it.each<[string, string, string, string[]]>([
    ["a constant", "x = 14\n", "0 x", ["0:3 constant x 14"]],
    ["a copy", "a = 14\nx = a\n", "0 x", ["0:4 copied x 14", "0:3 constant a 14"]],
    ["the last of several, of the same value", "x = 1\nx = 1\n", "0 x", ["0:4 constant x 1"]],
    [
      "what it is worked out from, and in one statement",
      "a = 3\nb = 4\nx = a * b + a\n",
      "0 x",
      ["0:5 computed x 15 (a=3 b=4)"],
    ],
    ["itself", "x = 3\nx = x + 1\n", "0 x", ["0:4 computed x 4 (x=3)"]],
    [
      "a message",
      "x = 0\nif me == 1: send(me + 13, 0)\nif me == 0: x = recv(1)\n",
      "0 x",
      ["0:5 received x 14 <>1", "1:4 sent 14 <>0 (me=1)"],
    ],
    [
      "a message of a message",
      "x = 0\nif me == 2: send(14, 1)\nif me == 1: send(recv(2), 0)\nif me == 0: x = recv(1)\n",
      "0 x",
      ["0:6 received x 14 <>1", "1:5 sent 14 <>0", "1:5 received 14 <>2", "2:4 sent 14 <>1"],
    ],
    [
      "a call",
      "def twice(n):\n    return n * 2\na = 7\nx = twice(a)\n",
      "0 x",
      ["0:6 call x 14", "0:4 returned 14 (n=7)"],
    ],
    [
      "what a call hands through",
      "def same(n):\n    return n\na = 7\nx = same(a)\n",
      "0 x",
      ["0:6 call x 7", "0:4 returned 7", "0:6 argument n 7", "0:5 constant a 7"],
    ],
    ["an element that is read", "a = [1, 2, 3]\nx = a[1]\n", "0 x", ["0:4 copied x 2", "0:3 constant a[1] 2"]],
    [
      "an element that is set",
      "a = [1, 2, 3]\nb = 9\na[-1] = b\n",
      "0 a[2]",
      ["0:5 copied a[2] 9", "0:4 constant b 9"],
    ],
    ["an element that is set to what it is", "a = [1, 2]\na[0] = 1\n", "0 a[0]", ["0:4 constant a[0] 1"]],
    [
      "elements that move",
      "a = [1, 2, 3]\na.insert(0, 8)\na.reverse()\n",
      "0 a[0]",
      ["0:5 copied a[0] 3", "0:4 copied a[3] 3", "0:3 constant a[2] 3"],
    ],
    ["what was appended", "a = []\nb = 5\na.append(b)\n", "0 a[0]", ["0:5 copied a[0] 5", "0:4 constant b 5"]],
    [
      "an element after its list has grown",
      "a = []\nfor i in range(40): a.append(i * 3)\n",
      "0 a[2]",
      ["0:4 computed a[2] 6 (i=2)"],
    ],
    ["a slice", "a = [1, 2, 3, 4]\nb = a[1:]\n", "0 b[1]", ["0:4 copied b[1] 3", "0:3 constant a[2] 3"]],
    ["a slice backwards", "a = [1, 2, 3, 4]\nb = a[::-1]\n", "0 b[0]", ["0:4 copied b[0] 4", "0:3 constant a[3] 4"]],
    ["two lists in one", "a = [1]\nb = a + [5, 6]\n", "0 b[2]", ["0:4 constant b[2] 6"]],
    [
      "an element of a list in a message",
      "a = []\nif me == 1: send([4, 5, me], 0)\nif me == 0: a = recv(1)\n",
      "0 a[2]",
      ["0:5 received a[2] 1 <>1", "1:4 sent 1 <>0", "1:2 computed me 1"],
    ],
    [
      "an element of a list in a list in a message",
      "a = []\nif me == 1: send([[4], [5, 6]], 0)\nif me == 0:\n    a = recv(1)\n    b = a[1]\n    x = b[1]\n",
      "0 x",
      ["0:8 copied x 6", "0:6 received a[1][1] 6 <>1", "1:4 sent 6 <>0"],
    ],
    ["a loop's variable", "for x in [4, 5]: y = x\n", "0 x", ["0:3 constant x 5"]],
    ["a broadcast", "x = bcast(me + 5, 2)\n", "0 x", ["0:3 received x 7 <>2", "2:3 sent 7 <>0 (me=2)"]],
    ["a broadcast of one's own", "x = bcast(me + 5, 0)\n", "0 x", ["0:3 computed x 5 (me=0)"]],
    ["a reduction", 'x = reduce(me + 1, "sum")\n', "1 x", ["1:3 combined x 10 (core 0=1 core 1=2 core 2=3 core 3=4)"]],
    [
      "an element of a list that all have reduced",
      'x = reduce([me, me * 2], "sum")\n',
      "0 x[1]",
      ["0:3 combined x[1] 12 (core 0=0 core 1=2 core 2=4 core 3=6)"],
    ],
    [
      "an element of a list that two swap",
      "x = []\nif me < 2: x = sendrecv([me, me + 7], 1 - me)\n",
      "0 x[1]",
      ["0:4 received x[1] 8 <>1", "1:4 sent 8 <>0 (me=1)"],
    ],
    [
      "a text that two swap",
      'x = ""\nif me < 2: x = sendrecv("from " + str(me), 1 - me)\n',
      "1 x",
      ["1:4 received x 'from 0' <>0", "0:4 sent 'from 0' <>1 (me=0)"],
    ],
    [
      "an element of a list that is broadcast, at its root and elsewhere",
      "a = [4, 5]\nx = bcast(a, 1)\n",
      "1 x[0]",
      ["1:3 constant a[0] 4"],
    ],
    [
      "what two swap",
      "x = 0\nif me < 2: x = sendrecv(me + 3, 1 - me)\n",
      "0 x",
      ["0:4 received x 4 <>1", "1:4 sent 4 <>0 (me=1)"],
    ],
    ["what was unpacked", "a = (1, 2)\nx, y = a\n", "0 y", ["0:4 copied y 2", "0:3 constant a[1] 2"]],
    ["a call of a built-in", "a = -3\nx = abs(a)\n", "0 x", ["0:4 computed x 3 (a=-3)"]],
    ["a global that a function sets", "def f():\n    global x\n    x = 6\nf()\n", "0 x", ["0:5 constant x 6"]],
    [
      "a default",
      "def f(n=6):\n    return n\nx = f()\n",
      "0 x",
      ["0:5 call x 6", "0:4 returned 6", "0:5 argument n 6"],
    ],
    ["an augmented assignment", "x = 2\nx += 5\n", "0 x", ["0:4 computed x 7 (x=2)"]],
    ["what a loop has summed up", "x = 0\nfor i in range(3): x += i\n", "0 x", ["0:4 computed x 3 (x=1 i=2)"]],
    ["a while loop", "x = 1\nwhile x < 100: x = x * 3\n", "0 x", ["0:4 computed x 243 (x=81)"]],
    ["two that change places", "x = 1\ny = 2\nx, y = y, x\n", "0 x", ["0:5 copied x 2", "0:4 constant y 2"]],
    ["a text", 'a = "b"\nx = a + "c"\n', "0 x", ["0:4 computed x 'bc' (a='b')"]],
    ["a character of a text", 'a = "abc"\nx = a[1]\n', "0 x", ["0:4 computed x 'b' (a='abc')"]],
    ["a comparison", "a = 3\nx = a > 2\n", "0 x", ["0:4 computed x True (a=3)"]],
    ["a number of another type", "a = 3\nx = float(a)\n", "0 x", ["0:4 computed x 3.0 (a=3)"]],
    [
      "an element of a list in a list",
      "a = [[1, 2], [3, 4]]\nx = a[1][0]\n",
      "0 x",
      ["0:4 copied x 3", "0:3 constant a[1][0] 3"],
    ],
    ["what was popped", "a = [1, 2, 3]\nx = a.pop(0)\n", "0 x", ["0:4 copied x 1", "0:3 constant a[0] 1"]],
    [
      "what has moved up",
      "a = [1, 2, 3]\ndel a[0]\nx = a[1]\n",
      "0 x",
      ["0:5 copied x 3", "0:4 copied a[1] 3", "0:3 constant a[2] 3"],
    ],
    ["a list that is sorted", "a = [3, 1, 2]\na.sort()\n", "0 a[0]", ["0:4 computed a[0] 1 (a=[3, 1, 2])"]],
    ["a list as often as is said", "b = 7\na = [b] * 3\n", "0 a[2]", ["0:4 copied a[2] 7", "0:3 constant b 7"]],
    ["a comprehension", "a = [k * 2 for k in [5, 6]]\n", "0 a[1]", ["0:3 computed a[1] 12 (k=6)"]],
    [
      "a recursion",
      "def f(n):\n    if n == 0: return 9\n    return f(n - 1)\nx = f(2)\n",
      "0 x",
      ["0:6 call x 9", "0:5 returned 9", "0:4 returned 9"],
    ],
    [
      "the last of many messages",
      "x = 0\nif me == 1:\n    for i in range(5): send(i * 10, 0)\nif me == 0:\n    for i in range(5): x = recv(1)\n",
      "0 x",
      ["0:7 received x 40 <>1", "1:5 sent 40 <>0 (i=4)"],
    ],
    [
      "a message that nobody waited for",
      "x = 0\nif me == 1:\n    a = 8\n    nonblocking_send(a, 0)\n    a = 9\nif me == 0: x = recv(1)\n",
      "0 x",
      ["0:8 received x 8 <>1", "1:6 sent 8 <>0", "1:5 constant a 8"],
    ],
    [
      "one of several that came one by one",
      "a = []\nif me == 1:\n    for i in range(3): send(i + 5, 0)\nif me == 0: a = recv(1, 3)\n",
      "0 a[1]",
      ["0:6 received a[1] 6 <>1", "1:5 sent 6 <>0 (i=1)"],
    ],
    [
      "round a ring",
      "x = 0\nif me == 0:\n    send(5, 1)\n    x = recv(3)\nelse:\n    x = recv(me - 1)\n    send(x, (me + 1) % 4)\n",
      "0 x",
      [
        "0:6 received x 5 <>3",
        "3:9 sent 5 <>0",
        "3:8 received x 5 <>2",
        "2:9 sent 5 <>3",
        "2:8 received x 5 <>1",
        "1:9 sent 5 <>2",
        "1:8 received x 5 <>0",
        "0:5 sent 5 <>1",
      ],
    ],
    ["an answer", "x = input()\n", "0 x", ["0:3 asked x '14'"]],
  ])("%s", (_, text, asked, expected) => {
    const [core = "0", what = ""] = asked.split(" ");
    const rerun = made(
      head + text,
      4,
      [0, 1, 2, 3].map((core) => ({ core, text: "14" })),
    );
    expect(chain(rerun, about(rerun, Number(core), what)).map(told)).toEqual(expected);
  });
});

it("knows nothing of what comes after the run was stopped", () => {
  const { image } = compile({ name: "test.py", text: "x = 0\nwhile True: x += 1\n" });
  if (image === undefined) throw new Error("it does not compile");
  const rerun = new Rerun(image, { deviceCores: [0], hostCores: 0, seed: 1 }, [], 100_000);
  atOnce(rerun.make());
  const question = about(rerun, 0, "x");
  const x = rerun.inspect(0)?.globals[0]?.variables[0]?.text;
  const [step] = chain(rerun, question);
  expect(step).toMatchObject({ kind: "computed", value: x, place: { line: 2 } });
  expect(step?.time).toBeLessThan(100_000);
});

describe("where a line comes from", () => {
  it.each<[string, string, number, string[]]>([
    [
      "what it says, followed back where it is one value",
      'if me == 0: send(20, 1)\nif me == 1:\n    value = recv(0)\n    print "Got " + str(value) + " from core 0"\n',
      1,
      ["1:6 printed (value=20)", "1:5 received value 20 <>0", "0:3 sent 20 <>1"],
    ],
    ["several values, each to be asked about", "a = 1\nb = 2\nprint a, b\n", 0, ["0:5 printed (a=1 b=2)"]],
    ["a text of the program", 'print "hello"\n', 0, ["0:3 printed"]],
    ["the one of many lines", "for i in range(3): print i * 2\n", 0, ["0:3 printed (i=2)", "0:3 computed i 2"]],
  ])("%s", (_, text, core, expected) => {
    const rerun = made(head + text);
    const line = rerun.lines.findLast((one) => one.core === core);
    const steps = chain(rerun, { of: "line", core, time: line?.cycles ?? 0 });
    expect(steps.map((step) => told(step).replace("printed  (", "printed (").trim())).toEqual(expected);
  });
});

// ── Random programs, and what a slow reference notes of every write ─────────

/// A value, with the statements it has gone through, the last first: `core:line`.
interface Value {
  readonly number: number;
  readonly steps: readonly string[];
}

class Model {
  readonly lines: string[] = ["from parallel import *", "me = coreid()", "def same(n):", "    return n"];
  readonly scalars = new Map<string, Value>();
  readonly lists = new Map<string, Value[]>();
  readonly cores: number;
  private next = 100;

  constructor(cores: number) {
    this.cores = cores;
    for (let core = 0; core < cores; core++) {
      for (const name of ["a", "b", "c"]) this.constant(core, name);
      for (const name of ["p", "q"]) this.list(core, name, 3);
    }
  }

  /// A statement for one core; where it stands.
  private at(core: number, text: string): string {
    this.lines.push(`if me == ${core}: ${text}`);
    return `${core}:${this.lines.length}`;
  }

  scalar(core: number, name: string): Value {
    return this.scalars.get(`${core} ${name}`) as Value;
  }

  elements(core: number, name: string): Value[] {
    return this.lists.get(`${core} ${name}`) as Value[];
  }

  private through(value: Value, ...places: string[]): Value {
    return { number: value.number, steps: [...places, ...value.steps] };
  }

  private set(core: number, name: string, value: Value): void {
    this.scalars.set(`${core} ${name}`, value);
  }

  constant(core: number, name: string): void {
    const number = this.next++;
    this.set(core, name, { number, steps: [this.at(core, `${name} = ${number}`)] });
  }

  list(core: number, name: string, length: number): void {
    const numbers = Array.from({ length }, () => this.next++);
    const place = this.at(core, `${name} = [${numbers.join(", ")}]`);
    this.lists.set(
      `${core} ${name}`,
      numbers.map((number) => ({ number, steps: [place] })),
    );
  }

  copy(core: number, to: string, from: string): void {
    this.set(core, to, this.through(this.scalar(core, from), this.at(core, `${to} = ${from}`)));
  }

  call(core: number, to: string, from: string): void {
    const place = this.at(core, `${to} = same(${from})`);
    this.set(core, to, this.through(this.scalar(core, from), place, `${core}:4`, place));
  }

  read(core: number, to: string, list: string, k: number): void {
    const own = this.elements(core, list);
    if (own.length === 0) return;
    const index = k % own.length;
    this.set(core, to, this.through(own[index] as Value, this.at(core, `${to} = ${list}[${index}]`)));
  }

  write(core: number, list: string, k: number, from: string): void {
    const own = this.elements(core, list);
    if (own.length === 0) return;
    const index = k % own.length;
    own[index] = this.through(this.scalar(core, from), this.at(core, `${list}[${index - own.length}] = ${from}`));
  }

  append(core: number, list: string, from: string): void {
    this.elements(core, list).push(this.through(this.scalar(core, from), this.at(core, `${list}.append(${from})`)));
  }

  insert(core: number, list: string, k: number, from: string): void {
    const own = this.elements(core, list);
    const index = own.length === 0 ? 0 : k % own.length;
    const place = this.at(core, `${list}.insert(${index}, ${from})`);
    for (let n = index; n < own.length; n++) own[n] = this.through(own[n] as Value, place);
    own.splice(index, 0, this.through(this.scalar(core, from), place));
  }

  pop(core: number, to: string, list: string, k: number): void {
    const own = this.elements(core, list);
    if (own.length === 0) return;
    const index = k % own.length;
    const place = this.at(core, `${to} = ${list}.pop(${index})`);
    const [taken] = own.splice(index, 1);
    for (let n = index; n < own.length; n++) own[n] = this.through(own[n] as Value, place);
    this.set(core, to, this.through(taken as Value, place));
  }

  reverse(core: number, list: string): void {
    const own = this.elements(core, list);
    const place = this.at(core, `${list}.reverse()`);
    // What is in the middle stays.
    own.reverse();
    own.forEach((value, n) => {
      if (n !== own.length - 1 - n) own[n] = this.through(value, place);
    });
  }

  slice(core: number, to: string, from: string, k: number): void {
    const own = this.elements(core, from);
    const start = own.length === 0 ? 0 : k % own.length;
    const place = this.at(core, `${to} = ${from}[${start}:] + ${from}[:${start}]`);
    this.lists.set(
      `${core} ${to}`,
      [...own.slice(start), ...own.slice(0, start)].map((value) => this.through(value, place)),
    );
  }

  send(from: number, to: number, source: string, target: string): void {
    if (from === to) return;
    const sent = this.at(from, `send(${source}, ${to})`);
    this.set(to, target, this.through(this.scalar(from, source), this.at(to, `${target} = recv(${from})`), sent));
  }

  sendList(from: number, to: number, source: string, target: string): void {
    if (from === to) return;
    const sent = this.at(from, `send(${source}, ${to})`);
    const received = this.at(to, `${target} = recv(${from})`);
    this.lists.set(
      `${to} ${target}`,
      this.elements(from, source).map((value) => this.through(value, received, sent)),
    );
  }

  /// Lists of two cores, which both have.
  swapLists(one: number, other: number, name: string): void {
    if (one === other) return;
    const [a, b] = [this.elements(one, name), this.elements(other, name)];
    const there = this.at(one, `${name} = sendrecv(${name}, ${other})`);
    const back = this.at(other, `${name} = sendrecv(${name}, ${one})`);
    this.lists.set(
      `${one} ${name}`,
      b.map((value) => this.through(value, there, back)),
    );
    this.lists.set(
      `${other} ${name}`,
      a.map((value) => this.through(value, back, there)),
    );
  }

  bcast(root: number, name: string): void {
    this.lines.push(`${name} = bcast(${name}, ${root})`);
    const value = this.scalar(root, name);
    const line = this.lines.length;
    for (let core = 0; core < this.cores; core++) {
      const places = core === root ? [`${root}:${line}`] : [`${core}:${line}`, `${root}:${line}`];
      this.set(core, name, this.through(value, ...places));
    }
  }
}

const scalar = fc.constantFrom("a", "b", "c");
const list = fc.constantFrom("p", "q");
const core = fc.nat({ max: 2 });
const index = fc.nat({ max: 20 });
type Act = (model: Model) => void;
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(core, scalar).map(
    ([c, x]): Act =>
      (m) =>
        m.constant(c, x),
  ),
  fc.tuple(core, scalar, scalar).map(
    ([c, x, y]): Act =>
      (m) =>
        m.copy(c, x, y),
  ),
  fc.tuple(core, scalar, scalar).map(
    ([c, x, y]): Act =>
      (m) =>
        m.call(c, x, y),
  ),
  fc.tuple(core, scalar, list, index).map(
    ([c, x, l, k]): Act =>
      (m) =>
        m.read(c, x, l, k),
  ),
  fc.tuple(core, list, index, scalar).map(
    ([c, l, k, x]): Act =>
      (m) =>
        m.write(c, l, k, x),
  ),
  fc.tuple(core, list, scalar).map(
    ([c, l, x]): Act =>
      (m) =>
        m.append(c, l, x),
  ),
  fc.tuple(core, list, index, scalar).map(
    ([c, l, k, x]): Act =>
      (m) =>
        m.insert(c, l, k, x),
  ),
  fc.tuple(core, scalar, list, index).map(
    ([c, x, l, k]): Act =>
      (m) =>
        m.pop(c, x, l, k),
  ),
  fc.tuple(core, list).map(
    ([c, l]): Act =>
      (m) =>
        m.reverse(c, l),
  ),
  fc.tuple(core, list, list, index).map(
    ([c, l, n, k]): Act =>
      (m) =>
        m.slice(c, l, n, k),
  ),
  fc.tuple(core, core, scalar, scalar).map(
    ([c, d, x, y]): Act =>
      (m) =>
        m.send(c, d, x, y),
  ),
  fc.tuple(core, core, list, list).map(
    ([c, d, x, y]): Act =>
      (m) =>
        m.sendList(c, d, x, y),
  ),
  fc.tuple(core, scalar).map(
    ([c, x]): Act =>
      (m) =>
        m.bcast(c, x),
  ),
);

/// Statements one after the other, each once: the same one twice in a row is two steps of it.
function places(steps: readonly OriginStep[]): string[] {
  return steps.map(({ core, place }) => `${core}:${place.line}`).filter((place, k, all) => place !== all[k - 1]);
}

it("is what a reference says that notes every write, of random programs", () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), core, fc.oneof(scalar, list), index, (acts, core, name, k) => {
      const model = new Model(3);
      for (const one of acts) one(model);
      const own = model.lists.get(`${core} ${name}`);
      if (own?.length === 0) return;
      const value = own === undefined ? model.scalar(core, name) : (own[k % own.length] as Value);
      const rerun = made(`${model.lines.join("\n")}\n`, 3);
      expect(rerun.faults).toEqual([]);
      expect(rerun.deadlock).toBeNull();
      const question = about(rerun, core, own === undefined ? name : `${name}[${k % own.length}]`);
      const steps = chain(rerun, question);
      expect(steps[0]?.value).toBe(String(value.number));
      expect(places(steps)).toEqual(value.steps.filter((place, n, all) => place !== all[n - 1]));
    }),
    runs(50),
  );
});
