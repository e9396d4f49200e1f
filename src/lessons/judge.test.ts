import { describe, expect, it } from "vitest";
import { type Check, checkOf } from "./check-format.ts";
import { judge, passes } from "./judge.ts";
import type { Observation, ObservedCore } from "./observation.ts";
import { pointsIn } from "./points.ts";

interface Seen {
  readonly lines?: Record<number, readonly string[]>;
  readonly variables?: Record<number, ObservedCore["variables"]>;
  readonly messages?: Observation["messages"];
  readonly seconds?: readonly number[];
  readonly waited?: readonly number[];
  readonly sync?: readonly number[];
  readonly outcome?: Observation["outcome"];
  readonly faults?: Observation["faults"];
  readonly seed?: number;
  readonly host?: Observation["host"];
}

function seen(cores: number, what: Seen = {}): Observation {
  return {
    cores: Array.from({ length: cores }, (_, id) => ({
      id,
      kind: "device" as const,
      seconds: what.seconds?.[id] ?? 1,
      waited: what.waited?.[id] ?? 0,
      variables: what.variables?.[id] ?? {},
      bcast: 0,
      reduce: 0,
      sync: what.sync?.[id] ?? 0,
    })),
    host: what.host,
    hostCores: 0,
    wallMilliseconds: 0,
    seed: what.seed ?? 0,
    outcome: what.outcome ?? "ended",
    lines: Object.entries(what.lines ?? {}).flatMap(([core, texts]) =>
      texts.map((text, k) => ({ core: Number(core), cycles: k * 10 + Number(core), text })),
    ),
    faults: what.faults ?? [],
    deadlock: "",
    messages: what.messages ?? [],
    columns: 4,
  };
}

const program = (text: string): { name: string; text: string } => ({ name: "a.py", text });

/// What a check says to observations: empty when it holds.
function said(check: Check, ...observations: readonly Observation[]): string {
  const results = judge(checkOf({ checks: [check] }), observations, [program("recv(1) # send\nx = 'sync'\n")]);
  return results.at(-1)?.message ?? "";
}

describe("what cores print", () => {
  const two = seen(2, { lines: { 0: ["a 0", "b"], 1: ["a 1", "b"] } });

  it("holds line by line, with the core's own numbers", () => {
    expect(said({ prints: { exactly: ["a {core}", "b"] } }, two)).toBe("");
    expect(said({ prints: { anyOrder: ["b", "a {core}"] } }, two)).toBe("");
    expect(said({ prints: { line: "b", times: 1 } }, two)).toBe("");
    expect(said({ prints: { pattern: "^a (\\d)$", between: [0, 1] } }, two)).toBe("");
    expect(said({ prints: { never: "c" } }, two)).toBe("");
    expect(said({ prints: { together: true, exactly: ["a 0", "a 1", "b", "b"] } }, two)).toBe("");
  });

  it("says it plainly where nothing was to be printed", () => {
    for (const check of [{ exactly: [] }, { anyOrder: [] }]) {
      expect(said({ prints: check }, two)).toBe(
        "Expected core 0 to print nothing, but 2 lines were printed, “a 0” first. It is the same on core 1 too.",
      );
      expect(said({ prints: { ...check, who: 1 } }, seen(2, { lines: { 1: ["x"] } }))).toBe(
        "Expected core 1 to print nothing, but “x” was printed.",
      );
      expect(said({ prints: check }, seen(2))).toBe("");
    }
  });

  it.each([
    [1, "the line “b”, once, but it was printed twice"],
    [0, "the line “b”, never, but it was printed twice"],
    [3, "the line “b”, 3 times, but it was printed twice"],
    [{ most: 1 }, "the line “b”, at most once, but it was printed twice"],
    [{ least: 3 }, "the line “b”, at least 3 times, but it was printed twice"],
    [{ least: 3, most: 4 }, "the line “b”, from 3 to 4 times, but it was printed twice"],
  ])("a limit of %j reads as a sentence", (times, words) => {
    const twice = seen(1, { lines: { 0: ["b", "b"] } });
    expect(said({ prints: { line: "b", times } }, twice)).toBe(`Expected of core 0 ${words}.`);
  });

  it("says what was expected, what was seen and on which core", () => {
    expect(said({ prints: { exactly: ["a 0", "b"] } }, two)).toBe(
      "Expected of core 1 as line 1 “a 0”, but it printed “a 1”.",
    );
    expect(said({ prints: { exactly: ["a {core}", "c"] } }, two)).toBe(
      "Expected of core 0 as line 2 “c”, but it printed “b”. It is the same on core 1 too.",
    );
    expect(said({ prints: { exactly: ["a {core}"] } }, two)).toContain(
      "one line and no more, but it printed 1 more: “b”.",
    );
    expect(said({ prints: { who: 1, contains: "z" } }, two)).toContain("but it printed 2 lines, the last “b”");
    expect(said({ prints: { who: 0, line: "x" } }, seen(1))).toBe(
      "Expected of core 0 the line “x”, but it printed nothing.",
    );
    expect(said({ prints: { anyOrder: ["b", "b"] } }, two)).toContain(
      "“b”, but it was not printed; seen instead: “a 0”",
    );
    expect(said({ prints: { line: "b", times: 2 } }, two)).toContain("2 times, but it was printed once");
    expect(said({ prints: { pattern: "a (\\d)", between: [5, 6] } }, two)).toContain(
      "from 5 to 6, but it printed “a 0”",
    );
  });

  it("lets one core be enough where any may", () => {
    expect(said({ prints: { who: "any", line: "a 1" } }, two)).toBe("");
    expect(said({ prints: { who: "any", line: "z" } }, two)).toMatch(/^No core does: Expected of core 0/);
  });

  it("is not content with cores that took no part", () => {
    expect(said({ prints: { who: 7, line: "a" } }, two)).toBe("No core took part that this is about; there were 2.");
  });

  it("does not count spaces at the end", () => {
    expect(said({ prints: { exactly: ["a"] } }, seen(1, { lines: { 0: ["a  "] } }))).toBe("");
  });
});

