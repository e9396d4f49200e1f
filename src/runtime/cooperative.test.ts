import fc from "fast-check";
import { expect, it } from "vitest";
import type { Core } from "../machine/chip.ts";
import { runs } from "../testing/harness/properties.ts";
import { ReadyQueue } from "./ready-queue.ts";

it("the queue gives out the least clock first, of equals the lowest id, whatever the order in which they came", () => {
  const step = fc.option(fc.nat(5), { nil: undefined });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const queue = new ReadyQueue();
      const model: { core: Core; clock: number }[] = [];
      steps.forEach((clock, k) => {
        if (clock !== undefined) {
          // Ids that come in no order.
          const core = { id: (k * 37) % 61 } as Core;
          queue.push(core, clock);
          model.push({ core, clock });
          return;
        }
        model.sort((a, b) => a.clock - b.clock || a.core.id - b.core.id);
        expect(queue.pop()).toBe(model.shift()?.core);
      });
    }),
    runs(),
  );
});
