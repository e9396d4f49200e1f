import type { Span } from "../base/span.ts";
import { exceptionClasses } from "../bytecode/exceptions.ts";
import type { ArgsOf, Code } from "./catalogue.ts";
import type { Argument, Assign, Block, Call, ClassDef, Expression, FromImport, Identifier, Statement } from "./tree.ts";

// `@dataclass` and `@total_ordering`: the methods that they give a class are written out as Python, read, and put into the class's body, so nothing
// behind the parser knows of them.

/// The parser at its place.
interface Reader {
  readonly text: string;
  report<C extends Code>(code: C, span: Span, args: ArgsOf<C>): void;
}

/// What is known of a class that has been read, for those that are made of it.
interface KnownClass {
  readonly isData: boolean;
  readonly isFrozen: boolean;
  readonly hasPostInit: boolean;
  readonly fields: ReadonlyMap<string, Field>;
}

interface Field {
  readonly name: string;
  readonly at: Span;
  /// What stands for it in the parameters of a class: the value itself, or where it is kept.
  readonly fallback?: Expression;
  /// What is called for its value.
  readonly factory?: Expression;
  readonly init: boolean;
  readonly repr: boolean;
  readonly compare: boolean;
  readonly kwOnly: boolean;
}

/// What a file says of data classes, up to the place that has been read.
export class DataClasses {
  /// Some class needs what `FROZEN` and `MADE` name.
  private needsNames = false;
  private readonly classes = new Map<string, KnownClass>();
  /// What names of module `dataclasses` are called in the file.
  private readonly names = new Map<string, string>();
  private readonly modules = new Set<string>();

  noteImport(statement: Statement): void {
    if (statement.kind !== "Import" && statement.kind !== "FromImport") return;
    const known = MODULES.get(statement.module.name);
    if (known === undefined) return;
    if (statement.kind === "Import") {
      this.modules.add((statement.alias ?? statement.module).name);
      return;
    }
    for (const name of statement.names === null ? known : []) this.names.set(name, name);
    for (const { name, alias } of statement.names ?? []) this.names.set((alias ?? name).name, name.name);
  }

  /// The class with the methods that its decorators make.
  complete(cursor: Reader, given: ClassDef, read: ReadMethods): ClassDef {
    const node = this.withOrder(given, read);
    const decorator = node.decorators?.find((one) => this.means(called(one), "dataclass"));
    if (decorator === undefined) {
      this.note(node, [], undefined);
      return node;
    }
    const options = this.options(cursor, decorator);
    const bases = this.basesOf(cursor, node);
    const body: Statement[] = [];
    const own: Field[] = [];
    let kwOnly = options.kw_only;
    for (const statement of node.body) {
      if (isMarkOfKeywords(cursor, statement)) {
        kwOnly = true;
        continue;
      }
      const found = this.field(cursor, node, statement, kwOnly);
      if (found === undefined) body.push(statement);
      else {
        own.push(found.field);
        if (found.kept !== undefined) body.push(found.kept);
      }
    }
    const known = this.note(node, own, options);
    for (const base of bases) {
      if (base.isData && base.isFrozen !== known.isFrozen) {
        const [one, other] = known.isFrozen ? ["frozen", "one that is not"] : ["unfrozen", "a frozen one"];
        cursor.report("left-out-dataclass", node.name, { what: `${one} data class made of ${other}` });
      }
    }
    const fields = [...known.fields.values()];
    checkOrder(cursor, fields, new Set(own));
    return {
      ...without(node, decorator),
      ...(defines(node, MATCH_ARGS) ? {} : { matchArgs: fields.flatMap(({ name, init }) => (init ? [name] : [])) }),
      body: [...body, ...this.methods(cursor, node, known, options, fields, read)],
    };
  }

  /// The class with the comparisons that `@total_ordering` makes of the one that it has.
  private withOrder(node: ClassDef, read: ReadMethods): ClassDef {
    const decorator = node.decorators?.find((one) => this.means(one, "total_ordering"));
    const [root] = ORDER.find(([name]) => defines(node, name)) ?? [];
    if (decorator === undefined || root === undefined) return node;
    const made = COMPARISONS[root].filter(([name]) => !defines(node, name));
    const texts = made.map(
      ([name, result]) =>
        `def ${name}(self, other):\n  r = self.${root}(other)\n  return r if r is NotImplemented else ${result}\n`,
    );
    const methods = read(texts.join("")).map((one) => grafted(one, spanOf(node.name), NO_PARTS) as Statement);
    return { ...without(node, decorator), body: [...node.body, ...methods] };
  }

