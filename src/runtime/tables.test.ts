import { expect, test } from "vitest";
import { assert } from "../base/assert.ts";
import { compile } from "../compiler/compile.ts";
import { partsOf } from "../machine/addresses.ts";
import { Chip, type Core } from "../machine/chip.ts";
import { EPIPHANY_III } from "../machine/chip-models.ts";
import { collect } from "../machine/heap.ts";
import { load } from "../machine/loader.ts";
import { AREA_USED, HEAP_USED, MemoryMap } from "../machine/memory-map.ts";
import { Cooperative } from "./cooperative.ts";
import { elements, inspectCore } from "./inspect.ts";
import { memoryView } from "./memory-view.ts";
import type { Variable } from "./protocol/inspection.ts";
import { readImage } from "./setup.ts";
import { tallyOf } from "./tally.ts";

/// A core that has run a program to its end.
function ended(text: string): { readonly chip: Chip; readonly core: Core } {
  const config = { model: { ...EPIPHANY_III, rows: 1, columns: 1 }, hostCores: 0, firstHostId: 1 };
  const { image } = compile({ name: "program.py", text });
  assert(image !== undefined, "it compiles");
  const chip = new Chip(new ArrayBuffer(new MemoryMap(config).bytes), config, [0], readImage(image));
  load(chip, 0);
  const cooperative = new Cooperative(chip, () => 0);
  while (cooperative.turn());
  return { chip, core: chip.cores[0] as Core };
}

function variable({ chip, core }: ReturnType<typeof ended>, name: string): Variable {
  const found = inspectCore(chip, core)
    .globals.flatMap(({ variables }) => variables)
    .find((one) => one.name === name);
  assert(found !== undefined, `${name} is a variable`);
  return found;
}

const PROGRAM = `
ages = {"ann": 31, "bob": [1, 2]}
few = {30, 10, 20}
nothing = set()
fixed = frozenset(["x"])
keys = ages.keys()
items = ages.items()
`;

test("dictionaries, sets and views are shown as they print", () => {
  const run = ended(PROGRAM);
  expect(variable(run, "ages")).toMatchObject({ type: "dict", text: "{'ann': 31, 'bob': [1, 2]}", length: 2 });
  expect(variable(run, "few")).toMatchObject({ type: "set", text: "{10, 20, 30}", length: 3 });
  expect(variable(run, "nothing").text).toBe("set()");
  expect(variable(run, "fixed").text).toBe("frozenset({'x'})");
  expect(variable(run, "keys").text).toBe("dict_keys(['ann', 'bob'])");
  expect(variable(run, "items").text).toBe("dict_items([('ann', 31), ('bob', [1, 2])])");
});

test("the entries of a dictionary come with their keys, the elements of a set in its order", () => {
  const run = ended(PROGRAM);
  const entries = elements(run.chip, run.core, variable(run, "ages").object ?? 0, 0, 50);
  expect(entries.map(({ key, text }) => [key, text])).toEqual([
    ["'ann'", "31"],
    ["'bob'", "[1, 2]"],
  ]);
  const some = elements(run.chip, run.core, variable(run, "few").object ?? 0, 1, 50);
  expect(some.map(({ key, text }) => [key, text])).toEqual([
    [undefined, "20"],
    [undefined, "30"],
  ]);
});

test("a dictionary that contains itself is shown", () => {
  const run = ended("d = {}\nd['me'] = d\n");
  expect(variable(run, "d").text).toBe("{'me': {…}}");
});

test("the memory view names the bytes of a dictionary", () => {
  const run = ended("d = {}\nfor i in range(20):\n    d[i] = i\n");
  const part = partsOf(run.chip, run.core).find((one) => one.name === "local");
  const { owners } = memoryView(run.chip, run.core, part?.from ?? 0, part?.bytes ?? 0);
  const named = new Set(
    owners.filter(({ name, segment }) => name === "d" && segment === "heap").map(({ what }) => what),
  );
  expect([...named].sort()).toEqual(["dictionary", "elements", "header", "index", "list"]);
});

test("a tally has sets as lists and dictionaries as pairs", () => {
  const { chip } = ended("d = {'a': 1}\ns = {2, 1}\n");
  expect(tallyOf(chip).cores[0]?.variables).toEqual({ d: [["a", 1]], s: [1, 2] });
});

test("a dictionary of 200 entries from short texts to ints takes less than 6 KB", () => {
  const { chip, core } = ended("d = {}\nfor i in range(200):\n    d['k' + str(i)] = i\n");
  collect(chip, core);
  const used = [HEAP_USED, AREA_USED].map((counter) => chip.words[core.registers + counter] as number);
  expect(used.reduce((sum, bytes) => sum + bytes)).toBeLessThan(6 * 1024);
});

test("one of 200 ints is on the core", () => {
  const { chip, core } = ended("d = {}\nfor i in range(200):\n    d[i] = i\n");
  expect(chip.words[core.registers + AREA_USED]).toBe(0);
});
