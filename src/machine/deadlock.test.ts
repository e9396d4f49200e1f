import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { INT } from "../bytecode/values.ts";
import { chipWith, imageOf, runChip } from "../testing/harness/chips.ts";
import { runs } from "../testing/harness/properties.ts";
import { Chip, type Core } from "./chip.ts";
import { EPIPHANY_III } from "./chip-models.ts";
import { findStuck, mayBeStuck } from "./deadlock.ts";
import { load } from "./loader.ts";
import {
  MemoryMap,
  MONITOR_BARRIER_GENERATION,
  PHASE_A,
  STATUS,
  STATUS_ENDED,
  STATUS_READY,
  WAIT_BARRIER,
  WAIT_COLLECTIVE,
  WAIT_EXCHANGE,
  WAIT_INPUT,
  WAIT_LAUNCH,
  WAIT_RECV,
  WAIT_RESULT,
  WAIT_SEND,
} from "./memory-map.ts";
import { acknowledge, box, deliver, KIND_RESULT, state, stateWord } from "./postbox.ts";
import { goOn, waitFor } from "./waiting.ts";

const HEAD = "from parallel import *\nme = coreid()\n";

function stuckIn(text: string, cores: number) {
  const chip = chipWith(imageOf(HEAD + text), cores);
  runChip(chip);
  return findStuck(chip).map(({ core, waitKind, on }) => ({ core: core.id, waitKind, on }));
}

describe("cores that can never continue", () => {
  it.each([
    [
      "two receives",
      "recv(1 - me)",
      2,
      WAIT_RECV,
      [
        [0, [1]],
        [1, [0]],
      ],
    ],
    [
      "two sends",
      "send(1, 1 - me)",
      2,
      WAIT_SEND,
      [
        [0, [1]],
        [1, [0]],
      ],
    ],
    ["a send to one that has ended", "if me == 0: send(1, 1)", 2, WAIT_SEND, [[0, [1]]]],
    ["an exchange with one that has ended", "if me == 0: sendrecv(1, 1)", 2, WAIT_EXCHANGE, [[0, [1]]]],
    [
      "one missing at a barrier",
      "if me != 1: sync()",
      3,
      WAIT_BARRIER,
      [
        [0, [1]],
        [2, [1]],
      ],
    ],
    ["one missing in a reduction", "if me == 0: reduce(1, 'sum')", 2, WAIT_COLLECTIVE, [[0, [1]]]],
    [
      "a circle",
      "recv((me + 1) % 3)",
      3,
      WAIT_RECV,
      [
        [0, [1]],
        [1, [2]],
        [2, [0]],
      ],
    ],
    [
      "a tail of a circle",
      "recv(1 if me != 1 else 0)",
      3,
      WAIT_RECV,
      [
        [0, [1]],
        [1, [0]],
        [2, [1]],
      ],
    ],
  ] as const)("%s", (_, text, cores, waitKind, found) => {
    expect(stuckIn(text, cores)).toEqual(found.map(([core, on]) => ({ core, waitKind, on })));
  });
});

describe("cores that may go on", () => {
  it("wait for one that waits for the user", () => {
    expect(stuckIn("if me == 0: send(input(), 1)\nelse: recv(0)", 2)).toEqual([]);
  });

  it("wait for one whose output is not read yet", () => {
    expect(stuckIn("if me == 0:\n    for i in range(5000): print i\n    send(1, 1)\nelse: recv(0)", 2)).toEqual([]);
  });

  it("have a message in their box that they have not taken yet", () => {
    const chip = chipWith(imageOf(`${HEAD}if me == 0: nonblocking_send(1, 1)\nelse: recv(0)`), 2);
    runChip(chip, 3);
    expect(findStuck(chip)).toEqual([]);
  });

  it("have just been told to", () => {
    const chip = chipWith(imageOf(`${HEAD}recv(1 - me)`), 2);
    runChip(chip);
    expect(findStuck(chip)).toHaveLength(2);
    const [core] = chip.cores;
    if (core !== undefined) goOn(chip, core);
    expect(findStuck(chip)).toEqual([]);
  });
});

/// A chip whose cores do nothing by themselves.
function standing(cores: number): Chip {
  return chipWith(imageOf("pass"), cores);
}

