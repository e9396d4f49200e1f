import { lineStarts, positionAt, type Span } from "../base/span.ts";
import { type Block, blocksOfTry, type Def, type Statement } from "../language/tree.ts";
import type { Analysis } from "./analysis.ts";
import { type Occurrence, occurrenceAt } from "./occurrences.ts";

/// The variables of a line whose values are worth showing at its end.
export interface ValueLine {
  /// One-based.
  readonly line: number;
  readonly names: readonly string[];
}

/// A variable as it stands in a file.
export interface VariableAt extends Span {
  readonly name: string;
  /// The function that it is local to; null: it is the program's.
  readonly function: string | null;
}

/// For a core that stands at an offset: the lines of the same function that it has come through, each with the variables that it sets,
/// or, if it sets none, reads. The line under way has those that it reads. Lines after it may have been executed in an earlier turn of
/// a loop; as that is not known, they are left out, and so are branches that this one rules out.
export function valueLines(analysis: Analysis, offset: number): readonly ValueLine[] {
  const { module, file, occurrences } = analysis;
  const defs = defsIn(module.tree.body);
  const def = innermost(defs, offset);
  const skipped = [...defs.filter((one) => one !== def && (def === undefined || contains(def, one.from)))];
  const ruledOut = otherBranches(def?.body ?? module.tree.body, offset, false);
  const starts = lineStarts(file.text);
  const here = positionAt(starts, offset).line;
  const lines = new Map<number, Occurrence[]>();
  for (const occurrence of occurrences) {
    const { from, meaning } = occurrence;
    if (meaning.kind !== "local" && meaning.kind !== "module-variable") continue;
    if (def !== undefined && !contains(def, from)) continue;
    if ([...skipped, ...ruledOut].some((span) => contains(span, from))) continue;
    const { line } = positionAt(starts, from);
    if (line > here || (line === here && occurrence.role !== "read")) continue;
    const known = lines.get(line);
    if (known === undefined) lines.set(line, [occurrence]);
    else known.push(occurrence);
  }
  return [...lines].map(([line, all]) => {
    const set = all.filter(({ role }) => role === "write" || role === "parameter");
    return { line, names: [...new Set((set.length > 0 ? set : all).map(({ text }) => text))] };
  });
}

/// The variable that stands at an offset, if one does.
export function variableAt(analysis: Analysis, offset: number): VariableAt | undefined {
  const found = occurrenceAt(analysis.occurrences, offset);
  if (found === undefined) return undefined;
  const { meaning, text: name, from, to } = found;
  if (meaning.kind === "module-variable") return { name, function: null, from, to };
  if (meaning.kind !== "local") return undefined;
  return { name, function: meaning.def.name.name, from, to };
}

function contains({ from, to }: Span, offset: number): boolean {
  return from <= offset && offset < to;
}

function innermost(defs: readonly Def[], offset: number): Def | undefined {
  return defs.findLast((def) => contains(def, offset));
}

/// Outer ones before those in them.
function defsIn(block: Block): readonly Def[] {
  return block.flatMap((statement) => {
    const inside = bodiesOf(statement).flatMap(defsIn);
    return statement.kind === "Def" ? [statement, ...inside] : inside;
  });
}

function bodiesOf(statement: Statement): readonly Block[] {
  switch (statement.kind) {
    case "If":
      return [...statement.branches.map(({ body }) => body), statement.otherwise ?? []];
    case "While":
    case "For":
      return [statement.body, statement.otherwise ?? []];
    case "Try":
      return blocksOfTry(statement);
    case "Match":
      return statement.cases.map(({ body }) => body);
    case "With":
    case "Def":
    case "Class":
      return [statement.body];
    default:
      return [];
  }
}

function spanOf(block: Block): Span {
  return { from: block[0]?.from ?? 0, to: block.at(-1)?.to ?? 0 };
}

/// The branches beside the one in which an offset lies; none of those in a loop, which may have gone through them before.
function otherBranches(block: Block, offset: number, inLoop: boolean): readonly Span[] {
  const around = block.find((statement) => contains(statement, offset));
  if (around === undefined || inLoop) return [];
  const bodies = bodiesOf(around);
  const body = bodies.find((one) => contains(spanOf(one), offset));
  if (body === undefined) return [];
  const others =
    around.kind === "If" || around.kind === "Match" ? bodies.filter((one) => one !== body).map(spanOf) : [];
  return [...others, ...otherBranches(body, offset, around.kind === "While" || around.kind === "For")];
}
