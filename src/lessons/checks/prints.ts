import * as v from "valibot";
import { memoize } from "../../base/memoize.ts";
import { chosen, coreList, coreName, meetsLimit, timesWords, withCore } from "../check-limits.ts";
import { type Evidence, shownLines, type Wrong } from "../evidence.ts";
import { fillIn, type Names } from "../expression.ts";
import { coreNames } from "../names.ts";
import type { Observation, ObservedLine } from "../observation.ts";
import { readPattern } from "../pattern.ts";
import { checkKind } from "./kind.ts";
import { limit, pattern, range, template, templates, type Who, who } from "./values.ts";

const printsKinds = ["exactly", "anyOrder", "line", "contains", "pattern", "never"] as const;

const schema = v.pipe(
  v.strictObject({
    who,
    together: v.optional(v.boolean()),
    exactly: v.optional(templates),
    anyOrder: v.optional(templates),
    line: v.optional(template),
    contains: v.optional(template),
    pattern: v.optional(pattern),
    never: v.optional(template),
    times: v.optional(limit(coreNames)),
    between: v.optional(range),
  }),
  v.check(
    (given) => printsKinds.filter((kind) => given[kind] !== undefined).length === 1,
    `needs exactly one of ${printsKinds.join(", ")}`,
  ),
  v.check((given) => given.between === undefined || given.pattern !== undefined, "`between` goes with `pattern`"),
);

type PrintsCheck = v.InferOutput<typeof schema>;

/// What cores print.
export const prints = checkKind({ schema, name: nameOf, eachRun: judge });

function nameOf(check: PrintsCheck): string {
  const text = check.line ?? check.contains ?? check.exactly?.[0] ?? check.anyOrder?.[0];
  if (check.never !== undefined) return `${whoWords(check.who)} prints nothing with “${check.never}”`;
  return `${whoWords(check.who)} prints ${text === undefined ? "what it should" : `“${text}”`}`;
}

function whoWords(given: Who): string {
  if (given === undefined || given === "all") return "Every core";
  if (given === "host") return "The host";
  if (given === "any") return "Some core";
  if (typeof given === "number") return `Core ${given}`;
  return typeof given === "string" ? "Each of these cores" : `Each of the cores ${given.join(", ")}`;
}

function judge(check: PrintsCheck, observation: Observation, names: Names): Wrong {
  const { host } = observation;
  if (check.who === "host" && host === undefined) return "Nothing ran on the host: the program is not for full Python.";
  const cores = check.who === "host" && host !== undefined ? [host] : chosen(check.who, observation, names);
  const all = observation.cores.length;
  if (cores.length === 0) return `No core took part that this is about; there were ${all}.`;
  const ids = cores.map(({ id }) => id);
  if (check.together === true) {
    const taking = new Set(ids);
    const lines = observation.lines
      .filter(({ core }) => taking.has(core))
      .sort((a, b) => a.cycles - b.cycles || a.core - b.core);
    const own = { ...names, core: ids[0] ?? 0 };
    const texts = lines.map(({ text }) => text.trimEnd());
    const message = problemWith(check, texts, check.who === "host" ? "the host" : coreList(ids, all), own);
    return message === "" ? "" : { message, ...evidenceOf(check, lines, ids, own) };
  }
  const printed = linesByCore(observation);
  const problems = cores.flatMap(({ id }) => {
    const lines = printed.get(id) ?? [];
    const message = problemWith(check, lines, coreName(id, observation), withCore(names, id));
    return message === "" ? [] : [{ id, message }];
  });
  const [first] = problems;
  if (first === undefined) return "";
  const wrong = problems.map(({ id }) => id);
  const own = observation.lines.filter(({ core }) => core === first.id);
  const evidence = evidenceOf(check, own, wrong, withCore(names, first.id));
  if (check.who === "any") {
    return problems.length < cores.length ? "" : { message: `No core does: ${first.message}`, ...evidence };
  }
  const others = wrong.slice(1);
  const too = others.length === 0 ? "" : ` It is the same on ${coreList(others, all)} too.`;
  return { message: first.message + too, ...evidence };
}

/// The lines side by side, and when the first was printed that should not have been.
function evidenceOf(
  check: PrintsCheck,
  lines: readonly ObservedLine[],
  cores: readonly number[],
  names: Names,
): Evidence {
  const fill = (template: string): string => fillIn(template, names).trimEnd();
  const printed = lines.map(({ text }) => text.trimEnd());
  if (check.never !== undefined) {
    const text = fill(check.never);
    return { cores, cycles: lines[printed.findIndex((line) => line.includes(text))]?.cycles };
  }
  const expected = (check.exactly ?? check.anyOrder ?? [check.line ?? check.contains ?? []].flat()).map(fill);
  if (check.anyOrder !== undefined) {
    const left = new Map<string, number>();
    for (const line of expected) left.set(line, (left.get(line) ?? 0) + 1);
    const stray = printed.findIndex((line) => {
      const count = left.get(line) ?? 0;
      left.set(line, count - 1);
      return count <= 0;
    });
    const both = { expected: shownLines(expected.toSorted()), printed: shownLines(printed.toSorted()) };
    return { cores, cycles: lines[stray]?.cycles, lines: both };
  }
  const both = { expected: shownLines(expected), printed: shownLines(printed) };
  if (check.exactly === undefined) return expected.length === 0 ? { cores } : { cores, lines: both };
  return { cores, cycles: lines[printed.findIndex((line, k) => line !== expected[k])]?.cycles, lines: both };
}

