import { readdirSync, readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { compile } from "../../compiler/compile.ts";
import { deviceFileOf, isPythonFile } from "../../python/python-file.ts";
import type { Driver } from "../../testing/harness/driver.ts";
import { cooperativeDriver, workersDriver } from "../../testing/harness/drivers.ts";
import { runPython } from "../../testing/harness/python.ts";
import { memoryStorage } from "../storage/storage.ts";
import { exampleGroups, examples } from "./examples.ts";
import { createProjects } from "./project.ts";

const folder = new URL("../../../examples/", import.meta.url);
const heads = new Map(
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /^[^/]+\/[^/]+\.py$/.test(path))
    .map((path) => [/\d+-([\w-]+)\.py$/.exec(path)?.[1], readFileSync(new URL(path, folder), "utf8").split("\n\n")[0]]),
);
const said = (id: string, what: string): string | undefined =>
  new RegExp(`^# ${what}: (.*)$`, "m").exec(heads.get(id) ?? "")?.[1];

const drivers: readonly Driver[] = [cooperativeDriver(), workersDriver(2)];
afterAll(() => {
  for (const driver of drivers) driver.dispose();
});

test("the gallery has every file, each with a title and what to look at", () => {
  expect(examples.map(({ id }) => id).sort()).toEqual([...heads.keys()].sort());
  expect(examples.length).toBeGreaterThanOrEqual(20);
  expect(new Set(examples.map(({ title }) => title)).size).toBe(examples.length);
  expect(exampleGroups.every((group) => group.examples.length > 0)).toBe(true);
  for (const { id, title, about, text } of examples) {
    expect([id, title, about].every((part) => part !== "")).toBe(true);
    expect(about).toMatch(/[.?]$/);
    expect(text).toMatch(/^\S/);
    expect(text).toMatch(/\S\n$/);
  }
});

const forCores = examples.filter(({ id, text }) => !isPythonFile({ name: `${id}.py`, text }));

describe.each(drivers.map((driver) => [driver.name, driver] as const))("on %s", (_name, driver) => {
  test.each(forCores.map((example) => [example.id, example] as const))(
    "%s does what it should",
    async (id, { text }) => {
      const { image, diagnostics } = compile({ name: `${id}.py`, text });
      expect(diagnostics).toEqual([]);
      const answers = said(id, "answers")?.split(", ") ?? [];
      const ends = said(id, "ends");
      // On any number of cores; one that is to go wrong does so on all sixteen.
      const needs = Number(said(id, "needs") ?? 1);
      for (const cores of ends === undefined ? [16, 1, 2, 5].filter((count) => count >= needs) : [16]) {
        const settings = { deviceCores: Array.from({ length: cores }, (_, core) => core), hostCores: 0, seed: 1 };
        const { outcome, lines, faults } = await driver.run(image ?? new Uint8Array(), settings, [...answers]);
        expect([cores, outcome, ends === "failed" ? [] : faults]).toEqual([cores, ends ?? "ended", []]);
        if (cores > 2 && ends === undefined) expect([...lines.values()].flat().length).toBeGreaterThan(0);
      }
    },
  );
});

test("an example may have other files, which are opened with it", () => {
  const projects = createProjects(memoryStorage());
  const example = examples.find(({ id }) => id === "number-sort");
  projects.openExample(example ?? examples[0]);
  expect(projects.store.getState().current.files.map(({ name }) => name)).toEqual([
    "number-sort.py",
    "number-sort-cores.py",
  ]);
  // Only looked at, it is not kept.
  projects.openExample(examples[0]);
  expect(projects.store.getState().all.map(({ example: id }) => id)).toEqual([examples[0].id]);
});

test("virtual cores take part where an example is about them", async () => {
  const [driver] = drivers;
  for (const id of ["virtual", "servers"]) {
    const example = examples.find((one) => one.id === id);
    const { image } = compile({ name: `${id}.py`, text: example?.text ?? "" });
    const settings = { deviceCores: [0, 1, 2], hostCores: 2, seed: 1 };
    const result = await driver?.run(image ?? new Uint8Array(), settings);
    expect(result?.outcome).toBe("ended");
    expect(result?.lines.size).toBe(5);
    expect(result?.lines.get(4)?.join()).toContain(id === "virtual" ? "virtual core" : "answered 4 questions");
  }
});

test.each(examples.filter((example) => !forCores.includes(example)).map((example) => [example.id, example] as const))(
  "%s does what it should, with full Python",
  async (id, { text, others }) => {
    const main = { name: `${id}.py`, text };
    const device = deviceFileOf(main, [main, ...others]);
    const { outcome, faults, host } = await runPython(main, others, device && { device: device.name });
    expect([outcome, faults]).toEqual(["ended", []]);
    expect(host.length).toBeGreaterThan(0);
    expect(host).not.toContainEqual(expect.stringContaining("False"));
  },
);
