import type { Native } from "../bytecode/natives.ts";
import { arity, DICT, keywordsOf, PRINT, takesAnyName } from "../bytecode/natives.ts";
import { CLASS_PREFIX } from "../bytecode/special-names.ts";
import { replace } from "./catalogue.ts";
import { methodNamed } from "./classes.ts";
import type { LoadedModule } from "./loader.ts";
import { type Place, report } from "./names.ts";
import { PRINT_KEYWORDS } from "./print.ts";
import type { Meaning, UserClass, UserFunction } from "./program.ts";
import { type Call, type ParameterKind, starsOf } from "./tree.ts";

// Checks the arguments of calls: how many there are, and what they are called.

/// What a function may be called with.
interface Signature {
  readonly name: string;
  /// How it is written, for messages.
  shown(place: Place): string;
  /// Of its parameters.
  readonly names: readonly string[];
  readonly known: ReadonlySet<string>;
  readonly required: readonly string[];
  readonly most: number;
  /// Takes arguments of any name beside these.
  readonly named: boolean;
}

/// Checks the number and the names of a call's arguments against the function it calls, if that is known.
export function checkArguments(place: Place, call: Call, symbol: Meaning | undefined): void {
  if (symbol === undefined) return;
  switch (symbol.kind) {
    case "function":
      if (isUnread(place, symbol)) break;
      check(place, call, ofFunction(symbol));
      noteParameters(place, call, symbol);
      break;
    case "class":
      checkConstructor(place, call, symbol);
      break;
    case "native":
      check(place, call, ofNative(symbol.native, place));
      checkStars(place, call, symbol.native);
      break;
    case "constant":
      check(
        place,
        call,
        signatureOf(symbol.name, () => `${symbol.name}()`, [], 0),
      );
      break;
    default:
      checkUnknown(place, call);
  }
}

/// A call of a class takes what its `__init__` takes behind the object itself.
function checkConstructor(place: Place, call: Call, symbol: UserClass): void {
  // An enumeration is called with the value of a member, whatever its members are made with.
  if (methodNamed(place.library.meaning, symbol, `${CLASS_PREFIX}__call__`) !== undefined) return;
  const init = methodNamed(place.library.meaning, symbol, "__init__");
  if (init === undefined || isUnread(place, init)) return;
  const { name } = symbol;
  const parameters = init.def.parameters.slice(1);
  check(place, call, ofFunction({ ...init, name, def: { ...init.def, parameters } }));
  noteParameters(place, call, init);
}

/// Values that are unpacked in the call of a function of ePython itself can only be further ones in a row.
function checkStars(place: Place, call: Call, native: Native): void {
  const stars = call.args.filter(({ value }) => value.kind === "Starred");
  if (native === DICT && stars.every(({ value }) => value.kind === "Starred" && value.double === true)) return;
  const isNamed = call.args.some(({ name }) => name !== undefined);
  const bad = stars.find(
    ({ value }) => (isNamed && native !== PRINT) || (value.kind === "Starred" && value.double === true),
  );
  if (bad !== undefined) report(place, "star-to-native", bad, { name: native.name });
}

/// A call of a method: its first parameter is the value before the dot.
export function checkMethodArguments(place: Place, call: Call, native: Native): void {
  check(place, call, ofNative({ ...native, parameters: native.parameters.slice(1) }, place));
  checkStars(place, call, native);
}

/// A call through a variable, of which nothing is known.
export function checkUnknown(place: Place, call: Call): void {
  if (place.module.dialect !== "classic") return;
  const named = call.args.find((argument) => argument.name !== undefined);
  if (named?.name !== undefined) report(place, "keyword-to-unknown", named, {});
}

function ofNative(native: Native, { module }: Place): Signature {
  const { name, parameters } = native;
  const named = native.named === true || takesAnyName(native);
  // What these do is done by functions in ePython, which a classic program does not have.
  const further = module.dialect === "classic" ? [] : keywordsOf(native);
  const known = new Set([...parameters.map((parameter) => parameter.name), ...further]);
  const signature = { ...signatureOf(name, () => nativeText(native), parameters, arity(native).most), named, known };
  return native === PRINT ? { ...signature, known: PRINT_KEYWORDS } : signature;
}

function signatureOf(
  name: string,
  shown: Signature["shown"],
  parameters: readonly { readonly name: string; readonly optional?: boolean }[],
  most: number,
): Signature {
  const names = parameters.map((parameter) => parameter.name);
  const required = parameters.filter(({ optional }) => !optional).map((parameter) => parameter.name);
  return { name, shown, names, known: new Set(names), required, most, named: false };
}

