import type { Diagnostic } from "../base/diagnostic.ts";
import type { SourceFile } from "../base/source.ts";
import { exceptionClasses, exceptionNumber, OBJECT_CLASS } from "../bytecode/exceptions.ts";
import { moduleConstants, natives } from "../bytecode/natives.ts";
import { SINGLETON_NAMES } from "../bytecode/values.ts";
import { attributeNames, NO_ATTRIBUTES } from "./attribute-names.ts";
import { diagnostic, replace } from "./catalogue.ts";
import { type ClassicNames, classicNames, type GivenNames, givenNames } from "./classic-names.ts";
import { type Dialect, foldName, foldNames } from "./dialect.ts";
import { MODULES_ELSEWHERE, NAMES_ELSEWHERE } from "./elsewhere.ts";
import { type Failure, forgivenDefs, forgivenImports, type Raising } from "./forgiven.ts";
import { builtinSource, builtinWords, moduleSources } from "./modules/sources.ts";
import { type Parsed, parse } from "./parser.ts";
import type { AttributeNames, ImportedModule, Meaning, NativeFunction, SuperCall, UserFunction } from "./program.ts";
import { type ModuleScope, scopesOf, scopesOfAll, type TextPlace } from "./scopes.ts";
import { Guesses, nearest } from "./suggest.ts";
import type { Call, Def, Expression, FromImport, Identifier, Import, Module } from "./tree.ts";

// Which files a program is made of, and what each of them knows of the others' names. One file, since reading a module and
// finding what it imports go hand in hand, and modules may import one another in a ring.

/// A file that takes part in the program.
export interface LoadedModule {
  readonly tree: Module;
  readonly text: string;
  /// In a classic program its variables and functions are those of all files.
  scope: ModuleScope;
  /// Part of the file could not be read, so what seems to be missing may be there.
  readonly broken: boolean;
  readonly dialect: Dialect;
  /// What its imports bind, by name in this file; in a classic program what those of all files do.
  readonly imported: Map<string, Meaning>;
  /// Modules that a classic program has imported, by name: what they offer may have the same name, and goes before them.
  readonly modules: ReadonlyMap<string, ImportedModule>;
  /// Where the text of a classic program's file stands: at its first import, if that is in no function.
  readonly importedAt?: Import | FromImport;
  /// Imports that may go wrong, since a `try` takes that.
  readonly forgivenImports: ReadonlySet<Import | FromImport>;
  /// Names that `import parallel` gives beside the module; anything else of the same name goes before them.
  readonly plain: Map<string, Meaning>;
  /// Names of which something must have been meant that could not be found; no further complaint about them.
  readonly doubtful: Set<string>;
  /// A `from m import *` of an unknown or broken module: any name may come from it.
  anyName: boolean;
}

type Members = ReadonlyMap<string, Meaning>;

/// No file of a project can have this name.
/// With classes the compiler calls functions of ours.
const CLASS_WORD = /^[ \t]*class\b/m;
const BUILTINS = "<builtins>";

/// What the files of a classic program, which are one text, have in common.
interface Shared {
  readonly imported: Map<string, Meaning>;
  readonly modules: Map<string, ImportedModule>;
  readonly doubtful: Set<string>;
}

/// What modules of the original import and ours do not.
const FURTHER_IMPORTS: ReadonlyMap<string, readonly string[]> = new Map([
  ["taskfarm", ["array"]],
  ["util", ["array"]],
]);

/// Modules written in ePython itself that classic programs have. The others of Python's names are for Python only.
const CLASSIC_MODULES: ReadonlySet<string> = new Set(["concurrency", "taskfarm", "util"]);

