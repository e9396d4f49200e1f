import { grafted, type ReadMethods, spanOf } from "./dataclasses.ts";
import { dottedName } from "./scopes.ts";
import type { Argument, Assign, Def, Expression, Statement } from "./tree.ts";

// Properties that are no function with `@property` above: `x = property(get, set)` and `@cached_property`. They become such functions
// when the class is read, and what these call is in variables of the class.

/// The body of a class with its properties as functions.
export function withMadeMembers(body: readonly Statement[], read: ReadMethods): readonly Statement[] {
  return body.flatMap((one) => {
    if (one.kind === "Assign") return calledProperty(one, read) ?? [one];
    return one.kind === "Def" ? cachedProperty(one, read) : [one];
  });
}

/// What the arguments of `property` are called, and the function that each becomes.
const PARTS = [
  ["fget", "@property\ndef NAME(self):\n  return self.FUNCTION()\n"],
  ["fset", "@NAME.setter\ndef NAME(self, value):\n  self.FUNCTION(value)\n"],
  ["fdel", "@NAME.deleter\ndef NAME(self):\n  self.FUNCTION()\n"],
] as const;

function calledProperty(statement: Assign, read: ReadMethods): Statement[] | undefined {
  const [target] = statement.targets;
  const { value } = statement;
  if (target?.kind !== "Name" || statement.targets.length > 1 || value.kind !== "Call") return undefined;
  if (value.callee.kind !== "Name" || value.callee.name !== "property") return undefined;
  const given = argumentsOf(value.args);
  if (given === undefined) return undefined;
  const parts = new Map<string, Expression>();
  const texts = PARTS.map(([part, text], k) => {
    const function_ = given.get(part);
    const isNone = function_ === undefined || (function_.kind === "Constant" && function_.value === null);
    if (isNone) return k === 0 ? NO_GETTER.replaceAll("NAME", target.name) : "";
    parts.set(`_${part}`, function_);
    const name = `_${target.name}_${part}`;
    return `${name} = _${part}\n${text.replaceAll("NAME", target.name).replace("FUNCTION", name)}`;
  });
  return made(texts.join(""), statement, parts, read);
}

const NO_GETTER = `@property
def NAME(self):
  raise AttributeError(f"property 'NAME' of '{type(self).__name__}' object has no getter")
`;

/// The arguments of `property` by their names; undefined if they are no such.
function argumentsOf(args: readonly Argument[]): Map<string, Expression> | undefined {
  const names = [...PARTS.map(([name]) => name), "doc"];
  const found = new Map<string, Expression>();
  for (const [k, { name, value }] of args.entries()) {
    const parameter = name?.name ?? names[k];
    if (parameter === undefined || !names.includes(parameter) || value.kind === "Starred") return undefined;
    found.set(parameter, value);
  }
  return found;
}

const CACHED: ReadonlySet<string> = new Set(["cached_property", "functools.cached_property"]);

/// What is computed once is kept in an attribute of the object, which can be assigned and deleted as in Python.
function cachedProperty(def: Def, read: ReadMethods): Statement[] {
  const [decorator, ...others] = def.decorators ?? [];
  if (decorator === undefined || others.length > 0 || !CACHED.has(dottedName(decorator) ?? "")) return [def];
  const { name } = def.name;
  const [compute, kept] = [`_${name}_compute`, `_${name}_kept`];
  const { decorators: _, ...rest } = def;
  const text = `@property
def ${name}(self):
  if not hasattr(self, "${kept}"):
    self.${kept} = self.${compute}()
  return self.${kept}
@${name}.setter
def ${name}(self, value):
  self.${kept} = value
@${name}.deleter
def ${name}(self):
  del self.${kept}
`;
  return [{ ...rest, name: { ...def.name, name: compute } }, ...made(text, def.name, new Map(), read)];
}

function made(
  text: string,
  at: Assign | Def["name"],
  parts: ReadonlyMap<string, Expression>,
  read: ReadMethods,
): Statement[] {
  return read(text).map((one) => grafted(one, spanOf(at), parts) as Statement);
}
