import type { QuickFix } from "../base/diagnostic.ts";
import { type Native, natives } from "../bytecode/natives.ts";
import { type ArgsOf, type Code, diagnostic, insert, replace } from "./catalogue.ts";
import { classicFix } from "./classic-fix.ts";
import type { Dialect } from "./dialect.ts";
import { NAMES_ELSEWHERE } from "./elsewhere.ts";
import { FAILURES, type Failure } from "./forgiven.ts";
import type { Habits } from "./habits.ts";
import type { Library, LoadedModule } from "./loader.ts";
import { isMixed, latinTwin, letterName, numbered } from "./lookalikes.ts";
import { statementWords } from "./misspelt.ts";
import type {
  ElementVariable,
  ImportedModule,
  Meaning,
  ModuleConstant,
  NativeFunction,
  OuterVariable,
  UserClass,
  UserFunction,
} from "./program.ts";
import type { DefScope } from "./scopes.ts";
import { nearest } from "./suggest.ts";
import type { Expression, Name } from "./tree.ts";

/// Where the checker is: a file, perhaps a function in it.
export interface Place {
  readonly library: Library;
  readonly module: LoadedModule;
  readonly def: DefScope | undefined;
  /// Where that function is defined.
  readonly outer?: Place;
  /// The class in whose body this is, but not in a function of it.
  readonly body?: UserClass;
  /// The variables of the comprehensions around it, in this function.
  readonly elements?: ReadonlyMap<string, ElementVariable>;
  /// Mistakes that the `try`s around it take when the program runs.
  readonly taken?: ReadonlySet<Failure>;
  /// In a `try` or a `with` of this function, where a call may be there for what it raises.
  readonly tried?: boolean;
  /// Names of this file about which a complaint that would be the same for each occurrence has been made.
  readonly told: Set<string>;
  readonly habits: Habits;
}

export function report<C extends Code>(
  place: Place,
  code: C,
  span: { readonly from: number; readonly to: number },
  args: ArgsOf<C>,
  fixes: readonly QuickFix[] = [],
): void {
  const made = diagnostic(code, place.module.tree.file, span, args, fixes);
  const failure = FAILURES.get(code);
  const isTaken = failure !== undefined && made.severity === "error" && place.taken?.has(failure) === true;
  place.library.diagnostics.push(isTaken ? { ...made, severity: "warning" } : made);
}

/// Notes that a part of the tree goes wrong when it is reached, if a `try` takes that.
export function noteFailure(place: Place, node: Expression, exception: Failure, text: string): void {
  if (place.taken?.has(exception) === true) place.library.failures.set(node, { exception, text });
}

/// What a name means here: to the function itself, to those around it, to the module.
export function lookUp(place: Place, name: string): Meaning | undefined {
  return (
    place.elements?.get(name) ?? place.body?.names.get(name) ?? lookUpLocal(place, name) ?? lookUpInModule(place, name)
  );
}

/// What a name means to the function here or to one around it.
export function lookUpLocal(place: Place, name: string): UserFunction | UserClass | OuterVariable | undefined {
  for (let at: Place | undefined = place; at !== undefined; at = at.outer) {
    const own = ownMeaning(at, name);
    if (own !== undefined) return own;
    if (at.def?.globals.has(name) === true) return undefined;
  }
  return undefined;
}

/// What a name means to a function by itself.
function ownMeaning({ def, elements }: Place, name: string): UserFunction | UserClass | OuterVariable | undefined {
  const element = elements?.get(name);
  if (element !== undefined) return element;
  if (def === undefined || def.globals.has(name)) return undefined;
  return def.classNames.get(name) ?? def.functions.get(name) ?? def.locals.get(name);
}

/// What a name means to a function around this one.
export function lookUpAround({ outer }: Place, name: string): UserFunction | UserClass | OuterVariable | undefined {
  return outer?.def === undefined ? undefined : lookUpLocal(outer, name);
}

/// Notes in every function between a name and the function whose variable it means that they use that.
export function noteOuter(place: Place, name: string, meaning: Meaning): void {
  const variable = meaning.kind === "function" ? meaning.variable : meaning;
  if (variable?.kind !== "local" && variable?.kind !== "element") return;
  for (let at: Place | undefined = place; at?.def !== undefined && ownMeaning(at, name) === undefined; at = at.outer)
    at.def.outerVariables.add(variable);
}

