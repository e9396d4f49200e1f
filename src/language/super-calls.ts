import { isMethodOf, selfOf } from "./classes.ts";
import { lookUp, type Place, report, resolve } from "./names.ts";
import type { UserClass } from "./program.ts";
import type { Call, Expression, Name } from "./tree.ts";

// `super()`: where the classes behind the one that a method is of are asked for what they have.

/// Whether an expression is a call of Python's `super`.
export function isSuperCall(place: Place, e: Expression): e is Call {
  return (
    e.kind === "Call" && e.callee.kind === "Name" && e.callee.name === "super" && lookUp(place, "super") === undefined
  );
}

/// Notes what `super()` before a dot stands for. `super(A, x)` says it itself.
export function checkSuper(place: Place, call: Call): void {
  const [first, second] = call.args;
  const named = first?.value.kind === "Name" ? lookUp(place, first.value.name) : undefined;
  if (named?.kind === "class" && second !== undefined && call.args.length === 2) {
    place.library.supers.set(call, { symbol: named, object: second.value });
    return;
  }
  const found = call.args.length === 0 ? methodAround(place) : undefined;
  if (found === undefined) return report(place, "super-outside", call, {});
  const object: Name = { kind: "Name", name: found.self, from: call.from, to: call.to };
  resolve(place, object, "value");
  place.library.supers.set(call, { symbol: found.symbol, object });
}

/// The class whose method is around a place, and the name of the method's object.
function methodAround({ def, outer, module }: Place): { symbol: UserClass; self: string } | undefined {
  if (def === undefined) return undefined;
  const symbol = [...module.scope.classes.values()].find(({ node }) => isMethodOf(node, def.symbol.def));
  const self = symbol === undefined ? undefined : selfOf(def.symbol.def);
  if (symbol !== undefined && self !== undefined) return { symbol, self };
  return outer === undefined ? undefined : methodAround(outer);
}
