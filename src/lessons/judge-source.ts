import { once } from "../base/once.ts";
import type { SourceFile } from "../base/source.ts";
import { isHostFile } from "../host/host-file.ts";
import { tokensOf } from "../host/python2/tokens.ts";
import { allTokens } from "../language/fstring-tokens.ts";
import type { Check } from "./check-format.ts";

/// What is wrong with how a program is written, for the learner; empty if nothing is.
export function judgeSource(check: NonNullable<Check["source"]>, files: readonly SourceFile[]): string {
  const words = new Set(files.flatMap(wordsOf));
  const missing = check.uses?.filter((word) => !words.has(word)) ?? [];
  if (missing.length > 0) return `Expected the program to use ${list(missing)}, but it does not.`;
  const used = check.avoids?.filter((word) => words.has(word)) ?? [];
  if (used.length > 0)
    return `Expected a program without ${list(used)}, but it has ${used.length > 1 ? "them" : "it"}.`;
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
const wordsOf = once((file: SourceFile): readonly string[] => {
  const tokens = isHostFile(file) ? tokensOf(file.text) : allTokens(file.text);
  return tokens.filter(({ kind }) => kind === "name" || kind === "keyword").map(({ text }) => text);
});

function list(words: readonly string[]): string {
  const quoted = words.map((word) => `\`${word}\``);
  return quoted.length === 1 ? (quoted[0] as string) : `${quoted.slice(0, -1).join(", ")} and ${quoted.at(-1)}`;
}