describe("what variables hold", () => {
  const run = seen(2, { variables: { 0: { total: 6, part: [0.1, 0.2] }, 1: { total: 6 } } });

  it("compares numbers, lists and lengths", () => {
    expect(said({ variable: { name: "total", is: "cores * 3" } }, run)).toBe("");
    expect(said({ variable: { name: "part", who: 0, equals: [0.1, 0.2] } }, run)).toBe("");
    expect(said({ variable: { name: "part", who: 0, equals: [0.11, 0.19], within: 0.02 } }, run)).toBe("");
    expect(said({ variable: { name: "part", who: 0, length: 2 } }, run)).toBe("");
    expect(said({ variable: { name: "total", equals: 5, within: 0.5 } }, run)).toBe(
      "Expected `total` to be within 0.5 of 5, but on core 0 it is 6. It is the same on core 1 too.",
    );
    expect(said({ variable: { name: "part", equals: [1] } }, run)).toContain("[1], but on core 0 it is [0.1, 0.2]");
    expect(said({ variable: { name: "part", who: 1, length: 2 } }, run)).toBe(
      "Expected a variable `part`, but core 1 never gave it a value.",
    );
    expect(said({ variable: { name: "total", equals: "6" } }, run)).toContain("to be “6”, but on core 0 it is 6");
  });

  it("takes a real for what a single can hold", () => {
    const single = seen(1, { variables: { 0: { x: Math.fround(0.1) } } });
    expect(said({ variable: { name: "x", equals: 0.1 } }, single)).toBe("");
  });
});

describe("messages", () => {
  const ring = seen(4, { messages: [0, 1, 2, 3].map((from) => ({ from, to: (from + 1) % 4, count: 2 })) });

  it("are counted by pair", () => {
    expect(said({ messages: { between: "to == (from + 1) % cores", times: 2, only: true } }, ring)).toBe("");
    expect(said({ messages: { total: { most: 8 } } }, ring)).toBe("");
    expect(said({ messages: { between: "hops == 1", only: true } }, ring)).toBe(
      "No message was expected from core 3 to core 0, but 2 were sent.",
    );
    expect(said({ messages: { between: "from == 0 and to == 2", times: 1 } }, ring)).toBe(
      "Expected 1 message from core 0 to core 2, but none was sent.",
    );
    expect(said({ messages: { total: { least: 9, most: 20 } } }, ring)).toBe(
      "Expected in all from 9 to 20 messages, but 8 were sent.",
    );
  });

  it("of all cores are not judged on one", () => {
    expect(said({ collectives: { sync: 1 } }, seen(1))).toBe("");
    expect(said({ collectives: { sync: 1 } }, seen(2, { sync: [1, 2] }))).toBe(
      "Expected core 1 to take part in `sync` once, but it does so 2 times.",
    );
  });
});