/// All files that a program needs, and the modules it can import from.
export interface Library {
  /// Imported ones before those that import them, the program last.
  readonly modules: readonly LoadedModule[];
  readonly meaning: Map<object, Meaning>;
  /// Of the program's own files; ePython's modules are in Python 3.
  readonly dialect: Dialect;
  /// How the program's own files are read if they are classic.
  readonly names: ClassicNames | undefined;
  readonly diagnostics: Diagnostic[];
  readonly builtins: Members;
  /// Every function of ours in modules/builtins.py, if the program may need one.
  readonly own: ReadonlyMap<string, UserFunction>;
  readonly attributes: AttributeNames;
  /// What each `super()` stands for, which the checker adds.
  readonly supers: Map<Call, SuperCall>;
  /// Mistakes that may stand in functions, since what they raise is taken where these are called from.
  readonly forgiven: ReadonlyMap<Def, ReadonlySet<Failure>>;
  /// What goes wrong when it is reached, which is taken; the checker adds to it …
  readonly failures: Map<Expression | Import | FromImport, Raising>;
  /// … and to the calls whose arguments do not fit, of which the same is true.
  readonly misfits: Set<Call>;
  /// The built-ins that only classic programs have.
  readonly classic: Members;
  /// The methods by name.
  readonly methods: ReadonlyMap<string, NativeFunction>;
  /// What a module offers; undefined if there is no such module.
  membersOf(module: string): Members | undefined;
  /// Every module that can be imported, by name.
  readonly moduleNames: readonly string[];
  readonly guesses: Guesses;
}

/// ePython's own modules by name, parsed: nothing that comes later changes a tree.
const ownModules = new Map<string, { readonly text: string; readonly parsed: Parsed }>();

function ownModule({ name, text }: SourceFile): Parsed {
  const known = ownModules.get(name);
  if (known?.text === text) return known.parsed;
  const parsed = parse(text, name, "python3");
  ownModules.set(name, { text, parsed });
  return parsed;
}

/// Parses the program and every file that it imports, and binds their imports.
export function load(
  main: SourceFile,
  files: readonly SourceFile[],
  dialect: Dialect = "python3",
  resident: readonly string[] = [],
): Library {
  return new Loader(main, files, dialect, resident);
}

class Loader implements Library {
  readonly modules: LoadedModule[] = [];
  readonly meaning = new Map<object, Meaning>();
  readonly diagnostics: Diagnostic[] = [];
  readonly builtins: Map<string, Meaning>;
  own: ReadonlyMap<string, UserFunction> = new Map();
  attributes: AttributeNames = NO_ATTRIBUTES;
  readonly supers = new Map<Call, SuperCall>();
  forgiven: ReadonlyMap<Def, ReadonlySet<Failure>> = new Map();
  readonly failures = new Map<Expression | Import | FromImport, Raising>();
  readonly misfits = new Set<Call>();
  readonly classic: Members;
  readonly methods: ReadonlyMap<string, NativeFunction>;
  readonly moduleNames: readonly string[];
  readonly guesses = new Guesses();
  private readonly project: Map<string, SourceFile>;
  private readonly native = new Map<string, Map<string, Meaning>>();
  private readonly loaded = new Map<string, LoadedModule | "loading">();
  private readonly shared: Shared = { imported: new Map(), modules: new Map(), doubtful: new Set() };
  /// By file of a classic program: which file has imported it first, and where.
  private readonly importers = new Map<string, TextPlace>();
  private readonly members = new Map<string, Members>();

  readonly dialect: Dialect;
  private readonly main: SourceFile;
  /// Names of data that stays on the cores, which belong to the main file.
  private readonly resident: ReadonlySet<string>;
  readonly names: ClassicNames | undefined;

