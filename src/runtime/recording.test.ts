import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { atOnce } from "../base/sliced-work.ts";
import { compile } from "../compiler/compile.ts";
import { EPIPHANY_III } from "../machine/chip-models.ts";
import { programOf } from "../testing/harness/corpus.ts";
import { times } from "../testing/harness/properties.ts";
import { runPython, SIXTEEN } from "../testing/harness/python.ts";
import type { CoreReport } from "./protocol/cores.ts";
import { Recording } from "./recording.ts";
import { Rerun } from "./rerun.ts";

const folder = join(import.meta.dirname, "../testing/corpus/programs");
const programs = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => /messages|collective|deadlock|barrier|host/.test(path) && path.endsWith(".py"))
  .sort()
  .map((path) => programOf(path, readFileSync(join(folder, path), "utf8")))
  // A call in which a core fails is not recorded.
  .filter(({ expectations: { errors, faults } }) => errors.length === 0 && faults.length === 0);

/// A run that was made again, and the same run as a recording of it tells it.
function both({ name, text, expectations: { deviceCores, hostCores, seed } }: (typeof programs)[number]) {
  const main = `${name.split("/").at(-1)}.py`;
  const { image } = compile({ name: main, text });
  const rerun = new Rerun(image as Uint8Array, { deviceCores, hostCores, seed }, []);
  atOnce(rerun.make());
  atOnce(rerun.goTo(rerun.end));
  const recording = new Recording({
    trace: rerun.trace,
    cores: rerun.cores(),
    links: rerun.links(),
    lines: rerun.lines,
    faults: rerun.faults,
    deadlock: rerun.deadlock?.event ?? null,
    model: rerun.model,
    main,
  });
  return { rerun, recording };
}

// What is recorded begins once the arguments are there, a little after the instruction that calls.
function isAboutToCall({ trace }: Rerun, { id }: CoreReport, time: number): boolean {
  const next = trace.intervals.get(id)?.find(({ end }) => end > time);
  return next !== undefined && next.begin > time && next.begin - time < 2_000;
}

function running({ id }: CoreReport): unknown {
  return { id, state: "running" };
}

function told(core: CoreReport): unknown {
  const { id, state, peer, line } = core;
  return state === "running" ? running(core) : { id, state, peer, line };
}

describe("a recording", () => {
  const some = programs.filter((_, k) => k % Math.max(1, Math.round(12 / times(1))) === 0);
  it.each(some.map((program) => [program.name, program] as const))(
    "%s: what cores do, messages, links and lines are at every event those of the run made again",
    (_, program) => {
      const { rerun, recording } = both(program);
      expect(recording.end).toBe(rerun.end);
      const calls = [...rerun.trace.intervals.values()].flat().map(({ end }) => end);
      const times = [...new Set([...calls, ...rerun.flights.flatMap(({ sent, arrived }) => [sent, arrived])])];
      const reduces = [...rerun.trace.intervals.values()].flat().some(({ kind }) => kind === "reduce");
      const step = Math.ceil(times.length / 100);
      const seen: { time: number; links: readonly string[] }[] = [];
      for (const time of times.sort((a, b) => a - b).filter((one, k) => one < rerun.end && k % step === 0)) {
        atOnce(rerun.goTo(time));
        atOnce(recording.goTo(time));
        const expected = rerun.cores().map((core) => (isAboutToCall(rerun, core, time) ? running(core) : told(core)));
        expect(recording.cores().map(told), `at ${time}`).toEqual(expected);
        expect(recording.flightsAt(time).map(({ from, to }) => [from, to])).toEqual(
          rerun.flightsAt(time).map(({ from, to }) => [from, to]),
        );
        expect(recording.lastLines(time)).toEqual(rerun.lastLines(time));
        // While a message is on its way it may be counted or not.
        if (!reduces && recording.flightsAt(time).length === 0) expect(linksOf(recording)).toEqual(linksOf(rerun));
        seen.push({ time, links: linksOf(recording) });
      }
      // Backwards too.
      for (const { time, links } of seen.reverse()) {
        atOnce(recording.goTo(time));
        expect(linksOf(recording)).toEqual(links);
      }
    },
  );

  it("shows full Python, and the cores that run its kernels", async () => {
    const text = [
      "from epython import offload",
      "@offload(target=[1, 2])",
      "def twice(x):",
      "    return x + x",
      "print(twice(4))",
    ].join("\n");
    const result = await runPython({ name: "main.py", text }, [], { settings: { ...SIXTEEN, record: true } });
    const cores = [...result.cycles].map(
      ([id, cycles]): CoreReport => ({
        id,
        kind: id === 16 ? "host" : "device",
        ...(id === 16 && { usesPython: true as const }),
        state: id === 16 ? "ended" : "idle",
        line: null,
        place: null,
        peer: null,
        cycles,
        memory: [],
      }),
    );
    const recording = new Recording({
      trace: result.trace,
      cores,
      links: [],
      lines: [],
      faults: [],
      deadlock: null,
      model: EPIPHANY_III,
      main: "main.py",
    });
    expect([recording.nameOf(16), recording.nameOf(2)]).toEqual(["the host", "core 2"]);
    const launch = recording.flights.find(({ kind, to }) => kind === "launch" && to === 2);
    const value = recording.flights.find(({ kind, from }) => kind === "result" && from === 2);
    expect([launch?.value, value?.value]).toEqual(["kernel", "4 bytes"]);
    const stateAt = (time: number, id: number) => {
      atOnce(recording.goTo(time));
      return recording.cores().find((core) => core.id === id)?.state;
    };
    expect(stateAt((launch?.sent ?? 0) - 1, 2)).toBe("idle");
    const [begins, ends] = [launch?.arrived ?? 0, value?.sent ?? 0];
    expect(stateAt((begins + ends) / 2, 2)).toBe("running");
    expect(stateAt((begins + ends) / 2, 3)).toBe("idle");
    expect(stateAt(recording.end, 16)).toBe("ended");
    expect(recording.flightsAt((value?.sent ?? 0) + 1).some(({ kind, from }) => kind === "result" && from === 2)).toBe(
      true,
    );
  });
});

function linksOf(run: Pick<Recording, "links">): readonly string[] {
  return run
    .links()
    .map(({ from, to, bytes }) => `${from} ${to} ${bytes}`)
    .sort();
}