// Made once for a function: it may have many parameters, and be called in many places.
const signatures = new WeakMap<UserFunction, Signature>();

function nativeText(native: Native): string {
  const shown = native.parameters.map(({ name, optional }, i) =>
    optional ? `[${i > 0 ? ", " : ""}${name}]` : `${i > 0 ? ", " : ""}${name}`,
  );
  const more = native.variadic ? (native.parameters.length > 0 ? ", ..." : "...") : "";
  return `${native.name}(${shown.join("")}${more})`;
}

function ofFunction(symbol: UserFunction): Signature {
  const made = signatures.get(symbol);
  if (made !== undefined) return made;
  const { name, def } = symbol;
  const takesAll = (kind: ParameterKind): boolean => def.parameters.some((one) => one.kind === kind);
  const own = def.parameters.filter(({ kind }) => kind !== "star" && kind !== "star-star");
  const positional = own.filter(({ kind }) => kind !== "keyword-only");
  const signature: Signature = {
    name,
    shown: (place) => functionText(place, symbol),
    names: positional.map((parameter) => parameter.name.name),
    known: new Set(own.filter(({ kind }) => kind !== "positional-only").map((parameter) => parameter.name.name)),
    required: own.filter(({ fallback }) => fallback === undefined).map((parameter) => parameter.name.name),
    most: takesAll("star") ? Number.POSITIVE_INFINITY : positional.length,
    named: takesAll("star-star"),
  };
  signatures.set(symbol, signature);
  return signature;
}

/// As many parameters as a message names, and as many characters as it shows of a value.
const MOST_NAMED = 20;
const MOST_SHOWN = 60;

function functionText(place: Place, { name: ofAll, file, def }: UserFunction): string {
  const text = fileOf(place, file)?.text;
  const shown = def.parameters.slice(0, MOST_NAMED).map((parameter) => {
    const { name, fallback } = parameter;
    if (fallback === undefined) return starsOf(parameter) + name.name;
    const isShort = fallback.to - fallback.from <= MOST_SHOWN;
    return `${name.name}=${(isShort ? text?.slice(fallback.from, fallback.to) : undefined) ?? "..."}`;
  });
  if (def.parameters.length > MOST_NAMED) shown.push("...");
  return `${ofAll}(${shown.join(", ")})`;
}

/// Whether the line with the parameters of a function may be among those that could not be read.
function isUnread(place: Place, { file, name }: UserFunction): boolean {
  const module = fileOf(place, file);
  return module?.broken === true && module.doubtful.has(name);
}

function fileOf({ library, module }: Place, file: string): LoadedModule | undefined {
  return module.tree.file === file ? module : library.modules.find((one) => one.tree.file === file);
}

function check(place: Place, call: Call, signature: Signature): void {
  const { name, shown, names, known, required, most } = signature;
  const given = new Set<string>();
  let plain = 0;
  let wrongName = false;
  const noteMisfit = (): void => {
    if (place.taken?.has("TypeError") === true) place.library.misfits.add(call);
  };
  // How many values those stand for is known when the program runs.
  const isUnpacked = call.args.some(({ value }) => value.kind === "Starred");
  for (const argument of call.args) {
    if (argument.value.kind === "Starred") continue;
    if (argument.name === undefined) {
      const parameter = names[plain++];
      if (parameter !== undefined) given.add(parameter);
      continue;
    }
    const keyword = argument.name.name;
    if (!known.has(keyword) && !signature.named) {
      wrongName = true;
      const near = place.library.guesses.nearest(keyword, names);
      const fixes = near === undefined ? [] : replace(`Write ${near}`, argument.name, near);
      noteMisfit();
      report(place, "unknown-keyword", argument.name, { signature: shown(place), keyword, nearest: near }, fixes);
    } else if (given.has(keyword) && known.has(keyword)) {
      noteMisfit();
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
    noteMisfit();
    report(place, "too-many-arguments", span, { signature: shown(place), name, most, given: plain });
    return;
  }
  if (wrongName || isUnpacked) return;
  // No further than needed: `required` may be long.
  const missing: string[] = [];
  for (const parameter of required) {
    if (missing.length > MOST_NAMED) break;
    if (!given.has(parameter)) missing.push(`\`${parameter}\``);
  }
  if (missing.length === 0) return;
  if (missing.length > MOST_NAMED) missing[MOST_NAMED] = "others";
  const list = missing.length === 1 ? missing[0] : `${missing.slice(0, -1).join(", ")} and ${missing.at(-1)}`;
  noteMisfit();
  report(place, "too-few-arguments", call, { signature: shown(place), name, missing: list as string });
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
