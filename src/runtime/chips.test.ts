import { describe, expect, it } from "vitest";
import { Chip } from "../machine/chip.ts";
import { chipModels, coresOf, EPIPHANY_4096, EPIPHANY_V } from "../machine/chip-models.ts";
import { load } from "../machine/loader.ts";
import { MemoryMap } from "../machine/memory-map.ts";
import { imageBytesOf, imageOf } from "../testing/harness/chips.ts";
import { cooperativeDriver } from "../testing/harness/drivers.ts";
import { Cooperative } from "./cooperative.ts";
import { faultOf } from "./explain.ts";

const ring = imageBytesOf(`from parallel import *
n = numcores()
me = coreid()
nonblocking_send(me, (me + 1) % n)
left = recv((me + n - 1) % n)
total = reduce(left, "sum")
sync()
print left, total, bcast(me * 2, n - 1)
`);

const smaller = chipModels.filter((model) => coresOf(model) <= 1024);

describe.each(smaller.map((model) => [model.name, model] as const))("on the %s", (chip, model) => {
  it("every core exchanges messages, reduces and prints", async () => {
    const driver = cooperativeDriver();
    const n = coresOf(model);
    const deviceCores = Array.from({ length: n }, (_, id) => id);
    const came = await driver.run(ring, { chip, deviceCores, hostCores: 0, seed: 0 });
    expect(came.outcome).toBe("ended");
    const total = (n * (n - 1)) / 2;
    deviceCores.forEach((id) => {
      expect(came.lines.get(id)).toEqual([`${(id + n - 1) % n} ${total} ${(n - 1) * 2}`]);
    });
  });
});

it("4,096 cores reduce", async () => {
  const image = imageBytesOf('from parallel import *\nx = reduce(coreid(), "max")\nif coreid() % 1000 == 0: print x');
  const deviceCores = Array.from({ length: 4096 }, (_, id) => id);
  const settings = { chip: EPIPHANY_4096.name, deviceCores, hostCores: 0, seed: 0 };
  const came = await cooperativeDriver().run(image, settings);
  expect(came.outcome).toBe("ended");
  for (let id = 0; id < 4096; id += 1000) expect(came.lines.get(id)).toEqual(["4095"]);
});

it("a core for whose message there is no postbox faults, and the others go on", () => {
  const config = { model: EPIPHANY_V, hostCores: 0, firstHostId: 1024 };
  const map = new MemoryMap(config);
  const image = imageOf("from parallel import *\nif coreid() == 3:\n    send(1, 900)\nx = 7");
  const chip = new Chip(new ArrayBuffer(map.bytes), config, [2, 3, 900], image);
  load(chip, 0);
  const { pool } = map.boxTable;
  chip.words[(pool.from >> 2) - 2] = pool.to - pool.from;
  const cooperative = new Cooperative(chip, () => 0);
  while (cooperative.turn());
  expect(cooperative.isOver).toBe(true);
  const [two, three] = chip.cores;
  expect(three && faultOf(chip, three)).toMatchObject({
    code: "postboxes-full",
    message: expect.stringMatching(/the \d+ bytes for the postboxes .* are full, and 384 more bytes are needed/),
  });
  expect(two && chip.words[two.module]).toBe(7);
});
