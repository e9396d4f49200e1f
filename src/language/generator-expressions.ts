import type { Argument, Block, Call, Comprehension, Def, Expression, Statement } from "./tree.ts";
import { walk } from "./walk.ts";

// `(x * x for x in xs)` is a call of a function without a name that yields what the comprehension gives; it gets what the first `for`
// goes through as its one argument, as in Python. Where a built-in takes all at once it is a list comprehension: that is shorter and
// faster, and nobody can tell.

/// Built-ins and methods that go through all of their first argument before they do anything else.
const TAKE_WHOLE: ReadonlySet<string> = new Set(
  "all any dict frozenset list max min set sorted sum tuple extend join update".split(" "),
);

/// No program can write this name.
const SOURCE = ".0";

/// A comprehension in round brackets.
export function generatorExpression(comprehension: Comprehension): Call {
  const { clauses, element, from, to } = comprehension;
  const span = { from, to };
  const first = clauses[0];
  const iterable = first?.kind === "for" ? first.iterable : element;
  const start = { from: iterable.from, to: iterable.from };
  let body: Block = [
    {
      kind: "Expression",
      value: { kind: "Yield", value: element, all: false, ...spanOf(element) },
      ...spanOf(element),
    },
  ];
  for (let k = clauses.length - 1; k >= 0; k--) {
    const clause = clauses[k] as Comprehension["clauses"][number];
    const around: Statement =
      clause.kind === "if"
        ? { kind: "If", branches: [{ test: clause.test, body }], ...spanOf(clause.test) }
        : {
            kind: "For",
            target: clause.target,
            iterable: k === 0 ? { kind: "Name", name: SOURCE, ...start } : clause.iterable,
            body,
            from: clause.target.from,
            to: clause.iterable.to,
          };
    body = [around];
  }
  const def: Def = {
    kind: "Def",
    lambda: true,
    generator: true,
    name: { name: "<genexpr>", from, to: from },
    parameters: [{ name: { name: SOURCE, ...start }, ...start }],
    body,
    ...span,
  };
  return {
    kind: "Call",
    callee: { kind: "Lambda", def, ...span },
    args: [{ value: iterable, ...spanOf(iterable) }],
    comprehension,
    ...span,
  };
}

/// The arguments of a call, in which a generator expression that is taken whole at once is a list comprehension.
export function withoutGenerators(callee: Expression, args: readonly Argument[]): readonly Argument[] {
  const [first, ...rest] = args;
  const name = callee.kind === "Name" ? callee.name : callee.kind === "Attribute" ? callee.name.name : undefined;
  const whole = first?.value.kind === "Call" ? first.value.comprehension : undefined;
  if (first === undefined || whole === undefined || name === undefined || !TAKE_WHOLE.has(name)) return args;
  if (name === "extend" && callee.kind === "Attribute" && mentions(whole, callee.object)) return args;
  return [{ ...first, value: whole }, ...rest];
}

/// Whether a comprehension looks at a variable: the list that it extends grows while it is asked for values.
function mentions(comprehension: Comprehension, variable: Expression): boolean {
  let found = false;
  walk(comprehension, (node) => {
    if (variable.kind === "Name" && node.kind === "Name" && node.name === variable.name) found = true;
  });
  return found;
}

function spanOf({ from, to }: Expression): { from: number; to: number } {
  return { from, to };
}