  /// What the made methods use and no program can name.
  imports(): FromImport[] {
    if (!this.needsNames) return [];
    const [from, to] = [0, 0];
    const id = (name: string): Identifier => ({ name, from, to });
    const names = [
      { name: id("FrozenInstanceError"), alias: id(FROZEN) },
      { name: id("_made"), alias: id(MADE) },
    ];
    return [{ kind: "FromImport", module: id("dataclasses"), names, from, to }];
  }

  private means(e: Expression, name: string): boolean {
    if (e.kind === "Name") return this.names.get(e.name) === name;
    return (
      e.kind === "Attribute" && e.object.kind === "Name" && this.modules.has(e.object.name) && e.name.name === name
    );
  }

  private options(cursor: Reader, decorator: Expression): Options {
    const options: Record<string, boolean> = { ...DEFAULT_OPTIONS };
    for (const { name, value, from, to } of decorator.kind === "Call" ? decorator.args : []) {
      const isKnown = name !== undefined && name.name in options && isTruth(value);
      // It says how an object is laid out in memory, which nothing else shows.
      if (isKnown) options[name.name] = value.value;
      else if (name?.name !== "slots") {
        const what = `\`@dataclass\` with ${cursor.text.slice(from, to)}`;
        cursor.report("left-out-dataclass", { from, to }, { what });
      }
    }
    if (options.order && !options.eq) cursor.report("left-out-dataclass", decorator, { what: "`order` without `eq`" });
    return options as unknown as Options;
  }

  private basesOf(cursor: Reader, { bases }: ClassDef): KnownClass[] {
    return bases.flatMap(({ value }) => {
      const known = value.kind === "Name" ? this.classes.get(value.name) : undefined;
      if (known !== undefined) return [known];
      if (value.kind !== "Name" || !PLAIN_BASES.has(value.name)) {
        cursor.report("left-out-dataclass", value, {
          what: "data class made of a class that is not in the same file above it",
        });
      }
      return [];
    });
  }

  private note(node: ClassDef, own: readonly Field[], options: Options | undefined): KnownClass {
    const fields = new Map<string, Field>();
    const bases = node.bases.flatMap(({ value }) => {
      const known = value.kind === "Name" ? this.classes.get(value.name) : undefined;
      return known === undefined ? [] : [known];
    });
    // Python goes from the last base to the first: what comes later stands for what has the same name.
    for (const base of [...bases].reverse()) for (const [name, field] of base.fields) fields.set(name, field);
    for (const field of own) fields.set(field.name, field);
    const known: KnownClass = {
      isData: options !== undefined || bases.some(({ isData }) => isData),
      isFrozen: options?.frozen ?? bases.some(({ isFrozen }) => isFrozen),
      hasPostInit: defines(node, "__post_init__") || bases.some(({ hasPostInit }) => hasPostInit),
      fields,
    };
    this.classes.set(node.name.name, known);
    return known;
  }

  /// The field that a statement of the class's body makes, and what of the statement stays.
  private field(
    cursor: Reader,
    node: ClassDef,
    statement: Statement,
    kwOnly: boolean,
  ): { field: Field; kept?: Assign } | undefined {
    if (statement.kind !== "Declare" && statement.kind !== "Assign") return undefined;
    const target = statement.kind === "Declare" ? statement.target : statement.targets[0];
    const { annotation } = statement;
    if (target?.kind !== "Name" || annotation === undefined || isTyped(cursor, annotation, /^(typing\.)?ClassVar\b/)) {
      return undefined;
    }
    if (isTyped(cursor, annotation, /^(dataclasses\.)?InitVar\b/)) {
      const what = `\`${cursor.text.slice(annotation.from, annotation.to)}\``;
      cursor.report("left-out-dataclass", annotation, { what });
    }
    const plain = { name: target.name, at: spanOf(target), init: true, repr: true, compare: true, kwOnly };
    if (statement.kind === "Declare") return { field: plain };
    const { value } = statement;
    if (value.kind !== "Call" || !this.means(value.callee, "field")) {
      return { field: { ...plain, fallback: this.fallback(cursor, node, target.name, value) }, kept: statement };
    }
    return this.fieldOf(cursor, node, statement, plain, value);
  }

