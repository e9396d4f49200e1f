import { tokenize } from "../language/lexer.ts";
import type { Check } from "./check-format.ts";

/// What is wrong with how a program is written, for the learner; empty if nothing is.
export function judgeSource(check: NonNullable<Check["source"]>, source: string): string {
  const { tokens } = tokenize(source, "");
  const words = new Set(tokens.filter(({ kind }) => kind === "name" || kind === "keyword").map(({ text }) => text));
  const missing = check.uses?.filter((word) => !words.has(word)) ?? [];
  if (missing.length > 0) return `Expected the program to use ${list(missing)}, but it does not.`;
  const used = check.avoids?.filter((word) => words.has(word)) ?? [];
  if (used.length > 0)
    return `Expected a program without ${list(used)}, but it has ${used.length > 1 ? "them" : "it"}.`;
  if (check.lines !== undefined) {
    const lines = source.split("\n").filter((line) => !/^\s*(#|$)/.test(line)).length;
    if (lines > check.lines.most) {
      return `Expected at most ${check.lines.most} lines of program, but there are ${lines}.`;
    }
  }
  return "";
}

function list(words: readonly string[]): string {
  const quoted = words.map((word) => `\`${word}\``);
  return quoted.length === 1 ? (quoted[0] as string) : `${quoted.slice(0, -1).join(", ")} and ${quoted.at(-1)}`;
}