  constructor(main: SourceFile, files: readonly SourceFile[], dialect: Dialect, resident: readonly string[]) {
    this.dialect = dialect;
    this.main = main;
    this.resident = new Set(resident);
    const methods = new Map<string, NativeFunction>();
    for (const native of natives) {
      if (native.beyondClassic === true && dialect === "classic") continue;
      const symbol: NativeFunction = { kind: "native", native };
      if (native.module === "method") methods.set(native.name, symbol);
      else this.nativeMembers(native.module).set(native.name, symbol);
    }
    for (const { module, name, value, classic } of moduleConstants) {
      const own = dialect === "classic" ? classic : value;
      if (own !== undefined) this.nativeMembers(module).set(name, { kind: "constant", name, value: own });
    }
    this.methods = methods;
    this.builtins = this.nativeMembers("builtins");
    for (const { name, number } of exceptionClasses) this.builtins.set(name, { kind: "exception", name, number });
    for (const alias of ["IOError", "EnvironmentError"]) {
      this.builtins.set(alias, { kind: "exception", name: alias, number: exceptionNumber("OSError") });
    }
    for (const [value, name] of dialect === "classic" ? [] : SINGLETON_NAMES.entries()) {
      this.builtins.set(name, { kind: "singleton", name, value });
    }
    if (dialect !== "classic") this.builtins.set("object", { kind: "exception", name: "object", number: OBJECT_CLASS });
    this.native.delete("builtins");
    this.classic = this.nativeMembers("classic");
    this.native.delete("classic");
    // What the compiler uses for itself, and what stands behind the word `native` only.
    this.native.delete("runtime");
    this.native.delete("rtl");
    const others = files.filter((file) => file.name !== main.name && file.name.endsWith(".py"));
    this.project = new Map(others.map((file) => [file.name, file]));
    const own = others.map((file) => file.name.slice(0, -3));
    // A name that begins with _ is none that a program needs to know.
    const written = [...moduleSources.keys()].filter((name) =>
      dialect === "classic" ? CLASSIC_MODULES.has(name) : !name.startsWith("_"),
    );
    this.moduleNames = [...new Set([...this.native.keys(), ...written, ...own])];
    // A program called math.py still means ePython's module by `import math`.
    if (!this.moduleNames.some((name) => `${name}.py` === main.name)) this.project.set(main.name, main);
    if (dialect === "classic") this.names = classicNames(this.givenNames(main), foldName);
    this.loaded.set(main.name, "loading");
    this.load(main);
    if (this.needsOwnBuiltins) this.loadBuiltins();
    this.joinFiles();
    this.attributes = attributeNames(this.modules);
    if (dialect !== "classic") this.forgiven = forgivenDefs(this.modules.map(({ tree }) => tree));
  }

  /// Whether a file may call a built-in function that is written in ePython itself, or do what the compiler makes such calls of.
  private get needsOwnBuiltins(): boolean {
    return (
      this.dialect !== "classic" &&
      this.modules.some(
        ({ text, tree }) => tree.generators === true || builtinWords.test(text) || CLASS_WORD.test(text),
      )
    );
  }

  private loadBuiltins(): void {
    const module = this.load({ name: BUILTINS, text: builtinSource });
    // It stands before what uses it.
    this.modules.unshift(...this.modules.splice(-1));
    this.own = module.scope.functions;
    for (const [name, symbol] of this.own) {
      if (!name.startsWith("_") && !this.builtins.has(name)) this.builtins.set(name, symbol);
    }
  }

  /// What the program and the files that it imports give a meaning.
  private givenNames(main: SourceFile): GivenNames[] {
    const given: GivenNames[] = [];
    const files = [main];
    const seen = new Set(files);
    for (const { text } of files) {
      const names = givenNames(text);
      given.push(names);
      for (const name of names.modules) {
        const file = this.project.get(`${foldName(name)}.py`);
        if (file === undefined || seen.has(file)) continue;
        seen.add(file);
        files.push(file);
      }
    }
    return given;
  }

  private nativeMembers(module: string): Map<string, Meaning> {
    let members = this.native.get(module);
    if (members === undefined) {
      members = new Map();
      this.native.set(module, members);
    }
    return members;
  }

  private load(file: SourceFile, importedAt?: Import | FromImport): LoadedModule {
    const { module: tree, diagnostics, doubtful, dialect } = this.parse(file);
    this.diagnostics.push(...diagnostics);
    const { shared } = this;
    const isClassic = dialect === "classic";
    if (isClassic) for (const name of doubtful) shared.doubtful.add(name);
    const module: LoadedModule = {
      tree,
      text: file.text,
      scope: scopesOf(tree, dialect, file === this.main ? this.resident : undefined),
      dialect,
      broken: diagnostics.some((one) => one.severity === "error"),
      imported: isClassic ? shared.imported : new Map(),
      modules: isClassic ? shared.modules : new Map(),
      forgivenImports: isClassic ? new Set() : forgivenImports(tree),
      plain: new Map(),
      doubtful: isClassic ? shared.doubtful : new Set(doubtful),
      anyName: false,
      ...(importedAt === undefined ? {} : { importedAt }),
    };
    // ePython's own modules know what the machine has under their name.
    if (this.keyOf(file) !== file.name) {
      for (const [name, symbol] of this.native.get(file.name.slice(0, -3)) ?? []) module.plain.set(name, symbol);
    }
    for (const statement of module.scope.imports) {
      if (isClassic) this.include(module, statement);
      else this.bind(module, statement);
    }
    this.modules.push(module);
    this.loaded.set(this.keyOf(file), module);
    return module;
  }