  private fieldOf(
    cursor: Reader,
    node: ClassDef,
    statement: Assign,
    plain: Field,
    call: Call,
  ): { field: Field; kept?: Assign } {
    let field = plain;
    let kept: Assign | undefined;
    for (const { name, value, from, to } of call.args) {
      if (name?.name === "default") {
        field = { ...field, fallback: this.fallback(cursor, node, plain.name, value) };
        kept = { ...statement, value };
      } else if (name?.name === "default_factory") field = { ...field, factory: value };
      else if (name !== undefined && ["init", "repr", "compare"].includes(name.name) && isTruth(value)) {
        field = { ...field, [name.name]: value.value };
      } else if (name?.name === "kw_only" && isTruth(value)) {
        field = { ...field, kwOnly: value.value };
      } else {
        cursor.report("left-out-dataclass", { from, to }, { what: `\`field\` with ${cursor.text.slice(from, to)}` });
      }
    }
    if (field.factory !== undefined && field.fallback !== undefined) {
      cursor.report("left-out-dataclass", call, { what: "field with both `default` and `default_factory`" });
    }
    return kept === undefined ? { field } : { field, kept };
  }

  private fallback(cursor: Reader, node: ClassDef, name: string, value: Expression): Expression {
    const made = mutableOf(value);
    if (made !== undefined) cursor.report("dataclass-mutable", value, { name, made });
    const { from, to } = value;
    if (["Int", "Real", "String", "Constant"].includes(value.kind)) return value;
    const object: Expression = { kind: "Name", name: node.name.name, from, to };
    return { kind: "Attribute", object, name: { name, from, to }, from, to };
  }

  private methods(
    cursor: Reader,
    node: ClassDef,
    known: KnownClass,
    options: Options,
    fields: readonly Field[],
    read: ReadMethods,
  ): Block {
    const parts = new Map<string, Expression>();
    const texts: [name: string, text: string][] = [];
    if (options.init) texts.push(["__init__", this.init(cursor, node, known, fields, parts)]);
    const shown = fields.filter(({ repr }) => repr).map(({ name }) => `${name}={self.${name}!r}`);
    const open = "{self.__class__.__qualname__}";
    if (options.repr) texts.push(["__repr__", `(self):\n  return f"${open}(${shown.join(", ")})"\n`]);
    const compared = fields.filter(({ compare }) => compare).map(({ name }) => name);
    const tuple = (of: string): string => `(${compared.map((name) => `${of}.${name}, `).join("")})`;
    const compare = (op: string): string =>
      `(self, other):\n  if other.__class__ is self.__class__:\n    return ${tuple("self")} ${op} ${tuple("other")}\n  return NotImplemented\n`;
    if (options.eq) texts.push(["__eq__", compare("==")]);
    if ((options.eq && options.frozen) || options.unsafe_hash) {
      texts.push(["__hash__", `(self):\n  return hash(${tuple("self")})\n`]);
    }
    if (options.order) {
      for (const [name, op] of ORDER) {
        if (defines(node, name))
          cursor.report("left-out-dataclass", node.name, { what: `\`order\` in a class that has \`${name}\`` });
        texts.push([name, compare(op)]);
      }
    }
    if (options.frozen) {
      this.needsNames = true;
      parts.set("_error", { kind: "Name", name: FROZEN, ...spanOf(node.name) });
      for (const [name, rest, word] of FREEZING) {
        if (defines(node, name))
          cursor.report("left-out-dataclass", node.name, { what: `frozen class that has \`${name}\`` });
        texts.push([name, `(self, name${rest}):\n  raise _error(f"cannot ${word} field {name!r}")\n`]);
      }
    }
    const text = texts.filter(([name]) => !defines(node, name)).map(([name, rest]) => `def ${name}${rest}`);
    if (TOOLS.some((tool) => [...this.names.values()].includes(tool)) || this.modules.size > 0) {
      // For `asdict` and the like (modules/dataclasses.py).
      const pairs = fields.map(({ name, init }) => `("${name}", ${init ? "True" : "False"}), `);
      text.push(`__dataclass_fields__ = (${pairs.join("")})\n`);
    }
    return read(text.join("")).map((one) => grafted(one, spanOf(node.name), parts) as Statement);
  }

