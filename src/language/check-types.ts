import { isType, type Native, TYPE } from "../bytecode/natives.ts";
import { replace } from "./catalogue.ts";
import { type Place, report } from "./names.ts";
import type { Call, Compare, Expression } from "./tree.ts";

// Types that are compared with what no type ever equals.

/// What says the same as a name that `type` gave before it gave types.
const BY_NAME: ReadonlyMap<string, string> = new Map(
  Object.entries({
    int: "int",
    real: "float",
    float: "float",
    bool: "bool",
    string: "str",
    str: "str",
    list: "list",
    tuple: "tuple",
    None: "type(None)",
    NoneType: "type(None)",
  }),
);

/// Says where a comparison cannot do what it says because one side is the type of a value.
export function checkTypesCompared(place: Place, { first, rest }: Compare): void {
  let left = first;
  for (const { op, right } of rest) {
    const isEquality = op === "==" || op === "!=" || op === "is" || op === "is not";
    const isSearch = op === "in" || op === "not in";
    for (const [one, other] of [[left, right] as const, [right, left] as const]) {
      if (!isTypeCall(place, one) || !(isEquality || (isSearch && one === left))) continue;
      const wanted = isSearch && (other.kind === "Tuple" || other.kind === "List") ? other.elements : [other];
      for (const value of wanted) checkWanted(place, one, value);
    }
    left = right;
  }
}

/// Says which of the types that a call of `isinstance` names are none here.
export function checkInstance(place: Place, { callee, args }: Call): void {
  const wanted = args[1]?.value;
  if (wanted === undefined || nativeOf(place, callee)?.name !== "isinstance") return;
  for (const value of wanted.kind === "Tuple" ? wanted.elements : [wanted]) checkIsType(place, value);
}

function checkWanted(place: Place, call: Expression, value: Expression): void {
  if (value.kind !== "String") return checkIsType(place, value);
  const wanted = BY_NAME.get(value.value);
  const fixes = wanted === undefined ? [] : replace(`Write ${wanted}`, value, wanted);
  report(place, "type-and-text", value, { call: textOf(place, call), wanted }, fixes);
}

/// Python has types of these names, which are functions here.
function checkIsType(place: Place, value: Expression): void {
  const native = nativeOf(place, value);
  if (native === undefined || isType(native)) return;
  if (!["xrange", "enumerate", "reversed", "zip"].includes(native.name)) return;
  const makesList = place.module.dialect !== "python3";
  const fixes = makesList ? replace("Write list", value, "list") : [];
  report(place, "not-a-type", value, { name: native.name, makesList }, fixes);
}

function isTypeCall(place: Place, value: Expression): boolean {
  return value.kind === "Call" && nativeOf(place, value.callee) === TYPE;
}

function nativeOf(place: Place, value: Expression): Native | undefined {
  const meaning = value.kind === "Name" ? place.library.meaning.get(value) : undefined;
  return meaning?.kind === "native" ? meaning.native : undefined;
}

function textOf({ module }: Place, { from, to }: Expression): string {
  return module.text.slice(from, to);
}
