import { type Grammar, grammarOf, Writer } from "./grammar.ts";
import { containers } from "./rules/containers.ts";
import { definitions, variablesOfFunctions } from "./rules/definitions.ts";
import { statements } from "./rules/statements.ts";
import { values } from "./rules/values.ts";
import { withVariables } from "./rules/variables.ts";

const DEPTH = 4;
const STATEMENTS = 4;
const MOST_DEFINED = 2;

const grammars = new Map<string, Grammar>();

/// A grammar of programs that have these definitions.
function grammarWith(chosen: readonly number[]): Grammar {
  const key = chosen.join();
  const known = grammars.get(key);
  if (known !== undefined) return known;
  const made = chosen.map((k) => definitions[k] as (typeof definitions)[number]);
  const own = made.map(({ text }, k) => ({ [`definition${k}`]: text }));
  const grammar = grammarOf(
    values,
    containers,
    statements,
    variablesOfFunctions,
    ...made.map(({ rules }) => rules),
    ...own,
  );
  grammars.set(key, grammar);
  return grammar;
}

/// A program of the Python that a first course has. The same number always gives the same one.
export function python3Program(seed: number): string {
  const choice = new Writer(new Map(), seed);
  const chosen = [...definitions.keys()].filter(() => choice.below(definitions.length) === 0).slice(0, MOST_DEFINED);
  const writer = new Writer(grammarWith(chosen), seed);
  const parts = [
    ...chosen.map((_, k) => writer.write(`definition${k}`, DEPTH, ["definition"])),
    ...Array.from({ length: 1 + writer.below(STATEMENTS) }, () => writer.write("line", DEPTH)),
  ];
  return withVariables(parts.join("\n"));
}