  /// The text of `__init__` behind its name. What stands in the program already is named in it and put in later.
  private init(
    cursor: Reader,
    node: ClassDef,
    { isFrozen, hasPostInit }: KnownClass,
    fields: readonly Field[],
    parts: Map<string, Expression>,
  ): string {
    const given: string[] = [];
    const byName: string[] = [];
    const lines: string[] = [];
    fields.forEach(({ name, at, fallback, factory, init, kwOnly }, k) => {
      const into = kwOnly ? byName : given;
      let value = name;
      if (factory !== undefined) {
        this.needsNames = true;
        parts.set(`_made${k}`, { kind: "Name", name: MADE, ...at });
        parts.set(`_factory${k}`, factory);
        value = init ? `_factory${k}() if ${name} is _made${k} else ${name}` : `_factory${k}()`;
        if (init) into.push(`${name}=_made${k}`);
        if (fields.some((one) => usesName(factory, one.name))) {
          cursor.report("left-out-dataclass", factory, { what: "`default_factory` that has the name of a field" });
        }
      } else if (fallback !== undefined) {
        // In the body of its class a value is known by its name alone.
        const isOwn =
          fallback.kind === "Attribute" && fallback.object.kind === "Name" && fallback.object.name === node.name.name;
        parts.set(`_value${k}`, isOwn ? { kind: "Name", name, from: fallback.from, to: fallback.to } : fallback);
        if (init) into.push(`${name}=_value${k}`);
      } else if (init) into.push(name);
      // Without a value of its own an object has that of its class.
      if (!init && factory === undefined) return;
      lines.push(isFrozen ? `object.__setattr__(self, "${name}", ${value})` : `self.${name} = ${value}`);
    });
    if (hasPostInit) lines.push("self.__post_init__()");
    if (lines.length === 0) lines.push("pass");
    const keywords = byName.length === 0 ? [] : ["*", ...byName];
    return `(${["self", ...given, ...keywords].join(", ")}):\n${lines.map((line) => `  ${line}\n`).join("")}`;
  }
}

/// Reads the text of methods.
export type ReadMethods = (text: string) => Block;

interface Options {
  readonly init: boolean;
  readonly repr: boolean;
  readonly eq: boolean;
  readonly order: boolean;
  readonly frozen: boolean;
  readonly kw_only: boolean;
  readonly unsafe_hash: boolean;
}

const MATCH_ARGS = "__match_args__";
const DEFAULT_OPTIONS: Options & Readonly<Record<string, boolean>> = {
  init: true,
  repr: true,
  eq: true,
  order: false,
  frozen: false,
  kw_only: false,
  unsafe_hash: false,
};

/// The names of modules that decorators and fields may have.
const MODULES: ReadonlyMap<string, readonly string[]> = new Map([
  ["dataclasses", ["dataclass", "field", "asdict"]],
  ["functools", ["total_ordering"]],
]);

/// What needs to know the fields of an object.
const TOOLS: readonly string[] = ["asdict", "astuple", "fields", "is_dataclass", "replace"];

/// Names that no program can have.
const FROZEN = "dataclasses.FrozenInstanceError";
const MADE = "dataclasses.made";

const PLAIN_BASES: ReadonlySet<string> = new Set(["object", ...exceptionClasses.map(({ name }) => name)]);

const ORDER = [
  ["__lt__", "<"],
  ["__le__", "<="],
  ["__gt__", ">"],
  ["__ge__", ">="],
] as const;

