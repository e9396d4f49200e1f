import type { Span } from "../base/span.ts";
import type { ArgsOf, Code } from "./catalogue.ts";
import { grafted, type ReadMethods, spanOf } from "./dataclasses.ts";
import type {
  Argument,
  Assign,
  Block,
  Call,
  ClassDef,
  Def,
  DictDisplay,
  Expression,
  FromImport,
  Identifier,
  Statement,
} from "./tree.ts";

// Classes of which a part is made when the file is read, so nothing behind the parser knows of them: those made of a list, a dictionary
// or another built-in type, named tuples, and enumerations. What they need stands in modules of ePython itself, which is imported under
// names that no program can have.

/// The parser at its place.
interface Reader {
  readonly text: string;
  report<C extends Code>(code: C, span: Span, args: ArgsOf<C>): void;
}

/// The module with the classes that stand for built-in types where classes are made of them.
const BASES = "_bases";

/// The class in that module for each built-in type, and how an object without a value yet begins.
const HELD: Readonly<Record<string, { readonly name: string; readonly empty: string }>> = {
  list: { name: "ListObject", empty: "[]" },
  dict: { name: "DictObject", empty: "{}" },
  set: { name: "SetObject", empty: "set()" },
  frozenset: { name: "FrozensetObject", empty: "frozenset" },
  tuple: { name: "TupleObject", empty: "tuple" },
  str: { name: "StrObject", empty: "str" },
  int: { name: "IntObject", empty: "int" },
  float: { name: "FloatObject", empty: "float" },
};

/// The name under which a file has the class that stands for a built-in type.
export function heldName(type: string): string {
  return `<${type}>`;
}

/// Names of modules that this file knows.
const MODULES: ReadonlySet<string> = new Set(["abc", "collections", "enum", "typing"]);
const ENUMS: ReadonlySet<string> = new Set(["enum.Enum", "enum.IntEnum", "enum.StrEnum"]);

/// Of a class that has been read, for those that are made of it.
interface KnownClass {
  /// The built-in type of which it is made.
  readonly holds: string | undefined;
  readonly isEnum: boolean;
}

/// What a file says of such classes, up to the place that has been read.
export class MadeClasses {
  private readonly names = new Map<string, string>();
  private readonly modules = new Map<string, string>();
  private readonly known = new Map<string, KnownClass>();
  /// What is imported, by the name for it.
  private readonly needed = new Map<string, readonly [module: string, name: string]>();

  noteImport(statement: Statement): void {
    if (statement.kind === "Import" && MODULES.has(statement.module.name))
      this.modules.set((statement.alias ?? statement.module).name, statement.module.name);
    if (statement.kind !== "FromImport" || !MODULES.has(statement.module.name)) return;
    const module = statement.module.name;
    for (const name of statement.names === null ? ["Enum", "IntEnum", "StrEnum", "namedtuple", "NamedTuple"] : [])
      this.names.set(name, `${module}.${name}`);
    for (const { name, alias } of statement.names ?? []) this.names.set((alias ?? name).name, `${module}.${name.name}`);
  }

  imports(): FromImport[] {
    const at = { from: 0, to: 0 };
    const id = (name: string): Identifier => ({ name, ...at });
    return [...this.needed].map(([alias, [module, name]]) => ({
      kind: "FromImport",
      module: id(module),
      names: [{ name: id(name), alias: id(alias) }],
      ...at,
    }));
  }

  /// The class as it is to be, and the statements that follow it.
  complete(cursor: Reader, node: ClassDef, read: ReadMethods): Statement[] {
    const bases = node.bases.map(({ name, value }) => (name === undefined ? this.nameOf(value) : undefined));
    const tuple = bases.indexOf("typing.NamedTuple");
    if (tuple >= 0) return [this.typedTuple(cursor, node, node.bases[tuple] as Argument, read)];
    const call = node.bases.find(({ value }) => this.isNamedTuple(value));
    if (call !== undefined) return [this.tupleClass(cursor, node, call, read)];
    const known = bases.map((name, k) => this.known.get(name ?? "") ?? heldBase(node.bases[k] as Argument, name));
    const holds = known.find((one) => one?.holds !== undefined)?.holds;
    const isEnum = known.some((one) => one?.isEnum === true) || bases.some((name) => ENUMS.has(name ?? ""));
    this.known.set(node.name.name, { holds: bases.includes("enum.IntEnum") ? "int" : holds, isEnum });
    for (const name of bases) if (name !== undefined && name in HELD) this.need(heldName(name), BASES, heldClass(name));
    const made = { ...node, bases: node.bases.flatMap((base) => this.plainBase(base)) };
    if (isEnum) return this.enumeration(made);
    return [holds === undefined ? made : { ...made, body: made.body.map((one) => beginning(one, holds, read)) }];
  }

