import * as v from "valibot";
import { memoize } from "../../base/memoize.ts";
import type { SourceFile } from "../../base/source.ts";
import { allTokens } from "../../language/fstring-tokens.ts";
import { isPythonFile } from "../../python/python-file.ts";
import { tokensOf } from "../../python/python2/tokens.ts";
import type { Observation } from "../observation.ts";
import { checkKind } from "./kind.ts";
import { whole, words } from "./values.ts";

const schema = v.strictObject({
  uses: v.optional(words),
  avoids: v.optional(words),
  lines: v.optional(v.strictObject({ most: whole(1, 10_000) })),
});

type SourceCheck = v.InferOutput<typeof schema>;

/// How the program is written.
export const source = checkKind({ schema, name: nameOf, allRuns: judge });

function nameOf({ uses, avoids, lines }: SourceCheck): string {
  const quoted = (all: readonly string[]): string => all.map((word) => `\`${word}\``).join(", ");
  const parts = [
    uses === undefined ? "" : `uses ${quoted(uses)}`,
    avoids === undefined ? "" : `does without ${quoted(avoids)}`,
    lines === undefined ? "" : `has at most ${lines.most} lines`,
  ];
  return `The program ${parts.filter((part) => part !== "").join(" and ")}`;
}

function judge(check: SourceCheck, _runs: readonly Observation[], files: readonly SourceFile[]): string {
  const used = new Set(files.flatMap(wordsOf));
  const missing = check.uses?.filter((word) => !used.has(word)) ?? [];
  if (missing.length > 0) return `Expected the program to use ${list(missing)}, but it does not.`;
  const unwanted = check.avoids?.filter((word) => used.has(word)) ?? [];
  if (unwanted.length > 0)
    return `Expected a program without ${list(unwanted)}, but it has ${unwanted.length > 1 ? "them" : "it"}.`;
  if (check.lines !== undefined) {
    const source = files.flatMap(({ text }) => text.split("\n"));
    const lines = source.filter((line) => !/^\s*(#|$)/.test(line)).length;
    if (lines > check.lines.most) {
      return `Expected at most ${check.lines.most} lines of program, but there are ${lines}.`;
    }
  }
  return "";
}

/// The names and keywords of a file.
const wordsOf = memoize((file: SourceFile): readonly string[] => {
  const tokens = isPythonFile(file) ? tokensOf(file.text) : allTokens(file.text);
  return tokens.filter(({ kind }) => kind === "name" || kind === "keyword").map(({ text }) => text);
});

function list(words: readonly string[]): string {
  const quoted = words.map((word) => `\`${word}\``);
  return quoted.length === 1 ? (quoted[0] as string) : `${quoted.slice(0, -1).join(", ")} and ${quoted.at(-1)}`;
}
