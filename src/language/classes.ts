import { classOrder } from "../bytecode/class-order.ts";
import { OBJECT_CLASS } from "../bytecode/exceptions.ts";
import type { Meaning, UserClass, UserFunction } from "./program.ts";
import { isAbstract, memberKind } from "./scopes.ts";
import type { ClassDef, Def, Expression, Identifier, Name } from "./tree.ts";

// Classes as they hang together: what each is made of, and where it looks for what it does not have itself.

type Meanings = Pick<ReadonlyMap<Name | Identifier, Meaning>, "get">;

/// What an expression that names something means.
export function meaningOf(meaning: Meanings, e: Expression): Meaning | undefined {
  if (e.kind === "Name") return meaning.get(e);
  return e.kind === "Attribute" ? meaning.get(e.name) : undefined;
}

/// The classes of the program that a class is made of.
export function basesOf(meaning: Meanings, { node }: UserClass): UserClass[] {
  return node.bases.flatMap(({ name, value }) => {
    const symbol = name === undefined ? meaningOf(meaning, value) : undefined;
    return symbol?.kind === "class" ? [symbol] : [];
  });
}

/// Where the attributes of a class are looked for, itself first; undefined if its bases contradict each other.
export function orderOf(meaning: Meanings, symbol: UserClass): readonly UserClass[] | undefined {
  const found: UserClass[] = [];
  const orders = new Map<number, readonly number[] | undefined>();
  const numberOf = (one: UserClass): number => {
    const known = found.indexOf(one);
    return known >= 0 ? known : found.push(one) - 1;
  };
  const order = (one: UserClass, depth: number): readonly number[] | undefined => {
    const number = numberOf(one);
    if (!orders.has(number)) {
      orders.set(number, undefined);
      const bases = basesOf(meaning, one);
      const made = bases.map((base) => (depth > MOST_BASES ? undefined : order(base, depth + 1)));
      if (made.includes(undefined)) return undefined;
      orders.set(
        number,
        classOrder(number, bases.map(numberOf), (base) => orders.get(base)),
      );
    }
    return orders.get(number);
  };
  return order(symbol, 0)?.map((number) => found[number] as UserClass);
}

/// The number of the exception that a base is, if it is one.
export function exceptionBase(meaning: Meanings, base: Expression): number | undefined {
  const found = meaningOf(meaning, base);
  return found?.kind === "exception" && found.number !== OBJECT_CLASS ? found.number : undefined;
}

/// Whether a class is made of one of Python's exceptions.
export function isException(meaning: Meanings, symbol: UserClass): boolean {
  return (orderOf(meaning, symbol) ?? []).some(({ node }) =>
    node.bases.some(({ value }) => exceptionBase(meaning, value) !== undefined),
  );
}

/// How many classes may stand above one another.
const MOST_BASES = 100;

/// The function that a class, or one that it is made of, has under a name.
export function methodNamed(meaning: Meanings, symbol: UserClass, name: string): UserFunction | undefined {
  for (const one of orderOf(meaning, symbol) ?? []) {
    const found = one.names.get(name);
    if (found !== undefined) return found.kind === "function" ? found : undefined;
  }
  return undefined;
}

/// The names of functions for which a class needs its own before it has objects, as classes made of `abc.ABC` do.
export function abstractNames(meaning: Meanings, symbol: UserClass): string[] {
  const order = orderOf(meaning, symbol) ?? [];
  if (!order.some(({ name, file }) => name === "ABC" && file === "abc.py")) return [];
  const own = new Set<string>();
  const found: string[] = [];
  for (const { node, names } of order) {
    for (const one of node.body)
      if (one.kind === "Def" && isAbstract(one) && !own.has(one.name.name)) found.push(one.name.name);
    for (const name of names.keys()) own.add(name);
  }
  return [...new Set(found)].sort();
}

/// Whether a function stands in the body of a class.
export function isMethodOf({ body }: ClassDef, def: Def): boolean {
  return body.includes(def);
}

/// What the first parameter of a function in a class is called, if it is the instance or the class.
export function selfOf(def: Def): string | undefined {
  const isStatic = memberKind(def) === "static" && def.name.name !== "__new__";
  return isStatic ? undefined : def.parameters[0]?.name.name;
}
