import {
  type ClassRow,
  EXTRAS,
  HASHED,
  MEMBER_CLASS_METHOD,
  MEMBER_DELETER,
  MEMBER_GETTER,
  MEMBER_METHOD,
  MEMBER_SETTER,
  MEMBER_STATIC,
  MEMBER_VARIABLE,
  type MemberRow,
} from "../bytecode/image-parts.ts";
import { SET_OF_EXCEPTIONS } from "../bytecode/natives.ts";
import { CLASS_PREFIX } from "../bytecode/special-names.ts";
import { basesOf, exceptionBase, isException, meaningOf, methodNamed, orderOf, selfOf } from "../language/classes.ts";
import type { CheckedProgram, ModuleVariable, UserClass, UserFunction } from "../language/program.ts";
import { memberKind } from "../language/scopes.ts";
import type { ClassDef, Def, Parameter } from "../language/tree.ts";
import { attributeTargets, walk } from "../language/walk.ts";
import type { Slot } from "./assembler.ts";
import type { ConstantPool } from "./constants.ts";
import { setsByDict } from "./dict-updates.ts";
import { isLibrary } from "./reach.ts";

// The classes of a program as rows of its image: which fields their instances have, and where their members are.

const KINDS = {
  method: MEMBER_METHOD,
  static: MEMBER_STATIC,
  class: MEMBER_CLASS_METHOD,
  getter: MEMBER_GETTER,
  setter: MEMBER_SETTER,
  deleter: MEMBER_DELETER,
} as const;

/// How the name of what a class itself does begins.
const OF_CLASS = new RegExp(`^${CLASS_PREFIX}__`);

/// The name of the row whose members are functions of ePython itself for what has instances in it (machine/class-table.ts).
const HELPERS = "[]";

/// What the compiler knows of a program's classes.
export class Classes {
  /// Those that are reached; a class stands behind those that it is made of.
  readonly all: readonly UserClass[];
  /// Variables that are assigned to classes from outside of their bodies, by class and name.
  readonly added: ReadonlyMap<UserClass, ReadonlyMap<string, ModuleVariable>>;
  /// The names of methods, properties included, that some class has.
  readonly methods: ReadonlySet<string>;
  /// The names of properties.
  readonly properties: ReadonlySet<string>;
  private readonly program: CheckedProgram;
  private readonly numbers: ReadonlyMap<UserClass, number>;
  private readonly outside: Outside;
  private readonly defs: readonly Def[];

  constructor(program: CheckedProgram, reached: readonly UserClass[]) {
    this.program = program;
    const all: UserClass[] = [];
    const add = (symbol: UserClass): void => {
      if (all.includes(symbol)) return;
      for (const base of basesOf(program.meaning, symbol)) add(base);
      all.push(symbol);
    };
    for (const symbol of reached) add(symbol);
    this.all = all;
    this.numbers = new Map(all.map((symbol, number) => [symbol, number]));
    this.outside = all.length === 0 ? NOTHING : outsideOf(program);
    this.added = this.addedVariables();
    this.defs = all.flatMap(({ node }) => node.body.filter((one) => one.kind === "Def"));
    const added = [...this.added.values()].flatMap((names) => [...names.keys()]);
    this.methods = new Set([...this.defs.map(({ name }) => name.name.replace(OF_CLASS, "__")), ...added]);
    this.properties = new Set(this.defs.filter((def) => memberKind(def) === "getter").map(({ name }) => name.name));
  }

  numberOf(symbol: UserClass): number | undefined {
    return this.numbers.get(symbol);
  }

  /// Whether a class of the program has one of these methods.
  has(...names: readonly string[]): boolean {
    return names.some((name) => this.methods.has(name));
  }

  /// Whether a class makes the text of its objects.
  get makeText(): boolean {
    return this.has("__repr__", "__str__");
  }

  /// The parameters, behind the object itself, of all methods with a name, if they are called the same in the same order as far as
  /// they go: a call may then name them. With a class, of those that `super()` in it may mean.
  parametersOf(name: string, behind: UserClass | undefined): readonly Parameter[] | undefined {
    const defs = behind === undefined ? this.defs.filter((def) => def.name.name === name) : this.behind(behind, name);
    const lists = defs.map((def) => (memberKind(def) === "static" ? def.parameters : def.parameters.slice(1)));
    const [longest] = [...lists].sort((a, b) => b.length - a.length);
    const agrees = lists.every((list) => list.every((one, k) => one.name.name === longest?.[k]?.name.name));
    return agrees ? longest : undefined;
  }

