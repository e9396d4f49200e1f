import { assert } from "../base/assert.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import type { SourceFile } from "../base/source.ts";
import { lineStarts, positionAt } from "../base/span.ts";
import { encodeImage, type FunctionRow, type Image, type SourceMark } from "../bytecode/image.ts";
import type { ClassRow, HandledRow, HandlerRow, ShapeRow } from "../bytecode/image-parts.ts";
import { verify } from "../bytecode/verify.ts";
import { check } from "../language/checker.ts";
import { type Dialect, namedDialect } from "../language/dialect.ts";
import { builtinSource } from "../language/modules/sources.ts";
import type { CheckedProgram, FunctionScope, ModuleVariable, UserFunction } from "../language/program.ts";
import type { Def } from "../language/tree.ts";
import { type Alias, Aliases, MOST_ALIASES } from "./aliases.ts";
import type { Assembler, Slot } from "./assembler.ts";
import { Captures } from "./captures.ts";
import { Classes } from "./classes.ts";
import { ConstantPool } from "./constants.ts";
import { literalSlot, mayHaveArrays, mayHaveTables } from "./facts.ts";
import { type Form, Forms } from "./forms.ts";
import { helpersFor } from "./helpers.ts";
import { type Layout, layoutOf } from "./layout.ts";
import { isLibrary, reach } from "./reach.ts";
import { type References, referencesOf } from "./references.ts";
import { firstDefault, hasOwnDefaults, isStarred, shapeOf } from "./shapes.ts";
import type { Shared } from "./slots.ts";
import { FunctionCode } from "./statements.ts";
import { TOO_LARGE } from "./too-large.ts";

const MOST_FUNCTIONS = 255;
/// A byte tells how many.
const MOST_PARAMETERS = 255;
/// What a jump can reach.
const MOST_BYTES = 0x7fff;

export interface CompileOptions {
  /// The other files of the project, for `import`.
  readonly files?: readonly SourceFile[];
  /// Of a program that does not say and could be in any; `python3` if left out.
  readonly dialect?: Dialect;
  /// Of kernels: the names of data that stays on the cores, which every function that assigns them means.
  readonly resident?: readonly string[];
}

export interface CompileResult {
  /// Absent when there are errors.
  readonly image?: Uint8Array;
  /// In order of place; at most 20 errors.
  readonly diagnostics: readonly Diagnostic[];
}

/// Compiles a program to an image. Never throws for any text.
export function compile(main: SourceFile, options: CompileOptions = {}): CompileResult {
  const { program, diagnostics } = check(main, options.files ?? [], options.dialect, options.resident);
  if (program === undefined) return { diagnostics };
  const image = generate(program);
  if (typeof image === "string") {
    const whole = { from: 0, to: main.text.length };
    const { code, severity, headline } = TOO_LARGE;
    return {
      diagnostics: [...diagnostics, { code, severity, file: main.name, ...whole, message: headline(image), fixes: [] }],
    };
  }
  return { image: encodeImage(image), diagnostics };
}

