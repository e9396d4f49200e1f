import type { Span } from "../base/span.ts";
import type { Native } from "../bytecode/natives.ts";
import { methodNamed } from "../language/classes.ts";
import type { LoadedModule } from "../language/loader.ts";
import type { UserClass, UserFunction } from "../language/program.ts";
import { memberKind } from "../language/scopes.ts";
import { type Def, type Identifier, type Parameter, starsOf } from "../language/tree.ts";
import type { Analysis } from "./analysis.ts";

/// What a function is called with, and what it does.
export interface Signature {
  readonly name: string;
  /// Such as `send(data, pid[, n])`.
  readonly label: string;
  /// The parameters, as ranges of the label.
  readonly parameters: readonly (Span & { readonly name: string })[];
  readonly variadic: boolean;
  readonly summary: string;
  readonly mpi?: string;
  /// The module it belongs to, if it is ePython's own.
  readonly module?: string;
}

/// Of a native; of a method without the value that stands before the dot.
export function signatureOfNative(native: Native): Signature {
  const isMethod = native.module === "method";
  const shown = (isMethod ? native.parameters.slice(1) : native.parameters).map(({ name, optional }) => ({
    name,
    before: optional === true ? "[" : "",
    after: optional === true ? "]" : "",
    comma: optional === true ? "[, " : ", ",
  }));
  const parameters: (Span & { name: string })[] = [];
  let label = `${native.name}(`;
  shown.forEach(({ name, before, after, comma }, i) => {
    label += i === 0 ? before : comma;
    parameters.push({ name, from: label.length, to: label.length + name.length });
    label += name + after;
  });
  const variadic = native.variadic === true;
  if (variadic) {
    label += parameters.length > 0 ? ", " : "";
    parameters.push({ name: "...", from: label.length, to: label.length + 3 });
    label += "...";
  }
  return {
    name: native.name,
    label: `${label})`,
    parameters,
    variadic,
    summary: native.summary,
    ...(native.mpi === undefined ? {} : { mpi: native.mpi }),
    ...(isMethod || native.module === "builtins" ? {} : { module: native.module }),
  };
}

/// Of a function in a file of the program.
export function signatureOfFunction(analysis: Analysis, { name, file, def }: UserFunction): Signature {
  return signatureOf(analysis, file, def, name, def.parameters);
}

/// Of a method, called on an object: without its first parameter.
export function signatureOfMethod(analysis: Analysis, { name, file, def }: UserFunction): Signature {
  return signatureOf(
    analysis,
    file,
    def,
    name,
    memberKind(def) === "static" ? def.parameters : def.parameters.slice(1),
  );
}

/// Of a class that has an `__init__`, called.
export function signatureOfClass(analysis: Analysis, symbol: UserClass): Signature | undefined {
  const init = methodNamed(analysis.library.meaning, symbol, "__init__");
  if (init === undefined) return undefined;
  const summary = symbol.node.docstring?.trim() ?? init.def.docstring?.trim() ?? "";
  return { ...signatureOf(analysis, init.file, init.def, symbol.name, init.def.parameters.slice(1)), summary };
}

/// The module of a file of the program.
export function moduleIn({ library, module }: Analysis, file: string): LoadedModule | undefined {
  return [module, ...library.modules].find(({ tree }) => tree.file === file);
}

function signatureOf(analysis: Analysis, file: string, def: Def, name: string, all: readonly Parameter[]): Signature {
  const text = moduleIn(analysis, file)?.text;
  const written = ({ from, to }: Span): string | undefined => text?.slice(from, to);
  // What a dataclass makes is not written anywhere; names of a classic program may be written with capitals.
  const spelling = (id: Identifier): string => {
    const found = written(id);
    return found !== undefined && found.toLowerCase() === id.name.toLowerCase() ? found : id.name;
  };
  const parameters: (Span & { name: string })[] = [];
  let label = `${name === def.name.name ? spelling(def.name) : name}(`;
  const shown = all.toSorted((a, b) => a.from - b.from);
  shown.forEach((one, i) => {
    const { name: id, fallback, kind } = one;
    if (i > 0) label += ", ";
    const before = shown[i - 1]?.kind;
    if (before === "positional-only" && kind !== before) label += "/, ";
    if (kind === "keyword-only" && before !== kind && before !== "star") label += "*, ";
    const parameter = starsOf(one) + spelling(id);
    const value = fallback === undefined ? "" : `=${written(fallback) ?? "..."}`;
    parameters.push({ name: parameter, from: label.length, to: label.length + parameter.length + value.length });
    label += parameter + value;
  });
  if (shown.at(-1)?.kind === "positional-only") label += ", /";
  return { name, label: `${label})`, parameters, variadic: false, summary: def.docstring?.trim() ?? "" };
}
