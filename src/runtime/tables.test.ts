import { expect, test } from "vitest";
import { partsOf } from "../machine/addresses.ts";
import { collect } from "../machine/heap.ts";
import { AREA_USED, HEAP_USED } from "../machine/memory-map.ts";
import { ended, variable } from "../testing/harness/ended-core.ts";
import { elements } from "./inspect.ts";
import { memoryView } from "./memory-view.ts";
import { tallyOf } from "./tally.ts";

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
  const entries = elements(run.chip, run.core, variable(run, "ages"), 0, 50);
  expect(entries.map(({ key, text }) => [key, text])).toEqual([
    ["'ann'", "31"],
    ["'bob'", "[1, 2]"],
  ]);
  const some = elements(run.chip, run.core, variable(run, "few"), 1, 50);
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