export function lookUpInModule({ module, library }: Place, name: string): Meaning | undefined {
  return (
    module.scope.variables.get(name) ??
    module.scope.functions.get(name) ??
    module.scope.classNames.get(name) ??
    module.imported.get(name) ??
    (module.dialect === "classic" ? library.classic.get(name) : undefined) ??
    (ABSENT_IN[module.dialect].has(name) ? undefined : library.builtins.get(name)) ??
    module.plain.get(name) ??
    (name === "__name__" && module.dialect !== "classic" ? nameOfModule(module, library) : undefined)
  );
}

/// What `__name__` is: that of the program itself tells a file that it is not imported.
function nameOfModule({ tree }: LoadedModule, { modules }: Library): ModuleConstant {
  const isProgram = modules.at(-1)?.tree.file === tree.file;
  return { kind: "constant", name: "__name__", value: isProgram ? "__main__" : tree.file.replace(/\.py$/, "") };
}

/// The module that a name before a dot means, if it means one. In a classic program what a module offers may have the
/// module's own name.
export function moduleNamed(place: Place, name: string): ImportedModule | undefined {
  const meaning = lookUp(place, name);
  if (meaning?.kind === "module") return meaning;
  const { module } = place;
  return meaning === undefined || meaning === module.imported.get(name) ? module.modules.get(name) : undefined;
}

/// Built-in functions that a dialect does not have: classic ePython has these in its module util only.
const ABSENT_IN: Readonly<Record<Dialect, ReadonlySet<string>>> = {
  python3: new Set(["xrange"]),
  python2: new Set(),
  classic: new Set(["range", "xrange"]),
};

/// Finds what a name means and notes it, or says that it means nothing.
export function resolve(place: Place, name: Name, use: "value" | "callee" | "object"): Meaning | undefined {
  if (name.native === true) return resolveNative(place, name);
  const symbol = (use === "object" ? moduleNamed(place, name.name) : undefined) ?? lookUp(place, name.name);
  if (symbol === undefined) {
    undefinedName(place, name, use);
    noteFailure(place, name, "NameError", `name '${name.name}' is not defined`);
  } else {
    noteOuter(place, name.name, symbol);
    noteEarly(place, name, symbol);
    place.library.meaning.set(name, symbol);
    if (use === "callee" && symbol.kind === "module-variable") warnOfEarlyCall(place, name);
  }
  return symbol;
}

/// A call that is carried out before the `def` of its function.
function warnOfEarlyCall(place: Place, node: Name): void {
  const { def, module } = place;
  const at = module.scope.early.get(node.name);
  if (def !== undefined || at === undefined || at < node.from) return;
  const line = module.text.slice(0, at).split("\n").length;
  report(place, "used-above-def", node, { name: node.name, line });
}

/// Notes that a function may use a function in it before that is defined, so that its variable has to be looked at.
function noteEarly({ def, module }: Place, name: Name, symbol: Meaning): void {
  if (symbol.kind !== "function" || symbol.variable === undefined || name.from > symbol.def.from) return;
  const scope = module.scope.defs.get(symbol.def);
  if (scope !== undefined && symbol.variable.def === def?.symbol.def) scope.isUsedEarly = true;
}

/// What classic ePython's own modules called by `native rtl_…` is one of the functions that these modules offer.
function resolveNative(place: Place, node: Name): Meaning | undefined {
  const { library, module } = place;
  const wanted = node.name.toLowerCase().replace(/^rtl_/, "");
  const name = ORIGINAL_NAMES.get(wanted) ?? wanted;
  const native = NATIVE_MODULES.map((source) => nativeIn(source, name)).find((one) => one !== undefined);
  if (native === undefined) {
    const names = natives.filter((one) => NATIVE_MODULES.includes(one.module)).map((one) => `rtl_${one.name}`);
    const near = nearest(node.name, names);
    const fixes = near === undefined ? [] : replace(`Write ${near}`, node, near);
    report(place, "unknown-native", node, { name: node.name, nearest: near }, fixes);
    return undefined;
  }
  if (module.dialect !== "classic") {
    const called = native.module === "builtins" ? native.name : `${native.module}.${native.name}`;
    const instead = NATIVES_INSTEAD.get(native.name) ?? called;
    report(place, "classic-native", node, { name: node.name, instead }, classicFix());
    return undefined;
  }
  const meaning: NativeFunction = { kind: "native", native };
  library.meaning.set(node, meaning);
  return meaning;
}

