import type { Check, MessagesCheck } from "./check-format.ts";
import { type Names, parseExpression } from "./expression.ts";
import { coreName, holds, limitOf, often, soMany, withCore } from "./limits.ts";
import { pairNames } from "./names.ts";
import { hopsIn, type Observation } from "./observation.ts";

/// What is wrong with who sent what to whom, for the learner; empty if nothing is.
export function judgeMessages(check: MessagesCheck, observation: Observation, names: Names): string {
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
      return `No message was expected from ${coreName(stray.from, observation)} to ${coreName(stray.to, observation)}, but ${times(stray.count)} sent.`;
    }
  }
  if (check.total !== undefined) {
    const total = observation.messages.reduce((sum, { from, to, count }) => sum + (isMeant(from, to) ? count : 0), 0);
    const { ok, words } = holds(check.total, total, names);
    if (!ok) return `Expected in all ${soMany(words, "message")}, but ${times(total)} sent.`;
  }
  if (check.times === undefined) return "";
  const limit = limitOf(check.times, pairNames);
  for (const from of ids) {
    for (const to of ids) {
      if (from === to || !isMeant(from, to)) continue;
      const count = sent.get(`${from} ${to}`) ?? 0;
      const { ok, words } = limit(count, namesFor(from, to));
      if (!ok) {
        return `Expected ${soMany(words, "message")} from ${coreName(from, observation)} to ${coreName(to, observation)}, but ${times(count)} sent.`;
      }
    }
  }
  return "";
}

function times(count: number): string {
  return count === 0 ? "none was" : count === 1 ? "one was" : `${count} were`;
}

const calls = ["bcast", "reduce", "sync"] as const;

/// What is wrong with how often cores took part in calls of all, for the learner; empty if nothing is.
export function judgeCollectives(
  check: NonNullable<Check["collectives"]>,
  observation: Observation,
  names: Names,
): string {
  // Alone a core has nobody to share with: nothing goes through its postboxes that could be counted.
  if (observation.cores.length < 2) return "";
  for (const call of calls) {
    const limit = check[call];
    if (limit === undefined) continue;
    for (const core of observation.cores) {
      const { ok, words } = holds(limit, core[call], withCore(names, core.id));
      if (ok) continue;
      const seen =
        core[call] === 0 ? "it never does" : core[call] === 1 ? "it does so once" : `it does so ${core[call]} times`;
      return `Expected core ${core.id} to take part in \`${call}\` ${often(words)}, but ${seen}.`;
    }
  }
  return "";
}