  /// `P = namedtuple("P", "x y")` is a class, and so are `Color = Enum("Color", "RED GREEN")` and `P = type("P", (Base,), {…})`.
  assignment(cursor: Reader, statement: Statement, read: ReadMethods): Statement[] {
    if (statement.kind !== "Assign" || statement.targets.length !== 1) return [statement];
    const [target] = statement.targets;
    const { value, from, to } = statement;
    if (target?.kind !== "Name" || value.kind !== "Call") return [statement];
    const node = { kind: "Class", name: { name: target.name, ...spanOf(target) }, from, to } as const;
    if (this.isNamedTuple(value)) {
      const base: Argument = { value, ...spanOf(value) };
      return [this.tupleClass(cursor, { ...node, bases: [base], body: [] }, base, read)];
    }
    const made = ENUMS.has(this.nameOf(value.callee) ?? "") ? enumerated(value) : typed(value);
    return made === undefined ? [statement] : this.complete(cursor, { ...node, ...made }, read);
  }

  private nameOf(e: Expression): string | undefined {
    if (e.kind === "Name") return this.names.get(e.name) ?? e.name;
    if (e.kind !== "Attribute" || e.object.kind !== "Name") return undefined;
    const module = this.modules.get(e.object.name);
    return module === undefined ? undefined : `${module}.${e.name.name}`;
  }

  private need(alias: string, module: string, name: string): void {
    this.needed.set(alias, [module, name]);
  }

  /// A base without the types in brackets behind it, and in place of Python's metaclass for it what abstract classes are made of.
  private plainBase(base: Argument): Argument[] {
    const { name, value } = base;
    if (name === undefined && this.isGeneric(value)) {
      this.need(GENERIC, "typing", "Generic");
      return [{ value: { kind: "Name", name: GENERIC, ...spanOf(value) }, ...spanOf(base) }];
    }
    if (name === undefined) return [base];
    if (name.name !== "metaclass" || this.nameOf(value) !== "abc.ABCMeta") return [base];
    this.need(ABC, "abc", "ABC");
    return [{ value: { kind: "Name", name: ABC, ...spanOf(value) }, ...spanOf(base) }];
  }

  private isGeneric(e: Expression): boolean {
    const name = this.nameOf(e.kind === "Index" ? e.object : e);
    return name === "typing.Generic" || name === "typing.Protocol";
  }

  // ── Named tuples ─────────────────────────────────────────────────────────

  private isNamedTuple(e: Expression): boolean {
    if (e.kind !== "Call") return false;
    const name = this.nameOf(e.callee);
    return name === "collections.namedtuple" || name === "typing.NamedTuple";
  }

  private typedTuple(cursor: Reader, node: ClassDef, base: Argument, read: ReadMethods): ClassDef {
    const fields: string[] = [];
    const defaults: Expression[] = [];
    const body: Statement[] = [];
    for (const statement of node.body) {
      const target = statement.kind === "Declare" ? statement.target : undefined;
      const [assigned] = statement.kind === "Assign" && statement.annotation !== undefined ? statement.targets : [];
      const name = target ?? assigned;
      if (name?.kind !== "Name") body.push(statement);
      else {
        fields.push(name.name);
        if (statement.kind === "Assign") defaults.push(statement.value);
        else if (defaults.length > 0) cursor.report("left-out-class", name, { what: "field without a default here" });
      }
    }
    return this.withFields({ ...node, body }, base, fields, defaults, read);
  }

