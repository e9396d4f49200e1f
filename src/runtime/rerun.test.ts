import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { atOnce } from "../base/sliced-work.ts";
import { compile } from "../compiler/compile.ts";
import type { Chip } from "../machine/chip.ts";
import { EPOCH, FP, PC, PHASE, STATUS, STATUS_WAITING, WAIT_KIND, WAIT_PEER } from "../machine/memory-map.ts";
import { type Program, programOf } from "../testing/harness/corpus.ts";
import { cooperativeDriver } from "../testing/harness/drivers.ts";
import { runs } from "../testing/harness/properties.ts";
import type { RunSettings } from "./protocol/run.ts";
import { type Answered, Rerun } from "./rerun.ts";

const folder = join(import.meta.dirname, "../testing/corpus/programs");
const programs = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".py") && !path.endsWith("listing-5.py"))
  .sort()
  .map((path) => programOf(path, readFileSync(join(folder, path), "utf8")))
  .filter(({ expectations }) => expectations.errors.length === 0);

function settingsOf({ expectations: { deviceCores, hostCores, seed } }: Program): RunSettings {
  return { deviceCores, hostCores, seed };
}

function imageOf({ name, text }: Program): Uint8Array {
  const { image } = compile({ name: `${name.split("/").at(-1)}.py`, text });
  if (image === undefined) throw new Error(`${name} does not compile`);
  return image;
}

/// Answers as the driver gives them: to whoever asks first. Only programs in which one core asks have the same every time.
function answersOf({ expectations: { answers } }: Program, core: number): readonly Answered[] {
  return [...answers.map((text) => ({ core, text })), { core, text: null }];
}

function made(program: Program, asks = 0): Rerun {
  const rerun = new Rerun(imageOf(program), settingsOf(program), answersOf(program, asks));
  // With and without looking for what lists cost it is the same run.
  for (const _ of rerun.make({ profiles: true }));
  return rerun;
}

function goTo(rerun: Rerun, time: number): void {
  for (const _ of rerun.goTo(time));
}

/// All that programs and people see of a chip: its memory without the registers in which the machine notes how a core waits,
/// which depend on who was given a turn first.
function seen({ words, map, cores }: Chip): Int32Array {
  const copy = words.slice(0, map.bytes >> 2);
  for (const { registers } of cores) {
    const waits = copy[registers + STATUS] === STATUS_WAITING;
    const kept = [STATUS, PC, FP, PHASE, ...(waits ? [WAIT_KIND, WAIT_PEER] : [])].map(
      (register) => [register, copy[registers + register] as number] as const,
    );
    copy.fill(0, registers + STATUS, registers + EPOCH + 1);
    for (const [register, value] of kept) copy[registers + register] = value;
  }
  return copy;
}

/// When anything happens that the player stops at.
function eventsOf({ flights, lines, faults, trace }: Rerun): number[] {
  const calls = [...trace.intervals.values()].flat();
  return [
    ...flights.flatMap(({ sent, arrived }) => [sent, arrived]),
    ...calls.flatMap(({ begin, end }) => [begin, end]),
    ...lines.map(({ cycles }) => cycles),
    ...faults.map(({ cycles }) => cycles),
  ];
}

function digest(chip: Chip): string {
  return createHash("sha1")
    .update(Buffer.from(seen(chip).buffer))
    .digest("hex");
}

function registersOf({ words, cores }: Chip): readonly (readonly number[])[] {
  return cores.map(({ registers }) => [PC, FP].map((register) => words[registers + register] as number));
}

function variablesOf(rerun: Rerun): unknown {
  return rerun.chip.cores.map(({ id }) => rerun.inspect(id));
}

// Some of them every time; all with `npm run test:long`.
const tried = process.env.PROPERTY_TIMES === undefined ? programs.filter((_, k) => k % 24 === 0) : programs;

describe("a run that is made again", () => {
  const driver = cooperativeDriver();

  it.each(tried.map((program) => [program.name, program] as const))("%s comes to the same", async (_, program) => {
    const { deviceCores, hostCores, seed, answers } = program.expectations;
    const image = imageOf(program);
    const result = await driver.run(image, { deviceCores, hostCores, seed }, answers);
    if (result.asked > 0) return;
    const rerun = made(program);
    const lines = new Map([...result.cycles.keys()].map((id) => [id, [] as string[]]));
    for (const { core, text } of rerun.lines) lines.get(core)?.push(text);
    expect(lines).toEqual(new Map(result.lines));
    expect(rerun.faults.map(({ core, code }) => ({ core, code })).sort((a, b) => a.core - b.core)).toEqual(
      result.faults.map(({ core, code }) => ({ core, code })),
    );
    expect(rerun.deadlock?.event.waits.map(({ core }) => core).sort((a, b) => a - b) ?? []).toEqual(result.deadlock);
    if (program.steady) expect(rerun.end).toBe(Math.max(...result.cycles.values()));
  });

  // With virtual cores, faults, deadlocks and questions among them; every event of half of them with `npm run test:long`.
  it.each(
    programs
      .filter((_, k) => k % (process.env.PROPERTY_TIMES === undefined ? 120 : 2) === 0)
      .filter(({ name }) => !/recursion|out-of-memory|scale|long/.test(name))
      .map((program) => [program.name, program] as const),
  )("%s is at every event what it is when it is gone through from the start", (_, program) => {
    const rerun = made(program);
    const start = new Rerun(imageOf(program), settingsOf(program), answersOf(program, 0), 0);
    atOnce(start.make());
    // What begins at the very end takes no time, and is done there.
    const all = [...new Set(eventsOf(rerun))].filter((time) => time < rerun.end).sort((a, b) => a - b);
    const step = process.env.PROPERTY_TIMES === undefined ? Math.ceil(all.length / 8) : Math.ceil(all.length / 400);
    const times = all.filter((_, k) => k % step === 0);
    const expected = times.map((time) => {
      goTo(start, time);
      return { bytes: digest(start.chip), cores: registersOf(start.chip), variables: variablesOf(start) };
    });
    // Backwards, so that snapshots are needed.
    for (let k = times.length - 1; k >= 0; k--) {
      goTo(rerun, times[k] as number);
      expect({ bytes: digest(rerun.chip), cores: registersOf(rerun.chip), variables: variablesOf(rerun) }).toEqual(
        expected[k],
      );
    }
  });

  it("is at any moment what it is when it is gone through instruction by instruction from the start", () => {
    const short = programs.filter(({ name }) => !/recursion|out-of-memory|scale|long/.test(name));
    fc.assert(
      fc.property(
        fc.constantFrom(...short),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 4 }),
        (program, parts) => {
          const rerun = made(program);
          const reference = made(program);
          // Whatever snapshots there are between, it begins anew.
          const start = new Rerun(imageOf(program), settingsOf(program), answersOf(program, 0), 0);
          for (const _ of start.make());
          const times = parts.map((part) => Math.floor(part * (reference.end - 1)));
          for (const time of times) {
            goTo(rerun, time);
            goTo(start, -1);
            goTo(start, time);
            expect(Buffer.from(seen(rerun.chip).buffer).equals(Buffer.from(seen(start.chip).buffer))).toBe(true);
          }
        },
      ),
      runs(40),
    );
  });
});
