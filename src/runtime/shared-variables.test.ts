import { afterEach, describe, expect, test } from "vitest";
import { type Debugged, debug } from "../testing/harness/debugging.ts";
import type { Breakpoint, Condition } from "./protocol/breakpoints.ts";

const open: Debugged[] = [];

afterEach(() => {
  for (const one of open.splice(0)) one.dispose();
});

const program = `def counter(start):
  total = start
  def add(by):
    nonlocal total
    total += by
    return total
  return add
add = counter(40)
for k in range(5):
  add(k)
`;

function at(line: number, condition: Condition | null): Breakpoint {
  return { kind: "line", id: line, file: "test.py", line, cores: null, condition };
}

describe("variables that functions share", () => {
  test("have their names and values in the calls that use them", async () => {
    const one = await debug(program, 1, { breakpoints: [at(6, null)] }, "cooperative");
    open.push(one);
    await one.settle();
    const [call] = one.run.inspect(0)?.calls ?? [];
    expect(call?.variables.map(({ name, type, text }) => [name, type, text])).toEqual([
      ["by", "int", "0"],
      ["total", "int", "40"],
    ]);
  });

  test("are known to the conditions of breakpoints", async () => {
    const condition: Condition = {
      kind: "binary",
      op: "==",
      left: { kind: "name", name: "total" },
      right: { kind: "int", value: 46 },
    };
    const one = await debug(program, 1, { breakpoints: [at(6, condition)] }, "cooperative");
    open.push(one);
    await one.settle();
    expect(one.run.inspect(0)?.calls[0]?.variables.map(({ text }) => text)).toEqual(["3", "46"]);
  });
});
