import type { Diagnostic } from "../base/diagnostic.ts";
import type { SourceFile } from "../base/source.ts";
import { moduleConstants, natives } from "../bytecode/natives.ts";
import { type ClassicNames, classicNames, type GivenNames, givenNames } from "./classic-names.ts";
import { type Dialect, foldName, foldNames } from "./dialect.ts";
import { diagnostic, replace } from "./messages.ts";
import { moduleSources } from "./modules/sources.ts";
import { type Parsed, parse } from "./parser.ts";
import type { ImportedModule, Meaning, NativeFunction } from "./program.ts";
import { type ModuleScope, scopesOf } from "./scopes.ts";
import { nearest } from "./suggest.ts";
import type { FromImport, Identifier, Import, Module } from "./tree.ts";

/// A file that takes part in the program.
export interface LoadedModule {
  readonly tree: Module;
  readonly text: string;
  readonly scope: ModuleScope;
  /// Part of the file could not be read, so what seems to be missing may be there.
  readonly broken: boolean;
  readonly dialect: Dialect;
  /// What its imports bind, by name in this file.
  readonly imported: Map<string, Meaning>;
  /// Names that `import parallel` gives beside the module; anything else of the same name goes before them.
  readonly plain: Map<string, Meaning>;
  /// Names of which something must have been meant that could not be found; no further complaint about them.
  readonly doubtful: Set<string>;
  /// A `from m import *` of an unknown or broken module: any name may come from it.
  anyName: boolean;
}

type Members = ReadonlyMap<string, Meaning>;

/// All files that a program needs, and the modules it can import from.
export interface Library {
  /// Imported ones before those that import them, the program last.
  readonly modules: readonly LoadedModule[];
  readonly meaning: Map<object, Meaning>;
  /// Of the program's own files; ePython's modules are written in `python`.
  readonly dialect: Dialect;
  /// How the program's own files are read if they are classic.
  readonly names: ClassicNames | undefined;
  readonly diagnostics: Diagnostic[];
  readonly builtins: Members;
  /// The built-ins that only classic programs have.
  readonly classic: Members;
  /// The methods by name.
  readonly methods: ReadonlyMap<string, NativeFunction>;
  /// What a module offers; undefined if there is no such module.
  membersOf(module: string): Members | undefined;
  /// Every module that can be imported, by name.
  readonly moduleNames: readonly string[];
}

/// Parses the program and every file that it imports, and binds their imports.
export function load(
  main: SourceFile,
  files: readonly SourceFile[],
  dialect: Dialect = "python",
  resident: readonly string[] = [],
): Library {
  return new Loader(main, files, dialect, resident);
}

class Loader implements Library {
  readonly modules: LoadedModule[] = [];
  readonly meaning = new Map<object, Meaning>();
  readonly diagnostics: Diagnostic[] = [];
  readonly builtins: Members;
  readonly classic: Members;
  readonly methods: ReadonlyMap<string, NativeFunction>;
  readonly moduleNames: readonly string[];
  private readonly project: Map<string, SourceFile>;
  private readonly native = new Map<string, Map<string, Meaning>>();
  private readonly loaded = new Map<string, LoadedModule | "loading">();
  private readonly members = new Map<string, Members>();

  readonly dialect: Dialect;
  readonly names: ClassicNames | undefined;
  private readonly main: SourceFile;
  /// Names of data that stays on the cores, which belong to the main file.
  private readonly resident: ReadonlySet<string>;

