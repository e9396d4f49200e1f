import * as natives from "../bytecode/natives.ts";
import type { CheckedProgram, Meaning, UserFunction } from "../language/program.ts";
import type { Call, Expression, Identifier, ListDisplay, Name, Statement, TupleDisplay } from "../language/tree.ts";
import { isDictUpdate } from "./dict-updates.ts";
import { askedIterator } from "./facts.ts";

// Whether the values of a program may give their own values one by one, as they are asked for: generators, and what `map`, `zip` and
// the like give in Python 3. Where no such value can be, or what is given is taken whole at once, lists do as well and are faster: then
// natives make them, and natives go through them.

/// How what an expression gives is taken: all of it before anything else is done, or element by element by a loop.
type Taking = "whole" | "loop";

/// Methods of sets that go through their arguments, other sets or not.
const SET_METHODS =
  "union intersection difference symmetric_difference intersection_update difference_update symmetric_difference_update issubset issuperset isdisjoint".split(
    " ",
  );

/// Natives that go through an argument: its index, and the function of modules/builtins.py that makes a list of it first, if need be.
const goingThrough: ReadonlyMap<string, readonly [number, string]> = new Map(
  Object.entries({
    "builtins.list": [0, "_list"],
    "builtins.tuple": [0, "_list"],
    "builtins.sum": [0, "_list"],
    "builtins.sorted": [0, "_list"],
    "builtins.max": [0, "_list"],
    "builtins.min": [0, "_list"],
    "builtins.any": [0, "_any"],
    "builtins.all": [0, "_all"],
    "builtins.dict": [0, "_list"],
    "builtins.set": [0, "_list"],
    "builtins.frozenset": [0, "_list"],
    "builtins.bytes": [0, "_list"],
    "builtins.bytearray": [0, "_list"],
    "method.extend": [1, "_list"],
    "method.join": [1, "_list"],
    "method.update": [1, "_list"],
    "method.fromkeys": [1, "_list"],
    ...Object.fromEntries(SET_METHODS.map((name) => [`method.${name}`, [1, "_list"]])),
  } as const),
);

/// What a lazy form of a native is called in modules/builtins.py.
const lazyForms: ReadonlyMap<natives.Native, string> = new Map([
  [natives.ENUMERATE, "_enumerate"],
  [natives.ZIP, "_zip"],
  [natives.REVERSED, "_reversed"],
]);

/// What does the work of a native that is given one of these arguments by name, in modules/builtins.py.
const keyedForms: ReadonlyMap<natives.Native, Readonly<Record<string, string>>> = new Map([
  [natives.ZIP, { strict: "_zip_strict" }],
  [natives.SORTED, { key: "_sorted" }],
  [natives.SORT, { key: "_sort" }],
  [natives.MAX, { default: "_max_or", key: "_max" }],
  [natives.MIN, { default: "_min_or", key: "_min" }],
]);

/// What makes a list at once where one of our functions gives its values one by one.
const wholeForms: ReadonlyMap<string, string> = new Map([
  ["map", "_map_list"],
  ["filter", "_filter_list"],
]);

/// What a program's calls of such built-ins become, and what has to be made a list before something goes through it. `visit` is to see
/// every reached statement and expression, outer ones first.
export class Iteration {
  /// Whether a value may give its own one by one.
  isLazy = false;
  /// Whether there are objects that can be gone through, or might be.
  hasObjects = false;
  /// Whether exceptions are thrown into generators, or these are closed.
  isThrownInto = false;
  /// Whether elements of something are spread over several variables.
  private spreadsElements = false;
  private readonly program: CheckedProgram;
  private readonly isPython2: boolean;
  private readonly taken = new Map<Expression, Taking>();
  /// Names of variables that have been given a list above.
  private readonly lists = new Set<string>();
  /// What may be lazy and is added to one of them in place.
  private readonly extending = new Set<Expression>();
  /// Functions of modules/builtins.py that are needed if there are lazy values.
  private readonly perhaps = new Set<string>();

  constructor(program: CheckedProgram) {
    this.program = program;
    this.isPython2 = program.dialect !== "python3";
  }