  /// The functions that `super()` in a class may find under a name: that depends on the class of the object.
  private behind(symbol: UserClass, name: string): Def[] {
    const found = new Set<Def>();
    for (const one of this.all) {
      const order = orderOf(this.program.meaning, one) ?? [];
      const at = order.indexOf(symbol);
      const owner = at < 0 ? undefined : order.slice(at + 1).find(({ names }) => names.has(name));
      for (const def of owner?.node.body ?? []) if (def.kind === "Def" && def.name.name === name) found.add(def);
    }
    return [...found];
  }

  /// Whether a function is a member of a class by its decorators, which are not called then.
  isMember(def: Def): boolean {
    return memberKind(def) !== undefined && this.all.some(({ node }) => node.body.includes(def));
  }

  /// The rows of the image. Slots are those of the module area, in which constants stand behind `globals` globals.
  rows(
    constants: ConstantPool,
    globals: ReadonlyMap<ModuleVariable, number>,
    globalCount: () => number,
    functions: ReadonlyMap<Def, number>,
    helpers: ReadonlyMap<string, UserFunction>,
  ): () => ClassRow[] {
    const slotOf = (slot: Slot): number => (slot.in === "constants" ? globalCount() + slot.index : slot.index);
    const rows = this.all.map((symbol) => {
      const members = this.membersOf(symbol, constants, globals, functions);
      return () => ({
        name: symbol.qualified,
        bases: symbol.node.bases.flatMap(({ value }) => {
          const base = meaningOf(this.program.meaning, value);
          if (base?.kind === "class") return [this.numbers.get(base) as number];
          return exceptionBase(this.program.meaning, value) ?? [];
        }),
        fields: this.fieldsOf(symbol),
        members: members.map(({ slot, ...rest }): MemberRow => ({ ...rest, slot: slotOf(slot) })),
      });
    });
    const helping = [...helpers].flatMap(([name, { def }]) => {
      const index = functions.get(def);
      return index === undefined ? [] : [{ name, kind: MEMBER_STATIC, slot: constants.function(index) }];
    });
    if (helping.length > 0) {
      const members = (): MemberRow[] => helping.map(({ slot, ...rest }) => ({ ...rest, slot: slotOf(slot) }));
      rows.push(() => ({ name: HELPERS, bases: [], fields: [], members: members() }));
    }
    return () => rows.map((row) => row());
  }

  private membersOf(
    symbol: UserClass,
    constants: ConstantPool,
    globals: ReadonlyMap<ModuleVariable, number>,
    functions: ReadonlyMap<Def, number>,
  ): { name: string; kind: number; slot: Slot }[] {
    const members: { name: string; kind: number; slot: Slot }[] = [];
    const add = (name: string, kind: number, slot: Slot): void => {
      members.push({ name, kind, slot });
    };
    for (const [name, meaning] of [...symbol.names, ...(this.added.get(symbol) ?? [])]) {
      if (meaning.kind === "class") {
        const number = this.numbers.get(meaning);
        if (number !== undefined) add(name, MEMBER_VARIABLE, constants.class(number));
      } else if (meaning.kind === "module-variable") {
        const index = globals.get(meaning);
        if (index === undefined) continue;
        const [own, part] = name.split(".") as [string, string?];
        const def = symbol.node.body.find((one): one is Def => one.kind === "Def" && one.name.name === own);
        const kind = def === undefined || this.program.variableDefs.get(def) !== meaning ? undefined : memberKind(def);
        const isPart = part === "setter" || part === "deleter";
        add(own, isPart ? KINDS[part] : kind === undefined ? MEMBER_VARIABLE : KINDS[kind], { in: "globals", index });
      }
    }
    for (const def of symbol.node.body) {
      if (def.kind !== "Def" || this.program.variableDefs.has(def)) continue;
      const kind = memberKind(def);
      const index = functions.get(def);
      if (kind !== undefined && index !== undefined) add(def.name.name, KINDS[kind], constants.function(index));
    }
    return members;
  }

