import * as v from "valibot";
import { coreNames, expressionProblem, templateProblem } from "../names.ts";
import { PatternError, readPattern } from "../pattern.ts";

// What the kinds of checks are made of: numbers, expressions, texts with values in them, cores.

const mostExpressionCharacters = 300;
const mostTextCharacters = 2000;
const mostLines = 1000;
const mostListDepth = 8;

export const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer("must be a whole number"), v.minValue(least), v.maxValue(most));

export const expression = (names: readonly string[]) =>
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

export const template = v.pipe(
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

export const pattern = v.pipe(
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

export const value = (names: readonly string[]) => v.union([whole(-1e9, 1e9), expression(names)]);

export const limit = (names: readonly string[]) =>
  v.union([
    whole(0, 1e9),
    expression(names),
    v.strictObject({ least: v.optional(value(names)), most: v.optional(value(names)) }),
  ]);

export const range = v.tuple([v.number(), v.number()]);

export const who = v.optional(
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

export const json = v.custom<Json>(
  (value) => isJson(value, mostListDepth),
  `must be a number, text, true, false, null, or a list of these, at most ${mostListDepth} deep`,
);

function isJson(value: unknown, depth: number): boolean {
  if (Array.isArray(value)) return depth > 0 && value.every((element) => isJson(element, depth - 1));
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

export const templates = v.pipe(v.array(template), v.maxLength(mostLines));

export const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
export const seconds = v.pipe(v.number(), v.minValue(0));
export const words = v.pipe(
  v.array(v.pipe(v.string(), v.regex(/^\w+$/, "must be a name or a keyword"))),
  v.minLength(1),
);

export type Who = v.InferOutput<typeof who>;
export type Limit = v.InferOutput<ReturnType<typeof limit>>;