  /// ePython's own modules are always in Python 3.
  private parse(file: SourceFile): Parsed & { readonly dialect: Dialect } {
    const { names } = this;
    const isOwn = file.text === builtinSource || moduleSources.get(file.name.replace(/\.py$/, "")) === file.text;
    if (isOwn) return { ...ownModule(file), dialect: "python3" };
    if (names === undefined) {
      const dialect = this.dialect === "python2" ? "python2" : "python3";
      return { ...parse(file.text, file.name, dialect), dialect };
    }
    const { module, diagnostics, doubtful } = parse(file.text, file.name, names.words);
    return {
      module: foldNames(module, names.spelling),
      diagnostics,
      doubtful: new Set([...doubtful].map(names.spelling)),
      dialect: "classic",
    };
  }

  // ── Classic programs ─────────────────────────────────────────────────────

  /// An import puts the whole text of a module into the program, whatever it names: all its names, and those of the modules
  /// that it imports, are the program's.
  private include(importer: LoadedModule, statement: Import | FromImport): void {
    const { module: id } = statement;
    const file = this.fileOf(id.name);
    const isOwn = file !== undefined && this.project.has(file.name);
    if (isOwn && !this.loaded.has(file.name)) {
      this.importers.set(file.name, { tree: importer.tree, at: statement.from });
      this.loaded.set(file.name, "loading");
      const isInFunction = [...importer.scope.defs.keys()].some(({ from, to }) => from < id.from && id.to <= to);
      this.load(file, isInFunction ? undefined : statement);
    }
    if (isOwn) {
      const loaded = this.loaded.get(file.name);
      if (typeof loaded === "object" && (loaded.broken || loaded.anyName)) importer.anyName = true;
    } else if (!this.takeNames(importer, id)) {
      importer.anyName = true;
      return;
    }
    const symbol: ImportedModule = { kind: "module", name: id.name };
    this.meaning.set(id, symbol);
    const alias = statement.kind === "Import" ? statement.alias : undefined;
    this.shared.modules.set((alias ?? id).name, symbol);
    if (alias !== undefined) this.meaning.set(alias, symbol);
  }

  /// Gives the program the names of one of ePython's modules. False if there is no such module, which is said.
  private takeNames(importer: LoadedModule, id: Identifier): boolean {
    if (this.require(importer, id) === undefined) return false;
    const seen = new Set<string>();
    const take = (module: string): void => {
      if (seen.has(module)) return;
      seen.add(module);
      const { imported } = this.shared;
      for (const [name, symbol] of this.membersOf(module) ?? []) {
        if (!name.startsWith("_") && !imported.has(name)) imported.set(name, symbol);
      }
      const loaded = this.loadedAs(module);
      const further = typeof loaded === "object" ? loaded.scope.imports.map((one) => one.module.name) : [];
      for (const one of [...further, ...(FURTHER_IMPORTS.get(module) ?? [])]) take(one);
    };
    take(id.name);
    return true;
  }

  /// Makes one text of the files of a classic program.
  private joinFiles(): void {
    const classic = this.modules.filter(({ dialect }) => dialect === "classic");
    const key = (place: TextPlace): number[] => {
      const importer = this.importers.get(place.tree.file);
      return importer === undefined ? [place.at] : [...key(importer), place.at];
    };
    const isBefore = (a: TextPlace, b: TextPlace): boolean => {
      const ours = key(a);
      const theirs = key(b);
      const k = ours.findIndex((at, level) => at !== theirs[level]);
      return k >= 0 && (ours[k] as number) < (theirs[k] ?? 0);
    };
    const trees = classic.map(({ tree }) => tree);
    scopesOfAll(trees, "classic", isBefore).forEach((scope, k) => {
      const module = classic[k] as LoadedModule;
      module.scope = scope;
      for (const statement of scope.imports) if (statement.kind === "FromImport") this.nameImported(module, statement);
    });
  }

