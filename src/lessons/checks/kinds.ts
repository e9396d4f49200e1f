import * as v from "valibot";
import { collectives } from "./collectives.ts";
import { noDeadlock } from "./deadlock.ts";
import { messages } from "./messages.ts";
import { prints } from "./prints.ts";
import { source } from "./source.ts";
import { idle, speedup, time } from "./time.ts";
import { variable } from "./variable.ts";

/// Every kind of check, under the key it has in check.json.
export const kinds = { prints, variable, messages, collectives, time, idle, speedup, noDeadlock, source } as const;

export const kindNames = Object.keys(kinds) as readonly (keyof typeof kinds)[];

/// The keys of a check, of which it has one.
export const kindEntries = {
  prints: v.optional(prints.schema),
  variable: v.optional(variable.schema),
  messages: v.optional(messages.schema),
  collectives: v.optional(collectives.schema),
  time: v.optional(time.schema),
  idle: v.optional(idle.schema),
  speedup: v.optional(speedup.schema),
  noDeadlock: v.optional(noDeadlock.schema),
  source: v.optional(source.schema),
} as const satisfies Record<keyof typeof kinds, v.GenericSchema>;