/// The image of a checked program, or why it cannot be one.
export function generate(checked: CheckedProgram): Image | string {
  const reached = reach(checked);
  const program = usesOwn(checked, reached.functions) ? checked : withoutOwn(checked);
  const wide = reached.functions.find(({ def }) => def.parameters.length > MOST_PARAMETERS);
  if (wide !== undefined) {
    const { name, def } = wide;
    return `its function ${name} has ${def.parameters.length} parameters, of which ${MOST_PARAMETERS} are the most`;
  }
  const constants = new ConstantPool();
  const globals = new Map<ModuleVariable, number>();
  const globalNames: string[] = [];
  const globalFiles: number[] = [];
  const fileOf = new Map(program.modules.map((module, file) => [module.tree.file, file]));
  for (const variable of reached.variables) {
    globals.set(variable, globalNames.length);
    globalNames.push(variable.name);
    globalFiles.push(fileOf.get(variable.file) ?? 0);
  }
  const functions = new Map<Def, number>();
  reached.functions.forEach((symbol, k) => {
    functions.set(symbol.def, k + 1);
  });
  const defaults = placeDefaults(program, functions, constants, globalNames);
  const references = referencesOf(program);
  const handedBack = placeHandedBack(references, functions, globalNames);
  const forms = new Forms(functions);
  const captures = new Captures(program);
  const hasArrays = mayHaveArrays(program);
  const unset = placeUnset(program, globalNames);
  const aliases = new Aliases(program);
  if (aliases.largestGroup() > MOST_ALIASES) {
    return `one of its variables is tied to others by ${aliases.largestGroup()} calls of alias, of which ${MOST_ALIASES} are the most`;
  }
  const done = placeAliases(aliases.all, globalNames);
  const classes = new Classes(program, reached.classes);
  for (const of of classes.added.values()) {
    for (const variable of of.values()) {
      globals.set(variable, globalNames.length);
      globalNames.push(variable.name);
    }
  }
  const shared: Shared = {
    program,
    constants,
    globals,
    functions,
    defaults,
    handedBack,
    references,
    forms,
    captures,
    namesGiven: { names: new Set(), all: false },
    hasArrays,
    hasTables: mayHaveTables(program),
    iteration: reached.iteration,
    aliases,
    done,
    classes,
    ...(unset === undefined ? {} : { unset }),
  };

  const elements = program.modules.flatMap((module) => module.elements);
  const main = new FunctionCode(shared, elements);
  main.startAliases();
  program.modules.forEach((module, file) => {
    if (module.importedAt !== undefined) return;
    main.statements(
      module.tree.body.filter((statement) => !reached.idle.has(statement)),
      file,
    );
  });
  const end = program.modules.at(-1)?.tree.to ?? 0;
  main.finishProgram({ from: end, to: end });

  // Before anything is made for them.
  if (reached.functions.length >= MOST_FUNCTIONS) return tooManyFunctions(reached.functions.length + 1);
  const scopes = scopesByDef(program);
  const parts = [{ code: main, name: "<program>", layout: elements as Layout, def: undefined as Def | undefined }];
  const generateForm = (def: Def, form: Form): void => {
    const found = scopes.get(def);
    assert(found !== undefined, `${def.name.name} has a scope`);
    const { scope, file } = found;
    const layout = layoutOf(program, captures, scope);
    const code = new FunctionCode(shared, layout, def, form);
    code.startCells(scope.locals, def.name);
    code.startAliases();
    code.startGenerator();
    code.statements(def.body, file);
    code.finishFunction({ from: def.to, to: def.to });
    parts.push({ code, name: scope.symbol.name, layout, def });
  };
  for (const { def } of reached.functions) generateForm(def, new Map());
  // Making one form may ask for another; each stands at its number.
  for (let k = 0; k < forms.special.length && parts.length <= MOST_FUNCTIONS; k++) {
    const { def, form } = forms.special[k] as (typeof forms.special)[number];
    generateForm(def, form);
  }
  if (parts.length > MOST_FUNCTIONS) return tooManyFunctions(parts.length);
  // Their functions are constants, which stand behind those that the code uses.
  const classRows = classes.rows(
    constants,
    globals,
    () => globalNames.length,
    functions,
    helpersFor(program, classes.all),
  );
  // What follows the variables is the compiler's own.
  while (globalFiles.length < globalNames.length) globalFiles.push(program.modules.length - 1);
  return assemble(program, shared, globalNames, globalFiles, parts, classRows());
}

/// Whether a function of modules/builtins.py is among these.
function usesOwn({ own }: CheckedProgram, functions: readonly UserFunction[]): boolean {
  return functions.some((symbol) => own.get(symbol.name) === symbol);
}

function withoutOwn(program: CheckedProgram): CheckedProgram {
  return { ...program, modules: program.modules.filter(({ text }) => text !== builtinSource) };
}

function assemble(
  program: CheckedProgram,
  shared: Shared,
  globalNames: readonly string[],
  globalFiles: readonly number[],
  parts: readonly { code: FunctionCode; name: string; layout: Layout; def: Def | undefined }[],
  classes: readonly ClassRow[],
): Image | string {
  const chunks: Uint8Array[] = [];
  const rows: FunctionRow[] = [];
  const marks: SourceMark[] = [];
  const handlers: HandlerRow[] = [];
  const handled: HandledRow[] = [];
  const starts = program.modules.map((module) => lineStarts(module.text));
  const shapes: ShapeRow[] = [];
  let pc = 0;
  for (const [number, part] of parts.entries()) {
    const assembled = part.code.code.assemble(pc, globalNames.length);
    const { bytes, marks: made } = assembled;
    handlers.push(...assembled.handlers);
    handled.push(...assembled.handled);
    const parameters = part.def?.parameters ?? [];
    rows.push({
      entry: pc,
      parameters: parameters.length,
      required: firstDefault(parameters),
      locals: part.layout.length,
      frame: part.code.frame,
      defaults: defaultSlots(shared, part.def, globalNames.length),
    });
    const shape = part.def === undefined ? undefined : shapeOf(shared, part.def, number);
    if (shape !== undefined) shapes.push(shape);
    for (const mark of made) {
      const line = positionAt(starts[mark.file] as readonly number[], mark.from).line;
      marks.push({ pc: mark.pc, file: mark.file, line, from: mark.from, to: mark.to });
    }
    chunks.push(bytes);
    pc += bytes.length;
  }
  if (pc > MOST_BYTES) {
    const isWhole = parts.every(({ code }) => !(code.code as Assembler).isCut);
    return `its byte code takes ${isWhole ? "" : "more than "}${pc} bytes, of which ${MOST_BYTES} are the most`;
  }
  const code = new Uint8Array(pc);
  let at = 0;
  for (const chunk of chunks) {
    code.set(chunk, at);
    at += chunk.length;
  }
  const asksDocs = parts.some(({ code }) => code.asksDocs);
  const image: Image = {
    classic: program.dialect === "classic",
    python2: program.dialect === "classic" || isShownAsPython2(program),
    python3: program.dialect === "python3",
    globals: globalNames.length,
    constants: shared.constants.values,
    functions: rows,
    code,
    ...(shapes.length === 0 ? {} : { shapes }),
    ...(handlers.length === 0 ? {} : { handlers }),
    ...(classes.length === 0 ? {} : { classes }),
    ...(handled.length > 0 && parts.some(({ code }) => code.asksHandled) ? { handled } : {}),
    debug: {
      files: program.modules.map((module) => module.tree.file),
      library: program.modules.flatMap((module, file) => (isLibrary(module) ? [file] : [])),
      globals: globalNames,
      globalFiles,
      functions: parts.map(({ name, layout, def }) => ({
        name,
        locals: layout.map((variable) => variable.name),
        ...(asksDocs && def?.docstring !== undefined ? { doc: def.docstring } : {}),
      })),
      marks,
    },
  };
  return verify(image) ?? image;
}

