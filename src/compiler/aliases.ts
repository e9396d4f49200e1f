import { ALIAS, SYMBOL } from "../bytecode/natives.ts";
import type { CheckedProgram, Meaning } from "../language/program.ts";
import type { Call, Expression, Name } from "../language/tree.ts";

// `alias(a, b)` of a classic program makes a another name of b's data. Each keeps its own slot, and once the statement has been
// carried out what is assigned to one is assigned to the other too.

/// One `alias(a, b)` of a program.
export interface Alias {
  readonly call: Call;
  readonly name: Meaning;
  readonly other: Meaning;
}

/// All aliases of a program whose two names are variables.
export function aliasesOf(program: CheckedProgram): readonly Alias[] {
  const found: Alias[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const alias = aliasOf(node as Expression, program);
    if (alias !== undefined) found.push(alias);
    for (const part of Object.values(node)) visit(part);
  };
  if (program.dialect === "classic") for (const { tree, isClassic } of program.modules) if (isClassic) visit(tree.body);
  return found;
}

function aliasOf(e: Expression, program: CheckedProgram): Alias | undefined {
  if (e.kind !== "Call" || !calls(e, program, ALIAS)) return undefined;
  const name = variableOf(e.args[0]?.value, program);
  const other = variableOf(e.args[1]?.value, program);
  return name === undefined || other === undefined || name === other ? undefined : { call: e, name, other };
}

function calls({ callee }: Call, program: CheckedProgram, native: typeof ALIAS): boolean {
  const meaning = callee.kind === "Name" ? program.meaning.get(callee) : undefined;
  return meaning?.kind === "native" && meaning.native === native;
}

/// The variable that an argument names, as such or as `symbol(b)`.
function variableOf(e: Expression | undefined, program: CheckedProgram): Meaning | undefined {
  if (e?.kind === "Call" && calls(e, program, SYMBOL)) return variableOf(e.args[0]?.value, program);
  const meaning = e?.kind === "Name" ? program.meaning.get(e as Name) : undefined;
  return meaning?.kind === "module-variable" || meaning?.kind === "local" ? meaning : undefined;
}
