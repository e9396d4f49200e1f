import { afterAll, describe, expect, it } from "vitest";
import { checkOf } from "../lessons/check-format.ts";
import { checkProgram, type ProgramReport } from "../lessons/check-program.ts";
import type { Observation } from "../lessons/observation.ts";
import { type Clock, LONGEST_MILLISECONDS, observe } from "../lessons/observe.ts";
import { programOf } from "../lessons/program.ts";
import { EPIPHANY_III } from "../machine/chip-models.ts";
import { clock, lessonEngines } from "./lesson-check.ts";
import { pythonRuns } from "./python-runs.ts";

// Checks of programs for full Python, with Python itself.

const engines = lessonEngines();
afterAll(() => engines.dispose());

// A check is told which engine to use for the cores' programs; full Python uses workers in any case.
const running = { engine: engines.cooperative, clock, runPython: pythonRuns(engines.workers) };
const settings = { chip: EPIPHANY_III.name, cores: 4, hostCores: 0, seed: 0 };
const plan = { ...settings, input: [] };

const main = (text: string): { name: string; text: string } => ({ name: "main.py", text });

function observed(text: string, cores?: string): Promise<Observation> {
  const files = [main(text), ...(cores === undefined ? [] : [{ name: "cores.py", text: cores }])];
  const { program, errors } = programOf(files);
  if (program === undefined) throw new Error(errors.join());
  return observe(program, plan, running);
}

function checked(text: string, time: Clock = clock): Promise<ProgramReport> {
  const check = checkOf({ checks: [{ prints: { who: "host", line: "go" } }] });
  return checkProgram(check, settings, [main(text)], { ...running, clock: time });
}

const endless = 'import epython\nprint("go")\nwhile True:\n    pass\n';

describe("what is observed of a program for full Python", () => {
  it("is what all its kernels did: messages without launches, calls of all, variables that stay", async () => {
    const { cores, host, messages, lines, outcome } = await observed(
      [
        "from epython import *",
        "kept = [7]",
        "define_on_device(kept)",
        "@offload",
        "def pass_on():",
        "    kept[0] += coreid()",
        "    if coreid() == 0: send(1, 1)",
        "    elif coreid() == 1: recv(0)",
        '    return reduce(1, "sum")',
        "print(pass_on())",
        // Needs another program on the cores, as nobody has launched it before.
        "@offload",
        "def again():",
        "    if coreid() == 0: send(2, 1)",
        "    elif coreid() == 1: send(recv(0), 2)",
        "    elif coreid() == 2: recv(1)",
        '    reduce(1, "sum")',
        "again()",
      ].join("\n"),
    );
    expect(outcome).toBe("ended");
    expect(lines.map(({ core, text }) => [core, text])).toEqual([[4, "[4, 4, 4, 4]"]]);
    expect(cores.map(({ id, kind, reduce, sync }) => [id, kind, reduce, sync])).toEqual(
      [0, 1, 2, 3].map((id) => [id, "device", 2, 0]),
    );
    expect(cores.map(({ variables }) => variables.kept)).toEqual([[7], [8], [9], [10]]);
    expect(messages).toEqual([
      { from: 0, to: 1, count: 2 },
      { from: 1, to: 2, count: 1 },
    ]);
    expect(host?.id).toBe(4);
    for (const { seconds, waited } of cores) {
      expect(waited).toBeGreaterThan(0);
      expect(waited).toBeLessThan(seconds);
      expect(Math.abs(seconds - (host?.seconds ?? 0))).toBeLessThan(1e-4);
    }
  });

  it("names every core when none was used", async () => {
    const { cores, host, messages } = await observed("import epython\nprint(1)\n");
    expect(cores.map(({ id, seconds }) => [id, seconds])).toEqual([0, 1, 2, 3].map((id) => [id, 0]));
    expect({ host, messages }).toEqual({ host: { id: 4, seconds: 0 }, messages: [] });
  });

  it("counts its messages with a program of the cores' own", async () => {
    const { host, cores, messages } = await observed(
      "from epython import *\nsend([3, 1], 2)\nprint(recv(2), reduce(1, 'sum'))\n",
      "from parallel import *\nif coreid() == 2: send(sum(recv(4)), 4)\nreduce(1, 'sum')\n",
    );
    expect(messages).toEqual([
      { from: 2, to: 4, count: 1 },
      { from: 4, to: 2, count: 1 },
    ]);
    expect(cores).toHaveLength(4);
    expect(host?.id).toBe(4);
  });
});

describe("a check of full Python", () => {
  it("stops what takes longer than a run may", async () => {
    // Twenty seconds of this clock pass in a fifth of one.
    const fast: Clock = { ...clock, now: () => clock.now() * 100 };
    const { results, longest } = await checked(endless, fast);
    expect(results[0]).toMatchObject({
      ok: false,
      message: expect.stringContaining("It did not come to its end in time"),
    });
    expect(longest).toBeLessThan(LONGEST_MILLISECONDS);
  });

  it("is stopped by whoever asked for it, and the next one runs", async () => {
    const stop = new AbortController();
    const { program } = programOf([main(endless)]);
    if (program === undefined) throw new Error("there is no program");
    const run = observe(program, plan, {
      ...running,
      signal: stop.signal,
      onLoading: (part) => part === 1 && stop.abort(new Error("enough")),
    });
    await expect(run).rejects.toThrow("enough");
    const { results } = await checked('import epython\nprint("go")\n');
    expect(results.every(({ ok }) => ok)).toBe(true);
  });

  it("tells what Python cannot read, with its line", async () => {
    const { results, errors } = await checked("import epython\nif True\n    pass\n");
    expect(errors).toEqual(["line 2: SyntaxError: expected ':'"]);
    expect(results).toEqual([
      { name: "The program compiles", ok: false, message: "line 2: SyntaxError: expected ':'", say: "" },
    ]);
  });

  it("reads what the cores are to run before anything is started", () => {
    const { program, errors } = programOf([
      main("from epython import send\nsend(1, 0)\n"),
      { name: "cores.py", text: "from parallel import *\nx = recv(\n" },
    ]);
    expect(program).toBeUndefined();
    expect(errors[0]).toMatch(/^cores\.py, line 2: /);
  });
});
