import { idRanges } from "../base/id-ranges.ts";
import type { Limit, Who } from "./checks/values.ts";
import { type Names, parseExpression } from "./expression.ts";
import { coreNames } from "./names.ts";
import type { Observation, ObservedCore } from "./observation.ts";

/// A number or an expression, as a number.
export function numberOf(value: number | string, names: Names): number {
  return typeof value === "number" ? value : parseExpression(value, Object.keys(names))(names);
}

interface Held {
  readonly ok: boolean;
  /// `3`, `at least 1`, `from 1 to 4`.
  readonly words: string;
}

/// Whether a limit holds for a count, and the words for it.
export function meetsLimit(limit: Limit, count: number, names: Names): Held {
  return limitOf(limit, Object.keys(names))(count, names);
}

/// The same for many counts: what the limit says is read once.
export function limitOf(limit: Limit, known: readonly string[]): (count: number, names: Names) => Held {
  const read = (value: number | string) => (typeof value === "number" ? () => value : parseExpression(value, known));
  if (typeof limit !== "object") {
    const wanted = read(limit);
    return (count, names) => {
      const value = wanted(names);
      return { ok: count === value, words: String(value) };
    };
  }
  const [from, to] = [limit.least, limit.most].map((value) => (value === undefined ? undefined : read(value)));
  return (count, names) => {
    const least = from?.(names);
    const most = to?.(names);
    const ok = count >= (least ?? Number.NEGATIVE_INFINITY) && count <= (most ?? Number.POSITIVE_INFINITY);
    if (least !== undefined && most !== undefined) return { ok, words: `from ${least} to ${most}` };
    return { ok, words: least !== undefined ? `at least ${least}` : `at most ${most}` };
  };
}

/// Words of `meetsLimit` as how often something happens: `once`, `at least once`, `from 1 to 4 times`.
export function timesWords(words: string): string {
  if (/^(at most )?0$/.test(words)) return "never";
  return isOne(words) ? words.replace("1", "once") : `${words} times`;
}

/// The same with a noun: `1 message`, `at least 1 message`, `no messages`.
export function countWords(words: string, what: string): string {
  if (/^(at most )?0$/.test(words)) return `no ${what}s`;
  return isOne(words) ? `${words} ${what}` : `${words} ${what}s`;
}

function isOne(words: string): boolean {
  return /^(at (least|most) )?1$/.test(words);
}

/// The names for one core of a run.
export function withCore(names: Names, core: number): Names {
  return { ...names, core };
}

/// The cores that a check is about.
export function chosen(who: Who, { cores }: Observation, names: Names): readonly ObservedCore[] {
  if (who === undefined || who === "all" || who === "any") return cores;
  if (typeof who === "number") return cores.filter(({ id }) => id === who);
  if (typeof who !== "string") {
    const ids = new Set(who);
    return cores.filter(({ id }) => ids.has(id));
  }
  const condition = parseExpression(who, coreNames);
  return cores.filter(({ id }) => condition(withCore(names, id)) !== 0);
}

/// `core 3`, or `the host` for full Python.
export function coreName(id: number, { host }: Observation): string {
  return id === host?.id ? "the host" : `core ${id}`;
}

/// `core 3`, `cores 1, 2 and 5`, `all 16 cores`.
export function coreList(ids: readonly number[], all: number): string {
  if (ids.length === all && all > 1) return `all ${all} cores`;
  if (ids.length === 1) return `core ${ids[0]}`;
  const ranges = idRanges(ids).split(", ");
  if (ranges.length > 6) return `${ids.length} cores, ${ranges.slice(0, 5).join(", ")} among them,`;
  if (ranges.length === 1) return `cores ${ranges[0]}`;
  return `cores ${ranges.slice(0, -1).join(", ")} and ${ranges.at(-1)}`;
}
