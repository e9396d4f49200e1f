import * as v from "valibot";
import { chosen, coreList, numberOf, withCore } from "../check-limits.ts";
import type { Wrong } from "../evidence.ts";
import { fillIn, type Names } from "../expression.ts";
import { coreNames } from "../names.ts";
import type { Observation, Value } from "../observation.ts";
import { checkKind } from "./kind.ts";
import { expression, type Json, json, range, value, who } from "./values.ts";

const LONGEST = 80;

const schema = v.pipe(
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

type VariableCheck = v.InferOutput<typeof schema>;

/// What a variable is at the end of a run.
export const variable = checkKind({
  schema,
  name: ({ name }) => `\`${name}\` has the right value at the end`,
  eachRun: judge,
});

function judge(check: VariableCheck, observation: Observation, names: Names): Wrong {
  const cores = chosen(check.who, observation, names);
  const all = observation.cores.length;
  if (cores.length === 0) return `No core took part that this is about; there were ${all}.`;
  const problems = cores.flatMap(({ id, variables }) => {
    const message = problemWith(check, own(variables, check.name), id, withCore(names, id));
    return message === "" ? [] : [{ id, message }];
  });
  const [first] = problems;
  if (first === undefined) return "";
  const ids = problems.map(({ id }) => id);
  if (check.who === "any") {
    return problems.length < cores.length ? "" : { message: `On no core: ${first.message}`, cores: ids };
  }
  const others = ids.slice(1);
  const too = others.length === 0 ? "" : ` It is the same on ${coreList(others, all)} too.`;
  return { message: first.message + too, cores: ids };
}

function problemWith(check: VariableCheck, value: Value | undefined, core: number, names: Names): string {
  const { name } = check;
  if (value === undefined) return `Expected a variable \`${name}\`, but core ${core} never gave it a value.`;
  const seen = `but on core ${core} it is ${show(value)}`;
  const within = check.within ?? 0;
  if (check.equals !== undefined) {
    const wanted = filled(check.equals, names);
    if (!same(value, wanted, within)) return `Expected \`${name}\` to be ${about(within)}${show(wanted)}, ${seen}.`;
  }
  if (check.is !== undefined) {
    const wanted = numberOf(check.is, names);
    if (!same(value, wanted, within)) return `Expected \`${name}\` to be ${about(within)}${wanted}, ${seen}.`;
  }
  if (check.between !== undefined) {
    const [least, most] = check.between;
    if (typeof value !== "number" || !(value >= least && value <= most)) {
      return `Expected \`${name}\` to be from ${least} to ${most}, ${seen}.`;
    }
  }
  if (check.length !== undefined) {
    const wanted = numberOf(check.length, names);
    const length = Array.isArray(value) || typeof value === "string" ? value.length : undefined;
    if (length !== wanted) {
      const has = length === undefined ? seen : `but on core ${core} it has ${length}`;
      return `Expected \`${name}\` to have ${wanted} elements, ${has}.`;
    }
  }
  return "";
}

// `constructor` is a fine name for a variable, and every object has one.
function own(variables: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(variables, name) ? variables[name] : undefined;
}

function filled(wanted: Json, names: Names): Value {
  if (typeof wanted === "string") return fillIn(wanted, names);
  return Array.isArray(wanted) ? wanted.map((element: Json) => filled(element, names)) : (wanted as Value);
}

function same(a: Value, b: Value, within: number): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((element: Value, k) => same(element, b[k] as Value, within));
  }
  if (typeof a === "number" && typeof b === "number") return a === b || Math.abs(a - b) <= within || single(a, b);
  return a === b;
}

// Reals are singles on the chip: 0.1 there is not quite 0.1 here.
function single(a: number, b: number): boolean {
  return Math.fround(a) === Math.fround(b);
}

function about(within: number): string {
  return within > 0 ? `within ${within} of ` : "";
}

/// A value as Python writes it, shortened.
function show(value: Value): string {
  const text = written(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function written(value: Value): string {
  if (value === null) return "None";
  if (value === true) return "True";
  if (value === false) return "False";
  if (Array.isArray(value)) return `[${value.map(written).join(", ")}]`;
  return typeof value === "string" ? `“${value}”` : String(value);
}
