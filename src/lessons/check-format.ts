import * as v from "valibot";
import { MOST_HOST_CORES } from "../machine/memory-map.ts";
import { chipName, mostCores } from "./chips.ts";
import { parseJson } from "./json.ts";
import { coreNames, expressionProblem, pairNames, runNames, templateProblem } from "./names.ts";
import { PatternError, readPattern } from "./pattern.ts";

// The form of check.json; docs/lessons.md says what everything in it means. It may be anyone's: what it can hold is bounded,
// so that neither reading nor judging takes long.

const mostExpressionCharacters = 300;
const mostTextCharacters = 2000;
const mostLines = 1000;
const mostListDepth = 8;
const mostCheckCharacters = 200_000;

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer("must be a whole number"), v.minValue(least), v.maxValue(most));

const expression = (names: readonly string[]) =>
  v.pipe(
    v.string(),
    v.rawCheck(({ dataset, addIssue }) => {
      if (dataset.typed && dataset.value.length > mostExpressionCharacters) {
        addIssue({ message: `is longer than ${mostExpressionCharacters} characters` });
        return;
      }
      const problem = dataset.typed ? expressionProblem(dataset.value, names) : undefined;
      if (problem !== undefined) addIssue({ message: problem });
    }),
  );

const template = v.pipe(
  v.string(),
  v.rawCheck(({ dataset, addIssue }) => {
    if (dataset.typed && dataset.value.length > mostTextCharacters) {
      addIssue({ message: `is longer than ${mostTextCharacters} characters` });
      return;
    }
    const problem = dataset.typed ? templateProblem(dataset.value) : undefined;
    if (problem !== undefined) addIssue({ message: `${problem}; a bracket itself is written {{` });
  }),
);

const pattern = v.pipe(
  v.string(),
  v.maxLength(mostExpressionCharacters, `is longer than ${mostExpressionCharacters} characters`),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed || dataset.value.length > mostExpressionCharacters) return;
    try {
      readPattern(dataset.value);
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      addIssue({ message: error.message });
    }
  }),
);

const value = (names: readonly string[]) => v.union([whole(-1e9, 1e9), expression(names)]);

const limit = (names: readonly string[]) =>
  v.union([
    whole(0, 1e9),
    expression(names),
    v.strictObject({ least: v.optional(value(names)), most: v.optional(value(names)) }),
  ]);

const range = v.tuple([v.number(), v.number()]);

const who = v.optional(
  v.union([
    v.literal("all"),
    v.literal("any"),
    v.literal("host"),
    whole(0, 4095),
    v.array(whole(0, 4095)),
    expression(coreNames),
  ]),
);

export type Json = string | number | boolean | null | readonly Json[];

const json = v.custom<Json>(
  (value) => isJson(value, mostListDepth),
  `must be a number, text, true, false, null, or a list of these, at most ${mostListDepth} deep`,
);

