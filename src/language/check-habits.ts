import { BCAST, type Native, REDUCE } from "../bytecode/natives.ts";
import { insert, replace } from "./catalogue.ts";
import { isMixed, latinTwin, letterName } from "./lookalikes.ts";
import { type Place, report } from "./names.ts";
import type { Meaning } from "./program.ts";
import type { Call, Expression } from "./tree.ts";

// What is allowed and yet hardly ever meant: values that go nowhere, loops over a number, names taken from functions.

/// Whether a statement that is only this expression does nothing, though it is no text and all of it could be read.
export function isIdle(value: Expression): boolean {
  switch (value.kind) {
    case "Name":
    case "Int":
    case "Real":
    case "Constant":
      return true;
    case "Unary":
      return isIdle(value.operand) || value.operand.kind === "String";
    case "Binary":
      return isQuiet(value.left) && isQuiet(value.right);
    case "Compare":
      return isQuiet(value.first) && value.rest.every(({ right }) => isQuiet(right));
    case "Index":
      return isQuiet(value.object) && isQuiet(value.index);
    case "List":
    case "Tuple":
    case "Set":
      return value.elements.length > 0 && value.elements.every(isQuiet);
    default:
      return false;
  }
}

export function isQuiet(value: Expression): boolean {
  return value.kind === "String" || isIdle(value);
}

/// `++x` in the midst of an expression, which is x itself.
export function checkDoubleSign(place: Place, value: Extract<Expression, { kind: "Unary" }>): void {
  const { op, operand } = value;
  if ((op !== "+" && op !== "-") || operand.kind !== "Unary" || operand.op !== op) return;
  if (operand.from !== value.from + 1 || operand.operand.kind !== "Name") return;
  report(place, "double-sign", value, { sign: op, name: operand.operand.name });
}

/// What a loop goes through, where it is certainly a number.
export function checkLoopOverNumber(place: Place, iterable: Expression, isNumber: boolean): void {
  if (!isNumber) return;
  const text = place.module.text.slice(iterable.from, iterable.to);
  const wanted = `range(${text})`;
  const fixes = iterable.kind === "Real" ? [] : replace(`Write ${wanted}`, iterable, wanted);
  report(place, "loop-over-number", iterable, { text }, fixes);
}

/// Takes note of an assignment to a name.
export function noteGiven(place: Place, target: Expression, value: Expression | undefined): void {
  const { habits } = place;
  const meaning = target.kind === "Name" ? place.library.meaning.get(target) : undefined;
  if (target.kind !== "Name" || meaning === undefined) return;
  if (value !== undefined && !habits.assigned.has(meaning)) {
    habits.assigned.set(meaning, { def: place.def, target, value });
  }
  if (value !== undefined && functionOf(place, value) !== undefined) {
    habits.functions.set(meaning, [...(habits.functions.get(meaning) ?? []), value]);
  }
  const mayBeFunction = value?.kind === "Name" || value?.kind === "Attribute" || value?.kind === "Index";
  if (!mayBeFunction && !habits.given.has(meaning)) habits.given.set(meaning, target);
}

/// The function that a name without call brackets means, if it means one.
export function functionOf({ library }: Place, value: Expression): Meaning | undefined {
  const id = value.kind === "Name" ? value : value.kind === "Attribute" ? value.name : undefined;
  const symbol = id === undefined ? undefined : library.meaning.get(id);
  return symbol?.kind === "function" || symbol?.kind === "native" ? symbol : undefined;
}

export function noteCalled({ library, habits }: Place, { callee }: Call): void {
  const id = callee.kind === "Name" ? callee : callee.kind === "Attribute" ? callee.name : undefined;
  const meaning = id === undefined ? undefined : library.meaning.get(id);
  if (meaning?.kind === "module-variable" || meaning?.kind === "local") habits.called.add(meaning);
  if (meaning?.kind === "native" && isCollective(meaning.native))
    habits.collectives.set(meaning.native, (habits.collectives.get(meaning.native) ?? 0) + 1);
}

/// Whether all cores call a function for the value that each gets back.
export function isCollective(native: Native): boolean {
  return native === BCAST || native === REDUCE;
}

/// Reports functions that were given to a variable without brackets, where that is used as a number: `rank = coreid`.
export function checkUncalled(place: Place): void {
  const { functions, given, called, reckoned } = place.habits;
  for (const [meaning, values] of functions) {
    if (!reckoned.has(meaning) || given.has(meaning) || called.has(meaning)) continue;
    for (const value of values) {
      const name = place.module.text.slice(value.from, value.to);
      report(place, "function-as-value", value, { name }, insert("Add ()", value.to, "()"));
    }
  }
}

/// Says of each variable that is named as a function that the function is out of reach: a warning if it is called.
export function checkShadowing(place: Place): void {
  const { library, module, habits } = place;
  // An import of the original gives names that nobody has asked for.
  if (module.dialect === "classic") return;
  const defined = new Set<Meaning>(module.scope.variableDefs.values());
  for (const [meaning, target] of habits.given) {
    const { name } = target;
    const twin = isMixed(name) ? latinTwin(name) : undefined;
    if (twin !== undefined) {
      const { plain, letter, latin } = twin;
      const fixes = replace(`Write ${plain}`, target, plain);
      report(place, "mixed-letters", target, { name, what: letterName(letter), latin }, fixes);
    }
    const hidden = module.imported.get(name) ?? module.plain.get(name) ?? library.builtins.get(name);
    if ((hidden?.kind !== "native" && hidden?.kind !== "function") || defined.has(meaning)) continue;
    report(place, habits.called.has(meaning) ? "shadowed-function" : "name-of-function", target, { name });
  }
}