  /// The names of the fields of a class's instances.
  private fieldsOf(symbol: UserClass): readonly string[] {
    // An exception has its arguments, and what it comes from, before its fields (machine/exceptions.ts).
    const fields = new Set<string>(isException(this.program.meaning, symbol) ? ["args", "__origin__"] : []);
    for (const one of [...(orderOf(this.program.meaning, symbol) ?? [])].reverse()) {
      for (const name of assignedToSelf(one)) fields.add(name);
    }
    const isHashed = methodNamed(this.program.meaning, symbol, "__hash__") !== undefined;
    const slots = slotsOf(orderOf(this.program.meaning, symbol) ?? []);
    if (slots !== undefined) return [...slots, ...(isHashed ? [HASHED] : [])];
    const { names, isOpen } = this.outside;
    const others = [...names].filter((name) => !fields.has(name));
    // With one class there is no doubt whose attributes they are.
    if (this.all.length === 1) for (const name of others) fields.add(name);
    if (isHashed) fields.add(HASHED);
    for (const name of this.properties) if (this.hasProperty(symbol, name)) fields.delete(name);
    if (isOpen || (this.all.length > 1 && others.length > 0)) fields.add(EXTRAS);
    return [...fields];
  }

  private hasProperty(symbol: UserClass, name: string): boolean {
    const owner = orderOf(this.program.meaning, symbol)?.find(({ names }) => names.has(name));
    return (
      owner?.node.body.some((one) => one.kind === "Def" && one.name.name === name && memberKind(one) === "getter") ===
      true
    );
  }

  /// What is assigned to classes by their names, or by the first parameter of a class method.
  private addedVariables(): ReadonlyMap<UserClass, ReadonlyMap<string, ModuleVariable>> {
    const added = new Map<UserClass, Map<string, ModuleVariable>>();
    const add = (symbol: UserClass, name: string): void => {
      const own = symbol.names.get(name);
      if (own?.kind === "module-variable" || own?.kind === "class") return;
      const of = added.get(symbol) ?? new Map<string, ModuleVariable>();
      added.set(symbol, of);
      if (!of.has(name)) {
        of.set(name, { kind: "module-variable", name: `${symbol.qualified}.${name}`, file: symbol.file });
      }
    };
    for (const { symbol, name, andBelow } of this.outside.ofClasses(this.all)) {
      for (const one of this.all) {
        const isBelow = andBelow && orderOf(this.program.meaning, one)?.includes(symbol) === true;
        if (one === symbol || isBelow) add(one, name);
      }
    }
    // What stands above a class may give it any of them.
    for (const one of this.all)
      if (one.node.decorators !== undefined) for (const name of this.outside.names) add(one, name);
    return added;
  }
}

/// The attributes to which `__slots__` limits the objects of a class, if it and all that it is made of have that.
function slotsOf(order: readonly UserClass[]): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  for (const { node } of [...order].reverse()) {
    const own = node.bases.every(({ value }) => value.kind === "Name") ? ownSlots(node) : undefined;
    if (own === undefined) return undefined;
    for (const name of own) names.add(name);
  }
  return order.length === 0 ? undefined : names;
}

function ownSlots({ body }: ClassDef): readonly string[] | undefined {
  const set = body.find(
    (one) => one.kind === "Assign" && one.targets.some((to) => to.kind === "Name" && to.name === "__slots__"),
  );
  if (set?.kind !== "Assign") return undefined;
  const { value } = set;
  const elements = value.kind === "Tuple" || value.kind === "List" ? value.elements : [value];
  const names = elements.flatMap((one) => (one.kind === "String" ? [one.value] : []));
  return names.length === elements.length && !names.includes("__dict__") ? names : undefined;
}

/// The names that a class's methods assign to their first parameter.
function assignedToSelf({ node }: UserClass): Set<string> {
  const names = new Set<string>();
  for (const def of node.body) {
    if (def.kind !== "Def" || memberKind(def) === "static" || memberKind(def) === "class") continue;
    const self = selfOf(def);
    walk(def.body, (one) => {
      for (const { object, name } of attributeTargets(one)) {
        if (object.kind === "Name" && object.name === self) names.add(name);
      }
      const set = setattrOf(one);
      if (set?.object.kind === "Name" && set.object.name === self && set.name !== undefined) names.add(set.name);
    });
  }
  return names;
}

