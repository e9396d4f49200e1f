import type { Native } from "../bytecode/natives.ts";
import { arity } from "../bytecode/natives.ts";
import type { LoadedModule } from "./loader.ts";
import { replace } from "./messages.ts";
import { type Place, report } from "./names.ts";
import type { Meaning, UserFunction } from "./program.ts";
import { nearest } from "./suggest.ts";
import type { Call } from "./tree.ts";

/// What a function may be called with.
interface Signature {
  readonly name: string;
  /// How it is written, for messages.
  shown(): string;
  readonly parameters: readonly { readonly name: string; readonly optional?: boolean }[];
  readonly most: number;
}

/// Checks the number and the names of a call's arguments against the function it calls, if that is known.
export function checkArguments(place: Place, call: Call, symbol: Meaning | undefined): void {
  if (symbol === undefined) return;
  switch (symbol.kind) {
    case "function":
      check(place, call, ofFunction(place, symbol));
      noteParameters(place, call, symbol);
      break;
    case "native":
      check(place, call, ofNative(symbol.native));
      break;
    case "constant":
      check(place, call, { name: symbol.name, shown: () => `${symbol.name}()`, parameters: [], most: 0 });
      break;
    default:
      checkUnknown(place, call);
  }
}

/// A call of a method: its first parameter is the value before the dot.
export function checkMethodArguments(place: Place, call: Call, native: Native): void {
  check(place, call, ofNative({ ...native, parameters: native.parameters.slice(1) }));
}

/// A call through a variable, of which nothing is known.
export function checkUnknown(place: Place, call: Call): void {
  const named = call.args.find((argument) => argument.name !== undefined);
  if (named?.name !== undefined) report(place, "keyword-to-unknown", named, {});
}

function ofNative(native: Native): Signature {
  const { name, parameters } = native;
  return { name, shown: () => nativeText(native), parameters, most: arity(native).most };
}

function nativeText(native: Native): string {
  const shown = native.parameters.map(({ name, optional }, i) =>
    optional ? `[${i > 0 ? ", " : ""}${name}]` : `${i > 0 ? ", " : ""}${name}`,
  );
  const more = native.variadic ? (native.parameters.length > 0 ? ", ..." : "...") : "";
  return `${native.name}(${shown.join("")}${more})`;
}

function ofFunction(place: Place, symbol: UserFunction): Signature {
  const { name, def } = symbol;
  return {
    name,
    shown: () => functionText(place, symbol),
    parameters: def.parameters.map((parameter) => ({
      name: parameter.name.name,
      optional: parameter.fallback !== undefined,
    })),
    most: def.parameters.length,
  };
}

function functionText(place: Place, { name: ofAll, file, def }: UserFunction): string {
  const text = textOf(place, file);
  const shown = def.parameters.map(({ name, fallback }) =>
    fallback === undefined ? name.name : `${name.name}=${text?.slice(fallback.from, fallback.to) ?? "..."}`,
  );
  return `${ofAll}(${shown.join(", ")})`;
}

function textOf({ library, module }: Place, file: string): string | undefined {
  const found: LoadedModule | undefined = library.modules.find((one) => one.tree.file === file);
  return (found ?? (module.tree.file === file ? module : undefined))?.text;
}

const BY_KEY = "sort tuples that begin with it, as in `sorted([(key(v), v) for v in x])`";
const BEST_BY_KEY = "take it of tuples that begin with it, as in `max([(key(v), v) for v in x])[1]`";

/// Named arguments that functions of these names have in Python and not here, and what says the same.
const LEFT_OUT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "sorted key": BY_KEY,
    "sort key": BY_KEY,
    "max key": BEST_BY_KEY,
    "min key": BEST_BY_KEY.replace("max", "min"),
    "max default": "ask first, as in `max(x) if len(x) > 0 else 0`",
    "min default": "ask first, as in `min(x) if len(x) > 0 else 0`",
    "zip strict": "compare the lengths with `len` before",
  }),
);

function check(place: Place, call: Call, { name, shown, parameters, most }: Signature): void {
  const given = new Set<string>();
  let plain = 0;
  let wrongName = false;
  for (const argument of call.args) {
    if (argument.name === undefined) {
      const parameter = parameters[plain++];
      if (parameter !== undefined) given.add(parameter.name);
      continue;
    }
    const keyword = argument.name.name;
    if (!parameters.some((parameter) => parameter.name === keyword)) {
      wrongName = true;
      const instead = LEFT_OUT.get(`${name} ${keyword}`);
      if (instead !== undefined) {
        report(place, "left-out-keyword", argument.name, { name, keyword, instead });
        continue;
      }
      const near = nearest(
        keyword,
        parameters.map((parameter) => parameter.name),
      );
      const fixes = near === undefined ? [] : replace(`Write ${near}`, argument.name, near);
      report(place, "unknown-keyword", argument.name, { signature: shown(), keyword, nearest: near }, fixes);
    } else if (given.has(keyword)) {
      report(place, "repeated-argument", argument, { name: keyword });
    } else {
      given.add(keyword);
    }
  }
  // In classic ePython arguments that are too many are ignored, and parameters without one have no value.
  if (place.module.dialect === "classic") return;
  if (plain > most) {
    const surplus = call.args.filter((argument) => argument.name === undefined);
    const span = { from: surplus[most]?.from ?? call.from, to: surplus[plain - 1]?.to ?? call.to };
    report(place, "too-many-arguments", span, { signature: shown(), name, most, given: plain });
    return;
  }
  const missing = parameters.filter((parameter) => !parameter.optional && !given.has(parameter.name));
  if (missing.length === 0 || wrongName) return;
  const names = missing.map((parameter) => `\`${parameter.name}\``);
  const list = names.length === 1 ? names[0] : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  report(place, "too-few-arguments", call, { signature: shown(), name, missing: list as string });
}

/// A named argument means the parameter of that name.
function noteParameters({ library, module }: Place, call: Call, symbol: UserFunction): void {
  for (const { name } of call.args) {
    if (name === undefined) continue;
    const owners = [module, ...library.modules];
    const scope = owners.map((one) => one.scope.defs.get(symbol.def)).find((one) => one !== undefined);
    const local = scope?.locals.get(name.name);
    if (local !== undefined) library.meaning.set(name, local);
  }
}
