import * as v from "valibot";
import { MOST_HOST_CORES } from "../machine/memory-map.ts";
import { kindEntries, kindNames } from "./checks/kinds.ts";
import { expression, whole } from "./checks/values.ts";
import { chipName, mostCores } from "./chips.ts";
import { FormatError, problemOf } from "./format-error.ts";
import { parseJson } from "./json.ts";
import { runNames } from "./names.ts";

// The form of check.json; docs/lessons.md says what everything in it means. It is untrusted, so its size is limited:
// neither reading nor judging takes long.

const mostCheckCharacters = 200_000;

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(300));

const check = v.pipe(
  v.strictObject({
    name: v.optional(text),
    say: v.optional(text),
    sayAfter: v.optional(whole(1, 100)),
    points: v.optional(whole(0, 1000)),
    message: v.optional(text),
    on: v.optional(expression(runNames)),
    ...kindEntries,
  }),
  v.check(
    (given) => kindNames.filter((kind) => given[kind] !== undefined).length === 1,
    `needs exactly one of ${kindNames.join(", ")}`,
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