function come(chip: Chip, id: number, to: number | "barrier" | "user"): void {
  const core = chip.cores[id];
  if (core === undefined) throw new Error("there is no such core");
  const control = chip.map.control >> 2;
  if (to === "barrier") waitFor(chip, core, WAIT_BARRIER, -1, control + MONITOR_BARRIER_GENERATION, 0);
  // A word that nobody writes here.
  else
    waitFor(chip, core, to === "user" ? WAIT_INPUT : WAIT_RECV, to === "user" ? -1 : to, core.registers + PHASE_A, 0);
}

function end(chip: Chip, id: number): void {
  chip.words[(chip.cores[id]?.registers ?? 0) + STATUS] = STATUS_ENDED;
}

const stuckOf = (chip: Chip): number[] => findStuck(chip).map(({ core }) => core.id);

describe("while other threads run cores", () => {
  it("one that comes to the barrier during the look is not taken for one that waits for itself", () => {
    const chip = standing(3);
    come(chip, 0, "barrier");
    // Core 2 goes on computing; core 1 arrives between the look at core 0 and the one at itself.
    const racing = Object.create(chip, {
      cores: {
        value: {
          *[Symbol.iterator]() {
            for (const core of chip.cores) {
              if (core.id === 1) come(chip, 1, "barrier");
              yield core;
            }
          },
        },
      },
    });
    expect(stuckOf(racing)).toEqual([]);
  });

  it("cores that have moved since hide none that have not", () => {
    const chip = standing(4);
    come(chip, 0, 1);
    come(chip, 1, 0);
    come(chip, 2, 3);
    // When core 3 is looked at it seems to wait for core 2, which has just gone on.
    const racing = Object.create(chip, {
      cores: {
        value: {
          *[Symbol.iterator]() {
            for (const core of chip.cores) {
              if (core.id === 3) {
                come(chip, 3, 2);
                const [, , two] = chip.cores;
                if (two !== undefined) goOn(chip, two);
              }
              yield core;
            }
          },
        },
      },
    });
    expect(stuckOf(racing)).toEqual([0, 1]);
  });
});

describe("of what happens to cores one after the other, the last thing that makes a deadlock", () => {
  const cores = 5;
  const chip = standing(cores);
  const event = fc.record({
    core: fc.nat(cores - 1),
    what: fc.oneof(
      fc.nat(cores - 1),
      fc.constant("barrier" as const),
      fc.constant("user" as const),
      fc.constant("end" as const),
    ),
  });

  it("tells that there may be one, whatever it was", () => {
    fc.assert(
      fc.property(fc.uniqueArray(event, { selector: ({ core }) => core, maxLength: cores }), (events) => {
        for (const { registers } of chip.cores) chip.words[registers + STATUS] = STATUS_READY;
        for (const { core, what } of events) {
          if (what === core) continue;
          const before = stuckOf(chip);
          if (what === "end") end(chip, core);
          else come(chip, core, what);
          const fresh = stuckOf(chip).filter((id) => !before.includes(id));
          if (fresh.length > 0) expect(mayBeStuck(chip, chip.cores[core] as Core)).toBe(true);
        }
      }),
      runs(1_000),
    );
  });
});

describe("full Python that waits for kernels", () => {
  const config = { model: EPIPHANY_III, hostCores: 1, firstHostId: 16, usesPython: "caller" as const };
  const chip = new Chip(new ArrayBuffer(new MemoryMap(config).bytes), config, [0, 1, 16], imageOf("pass"));
  const [first, second, host] = chip.cores as [Core, Core, Core];
  const waits = (core: Core, kind: number, peer: Core): void => {
    const at = box(core, peer.id);
    waitFor(chip, core, kind, peer.id, stateWord(at), state(chip, at));
  };

  it("is not stuck while a value waits for it, whichever core it asked first", () => {
    load(chip, 0);
    // The next kernel of the second core may be what the first one's waits for.
    waits(first, WAIT_RECV, second);
    waits(host, WAIT_RESULT, first);
    deliver(chip, host, second, KIND_RESULT, INT, 7, 1, 0);
    waits(second, WAIT_LAUNCH, host);
    expect(findStuck(chip)).toEqual([]);
    acknowledge(chip, host, second.id, 0);
    expect(findStuck(chip).map(({ core }) => core.id)).toEqual([0, 1, 16]);
  });
});