describe("time", () => {
  it("is that of the last core, and idle whoever waits or has ended", () => {
    const uneven = seen(2, { seconds: [2, 1], waited: [0, 0.5] });
    expect(said({ time: { most: 2 } }, uneven)).toBe("");
    expect(said({ time: { most: 1.5 } }, uneven)).toBe("Expected at most 1.50 s of virtual time, but it took 2.00 s.");
    expect(said({ idle: { most: 0.3 } }, uneven)).toBe(
      "Expected the cores to be idle for at most 30 % of the time, but they were for 38 %; core 1 most, with 75 %.",
    );
  });

  it("on more cores is compared with that on fewer", () => {
    const [one, four] = [seen(1, { seconds: [8] }), seen(4, { seconds: [2, 4, 2, 2] })];
    expect(said({ speedup: { from: 1, to: 4, least: 2 } }, one, four)).toBe("");
    expect(said({ speedup: { from: 1, to: 4, least: 3 } }, one, four)).toContain(
      "2.0 times as fast: 4.00 s instead of 8.00 s",
    );
    expect(said({ speedup: { from: 1, to: 8, least: 3 } }, one, four)).not.toBe("");
  });
});

describe("the program's text", () => {
  it("is read without comments and strings", () => {
    expect(said({ source: { uses: ["recv"], avoids: ["send", "sync"], lines: { most: 2 } } }, seen(1))).toBe("");
    expect(said({ source: { uses: ["send", "reduce"] } }, seen(1))).toContain("to use `send` and `reduce`, but");
    expect(said({ source: { avoids: ["recv"] } }, seen(1))).toContain("without `recv`, but it has it");
    expect(said({ source: { lines: { most: 1 } } }, seen(1))).toContain("there are 2");
  });

  it("has the names in its f-strings, and not their words", () => {
    const source = (text: string, asked: Check["source"]): string | undefined =>
      judge(checkOf({ checks: [{ source: asked }] }), [seen(1)], [program(text)]).at(-1)?.message;
    const hello = 'from parallel import *\nprint(f"Hello from core {coreid()} of {numcores()}")\n';
    expect(source(hello, { uses: ["coreid", "numcores"], avoids: ["Hello", "of"] })).toBe("");
    expect(source("print f'{1:{len([])}} {f\"{abs(1)}\"}'\n", { uses: ["len", "abs"] })).toBe("");
    expect(source('print f"""\n{sync}\n{{recv}}"""\n', { avoids: ["sync"] })).toContain("without `sync`");
    expect(source('print f"""\n{sync}\n{{recv}}"""\n', { avoids: ["recv"] })).toBe("");
  });
});

describe("full Python", () => {
  const host = { id: 2, seconds: 3 };
  const run = seen(2, { host, lines: { 0: ["a"], 1: ["a"], 2: ["b"] } });

  it("prints for itself: what is said of the cores is not about it", () => {
    expect(said({ prints: { exactly: ["a"] } }, run)).toBe("");
    expect(said({ prints: { who: "any", line: "b" } }, run)).toContain("No core does");
    expect(said({ prints: { who: "host", exactly: ["b"] } }, run)).toBe("");
    expect(said({ prints: { who: "host", together: true, line: "b" } }, run)).toBe("");
    expect(said({ prints: { who: "host", exactly: ["{cores} {last} {host}"] } }, run)).toBe(
      "Expected of the host “2 1 2”, but it printed “b”.",
    );
    expect(said({ prints: { who: "host", line: "b" } }, seen(2))).toBe(
      "Nothing ran on the host: the program is not for full Python.",
    );
  });

  it("has its messages and its time", () => {
    const talked = { ...run, messages: [{ from: 2, to: 0, count: 1 }] };
    expect(said({ messages: { between: "from == host and to == 0", times: 1, only: true } }, talked)).toBe("");
    expect(said({ messages: { between: "from == host", times: 1 } }, talked)).toBe(
      "Expected 1 message from the host to core 1, but none was sent.",
    );
    expect(said({ messages: { between: "from != host", only: true } }, talked)).toBe(
      "No message was expected from the host to core 0, but one was sent.",
    );
    expect(said({ messages: { between: "from == host", only: true } }, seen(2))).toBe("");
    expect(said({ time: { most: 2 } }, run)).toContain("it took 3.00 s");
    expect(said({ idle: { most: 0.7 } }, run)).toBe("");
  });

  it("fails in words of its own, unless what failed was a kernel", () => {
    const check = checkOf({ checks: [{ prints: { line: "a" } }] });
    const fault = { core: 2, line: 4, message: "NameError: name 'x' is not defined" };
    const ends = (faults: Observation["faults"]): string | undefined =>
      judge(check, [{ ...run, outcome: "failed", faults }], [])[0]?.message;
    expect(ends([fault])).toContain("The host failed in line 4: NameError: name 'x' is not defined.");
    expect(ends([{ core: 1, line: 7, message: "division by zero" }, fault])).toContain(
      "Core 1 failed in line 7: division by zero.",
    );
    expect(ends([])).toContain("It ended itself, and said that it had failed.");
  });

  it("is read as Python is, decorators and long strings included", () => {
    const text = '"""uses\nsync"""\nfrom epython import offload\n@offload(all=True)\ndef f(): pass\n';
    const words = (source: Check["source"]): string | undefined =>
      judge(checkOf({ checks: [{ source }] }), [run], [program(text)]).at(-1)?.message;
    expect(words({ uses: ["offload", "all", "def"], avoids: ["sync", "uses"] })).toBe("");
  });

  it("has the names in its f-strings too", () => {
    const text = "# host\nprint(f\"ran on {waitAll(1)} {2:{len(a)}} {f'{abs(3)}'}\")\n";
    const source = { uses: ["waitAll", "len", "abs"], avoids: ["ran"] };
    expect(judge(checkOf({ checks: [{ source }] }), [run], [program(text)]).at(-1)?.message).toBe("");
  });
});

