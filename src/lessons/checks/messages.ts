import * as v from "valibot";
import { coreName, countWords, limitOf, meetsLimit } from "../check-limits.ts";
import type { Wrong } from "../evidence.ts";
import { type Names, parseExpression } from "../expression.ts";
import { pairNames, runNames } from "../names.ts";
import { hopsIn, type Observation } from "../observation.ts";

import { checkKind } from "./kind.ts";
import { expression, limit } from "./values.ts";

const schema = v.pipe(
  v.strictObject({
    between: v.optional(expression(pairNames)),
    times: v.optional(limit(pairNames)),
    total: v.optional(limit(runNames)),
    only: v.optional(v.boolean()),
  }),
  v.check(
    ({ times, total, only }) => times !== undefined || total !== undefined || only === true,
    "needs times, total or only",
  ),
);

type MessagesCheck = v.InferOutput<typeof schema>;

/// Who sends how many messages to whom.
export const messages = checkKind({ schema, name: () => "The right messages are sent", eachRun: judge });

function judge(check: MessagesCheck, observation: Observation, names: Names): Wrong {
  const condition = check.between === undefined ? () => 1 : parseExpression(check.between, pairNames);
  const hops = hopsIn(observation);
  // One for all pairs, of which there are a million on 1,024 cores.
  const pair = { ...names, from: 0, to: 0, hops: 0 };
  const namesFor = (from: number, to: number): Names => {
    pair.from = from;
    pair.to = to;
    pair.hops = hops(from, to);
    return pair;
  };
  const isMeant = (from: number, to: number): boolean => condition(namesFor(from, to)) !== 0;
  const sent = new Map(observation.messages.map(({ from, to, count }) => [`${from} ${to}`, count]));
  const ids = [...observation.cores, ...(observation.host === undefined ? [] : [observation.host])].map(({ id }) => id);
  if (check.only === true) {
    const stray = observation.messages.find(({ from, to }) => !isMeant(from, to));
    if (stray !== undefined) {
      const message = `No message was expected from ${coreName(stray.from, observation)} to ${coreName(stray.to, observation)}, but ${times(stray.count)} sent.`;
      return { message, cores: [stray.from, stray.to] };
    }
  }
  if (check.total !== undefined) {
    const total = observation.messages.reduce((sum, { from, to, count }) => sum + (isMeant(from, to) ? count : 0), 0);
    const { ok, words } = meetsLimit(check.total, total, names);
    if (!ok) return `Expected in all ${countWords(words, "message")}, but ${times(total)} sent.`;
  }
  if (check.times === undefined) return "";
  const isRight = limitOf(check.times, pairNames);
  for (const from of ids) {
    for (const to of ids) {
      if (from === to || !isMeant(from, to)) continue;
      const count = sent.get(`${from} ${to}`) ?? 0;
      const { ok, words } = isRight(count, namesFor(from, to));
      if (!ok) {
        const message = `Expected ${countWords(words, "message")} from ${coreName(from, observation)} to ${coreName(to, observation)}, but ${times(count)} sent.`;
        return { message, cores: [from, to] };
      }
    }
  }
  return "";
}

function times(count: number): string {
  return count === 0 ? "none was" : count === 1 ? "one was" : `${count} were`;
}