/// What `setattr(x, name, value)`, or the same of `object`, sets; the name is undefined if it is known only when the program runs.
function setattrOf(node: Parameters<Parameters<typeof walk>[1]>[0]) {
  if (node.kind !== "Call" || node.args.length < 3) return undefined;
  const { callee, args } = node;
  const isPlain = callee.kind === "Name" && callee.name === "setattr";
  const isOfObject = callee.kind === "Attribute" && callee.name.name === "__setattr__";
  const [object, name] = args;
  if ((!isPlain && !isOfObject) || object === undefined || name === undefined) return undefined;
  return { object: object.value, name: name.value.kind === "String" ? name.value.value : undefined };
}

/// What a program assigns with a dot other than to the first parameter of a method.
interface Outside {
  readonly names: ReadonlySet<string>;
  /// Some name is known only when the program runs.
  readonly isOpen: boolean;
  /// What is assigned to classes; with `andBelow` to classes made of them, too.
  ofClasses(all: readonly UserClass[]): { symbol: UserClass; name: string; andBelow: boolean }[];
}

const NOTHING: Outside = { names: new Set(), isOpen: false, ofClasses: () => [] };

function outsideOf(program: CheckedProgram): Outside {
  const names = new Set<string>();
  let isOpen = false;
  const toClasses: { symbol: UserClass; name: string; andBelow: boolean }[] = [];
  const visit = (
    body: unknown,
    symbol: UserClass | undefined,
    self: string | undefined,
    isClassMethod: boolean,
  ): void =>
    walk(body, (node) => {
      if (node.kind === "Class") {
        const inner = classesOf(program).get(node);
        for (const one of node.body) {
          if (one.kind === "Def")
            visit(one.body, inner, selfOf(one), memberKind(one) === "class" || one.name.name === "__new__");
          else visit([one], symbol, self, isClassMethod);
        }
        return false;
      }
      for (const { object, name } of attributeTargets(node)) {
        const meaning = object.kind === "Name" ? program.meaning.get(object) : undefined;
        const isSelf = object.kind === "Name" && object.name === self;
        if (SET_OF_EXCEPTIONS.has(name)) continue;
        if (meaning?.kind === "class") toClasses.push({ symbol: meaning, name, andBelow: false });
        else if (isSelf && isClassMethod && symbol !== undefined) toClasses.push({ symbol, name, andBelow: true });
        else if (symbol !== undefined && isClassOf(object, self)) toClasses.push({ symbol, name, andBelow: true });
        else if ((!isSelf || symbol === undefined) && meaning?.kind !== "function") names.add(name);
      }
      const set = setattrOf(node);
      const ofClass = set?.object.kind === "Name" ? program.meaning.get(set.object) : undefined;
      if (set !== undefined && set.name === undefined) isOpen = true;
      else if (set?.name !== undefined && ofClass?.kind === "class")
        toClasses.push({ symbol: ofClass, name: set.name, andBelow: false });
      else if (set?.name !== undefined && !(set.object.kind === "Name" && set.object.name === self))
        names.add(set.name);
      if (setsByDict(node)) isOpen = true;
    });
  for (const module of program.modules) {
    const before: boolean = isOpen;
    visit(module.tree.body, undefined, undefined, false);
    // What ePython's own modules set by such names is there already.
    if (isLibrary(module)) isOpen = before;
  }
  return { names, isOpen, ofClasses: () => toClasses };
}

/// Whether an expression is `type(self)` or `self.__class__`.
function isClassOf(e: Parameters<Parameters<typeof walk>[1]>[0], self: string | undefined): boolean {
  if (e.kind === "Attribute") return e.name.name === "__class__" && e.object.kind === "Name" && e.object.name === self;
  if (e.kind !== "Call" || e.callee.kind !== "Name" || e.callee.name !== "type") return false;
  const [only] = e.args;
  return only?.value.kind === "Name" && only.value.name === self;
}

function classesOf({ modules }: CheckedProgram): ReadonlyMap<UserClass["node"], UserClass> {
  return new Map(modules.flatMap(({ classes }) => classes.map((one) => [one.node, one] as const)));
}