  constructor(main: SourceFile, files: readonly SourceFile[], dialect: Dialect, resident: readonly string[]) {
    this.dialect = dialect;
    this.main = main;
    this.resident = new Set(resident);
    const methods = new Map<string, NativeFunction>();
    for (const native of natives) {
      const symbol: NativeFunction = { kind: "native", native };
      if (native.module === "method") methods.set(native.name, symbol);
      else this.nativeMembers(native.module).set(native.name, symbol);
    }
    for (const { module, name, value } of moduleConstants) {
      this.nativeMembers(module).set(name, { kind: "constant", name, value });
    }
    this.methods = methods;
    this.builtins = this.nativeMembers("builtins");
    this.native.delete("builtins");
    this.classic = this.nativeMembers("classic");
    this.native.delete("classic");
    // What the compiler uses for itself.
    this.native.delete("runtime");
    const others = files.filter((file) => file.name !== main.name && file.name.endsWith(".py"));
    this.project = new Map(others.map((file) => [file.name, file]));
    const own = others.map((file) => file.name.slice(0, -3));
    this.moduleNames = [...new Set([...this.native.keys(), ...moduleSources.keys(), ...own])];
    // A program called math.py still means ePython's module by `import math`.
    if (!this.moduleNames.some((name) => `${name}.py` === main.name)) this.project.set(main.name, main);
    if (dialect === "classic") this.names = classicNames(this.givenNames(main), foldName);
    this.loaded.set(main.name, "loading");
    this.load(main);
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

  private load(file: SourceFile): LoadedModule {
    const { module: tree, diagnostics, doubtful, dialect } = this.parse(file);
    this.diagnostics.push(...diagnostics);
    const module: LoadedModule = {
      tree,
      text: file.text,
      scope: scopesOf(tree, dialect, file === this.main ? this.resident : undefined),
      dialect,
      broken: diagnostics.some((one) => one.severity === "error"),
      imported: new Map(),
      plain: new Map(),
      doubtful: new Set(doubtful),
      anyName: false,
    };
    for (const statement of module.scope.imports) this.bind(module, statement);
    this.modules.push(module);
    this.loaded.set(file.name, module);
    return module;
  }

  /// ePython's own modules are always in `python`.
  private parse(file: SourceFile): Parsed & { readonly dialect: Dialect } {
    const { names } = this;
    const isOwn = moduleSources.get(file.name.replace(/\.py$/, "")) === file.text;
    if (names === undefined || isOwn) return { ...parse(file.text, file.name), dialect: "python" };
    const { module, diagnostics, doubtful } = parse(file.text, file.name, names.words);
    return {
      module: foldNames(module, names.spelling),
      diagnostics,
      doubtful: new Set([...doubtful].map(names.spelling)),
      dialect: "classic",
    };
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
    const module = this.loaded.get(file.name) ?? this.peek(file);
    if (module === "loading") return members;
    // The files of the project pass on what they import, as in Python; ePython's own modules keep it to themselves.
    if (this.project.has(file.name)) for (const [member, symbol] of module.imported) members.set(member, symbol);
    for (const [member, symbol] of module.scope.functions) members.set(member, symbol);
    for (const [member, symbol] of module.scope.variables) members.set(member, symbol);
    this.members.set(name, members);
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
    const text = moduleSources.get(name);
    return text === undefined ? undefined : { name: `${name}.py`, text };
  }

  // ── Imports ──────────────────────────────────────────────────────────────

  private bind(importer: LoadedModule, statement: Import | FromImport): void {
    const { module: id } = statement;
    const members = this.require(importer, id);
    if (statement.kind === "Import") this.bindModule(importer, statement, members);
    else if (members === undefined) this.bindNothing(importer, statement);
    else this.bindMembers(importer, statement, members);
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
    const source = this.loaded.get(`${id.name}.py`);
    const open = typeof source === "object" && this.fileOf(id.name) !== undefined && (source.broken || source.anyName);
    if (names === null) {
      if (open) importer.anyName = true;
      for (const [name, symbol] of members) if (!name.startsWith("_")) importer.imported.set(name, symbol);
      return;
    }
    for (const { name, alias } of names) {
      const bound = alias ?? name;
      const symbol = members.get(name.name);
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
    if (file !== undefined && this.loaded.get(file.name) === "loading") {
      this.diagnostics.push(diagnostic("import-cycle", importer.tree.file, id, { name: id.name }));
      return undefined;
    }
    if (file !== undefined && !this.loaded.has(file.name)) {
      this.loaded.set(file.name, "loading");
      this.load(file);
    }
    const members = this.membersOf(id.name);
    if (members === undefined) this.unknownModule(importer, id);
    return members;
  }

  private unknownModule(importer: LoadedModule, id: Identifier): void {
    const near = nearest(id.name, this.moduleNames);
    const known = `${this.moduleNames.slice(0, -1).join(", ")} and ${this.moduleNames.at(-1)}`;
    const fixes = near === undefined ? [] : replace(`Write ${near}`, id, near);
    const args = { name: id.name, nearest: near, known };
    this.diagnostics.push(diagnostic("unknown-module", importer.tree.file, id, args, fixes));
  }

  private unknownMember(importer: LoadedModule, module: string, id: Identifier, members: Members): void {
    const near = nearest(id.name, members.keys());
    const fixes = near === undefined ? [] : replace(`Write ${near}`, id, near);
    const args = { module, name: id.name, nearest: near };
    this.diagnostics.push(diagnostic("unknown-member", importer.tree.file, id, args, fixes));
  }
}