describe("runs", () => {
  const check = checkOf({ checks: [{ on: "cores == 2", prints: { line: "a" }, say: "Look again." }] });

  it("fail where a core does not come to its end", () => {
    const failed = seen(2, { outcome: "failed", faults: [{ core: 1, line: 3, message: "division by zero" }] });
    const [ends] = judge(check, [seen(2, { lines: { 0: ["a"], 1: ["a"] } }), failed], []);
    expect(ends).toEqual({
      name: "Every core comes to its end",
      ok: false,
      message: "Core 1 failed in line 3: division by zero. (Run with 2 cores.) So it was in 1 of 2 runs.",
      say: "",
      evidence: { run: 1, cores: [1], answers: [], isStopped: false },
    });
  });

  it("are judged where a check is meant for them, and named where there are several", () => {
    const good = seen(2, { lines: { 0: ["a"], 1: ["a"] } });
    expect(passes(judge(check, [good, seen(3)], []))).toBe(true);
    const [, result] = judge(check, [good, seen(2, { seed: 5, lines: { 0: ["a"] } })], []);
    expect(result?.message).toBe(
      "Expected of core 1 the line “a”, but it printed nothing. (Run with 2 cores, seed 5.)",
    );
    expect(result?.say).toBe("Look again.");
    expect(passes(judge(check, [seen(3)], []))).toBe(false);
    const own = checkOf({ checks: [{ prints: { line: "a" }, message: "Not yet.", say: "Look." }] });
    expect(judge(own, [seen(1)], [])[1]).toMatchObject({ ok: false, message: "Not yet.", say: "Look." });
    const exactly = { prints: { exactly: ["a"] } };
    expect(judge(checkOf({ checks: [exactly] }), [seen(1)], [])[1]?.evidence?.lines).toBeDefined();
    expect(
      judge(checkOf({ checks: [{ ...exactly, message: "Not yet." }] }), [seen(1)], [])[1]?.evidence?.lines,
    ).toBeUndefined();
    expect(judge(own, [seen(1, { lines: { 0: ["a"] } })], [])[1]).toMatchObject({ ok: true, message: "", say: "" });
    expect(passes(judge(check, [good, { ...seen(2), isExtra: true }], []))).toBe(true);
    expect(passes([])).toBe(false);
  });
});

describe("what a check is worth, and when its hint comes", () => {
  const lines = { 0: ["a"] };

  it("goes with its result; without points nothing is counted", () => {
    const check = checkOf({
      checks: [
        { prints: { line: "a" }, points: 3 },
        { prints: { line: "b" }, say: "Look.", sayAfter: 2 },
        { prints: { line: "c" }, points: 0 },
      ],
    });
    const results = judge(check, [seen(1, { lines })], []);
    expect(results.map(({ points }) => points)).toEqual([undefined, 3, 1, 0]);
    expect(results[2]).toMatchObject({ say: "Look.", sayAfter: 2 });
    expect(pointsIn(check, results)).toEqual({ earned: 3, all: 4 });
    expect(pointsIn(check, [])).toEqual({ earned: 0, all: 4 });
    const plain = checkOf({ checks: [{ prints: { line: "a" } }] });
    const uncounted = judge(plain, [seen(1, { lines })], []);
    expect(uncounted.every((result) => !("points" in result) && !("sayAfter" in result))).toBe(true);
    expect(pointsIn(plain, uncounted)).toBeUndefined();
  });
});