  /// Notes how a statement takes what its expressions give.
  visitStatement(statement: Statement): void {
    if (statement.kind === "For") {
      this.taken.set(statement.iterable, "loop");
      if (isDisplay(statement.target)) this.spreadsElements = true;
    } else if (statement.kind === "Assign" && statement.targets[0]?.kind === "Slice") {
      if (this.mayBeLazy(statement.value)) this.perhaps.add("_list");
    } else if (statement.kind === "AugmentedAssign" && statement.op === "+") {
      this.taken.set(statement.value, "whole");
      if (this.isGenerator(statement.value)) this.perhaps.add("_list");
      else if (this.mayExtend(statement.target, statement.value)) {
        this.perhaps.add("_list");
        this.extending.add(statement.value);
      }
    } else if (statement.kind === "Assign" && statement.targets.some(isDisplay) && !isDisplay(statement.value)) {
      if (statement.targets.length === 1) this.taken.set(statement.value, "whole");
      if (this.mayBeLazy(statement.value)) this.perhaps.add("_first");
    }
    if (statement.kind === "Assign" && isNewList(statement.value))
      for (const target of statement.targets) if (target.kind === "Name") this.lists.add(target.name);
    if (statement.kind === "Assign" && statement.targets.some(hasDisplay)) {
      this.spreadsElements = true;
      if (isDisplay(statement.value) && statement.value.elements.some((e) => this.mayBeLazy(e)))
        this.perhaps.add("_first");
    }
  }

  /// Notes the same of an expression; the function of modules/builtins.py that it needs in any case, if it is such a call.
  visitExpression(e: Expression): UserFunction | undefined {
    if (e.kind === "Comprehension") {
      for (const clause of e.clauses) {
        if (clause.kind === "if") continue;
        this.taken.set(clause.iterable, "loop");
        if (isDisplay(clause.target)) this.spreadsElements = true;
      }
    } else if (e.kind === "Compare") {
      for (const { op, right } of e.rest) {
        if ((op === "in" || op === "not in") && this.mayBeLazy(right)) this.perhaps.add("_found");
      }
    } else if (e.kind === "Call") {
      const native = this.nativeOf(e);
      if (native === natives.THROW || native === natives.CLOSE) this.isThrownInto = true;
      for (const { argument, by } of native === undefined ? [] : this.goesThrough(native, e)) {
        this.taken.set(argument, "whole");
        if (this.mayBeLazy(argument)) this.perhaps.add(by);
      }
      // A classic program has none of our functions to make a list of what an iterator gives.
      if (native === natives.ITER && this.program.own.size > 0) this.isLazy = true;
      const lazily = this.formOf(e, true);
      if (lazily !== undefined) this.perhaps.add(lazily.name);
      return this.formOf(e, false);
    }
    return undefined;
  }

  /// The functions that are needed because there are lazy values.
  get ifLazy(): readonly UserFunction[] {
    const spreading = this.hasObjects && this.spreadsElements ? ["_first"] : [];
    return [...this.perhaps, ...spreading].flatMap((name) => this.own(name) ?? []);
  }

  /// The function of ours that a call of a built-in becomes; undefined if it stays as it is.
  formOf(e: Call, isLazy = this.isLazy): UserFunction | undefined {
    const meaning = this.meaningOf(e.callee);
    const taking = this.taken.get(e);
    const native = this.nativeOf(e);
    const keyed = native === undefined ? undefined : keyedForms.get(native);
    for (const [name, form] of Object.entries(keyed ?? {}))
      if (e.args.some((argument) => argument.name?.name === name)) return this.ofMethod(native, form, e);
    const start = native === natives.SUM ? e.args[1]?.value : undefined;
    if (start !== undefined && this.isNoNumber(start)) return this.own("_sum");
    if (native === natives.ITER && e.args.length === 2) return this.own("_calls");
    // What was left a generator looks at the list that it extends.
    if (native === natives.EXTEND && isGeneratorExpression(e.args[0]?.value))
      return this.ofMethod(native, "_extend", e);
    if (isDictUpdate(e)) return this.own("_set_all");
    const lazy = native === undefined ? undefined : lazyForms.get(native);
    if (lazy !== undefined && native !== undefined) {
      const isEager = taking !== undefined && !(isLazy && e.args.some(({ value }) => this.mayBeLazy(value)));
      return this.isPython2 || isEager ? undefined : this.own(lazy);
    }
    const isOwn = meaning?.kind === "function" && this.own(meaning.name) === meaning;
    if (!isOwn || e.args.some(({ value }) => value.kind === "Starred")) return undefined;
    const isWhole = this.isPython2 || taking === "whole";
    const whole = wholeForms.get(meaning.name);
    // In Python 2 the shorter of several sources give None in the end.
    if (meaning.name === "map" && e.args.length > 2) return this.isPython2 ? this.own("_map_padded") : undefined;
    if (isWhole && whole !== undefined) return this.own(whole);
    return meaning.name === "map" ? this.own("_map") : undefined;
  }

