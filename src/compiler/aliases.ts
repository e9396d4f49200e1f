import { ALIAS, SYMBOL } from "../bytecode/natives.ts";
import type { CheckedProgram, Meaning } from "../language/program.ts";
import type { Call, Def, Expression, Name } from "../language/tree.ts";

// `alias(a, b)` of a classic program makes a another name of b's data. Each keeps its own slot, and once the statement has been
// carried out what is assigned to one is assigned to the other too.

/// How many may hang together. Each assignment to one of their variables has code for all of them.
export const MOST_ALIASES = 100;

/// One `alias(a, b)` of a program.
export interface Alias {
  readonly call: Call;
  readonly name: Meaning;
  readonly other: Meaning;
}

/// All aliases of a program, found by what the compiler asks for them. Those between the same two variables are one.
export class Aliases {
  readonly all: readonly Alias[];
  private readonly byCall = new Map<Expression, Alias>();
  private readonly byName = new Map<Meaning, Alias[]>();
  private readonly byVariable = new Map<Meaning, Alias[]>();
  private readonly byOwner = new Map<Def, Alias[]>();

  constructor(program: CheckedProgram) {
    const all: Alias[] = [];
    for (const { call, name, other } of aliasesOf(program)) {
      const same = this.byName.get(name)?.find((alias) => alias.other === other);
      const alias = same ?? { call, name, other };
      this.byCall.set(call, alias);
      if (same !== undefined) continue;
      all.push(alias);
      add(this.byName, name, alias);
      add(this.byVariable, name, alias);
      add(this.byVariable, other, alias);
      const owner = [name, other].find((one) => one.kind === "local");
      if (owner?.kind === "local") add(this.byOwner, owner.def, alias);
    }
    this.all = all;
  }

  /// The one that a call carries out.
  of(call: Expression): Alias | undefined {
    return this.byCall.get(call);
  }

  /// Those that make a variable another name.
  naming(name: Meaning): readonly Alias[] {
    return this.byName.get(name) ?? [];
  }

  /// Those between a variable and any other.
  with(variable: Meaning): readonly Alias[] {
    return this.byVariable.get(variable) ?? [];
  }

  /// Those that hold for a call of a function.
  within(def: Def): readonly Alias[] {
    return this.byOwner.get(def) ?? [];
  }

  /// How many aliases hang together at most, one variable having two of them.
  largestGroup(): number {
    const seen = new Set<Meaning>();
    let largest = 0;
    for (const first of this.byVariable.keys()) {
      if (seen.has(first)) continue;
      seen.add(first);
      let ends = 0;
      const toSee = [first];
      for (let variable = toSee.pop(); variable !== undefined; variable = toSee.pop()) {
        for (const { name, other } of this.with(variable)) {
          ends++;
          const next = name === variable ? other : name;
          if (seen.has(next)) continue;
          seen.add(next);
          toSee.push(next);
        }
      }
      largest = Math.max(largest, ends / 2);
    }
    return largest;
  }
}

function add<Key>(map: Map<Key, Alias[]>, key: Key, alias: Alias): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [alias]);
  else known.push(alias);
}

/// All aliases of a program whose two names are variables.
function aliasesOf(program: CheckedProgram): readonly Alias[] {
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