describe("no deadlock", () => {
  const stuck = {
    ...seen(2, { outcome: "deadlock", seed: 3 }),
    deadlock: "Core 0 waits for core 1, and core 1 for core 0.",
  };

  it("passes when no run has one, and names the first that has", () => {
    expect(said({ noDeadlock: { orders: 2 } }, seen(2), seen(2, { seed: 1 }))).toBe("");
    expect(said({ noDeadlock: { orders: 2 } }, seen(2, { outcome: "failed" }))).toBe("");
    expect(said({ noDeadlock: { orders: 3 } }, seen(2), stuck, stuck)).toBe(
      "Core 0 waits for core 1, and core 1 for core 0. (2 of 3 runs, first with seed 3.)",
    );
  });

  it("is of 2 to 50 runs", () => {
    for (const orders of [1, 51, 2.5])
      expect(() => checkOf({ checks: [{ noDeadlock: { orders } }] })).toThrow("orders");
  });
});

describe("judging does not look through all cores for each pair", () => {
  it("of a chip of 1,024", () => {
    let looks = 0;
    const plain = seen(1024);
    const cores = plain.cores.map((core) => ({
      ...core,
      get kind() {
        looks++;
        return core.kind;
      },
    }));
    const check = checkOf({ checks: [{ messages: { between: "hops == 1", times: "from - from" } }] });
    expect(passes(judge(check, [{ ...plain, cores, columns: 32 }], []))).toBe(true);
    expect(looks).toBeLessThan(10 * 1024);
  });
});

describe("a pattern that JavaScript would never be done with", () => {
  it("is judged at once", () => {
    const check = checkOf({ checks: [{ prints: { pattern: "^(a+)+$" } }] });
    expect(passes(judge(check, [seen(1, { lines: { 0: [`${"a".repeat(5000)}!`] } })], []))).toBe(false);
    expect(passes(judge(check, [seen(1, { lines: { 0: ["a".repeat(5000)] } })], []))).toBe(true);
  });

  it("is refused, with the reason, where it asks for what cannot be matched so", () => {
    expect(() => checkOf({ checks: [{ prints: { pattern: "(a)\\1" } }] })).toThrow(
      "checks[0].prints.pattern: \\1 cannot be used here",
    );
  });
});

describe("what is shown of a check that fails", () => {
  const evidence = (check: Check, ...observations: readonly Observation[]) =>
    judge(checkOf({ checks: [check] }), observations, [program("x = 1\n")]).at(-1)?.evidence;

  it("is the run, the cores, the moment and the lines of prints", () => {
    const good = seen(2, { lines: { 0: ["a", "b"], 1: ["a", "b"] } });
    const bad = seen(2, { lines: { 0: ["a", "b"], 1: ["a", "x", "b"] }, seed: 3 });
    expect(evidence({ prints: { exactly: ["a", "b"] } }, good, bad)).toEqual({
      ...{ run: 1, cores: [1], cycles: 11, answers: [], isStopped: false },
      lines: { expected: ["a", "b"], printed: ["a", "x", "b"] },
    });
    expect(evidence({ prints: { anyOrder: ["b", "a"] } }, bad)?.cycles).toBe(11);
    expect(evidence({ prints: { never: "x" } }, bad)).toMatchObject({ cores: [1], cycles: 11 });
    expect(evidence({ prints: { line: "c" } }, good)).toMatchObject({ cores: [0, 1], lines: { expected: ["c"] } });
    expect(evidence({ prints: { line: "a" } }, good)).toBeUndefined();
  });

  it("is the cores of variables and messages, and where a core failed", () => {
    expect(evidence({ variable: { name: "x", equals: 1 } }, seen(2, { variables: { 0: { x: 1 } } }))?.cores).toEqual([
      1,
    ]);
    const sent = seen(3, { messages: [{ from: 2, to: 0, count: 1 }] });
    expect(evidence({ messages: { between: "0", only: true } }, sent)?.cores).toEqual([2, 0]);
    const faults = [{ core: 1, file: "a.py", line: 3, cycles: 70, message: "division by zero" }];
    const [ends] = judge(
      checkOf({ checks: [{ source: { lines: { most: 9 } } }] }),
      [seen(2, { outcome: "failed", faults })],
      [],
    );
    expect(ends?.evidence).toMatchObject({ cores: [1], cycles: 70, place: { file: "a.py", line: 3 } });
  });

  it("is never more than people read", () => {
    const many = Array.from({ length: 999 }, () => "y".repeat(999));
    const lines = evidence({ prints: { line: "a" } }, seen(1, { lines: { 0: many } }))?.lines;
    expect(lines?.printed).toHaveLength(201);
    expect(lines?.printed[0]).toHaveLength(401);
  });
});
