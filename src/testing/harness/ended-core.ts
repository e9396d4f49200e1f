import { assert } from "../../base/assert.ts";
import { compile } from "../../compiler/compile.ts";
import { Chip, type Core } from "../../machine/chip.ts";
import { EPIPHANY_III } from "../../machine/chip-models.ts";
import { load } from "../../machine/loader.ts";
import { MemoryMap } from "../../machine/memory-map.ts";
import { Cooperative } from "../../runtime/cooperative.ts";
import { inspectCore } from "../../runtime/inspect.ts";
import type { Variable } from "../../runtime/protocol/inspection.ts";
import { readImage } from "../../runtime/setup.ts";

/// A program whose variables hold values of every kind that has parts.
export const OBJECTS = `
class Point:
    made = 0
    def __init__(self, x, y):
        self.x = x
        self.y = y
        Point.made += 1
    def norm(self):
        return self.x + self.y
    @property
    def double(self):
        return 2 * self.x
class Named(Point):
    pass
def counter(start):
    step = 2
    def count():
        nonlocal start
        start += step
        return start
    return count
def squares(n):
    for k in range(n):
        yield k * k

p = Point(1, [2, 3])
q = Named(p, None)
q.me = q
count = counter(10)
count()
waits = squares(9)
next(waits)
next(waits)
over = squares(0)
for _ in over:
    pass
method = p.norm
error = ValueError("bad", 3)
kind = Point
numbers = {"a": p}
it = iter([5, 6])
next(it)
`;

/// A core that has run a program to its end.
export interface EndedCore {
  readonly chip: Chip;
  readonly core: Core;
}

export function ended(text: string): EndedCore {
  const config = { model: { ...EPIPHANY_III, rows: 1, columns: 1 }, hostCores: 0, firstHostId: 1 };
  const { image } = compile({ name: "program.py", text });
  assert(image !== undefined, "it compiles");
  const chip = new Chip(new ArrayBuffer(new MemoryMap(config).bytes), config, [0], readImage(image));
  load(chip, 0);
  const cooperative = new Cooperative(chip, () => 0);
  while (cooperative.turn());
  return { chip, core: chip.cores[0] as Core };
}

/// A global of the program, as it is shown.
export function variable({ chip, core }: EndedCore, name: string): Variable {
  const found = inspectCore(chip, core)
    .globals.flatMap(({ variables }) => variables)
    .find((one) => one.name === name);
  assert(found !== undefined, `${name} is a variable`);
  return found;
}