  private tupleClass(cursor: Reader, node: ClassDef, base: Argument, read: ReadMethods): ClassDef {
    const args = base.value.kind === "Call" ? base.value.args : [];
    const [, second] = args.filter(({ name }) => name === undefined);
    const given = second?.value ?? args.find(({ name }) => name?.name === "field_names")?.value;
    const defaults = args.find(({ name }) => name?.name === "defaults")?.value;
    const fields = given === undefined ? undefined : namesIn(given);
    const isKnown = defaults === undefined || defaults.kind === "Tuple" || defaults.kind === "List";
    if (fields === undefined || !isKnown)
      cursor.report("left-out-class", base, { what: "named tuple whose fields are known only when the program runs" });
    const values = isKnown ? (defaults?.elements ?? []) : [];
    return this.withFields(node, base, fields ?? [], values, read);
  }

  private withFields(
    node: ClassDef,
    base: Argument,
    fields: readonly string[],
    defaults: readonly Expression[],
    read: ReadMethods,
  ): ClassDef {
    this.need(NAMED_TUPLE, "collections", "_NamedTuple");
    this.known.set(node.name.name, { holds: "tuple", isEnum: false });
    const first = fields.length - defaults.length;
    const parts = new Map(defaults.map((value, k) => [`_value${first + k}`, value]));
    const parameters = fields.map((name, k) => (k < first ? name : `${name}=_value${k}`));
    const values = fields.map((name) => `${name}, `).join("");
    const texts = [
      `_fields = (${fields.map((name) => `"${name}", `).join("")})`,
      `def __init__(${["self", ...parameters].join(", ")}):\n  self.__value__ = (${values})`,
      ...fields.map((name, k) => `@property\ndef ${name}(self):\n  return self.__value__[${k}]`),
    ];
    const made = read(`${texts.join("\n")}\n`).map((one) => grafted(one, spanOf(node.name), parts) as Statement);
    const value: Expression = { kind: "Name", name: NAMED_TUPLE, ...spanOf(base) };
    const bases = node.bases.map((one) => (one === base ? { value, ...spanOf(base) } : one));
    return { ...node, bases, body: [...made, ...node.body] };
  }

  // ── Enumerations ─────────────────────────────────────────────────────────

  private enumeration(node: ClassDef): Statement[] {
    const members = new Map<string, Assign>();
    const body: Statement[] = [];
    for (const statement of node.body) {
      const names = memberNames(statement);
      if (names.length === 0 || statement.kind !== "Assign") {
        body.push(statement);
        continue;
      }
      for (const name of names) members.set(name, statement);
      const args = [{ value: statement.value, ...spanOf(statement.value) }];
      const callee: Expression = { kind: "Name", name: RAW, ...spanOf(statement) };
      body.push({ ...statement, value: { kind: "Call", callee, args, ...spanOf(statement.value) } });
    }
    if (members.size === 0) return [node];
    this.need(RAW, "enum", "_raw");
    this.need(MEMBER, "enum", "_member");
    const decorators = node.decorators?.filter((one) => this.nameOf(one) !== "enum.unique") ?? [];
    const isUnique = decorators.length < (node.decorators?.length ?? 0);
    const { decorators: _, ...rest } = node;
    const at = spanOf(node.name);
    const all: Assign = {
      kind: "Assign",
      targets: [{ kind: "Name", name: "__members__", ...at }],
      value: { kind: "Dict", entries: [], ...at },
      ...at,
    };
    const made = { ...rest, ...(decorators.length === 0 ? {} : { decorators }), body: [all, ...body] };
    return [made, ...[...members].map(([name, statement]) => memberOf(node, name, isUnique, spanOf(statement)))];
  }
}

/// Names that no program can have.
const NAMED_TUPLE = "<named tuple>";
const RAW = "<raw>";
const MEMBER = "<member>";
const ABC = "<ABC>";
const GENERIC = "<Generic>";

function heldClass(type: string): string {
  return (HELD[type] as { readonly name: string }).name;
}

function heldBase({ value }: Argument, name: string | undefined): KnownClass | undefined {
  return value.kind === "Name" && name !== undefined && name in HELD ? { holds: name, isEnum: false } : undefined;
}

