import { replace } from "./catalogue.ts";
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

function isQuiet(value: Expression): boolean {
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
  const meaning = target.kind === "Name" ? place.library.meaning.get(target) : undefined;
  if (target.kind !== "Name" || meaning === undefined) return;
  const mayBeFunction = value?.kind === "Name" || value?.kind === "Attribute" || value?.kind === "Index";
  if (!mayBeFunction && !place.habits.given.has(meaning)) place.habits.given.set(meaning, target);
}

export function noteCalled(place: Place, { callee }: Call): void {
  const meaning = callee.kind === "Name" ? place.library.meaning.get(callee) : undefined;
  if (meaning?.kind === "module-variable" || meaning?.kind === "local") place.habits.called.add(meaning);
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