/// The native of a module by its name in small letters.
function nativeIn(module: string, name: string): Native | undefined {
  return natives.find((one) => one.module === module && one.name.toLowerCase() === name);
}

const NATIVE_MODULES: readonly string[] = ["rtl", "parallel", "math", "random", "array", "memory", "time", "builtins"];

/// What a program of another dialect calls, where that is not the function of a module with the same name.
const NATIVES_INSTEAD: ReadonlyMap<string, string> = new Map(
  Object.entries({
    dsize: "array.shape",
    math: "math.sqrt",
    global_reference: "concurrency.expose",
    dereference: "concurrency.access",
  }),
);

/// Where the original's runtime has another name for it than its module.
const ORIGINAL_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    allocatearray: "array",
    allocatesharedarray: "shared_mem_array",
    inputprint: "input",
    numdims: "ndim",
    send_nonblocking: "nonblocking_send",
    probe_for_message: "probe",
    test_for_send: "test_sent",
    wait_for_send: "wait_sent",
  }),
);

/// Functions that classic ePython has without an import, and what says the same in Python.
const CLASSIC_ONLY: ReadonlyMap<string, string> = new Map(
  Object.entries({
    alias: "`b = a` gives a list a second name, and `concurrency.expose(a, pid)` shows it to another core",
    symbol: "a function's name stands for it: `f` can be stored, passed and sent",
  }),
);

function undefinedName(place: Place, node: Name, use: "value" | "callee" | "object"): void {
  const { name } = node;
  const { library, module, told } = place;
  if (module.anyName || module.doubtful.has(name)) return;
  if (use === "object" && library.moduleNames.includes(name)) {
    if (told.has(name)) return;
    told.add(name);
    report(place, "module-not-imported", node, { name }, importFix(module, `import ${name}`));
    return;
  }
  if (toldLookalike(place, node)) return;
  const today = module.dialect === "python3" ? OLD_NAMES.get(name) : undefined;
  if (today === undefined && toldWhereFrom(place, node)) return;
  const mayGuess = library.guesses.take();
  const owner = mayGuess ? ownerOf(module, name, place.def) : undefined;
  if (owner !== undefined) {
    report(place, "local-elsewhere", node, { name, owner });
    return;
  }
  const classic = CLASSIC_ONLY.get(name);
  if (classic !== undefined) {
    report(place, "classic-function", node, { name, instead: classic }, classicFix());
    return;
  }
  const elsewhere = NAMES_ELSEWHERE.get(name);
  if (elsewhere !== undefined) {
    if (told.has(name)) return;
    told.add(name);
    report(place, "name-elsewhere", node, { name, instead: elsewhere });
    return;
  }
  const instead = today === undefined ? ABSENT.get(name) : undefined;
  if (instead !== undefined) {
    report(place, "left-out-builtin", node, { name, instead });
    return;
  }
  const near = today ?? (mayGuess ? nearest(name, candidates(place)) : undefined);
  const fixes = near === undefined ? [] : replace(`Write ${near}`, node, near);
  report(place, "undefined-name", node, { name, nearest: near }, fixes);
}

/// What Python 3 calls by another name than ePython or Python 2.
const OLD_NAMES: ReadonlyMap<string, string> = new Map([
  ["true", "True"],
  ["false", "False"],
  ["none", "None"],
  ["xrange", "range"],
  ["raw_input", "input"],
  ["unicode", "str"],
  ["basestring", "str"],
  ["unichr", "chr"],
  ["long", "int"],
]);