  /// Notes what each name behind `from m import` means.
  private nameImported({ scope }: LoadedModule, { module, names }: FromImport): void {
    const { imported, doubtful } = this.shared;
    for (const { name, alias } of names ?? []) {
      const own = scope.variables.get(name.name) ?? scope.functions.get(name.name);
      const symbol = own ?? this.membersOf(module.name)?.get(name.name);
      if (symbol === undefined) {
        if (alias !== undefined) doubtful.add(alias.name);
        continue;
      }
      this.meaning.set(name, symbol);
      if (alias === undefined) continue;
      imported.set(alias.name, symbol);
      this.meaning.set(alias, symbol);
    }
  }

  membersOf(name: string): Members | undefined {
    const known = this.members.get(name);
    if (known !== undefined) return known;
    const file = this.fileOf(name);
    const members = new Map<string, Meaning>();
    if (file === undefined || !this.project.has(file.name)) {
      for (const [member, symbol] of this.native.get(name) ?? []) members.set(member, symbol);
    }
    if (file === undefined) {
      if (members.size === 0) return undefined;
      this.members.set(name, members);
      return members;
    }
    const module = this.loaded.get(this.keyOf(file)) ?? this.peek(file);
    if (module === "loading") return members;
    const isClassic = typeof module === "object" && "dialect" in module && module.dialect === "classic";
    // The files of the project pass on what they import, as in Python; ePython's own modules keep it to themselves.
    if (this.project.has(file.name)) for (const [member, symbol] of module.imported) members.set(member, symbol);
    for (const [member, symbol] of module.scope.functions) members.set(member, symbol);
    for (const [member, symbol] of module.scope.classNames) members.set(member, symbol);
    for (const [member, symbol] of module.scope.variables) members.set(member, symbol);
    // What a classic file offers is known when all are read.
    if (!isClassic) this.members.set(name, members);
    return members;
  }

  /// What a file that nobody imports would offer.
  private peek(file: SourceFile): Pick<LoadedModule, "imported" | "scope"> {
    const { module, dialect } = this.parse(file);
    return { imported: new Map(), scope: scopesOf(module, dialect) };
  }

  private fileOf(name: string): SourceFile | undefined {
    const own = this.project.get(`${name}.py`);
    if (own !== undefined) return own;
    const text = this.dialect === "classic" && !CLASSIC_MODULES.has(name) ? undefined : moduleSources.get(name);
    return text === undefined ? undefined : { name: `${name}.py`, text };
  }

  /// What `loaded` has a file under: a program may have the name of one of ePython's own modules, which is another file.
  private keyOf({ name, text }: SourceFile): string {
    const isOwn = !this.project.has(name) && moduleSources.get(name.slice(0, -3)) === text;
    return isOwn ? `<${name}>` : name;
  }

  /// A module that has been loaded or is being loaded.
  private loadedAs(name: string): LoadedModule | "loading" | undefined {
    const file = this.fileOf(name);
    return file === undefined ? undefined : this.loaded.get(this.keyOf(file));
  }

  // ── Imports ──────────────────────────────────────────────────────────────

  private bind(importer: LoadedModule, statement: Import | FromImport): void {
    const { module: id } = statement;
    const before = this.diagnostics.length;
    const members = this.require(importer, id);
    if (members === undefined && importer.forgivenImports.has(statement)) {
      return this.forgive(importer, statement, before, {
        exception: "ModuleNotFoundError",
        text: `No module named '${id.name}'`,
      });
    }
    if (statement.kind === "Import") this.bindModule(importer, statement, members);
    else if (members === undefined) this.bindNothing(importer, statement);
    else this.bindMembers(importer, statement, members);
  }

  /// Lets an import go wrong when it is reached: its names are variables without a value.
  private forgive(importer: LoadedModule, statement: Import | FromImport, before: number, raising: Raising): void {
    for (const one of this.diagnostics.splice(before)) this.diagnostics.push({ ...one, severity: "warning" });
    this.failures.set(statement, raising);
    const names = statement.kind === "Import" ? [{ name: statement.module, alias: statement.alias }] : statement.names;
    for (const { name, alias } of names ?? []) {
      const bound = (alias ?? name).name;
      if (importer.imported.has(bound)) continue;
      importer.imported.set(bound, { kind: "module-variable", name: bound, file: importer.tree.file });
    }
  }

