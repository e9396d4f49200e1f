import { describe, expect, test } from "vitest";
import { assert } from "../../base/assert.ts";
import { partsOf } from "../../machine/addresses.ts";
import { evaluationOf, observe } from "../../runtime/evaluation.ts";
import { elements } from "../../runtime/inspect.ts";
import type { Condition } from "../../runtime/protocol/breakpoints.ts";
import { type EndedCore, ended, OBJECTS, variable } from "../../testing/harness/ended-core.ts";
import { compileExpression } from "./expression.ts";

describe("an expression", () => {
  const value = (text: string): Condition => {
    const compiled = compileExpression(text);
    assert("expression" in compiled, `${text} is an expression`);
    return compiled.expression;
  };
  const seen = (run: EndedCore, text: string) => {
    const found = evaluationOf(run.chip, run.core, value(text));
    return "text" in found ? found.text : `no: ${found.problem}`;
  };

  test.each([
    ["p.x == 1 and p.y[1] == 3", "True"],
    ["q.me.x.y", "[2, 3]"],
    ["numbers['a'].x", "1"],
    ["len(numbers)", "1"],
    ["q.made + Point.made", "4"],
    ["p.norm", "norm"],
    ["p.z", "no: a Point has no attribute z that can be read here"],
    ["p.double", "no: a Point has no attribute double that can be read here"],
    ["numbers.x", "no: a dict has no attribute x that can be read here"],
    ["q.x is p", "True"],
    ["count.start", "12"],
    ["waits.k", "1"],
  ])("%s", (text, expected) => {
    expect(seen(ended(OBJECTS), text)).toBe(expected);
  });

  test("has changed when an attribute has, however deep", () => {
    const run = ended(OBJECTS);
    const print = () => observe(run.chip, run.core, value("q"))?.print;
    const before = print();
    expect(print()).toBe(before);
    const { object } = elements(run.chip, run.core, variable(run, "q"), 0, 1)[0] ?? {};
    const [x] = elements(run.chip, run.core, { tag: variable(run, "p").tag, object: object ?? null }, 0, 1);
    const part = partsOf(run.chip, run.core).find(
      ({ from, bytes }) => x !== undefined && x.address >= from && x.address < from + bytes,
    );
    assert(x !== undefined && part !== undefined, "x lies in a part of the memory");
    run.chip.words[(x.address - part.from + part.offset) >> 2] = 7;
    expect(print()).not.toBe(before);
  });
});
