import { expect, test } from "vitest";
import { alikePairs, beside, canCompare, fingerprintsOf } from "./alike.ts";

const start = "from parallel import *\nme = coreid()\nlast = numcores() - 1\n";
const own = `${start}
total = me
if me > 0:
    total = recv(me - 1) + me
send(total, (me + 1) % numcores())
if me == 0:
    total = recv(last)
    print "Round the ring: " + str(total)
`;
const renamed = own
  .replaceAll("total", "summe")
  .replace("# ", "")
  .replace("Round", "Around")
  .replaceAll("\n", "  # so\n");
const other = `${start}
for k in range(numcores()):
    if k == me:
        x = 0
        while x < 10:
            x = x + 1
        print x, me
    sync()
print reduce(me, "sum")
values = [0] * 10
for k in range(10):
    values[k] = k * k
print values
`;

const prints = (text: string) => fingerprintsOf([{ name: "a.py", text }], [{ name: "a.py", text: start }]);

test("a program with other names, texts and comments is alike; another one is not", () => {
  const pairs = alikePairs([prints(own), prints(other), prints(renamed)], 0.5);
  expect(pairs).toEqual([{ first: 0, second: 2, part: 1 }]);
});

test("what everybody was given does not count, and what is too short is not compared", () => {
  expect(prints(start)).toHaveLength(0);
  expect(canCompare(prints(`${start}print me\n`))).toBe(false);
  expect(alikePairs([prints(`${start}print me\n`), prints(`${start}print me\n`)], 0)).toEqual([]);
});

test("a part that was moved is still seen", () => {
  const [head, tail] = [own.slice(start.length, own.indexOf("if me == 0")), own.slice(own.indexOf("if me == 0"))];
  const [pair] = alikePairs([prints(own), prints(`${start}${tail}${head}`)], 0);
  expect(pair?.part).toBeGreaterThan(0.7);
});

test("two programs stand side by side, line by line", () => {
  const rows = beside("a = 1\nprint a\nsync()\n", "b = 2  # two\nprint b\nprint 3\nsync()\n");
  expect(rows.map(({ kind, left, right }) => [kind, left?.line, right?.line])).toEqual([
    ["renamed", 1, 1],
    ["renamed", 2, 2],
    ["right", undefined, 3],
    ["same", 3, 4],
    ["same", 4, 5],
  ]);
});

test("any text can be compared", () => {
  expect(prints("\u0000((( \"'''")).toBeInstanceOf(Uint32Array);
  expect(beside("", "")).toHaveLength(1);
});
