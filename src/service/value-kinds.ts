import type { Meaning } from "../language/program.ts";
import type { Token } from "../language/tokens.ts";
import { blocksOfTry, patternsIn, type Statement, targetOfPattern } from "../language/tree.ts";
import type { Analysis } from "./analysis.ts";

/// Whose methods a value may have; `any` are those of lists and texts alike.
export type ValueKinds = ReadonlySet<"list" | "text" | "any">;

const all: ValueKinds = new Set(["list", "text", "any"]);
const list: ValueKinds = new Set(["list", "any"]);
const text: ValueKinds = new Set(["text", "any"]);

/// What stands before a dot, guessed from how it is written or from all that is assigned to it.
export function valueKinds(analysis: Analysis, token: Token, meaning: Meaning | undefined): ValueKinds {
  if (token.kind === "string" || token.kind === "fstring") return text;
  if (meaning?.kind !== "local" && meaning?.kind !== "module-variable") return all;
  const assigned = new Set<string>();
  const { body } = meaning.kind === "local" ? meaning.def : analysis.module.tree;
  assignedKinds(body, meaning.name, assigned);
  if (assigned.size !== 1) return all;
  return assigned.has("List") ? list : assigned.has("String") ? text : all;
}

function assignedKinds(body: readonly Statement[], name: string, into: Set<string>): void {
  for (const statement of body) {
    if (statement.kind === "Assign") {
      const isTarget = statement.targets.some((target) => target.kind === "Name" && target.name === name);
      const { kind } = statement.value;
      if (isTarget) into.add(kind === "Comprehension" ? "List" : kind === "FString" ? "String" : kind);
    } else if (statement.kind === "For") {
      if (statement.target.kind === "Name" && statement.target.name === name) into.add("element");
      assignedKinds(statement.body, name, into);
      assignedKinds(statement.otherwise ?? [], name, into);
    } else if (statement.kind === "While") {
      assignedKinds(statement.body, name, into);
      assignedKinds(statement.otherwise ?? [], name, into);
    } else if (statement.kind === "Try") {
      for (const { name: bound } of statement.handlers) if (bound?.name === name) into.add("exception");
      for (const block of blocksOfTry(statement)) assignedKinds(block, name, into);
    } else if (statement.kind === "With") {
      if (statement.target?.kind === "Name" && statement.target.name === name) into.add("managed");
      assignedKinds(statement.body, name, into);
    } else if (statement.kind === "Match") {
      for (const { pattern, body } of statement.cases) {
        if (patternsIn(pattern).some((part) => targetOfPattern(part)?.name === name)) into.add("matched");
        assignedKinds(body, name, into);
      }
    } else if (statement.kind === "If") {
      for (const branch of statement.branches) assignedKinds(branch.body, name, into);
      assignedKinds(statement.otherwise ?? [], name, into);
    }
  }
}