/// An own `__init__` begins with a value of the type that its class is made of: like Python's it need not make one.
function beginning(statement: Statement, type: string, read: ReadMethods): Statement {
  if (statement.kind !== "Def" || statement.name.name !== "__init__") return statement;
  const [self, first] = statement.parameters;
  if (self === undefined) return statement;
  const { empty } = HELD[type] as { readonly empty: string };
  const isMutable = /\W/.test(empty);
  const given = first !== undefined && first.kind === undefined ? first.name.name : "";
  const value = isMutable ? empty : `${empty}(${given})`;
  const made = read(`${self.name.name}.__value__ = ${value}\n`).map((one) =>
    grafted(one, spanOf(statement.name), NONE),
  );
  return { ...statement, body: [...(made as Block), ...statement.body] } satisfies Def;
}

const NONE: ReadonlyMap<string, Expression> = new Map();

/// The bases and the body of the class that a call such as `Enum("Color", "RED GREEN")` makes.
function enumerated({ callee, args }: Call): Pick<ClassDef, "bases" | "body"> | undefined {
  const [, second] = args;
  if (args.length !== 2 || args.some(({ name }) => name !== undefined) || second === undefined) return undefined;
  const bases = [{ value: callee, ...spanOf(callee) }];
  if (second.value.kind === "Dict") {
    const body = bodyOf(second.value);
    return body === undefined ? undefined : { bases, body };
  }
  const names = namesIn(second.value);
  if (names === undefined) return undefined;
  const pairs = second.value.kind === "String" ? [] : (second.value as { elements: readonly Expression[] }).elements;
  const body = names.map((name, k): Assign => {
    const pair = pairs[k];
    const own = pair?.kind === "Tuple" ? pair.elements[1] : undefined;
    return variable(name, own ?? { kind: "Int", value: k + 1, ...spanOf(second) });
  });
  return { bases, body };
}

/// The same of `type(name, bases, names)`, if all that it is made of stands in the program.
function typed({ callee, args }: Call): Pick<ClassDef, "bases" | "body"> | undefined {
  const [name, bases, names] = args.map(({ value }) => value);
  if (callee.kind !== "Name" || callee.name !== "type" || args.length !== 3 || name?.kind !== "String")
    return undefined;
  const body = names?.kind === "Dict" ? bodyOf(names) : undefined;
  if (bases?.kind !== "Tuple" || body === undefined) return undefined;
  return { bases: bases.elements.map((value) => ({ value, ...spanOf(value) })), body };
}

/// A dictionary as the variables of a class; undefined if it has other keys than names.
function bodyOf({ entries }: DictDisplay): Assign[] | undefined {
  const body = entries.flatMap(({ key, value }) => (key.kind === "String" ? [variable(key.value, value)] : []));
  return body.length === entries.length ? body : undefined;
}

function variable(name: string, value: Expression): Assign {
  return { kind: "Assign", targets: [{ kind: "Name", name, ...spanOf(value) }], value, ...spanOf(value) };
}

/// The names of fields that stand in a program as they are.
function namesIn(e: Expression): string[] | undefined {
  if (e.kind === "String") return e.value.split(/[\s,]+/).filter((name) => name !== "");
  if (e.kind !== "List" && e.kind !== "Tuple") return undefined;
  // NamedTuple("P", [("x", int), …]) gives a type with each.
  const names = e.elements.map((one) => (one.kind === "Tuple" ? one.elements[0] : one));
  return names.every((one) => one?.kind === "String")
    ? names.map((one) => (one as { value: string }).value)
    : undefined;
}

/// The members of an enumeration that a statement of its body defines.
function memberNames(statement: Statement): string[] {
  if (statement.kind !== "Assign" || statement.value.kind === "Lambda") return [];
  return statement.targets.flatMap((target) =>
    target.kind === "Name" && !/^_.*_$|^__/.test(target.name) ? [target.name] : [],
  );
}

/// `Color.RED = <member>(Color, "RED", Color.RED)`.
function memberOf({ name: owner }: ClassDef, name: string, isUnique: boolean, at: Span): Assign {
  const object: Expression = { kind: "Name", name: owner.name, ...at };
  const target: Expression = { kind: "Attribute", object, name: { name, ...at }, ...at };
  const values: Expression[] = [
    object,
    { kind: "String", value: name, ...at } as Expression,
    target,
    { kind: "Constant", value: isUnique, ...at } as Expression,
  ];
  const args = values.map((value) => ({ value, ...at }));
  const callee: Expression = { kind: "Name", name: MEMBER, ...at };
  return { kind: "Assign", targets: [target], value: { kind: "Call", callee, args, ...at }, ...at };
}