  /// The arguments of a call of a native that this goes through, their indices, and what makes lists of those that are lazy.
  goesThrough(
    native: natives.Native,
    { args }: Pick<Call, "args">,
  ): readonly { readonly argument: Expression; readonly index: number; readonly by: string }[] {
    const found = goingThrough.get(`${native.module}.${native.name}`);
    if (found === undefined) return [];
    const [index, by] = found;
    const plain = args.flatMap(({ name, value }) => (name === undefined ? [value] : []));
    // The first parameter of a method is what stands before the dot.
    const isMethod = native.module === "method";
    const ownIndex = isMethod ? index - 1 : index;
    // Several arguments of `max` are the values themselves, those of a method are each gone through.
    if (native.variadic === true && plain.length > 1 && !isMethod) return [];
    const count = native.variadic === true ? plain.length : 1;
    return plain.slice(ownIndex, ownIndex + count).map((argument, k) => ({ argument, index: index + k, by }));
  }

  private mayExtend(target: Expression, value: Expression): boolean {
    return target.kind === "Name" && this.lists.has(target.name) && value.kind === "Name" && this.mayBeLazy(value);
  }

  /// Whether what is added in place may give its elements one by one.
  isLazilyAdded(e: Expression): boolean {
    return this.isGenerator(e) || (this.isLazy && this.extending.has(e));
  }

  /// Whether an expression certainly makes a generator.
  isGenerator(e: Expression): boolean {
    if (e.kind !== "Call") return false;
    if (isGeneratorExpression(e)) return true;
    const form = this.formOf(e);
    const meaning = this.meaningOf(e.callee);
    const called = form ?? (meaning?.kind === "function" ? meaning : undefined);
    return called === undefined ? this.nativeOf(e) === natives.ITER : called.def.generator === true;
  }

  /// Whether what an expression gives may be lazy.
  mayBeLazy(e: Expression): boolean {
    switch (e.kind) {
      case "Name":
      case "Attribute": {
        const meaning = this.meaningOf(e);
        return meaning?.kind !== "native" && meaning?.kind !== "function" && meaning?.kind !== "constant";
      }
      case "Binary":
      case "Unary":
      case "Slice":
        return this.program.attributes.hasClasses;
      case "Index":
      case "Yield":
        return true;
      case "Conditional":
        return this.mayBeLazy(e.then) || this.mayBeLazy(e.otherwise);
      case "Logical":
        return this.mayBeLazy(e.left) || this.mayBeLazy(e.right);
      case "Call": {
        const form = this.formOf(e, false);
        if (form !== undefined) return form.def.generator === true;
        const native = this.nativeOf(e);
        if (native === undefined) return true;
        if (lazyForms.has(native)) return !this.isPython2 && e.args.some(({ value }) => this.mayBeLazy(value));
        return (
          native === natives.ITER || native === natives.NEXT || native === natives.SEND_TO || native === natives.POP
        );
      }
      default:
        return false;
    }
  }

  /// A function of modules/builtins.py.
  own(name: string): UserFunction | undefined {
    return this.program.own.get(name);
  }

  /// What does the work of a native; where a class may have a method of its name, what finds out first whose it is. A call with names
  /// that a list's method does not have is that of a class in any case.
  private ofMethod(native: natives.Native | undefined, form: string, { args }: Call): UserFunction | undefined {
    if (native?.module !== "method" || !this.program.attributes.names.has(native.name)) return this.own(form);
    const found = this.own(`${form}_of`);
    const known = new Set(found?.def.parameters.map(({ name }) => name.name));
    return args.every(({ name }) => name === undefined || known.has(name.name)) ? found : undefined;
  }

  /// Whether a sum that begins with this may be something other than a number.
  private isNoNumber(e: Expression): boolean {
    return isDisplay(e) || (e.kind === "Call" && this.nativeOf(e) === undefined);
  }

  private nativeOf(call: Call): natives.Native | undefined {
    const { callee } = call;
    const meaning = this.meaningOf(callee);
    if (meaning?.kind === "native") return meaning.native;
    if (meaning !== undefined || callee.kind !== "Attribute") return undefined;
    return askedIterator(call, this.program) ?? natives.nativeNamed("method", callee.name.name);
  }

  private meaningOf(e: Expression): Meaning | undefined {
    const name: Name | Identifier | undefined = e.kind === "Name" ? e : e.kind === "Attribute" ? e.name : undefined;
    return name === undefined ? undefined : this.program.meaning.get(name);
  }
}

function isNewList(e: Expression): boolean {
  return e.kind === "List" || (e.kind === "Comprehension" && !e.generator && e.braces === undefined);
}

function isGeneratorExpression(e: Expression | undefined): boolean {
  return e?.kind === "Call" && e.comprehension !== undefined;
}

function hasDisplay(target: Expression): boolean {
  return isDisplay(target) && target.elements.some(isDisplay);
}

function isDisplay(e: Expression): e is ListDisplay | TupleDisplay {
  return e.kind === "Tuple" || e.kind === "List";
}
