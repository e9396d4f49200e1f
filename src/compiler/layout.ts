import type { CheckedProgram, FunctionScope, OuterVariable } from "../language/program.ts";
import type { Captures } from "./captures.ts";

/// The variables of a frame, in the order of their slots: parameters, cells of functions around it, further locals, variables of
/// comprehensions.
export type Layout = readonly OuterVariable[];

export function layoutOf({ closures }: CheckedProgram, captures: Captures, scope: FunctionScope): Layout {
  const { symbol, locals, functions, elements } = scope;
  const parameters = locals.slice(0, symbol.def.parameters.length);
  const others = locals.slice(parameters.length).filter(({ name }) => {
    const inner = functions.get(name);
    // A function in it that is always the same needs no slot.
    return inner === undefined || closures.has(inner.def);
  });
  return [...parameters, ...captures.of(symbol.def), ...others, ...elements];
}