function isJson(value: unknown, depth: number): boolean {
  if (Array.isArray(value)) return depth > 0 && value.every((element) => isJson(element, depth - 1));
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

const templates = v.pipe(v.array(template), v.maxLength(mostLines));

const printsKinds = ["exactly", "anyOrder", "line", "contains", "pattern", "never"] as const;

const prints = v.pipe(
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

const variable = v.pipe(
  v.strictObject({
    name: v.pipe(v.string(), v.regex(/^[A-Za-z_]\w*$/, "must be a name")),
    who,
    equals: v.optional(json),
    is: v.optional(expression(coreNames)),
    within: v.optional(v.pipe(v.number(), v.minValue(0))),
    between: v.optional(range),
    length: v.optional(value(coreNames)),
  }),
  v.check(
    ({ equals, is, between, length }) => [equals, is, between, length].some((given) => given !== undefined),
    "needs one of equals, is, between, length",
  ),
  v.check(({ who }) => who !== "host", "speaks of the cores; what the host has it can print"),
);

const messages = v.pipe(
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

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const seconds = v.pipe(v.number(), v.minValue(0));
const words = v.pipe(v.array(v.pipe(v.string(), v.regex(/^\w+$/, "must be a name or a keyword"))), v.minLength(1));

const kinds = {
  prints: v.optional(prints),
  variable: v.optional(variable),
  messages: v.optional(messages),
  collectives: v.optional(
    v.strictObject({
      bcast: v.optional(limit(coreNames)),
      reduce: v.optional(limit(coreNames)),
      sync: v.optional(limit(coreNames)),
    }),
  ),
  time: v.optional(v.strictObject({ least: v.optional(seconds), most: v.optional(seconds) })),
  idle: v.optional(v.strictObject({ least: v.optional(share), most: v.optional(share) })),
  speedup: v.optional(v.strictObject({ from: whole(1, mostCores), to: whole(1, mostCores), least: v.number() })),
  source: v.optional(
    v.strictObject({
      uses: v.optional(words),
      avoids: v.optional(words),
      lines: v.optional(v.strictObject({ most: whole(1, 10_000) })),
    }),
  ),
} as const;

export const checkKinds = Object.keys(kinds) as (keyof typeof kinds)[];

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(300));

const check = v.pipe(
  v.strictObject({ name: v.optional(text), say: v.optional(text), on: v.optional(expression(runNames)), ...kinds }),
  v.check(
    (given) => checkKinds.filter((kind) => given[kind] !== undefined).length === 1,
    `needs exactly one of ${checkKinds.join(", ")}`,
  ),
);

const run = v.pipe(
  v.strictObject({
    chip: v.optional(chipName),
    cores: v.optional(whole(0, mostCores)),
    hostCores: v.optional(whole(0, MOST_HOST_CORES)),
    seed: v.optional(whole(0, 0xffffffff)),
    seeds: v.optional(whole(1, 50)),
    input: v.optional(v.pipe(v.array(v.string()), v.maxLength(1000))),
  }),
  v.check((given) => given.seed === undefined || given.seeds === undefined, "has seed or seeds, not both"),
);

const checkFile = v.strictObject({
  runs: v.optional(v.pipe(v.array(run), v.minLength(1), v.maxLength(50))),
  checks: v.pipe(v.array(check), v.minLength(1, "needs a check at least"), v.maxLength(100)),
});

export type CheckFile = v.InferOutput<typeof checkFile>;
export type Check = CheckFile["checks"][number];
export type PrintsCheck = v.InferOutput<typeof prints>;
export type VariableCheck = v.InferOutput<typeof variable>;
export type MessagesCheck = v.InferOutput<typeof messages>;
export type Who = v.InferOutput<typeof who>;
export type Limit = v.InferOutput<ReturnType<typeof limit>>;

// A file of anyone's may have as many mistakes as it has lines.
const mostTold = 20;

/// Says what is wrong with a file of a lesson, a line each, in words for its author.
export class FormatError extends Error {
  readonly file: string;
  readonly problems: readonly string[];

  constructor(file: string, problems: readonly string[]) {
    const told = problems.slice(0, mostTold).map((problem) => `${file}: ${problem}`);
    const more = problems.length - told.length;
    super([...told, ...(more > 0 ? [`and ${more} more`] : [])].join("\n"));
    this.file = file;
    this.problems = problems;
  }
}

/// Reads check.json; throws FormatError.
export function readCheck(json: string, file = "check.json"): CheckFile {
  if (json.length > mostCheckCharacters)
    throw new FormatError(file, [`is longer than ${mostCheckCharacters} characters`]);
  let value: unknown;
  try {
    value = parseJson(json);
  } catch (error) {
    throw new FormatError(file, [`is not JSON: ${error instanceof Error ? error.message : error}`]);
  }
  return checkOf(value, file);
}

/// The same for a value that has been read already.
export function checkOf(value: unknown, file = "check.json"): CheckFile {
  const result = v.safeParse(checkFile, value);
  if (!result.success) throw new FormatError(file, result.issues.map(problemOf));
  return result.output;
}

/// An issue as `checks[2].prints.who: …`.
export function problemOf(issue: v.BaseIssue<unknown>): string {
  // Of the ways in which a value could have been meant, the one that came furthest says most.
  const inner = (issue.issues ?? []).filter((sub) => sub.kind === "validation" || (sub.path?.length ?? 0) > 0);
  if (issue.type === "union" && inner[0] !== undefined) return problemOf(withPath(issue, inner[0]));
  const path = (issue.path ?? [])
    .map(({ key }) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
  const said = wordsFor(issue);
  return path === "" ? said : `${path}: ${said}`;
}

function withPath(outer: v.BaseIssue<unknown>, inner: v.BaseIssue<unknown>): v.BaseIssue<unknown> {
  const path = [...(outer.path ?? []), ...(inner.path ?? [])] as [v.IssuePathItem, ...v.IssuePathItem[]];
  return path.length === 0 ? inner : { ...inner, path };
}

function wordsFor(issue: v.BaseIssue<unknown>): string {
  if (issue.type === "strict_object" && issue.expected === "never")
    return `${shortened(issue.received)} is no key that is known here`;
  if (issue.received === "undefined") return "is missing";
  if (issue.type === "custom") return issue.message;
  if (issue.kind === "schema" || issue.message.startsWith("Invalid"))
    return `must be ${issue.expected ?? "something else"}, not ${shortened(issue.received)}`;
  return issue.message;
}

function shortened(value: string): string {
  return value.length > 80 ? `${value.slice(0, 80)}…` : value;
}