/// If letters of another alphabet only look like those of a name that means something, says so.
function toldLookalike(place: Place, node: Name): boolean {
  const { name } = node;
  // As it is written: other letters may come to have one in them as Python reads them.
  const dot = place.module.text.slice(node.from, node.to).search(/[\u00b7\u0387]/);
  if (dot >= 0) {
    const at = node.from + dot;
    const what = numbered("a middle dot", place.module.text[at] ?? "");
    const fix = replace("Write *", { from: at, to: at + 1 }, "*");
    report(place, "lookalike-character", { from: at, to: at + 1 }, { what, plain: "*" }, fix);
    return true;
  }
  const twin = latinTwin(name);
  if (twin === undefined) return false;
  const isKnown = lookUp(place, twin.plain) !== undefined || place.library.moduleNames.includes(twin.plain);
  if (!isKnown && !isMixed(name)) return false;
  const { plain, letter, latin } = twin;
  const fixes = replace(`Write ${plain}`, node, plain);
  report(place, "lookalike-letter", node, { name, what: letterName(letter), latin }, fixes);
  return true;
}

/// If a module has the name, says how to get at it.
function toldWhereFrom(place: Place, node: Name): boolean {
  const { library, module, told } = place;
  const { name } = node;
  const source = library.moduleNames.find((one) => library.membersOf(one)?.has(name) === true);
  if (source === undefined) return false;
  for (const [bound, symbol] of module.imported) {
    if (symbol.kind !== "module" || symbol.name !== source) continue;
    const wanted = `${bound}.${name}`;
    report(place, "needs-module", node, { name, wanted }, replace(`Write ${wanted}`, node, wanted));
    return true;
  }
  if (told.has(name)) return true;
  told.add(name);
  const line = source === "parallel" ? "from parallel import *" : `from ${source} import ${name}`;
  report(place, "name-not-imported", node, { name, line }, importFix(module, line));
  return true;
}

/// Adds a line behind the imports at the top of a file, or before its first statement.
function importFix(module: LoadedModule, line: string): readonly QuickFix[] {
  const { body } = module.tree;
  const { text } = module;
  let last: number | undefined;
  for (const statement of body) {
    if (statement.kind !== "Import" && statement.kind !== "FromImport") break;
    last = statement.to;
  }
  const title = `Add ${line}`;
  if (last !== undefined) {
    while (last < text.length && text[last] !== "\n" && text[last] !== "\r") last++;
    return insert(title, last, `\n${line}`);
  }
  let start = body[0]?.from ?? 0;
  while (start > 0 && text[start - 1] !== "\n" && text[start - 1] !== "\r") start--;
  return insert(title, start, `${line}\n`);
}

/// A function other than this one to which the name is local.
function ownerOf(module: LoadedModule, name: string, here: DefScope | undefined): string | undefined {
  for (const scope of module.scope.defs.values()) {
    if (scope !== here && scope.locals.has(name)) return scope.symbol.name;
  }
  return undefined;
}

/// Short words of Python are too near to too many names to be guessed.
const longWords = statementWords.filter((word) => word.length > 3);

function* candidates({ module, library, def }: Place): Iterable<string> {
  for (let at = def; at !== undefined; at = at.outer) yield* at.locals.keys();
  yield* module.scope.variables.keys();
  yield* module.scope.functions.keys();
  yield* module.imported.keys();
  yield* module.plain.keys();
  yield* library.builtins.keys();
  yield* longWords;
}

/// Built-in functions of Python that ePython does not have, and what to do instead.
const ABSENT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    raw_input: "write `input`, which gives a number if one is typed, and text otherwise",
    null: "write `None`",
    NULL: "write `None`",
    nil: "write `None`",
    undefined: "write `None`",
    console: "write `print(...)`",
    System: "write `print(...)`",
    open: "a core has no files",
    file: "a core has no files",
    eval: "to read a number from text, write `int(text)` or `float(text)`",
    exec: "write a function, and call it",
    compile: "write a function, and call it",
    globals: "keep values under names that the program computes in a dictionary",
    locals: "keep values under names that the program computes in a dictionary",
    vars: "keep values under names that the program computes in a dictionary",
    dir: "completion after the dot shows what a value has",
    help: "point at a name in the editor to read about it",
    breakpoint: "click beside the line number in the editor",
    memoryview: "take a slice of the bytes",
    unicode: "use `str`",
    unichr: "use `chr`",
    long: "use `int`; whole numbers have 32 bits",
    __import__: "use `import`",
    ExceptionGroup: "raise one exception; further ones can be its arguments",
    BaseExceptionGroup: "raise one exception; further ones can be its arguments",
  }),
);