/// What each comparison is, where `r` is what the class's own one says.
const COMPARISONS: Readonly<Record<(typeof ORDER)[number][0], readonly (readonly [name: string, result: string])[]>> = {
  __lt__: [
    ["__gt__", "not r and self != other"],
    ["__le__", "r or self == other"],
    ["__ge__", "not r"],
  ],
  __le__: [
    ["__ge__", "not r or self == other"],
    ["__lt__", "r and self != other"],
    ["__gt__", "not r"],
  ],
  __gt__: [
    ["__lt__", "not r and self != other"],
    ["__ge__", "r or self == other"],
    ["__le__", "not r"],
  ],
  __ge__: [
    ["__le__", "not r or self == other"],
    ["__gt__", "r and self != other"],
    ["__lt__", "not r"],
  ],
};

const FREEZING = [
  ["__setattr__", ", value", "assign to"],
  ["__delattr__", "", "delete"],
] as const;

/// The class without one of its decorators.
function without(node: ClassDef, decorator: Expression): ClassDef {
  const { decorators = [], ...rest } = node;
  const others = decorators.filter((one) => one !== decorator);
  return { ...rest, ...(others.length === 0 ? {} : { decorators: others }) };
}

/// Whether it is `_: KW_ONLY`: the fields behind it are given by name only.
function isMarkOfKeywords(cursor: Reader, statement: Statement): boolean {
  return statement.kind === "Declare" && isTyped(cursor, statement.annotation, /^(dataclasses\.)?KW_ONLY$/);
}

function called(e: Expression): Expression {
  return e.kind === "Call" ? e.callee : e;
}

export function spanOf({ from, to }: Span): Span {
  return { from, to };
}

function isTruth(e: Argument["value"]): e is Extract<Expression, { kind: "Constant" }> & { value: boolean } {
  return e.kind === "Constant" && e.value !== null;
}

function isTyped(cursor: Reader, { from, to }: Expression, pattern: RegExp): boolean {
  return pattern.test(cursor.text.slice(from, to).replace(/^["']/, ""));
}

function defines({ body }: ClassDef, name: string): boolean {
  return body.some(
    (one) =>
      (one.kind === "Def" && one.name.name === name) ||
      (one.kind === "Assign" && one.targets.some((target) => target.kind === "Name" && target.name === name)),
  );
}

/// The function that makes the lists, dictionaries or sets of which a default is one.
function mutableOf(e: Expression): string | undefined {
  if (e.kind === "List") return "list";
  if (e.kind === "Dict") return "dict";
  if (e.kind === "Set") return "set";
  if (e.kind === "Comprehension") return e.braces === undefined ? "list" : e.value === undefined ? "set" : "dict";
  const name = e.kind === "Call" && e.callee.kind === "Name" ? e.callee.name : undefined;
  return name !== undefined && ["list", "dict", "set"].includes(name) ? name : undefined;
}

/// Fields without a default stand before those that have one.
function checkOrder(cursor: Reader, fields: readonly Field[], own: ReadonlySet<Field>): void {
  let before: string | undefined;
  for (const field of fields) {
    const { name, at, fallback, factory, init, kwOnly } = field;
    if (!init || kwOnly) continue;
    if (fallback !== undefined || factory !== undefined) before = name;
    else if (before !== undefined) {
      const isOwn = own.has(field) || own.has(fields.find((one) => one.name === before) as Field);
      if (isOwn) cursor.report("dataclass-order", at, { name, before });
      return;
    }
  }
}

function usesName(node: unknown, name: string): boolean {
  if (typeof node !== "object" || node === null) return false;
  const { kind, name: own } = node as { readonly kind?: string; readonly name?: unknown };
  return (kind === "Name" && own === name) || Object.values(node).some((part) => usesName(part, name));
}

const NO_PARTS: ReadonlyMap<string, Expression> = new Map();

/// A copy of a tree whose every place is `at`, with copies of other trees in place of some names.
export function grafted(node: unknown, at: Span | undefined, parts: ReadonlyMap<string, Expression>): unknown {
  if (typeof node !== "object" || node === null) return node;
  if (Array.isArray(node)) return node.map((part) => grafted(part, at, parts));
  const { kind, name } = node as { readonly kind?: string; readonly name?: unknown };
  const part = kind === "Name" && typeof name === "string" ? parts.get(name) : undefined;
  if (part !== undefined) return grafted(part, undefined, NO_PARTS);
  const copy = Object.entries(node).map(([key, value]) => [key, grafted(value, at, parts)]);
  return { ...Object.fromEntries(copy), ...at };
}