/// What each core has printed.
const linesByCore = memoize(({ lines }: Observation): ReadonlyMap<number, readonly string[]> => {
  const found = new Map<number, string[]>();
  for (const { core, text } of lines) {
    const own = found.get(core) ?? [];
    found.set(core, own);
    own.push(text.trimEnd());
  }
  return found;
});

function problemWith(check: PrintsCheck, lines: readonly string[], who: string, names: Names): string {
  const fill = (template: string): string => fillIn(template, names).trimEnd();
  if (check.exactly !== undefined) return exactly(check.exactly.map(fill), lines, who);
  if (check.anyOrder !== undefined) return anyOrder(check.anyOrder.map(fill), lines, who);
  if (check.never !== undefined) {
    const text = fill(check.never);
    const found = lines.find((line) => line.includes(text));
    return found === undefined ? "" : `Nothing with “${text}” was expected, but ${who} printed “${found}”.`;
  }
  if (check.line !== undefined) {
    const text = fill(check.line);
    return counted(check, lines, who, names, `the line “${text}”`, (line) => line === text);
  }
  if (check.contains !== undefined) {
    const text = fill(check.contains);
    return counted(check, lines, who, names, `a line with “${text}” in it`, (line) => line.includes(text));
  }
  return matched(check, lines, who, names);
}

function exactly(wanted: readonly string[], lines: readonly string[], who: string): string {
  if (wanted.length === 0) return nothing(lines, who);
  const at = wanted.findIndex((line, k) => line !== lines[k]);
  if (at < 0 && lines.length === wanted.length) return "";
  if (at < 0) {
    const more = lines.length - wanted.length;
    return `Expected of ${who} ${countOf(wanted.length)} and no more, but it printed ${more} more${more === 1 ? ":" : ", first"} “${lines[wanted.length]}”.`;
  }
  const which = wanted.length === 1 ? "" : ` as line ${at + 1}`;
  return `Expected of ${who}${which} “${wanted[at]}”, ${at < lines.length ? `but it printed “${lines[at]}”` : saidInstead(lines)}.`;
}

function nothing(lines: readonly string[], who: string): string {
  if (lines.length === 0) return "";
  return `Expected ${who} to print nothing, but ${printed(lines)}.`;
}

function printed([first, ...more]: readonly string[]): string {
  return more.length === 0 ? `“${first}” was printed` : `${more.length + 1} lines were printed, “${first}” first`;
}

function anyOrder(wanted: readonly string[], lines: readonly string[], who: string): string {
  if (wanted.length === 0) return nothing(lines, who);
  const places = new Map<string, number[]>();
  for (let k = lines.length - 1; k >= 0; k--) {
    const line = lines[k] as string;
    const all = places.get(line) ?? [];
    places.set(line, all);
    all.push(k);
  }
  const taken = new Set<number>();
  const firstLeft = (): string | undefined => lines.find((_, k) => !taken.has(k));
  for (const line of wanted) {
    const at = places.get(line)?.pop();
    if (at === undefined)
      return `Expected of ${who}, in any order, “${line}”, but it was not printed${alsoSeen(firstLeft())}.`;
    taken.add(at);
  }
  const more = firstLeft();
  return more === undefined ? "" : `Expected of ${who} ${countOf(wanted.length)}, but it also printed “${more}”.`;
}

function counted(
  check: PrintsCheck,
  lines: readonly string[],
  who: string,
  names: Names,
  what: string,
  test: (line: string) => boolean,
): string {
  const count = lines.filter(test).length;
  if (check.times === undefined) return count > 0 ? "" : `Expected of ${who} ${what}, ${saidInstead(lines)}.`;
  const { ok, words } = meetsLimit(check.times, count, names);
  return ok
    ? ""
    : `Expected of ${who} ${what}, ${timesWords(words)}, but it was ${count === 0 ? "never printed" : `printed ${count === 2 ? "twice" : timesWords(String(count))}`}.`;
}

function matched(check: PrintsCheck, lines: readonly string[], who: string, names: Names): string {
  const form = readPattern(check.pattern ?? "");
  const what = `a line of the form ${check.pattern}`;
  const { between } = check;
  if (between === undefined) return counted(check, lines, who, names, what, (line) => form.test(line));
  const [least, most] = between;
  const number = (line: string): number => Number(form.group(line) ?? Number.NaN);
  const inRange = (line: string): boolean => number(line) >= least && number(line) <= most;
  const wrong = lines.find((line) => form.test(line) && !inRange(line));
  if (wrong !== undefined && !lines.some(inRange)) {
    return `Expected of ${who} a number from ${least} to ${most}, but it printed “${wrong}”.`;
  }
  return counted(check, lines, who, names, `${what} with a number from ${least} to ${most}`, inRange);
}

function countOf(lines: number): string {
  return lines === 0 ? "no line" : lines === 1 ? "one line" : `${lines} lines`;
}

function saidInstead(lines: readonly string[]): string {
  if (lines.length === 0) return "but it printed nothing";
  const last = lines.at(-1);
  return lines.length === 1 ? `but it printed “${last}”` : `but it printed ${lines.length} lines, the last “${last}”`;
}

function alsoSeen(left: string | undefined): string {
  return left === undefined ? "" : `; seen instead: “${left}”`;
}
