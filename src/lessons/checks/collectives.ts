import * as v from "valibot";
import { meetsLimit, timesWords, withCore } from "../check-limits.ts";
import type { Names } from "../expression.ts";
import { coreNames } from "../names.ts";
import type { Observation } from "../observation.ts";
import { checkKind } from "./kind.ts";
import { limit } from "./values.ts";

const calls = ["bcast", "reduce", "sync"] as const;

const schema = v.strictObject({
  bcast: v.optional(limit(coreNames)),
  reduce: v.optional(limit(coreNames)),
  sync: v.optional(limit(coreNames)),
});

/// How often cores take part in calls of all.
export const collectives = checkKind({
  schema,
  name: (given) => `Every core takes part in ${Object.keys(given).join(", ")}`,
  eachRun: judge,
});

function judge(check: v.InferOutput<typeof schema>, observation: Observation, names: Names): string {
  // Alone a core has nobody to share with: nothing goes through its postboxes that could be counted.
  if (observation.cores.length < 2) return "";
  for (const call of calls) {
    const wanted = check[call];
    if (wanted === undefined) continue;
    for (const core of observation.cores) {
      const { ok, words } = meetsLimit(wanted, core[call], withCore(names, core.id));
      if (ok) continue;
      const seen =
        core[call] === 0 ? "it never does" : core[call] === 1 ? "it does so once" : `it does so ${core[call]} times`;
      return `Expected core ${core.id} to take part in \`${call}\` ${timesWords(words)}, but ${seen}.`;
    }
  }
  return "";
}
