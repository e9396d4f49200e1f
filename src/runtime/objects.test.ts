import { describe, expect, test } from "vitest";
import { partsOf } from "../machine/addresses.ts";
import { type EndedCore, ended, OBJECTS, variable } from "../testing/harness/ended-core.ts";
import { elements } from "./inspect.ts";
import { memoryView } from "./memory-view.ts";
import { tallyOf } from "./tally.ts";

function inside(run: EndedCore, name: string): readonly (readonly [string | undefined, string, string])[] {
  return elements(run.chip, run.core, variable(run, name), 0, 50).map(({ name, type, text }) => [name, type, text]);
}

describe("what is shown", () => {
  test("of an object: its class and its attributes", () => {
    const run = ended(OBJECTS);
    expect(variable(run, "p")).toMatchObject({ type: "Point", text: "Point(x=1, y=[2, 3])", length: null, parts: 2 });
    expect(inside(run, "p")).toEqual([
      ["x", "int", "1"],
      ["y", "list", "[2, 3]"],
    ]);
    expect(variable(run, "q").text).toBe("Named(x=Point(x=1, y=[2, 3]), y=None, me=Named(…))");
    expect(variable(run, "error")).toMatchObject({ type: "ValueError", text: "ValueError('bad', 3)" });
    expect(variable(run, "numbers").text).toBe("{'a': Point(x=1, y=[2, 3])}");
  });

  test("of a function: what it keeps of those around it", () => {
    const run = ended(OBJECTS);
    expect(variable(run, "count")).toMatchObject({ type: "function", text: "count" });
    expect(inside(run, "count")).toEqual([
      ["start", "int", "12"],
      ["step", "int", "2"],
    ]);
  });

  test("of a generator: where it stands, and its variables there", () => {
    const run = ended(OBJECTS);
    expect(variable(run, "waits")).toMatchObject({ type: "generator", text: "squares, at line 24" });
    expect(inside(run, "waits")).toEqual([
      ["n", "int", "9"],
      ["k", "int", "1"],
    ]);
    expect(variable(run, "over")).toMatchObject({ text: "squares, at its end", parts: 0 });
    expect(variable(run, "it").text).toBe("at 1 of [5, 6]");
  });

  test("of a method its object, of a class its variables", () => {
    const run = ended(OBJECTS);
    expect(variable(run, "method")).toMatchObject({ type: "method", text: "norm of Point(x=1, y=[2, 3])" });
    expect(inside(run, "method")).toEqual([["__self__", "Point", "Point(x=1, y=[2, 3])"]]);
    expect(variable(run, "kind")).toMatchObject({ type: "type", text: "Point" });
    expect(inside(run, "kind")).toEqual([["made", "int", "2"]]);
  });

  test("of attributes that only some objects of a class have", () => {
    const run = ended(
      "class A:\n    pass\nclass B:\n    pass\na = A()\na.x = 1\nb = B()\nb.y = 2\nsetattr(b, 'z' + 'z', 3)\n",
    );
    expect(inside(run, "b")).toEqual([
      ["y", "int", "2"],
      ["zz", "int", "3"],
    ]);
  });
});

test("the memory view names the bytes of objects, functions and generators", () => {
  const run = ended(OBJECTS);
  const part = partsOf(run.chip, run.core).find((one) => one.name === "local");
  const { owners } = memoryView(run.chip, run.core, part?.from ?? 0, part?.bytes ?? 0);
  const named = new Set(owners.filter(({ segment }) => segment === "heap").map(({ what, name }) => `${what} ${name}`));
  for (const one of [
    "object p",
    "list p.y",
    "object q",
    "function count",
    "cell count.start",
    "generator waits",
    "method method",
    "iterator it",
  ]) {
    expect(named).toContain(one);
  }
});

test("a tally has objects as pairs of names and values", () => {
  const { chip } = ended(
    "class P:\n    def __init__(self):\n        self.a = 1\n        self.me = self\np = P()\np = [P().a, P]\nq = P()\nq.me = None\n",
  );
  expect(tallyOf(chip).cores[0]?.variables).toMatchObject({
    q: [
      ["a", 1],
      ["me", null],
    ],
  });
});