/// Whether types show as Python 2 shows them: the program says that it is in Python 2, or has a print statement.
function isShownAsPython2({ modules }: CheckedProgram): boolean {
  const main = modules.at(-1);
  return main !== undefined && (main.tree.python2 === true || namedDialect(main.text) === "python2");
}

/// Gives every parameter's default a slot: a constant where it is a literal, else a global of its own.
function placeDefaults(
  program: CheckedProgram,
  functions: ReadonlyMap<Def, number>,
  constants: ConstantPool,
  globalNames: string[],
): Map<Def, readonly (Slot | undefined)[]> {
  const defaults = new Map<Def, readonly (Slot | undefined)[]>();
  for (const module of program.modules) {
    for (const { symbol } of module.functions) {
      if (!functions.has(symbol.def)) continue;
      defaults.set(
        symbol.def,
        symbol.def.parameters.map(({ name, fallback }) => {
          if (fallback === undefined) return undefined;
          const literal = literalSlot(fallback, constants);
          if (literal !== undefined) return literal;
          // It is in the function's value.
          if (hasOwnDefaults(program, symbol.def)) return undefined;
          globalNames.push(`${symbol.name}(${name.name}=)`);
          return { in: "globals", index: globalNames.length - 1 } as const;
        }),
      );
    }
  }
  return defaults;
}

/// Gives every `alias(a, b)` a global that says whether it has been carried out.
function placeAliases(aliases: readonly Alias[], globalNames: string[]): ReadonlyMap<Alias, Slot> {
  return new Map(
    aliases.map((alias) => {
      globalNames.push("alias");
      return [alias, { in: "globals", index: globalNames.length - 1 }];
    }),
  );
}

/// Gives every parameter that a function changes in its caller a global, in which it leaves what it has made of it.
function placeHandedBack(
  references: References | null,
  functions: ReadonlyMap<Def, number>,
  globalNames: string[],
): Map<Def, ReadonlyMap<number, Slot>> {
  const handedBack = new Map<Def, ReadonlyMap<number, Slot>>();
  for (const def of references === null ? [] : functions.keys()) {
    const slots = new Map<number, Slot>();
    def.parameters.forEach(({ name }, k) => {
      if (references?.changes(def, k) !== true) return;
      globalNames.push(`${def.name.name}(${name.name})`);
      slots.set(k, { in: "globals", index: globalNames.length - 1 });
    });
    if (slots.size > 0) handedBack.set(def, slots);
  }
  return handedBack;
}

function defaultSlots(shared: Shared, def: Def | undefined, globals: number): number[] {
  const slots = def === undefined ? [] : (shared.defaults.get(def) ?? []).slice(firstDefault(def.parameters));
  return slots.map((slot) => {
    const from = slot ?? shared.unset;
    return from?.in === "constants" ? globals + from.index : (from?.index ?? 0);
  });
}

/// A global that never has a value, if a classic program has a parameter without a default behind one with: what a call through a
/// variable does not give is taken from the parameter's default.
function placeUnset(program: CheckedProgram, globalNames: string[]): Slot | undefined {
  const isMixed = ({ symbol }: FunctionScope): boolean => {
    const parameters = symbol.def.parameters.filter(({ kind }) => !isStarred(kind));
    return parameters.slice(firstDefault(parameters)).some(({ fallback }) => fallback === undefined);
  };
  if (!program.modules.some(({ functions }) => functions.some(isMixed))) return undefined;
  globalNames.push("unset");
  return { in: "globals", index: globalNames.length - 1 };
}

function tooManyFunctions(count: number): string {
  return `it has ${count} functions, of which ${MOST_FUNCTIONS} are the most`;
}

function scopesByDef({ modules }: CheckedProgram): ReadonlyMap<Def, { scope: FunctionScope; file: number }> {
  return new Map(
    modules.flatMap(({ functions }, file) => functions.map((scope) => [scope.symbol.def, { scope, file }] as const)),
  );
}