  private bindModule(importer: LoadedModule, statement: Import, members: Members | undefined): void {
    const { module: id, alias } = statement;
    const bound = alias ?? id;
    if (members === undefined) {
      importer.doubtful.add(bound.name);
      return;
    }
    const symbol: ImportedModule = { kind: "module", name: id.name };
    importer.imported.set(bound.name, symbol);
    this.meaning.set(id, symbol);
    if (alias !== undefined) this.meaning.set(alias, symbol);
    if (id.name === "parallel") for (const [name, member] of members) importer.plain.set(name, member);
  }

  private bindNothing(importer: LoadedModule, statement: FromImport): void {
    if (statement.names === null) importer.anyName = true;
    for (const { name, alias } of statement.names ?? []) importer.doubtful.add((alias ?? name).name);
  }

  private bindMembers(importer: LoadedModule, statement: FromImport, members: Members): void {
    const { module: id, names } = statement;
    this.meaning.set(id, { kind: "module", name: id.name });
    const source = this.loadedAs(id.name);
    const open = typeof source === "object" && (source.broken || source.anyName);
    if (names === null) {
      if (open) importer.anyName = true;
      for (const [name, symbol] of members) if (!name.startsWith("_")) importer.imported.set(name, symbol);
      return;
    }
    for (const { name, alias } of names) {
      const bound = alias ?? name;
      const symbol = members.get(name.name);
      if (symbol === undefined && importer.forgivenImports.has(statement) && !open) {
        const before = this.diagnostics.length;
        this.unknownMember(importer, id.name, name, members);
        this.forgive(importer, statement, before, {
          exception: "ImportError",
          text: `cannot import name '${name.name}' from '${id.name}' (unknown location)`,
        });
        continue;
      }
      if (symbol === undefined) {
        importer.doubtful.add(bound.name);
        if (!open) this.unknownMember(importer, id.name, name, members);
        continue;
      }
      importer.imported.set(bound.name, symbol);
      this.meaning.set(name, symbol);
      if (alias !== undefined) this.meaning.set(alias, symbol);
    }
  }

  /// The members of a module that is imported, its file loaded if it has one.
  private require(importer: LoadedModule, id: Identifier): Members | undefined {
    const file = this.fileOf(id.name);
    const key = file === undefined ? "" : this.keyOf(file);
    if (this.loaded.get(key) === "loading") {
      this.diagnostics.push(diagnostic("import-cycle", importer.tree.file, id, { name: id.name }));
      return undefined;
    }
    if (file !== undefined && !this.loaded.has(key)) {
      this.loaded.set(key, "loading");
      this.load(file);
    }
    const members = this.membersOf(id.name);
    if (members === undefined) this.unknownModule(importer, id);
    return members;
  }

  private unknownModule(importer: LoadedModule, id: Identifier): void {
    const instead = MODULES_ELSEWHERE.get(id.name);
    if (instead !== undefined) {
      const args = { name: id.name, instead };
      this.diagnostics.push(diagnostic("module-elsewhere", importer.tree.file, id, args));
      return;
    }
    const near = nearest(id.name, this.moduleNames);
    const known = `${this.moduleNames.slice(0, -1).join(", ")} and ${this.moduleNames.at(-1)}`;
    const fixes = near === undefined ? [] : replace(`Write ${near}`, id, near);
    const args = { name: id.name, nearest: near, known };
    this.diagnostics.push(diagnostic("unknown-module", importer.tree.file, id, args, fixes));
  }

  private unknownMember(importer: LoadedModule, module: string, id: Identifier, members: Members): void {
    const near = this.guesses.nearest(id.name, members.keys());
    const instead = near === undefined ? NAMES_ELSEWHERE.get(id.name) : undefined;
    if (instead !== undefined) {
      this.diagnostics.push(diagnostic("name-elsewhere", importer.tree.file, id, { name: id.name, instead }));
      return;
    }
    const fixes = near === undefined ? [] : replace(`Write ${near}`, id, near);
    const args = { module, name: id.name, nearest: near };
    this.diagnostics.push(diagnostic("unknown-member", importer.tree.file, id, args, fixes));
  }
}
