import * as v from "valibot";
import type { Observation } from "../observation.ts";
import { checkKind } from "./kind.ts";
import { whole } from "./values.ts";

/// In how many runs a program can be tried.
const mostOrders = 50;

const schema = v.strictObject({ orders: whole(2, mostOrders) });

/// No run ends in a deadlock, of as many as it says. `plannedRuns` adds the runs.
export const noDeadlock = checkKind({
  schema,
  name: ({ orders }) => `No deadlock in ${orders} runs`,
  allRuns: judge,
});

function judge(_: v.InferOutput<typeof schema>, observations: readonly Observation[]): string {
  const [first, ...more] = observations.filter(({ outcome }) => outcome === "deadlock");
  if (first === undefined) return "";
  const count = more.length + 1;
  const how =
    observations.length === 1 ? "" : ` (${count} of ${observations.length} runs, first with seed ${first.seed}.)`;
  return `${first.deadlock.trim() || "The cores wait for one another for ever."}${how}`;
}
