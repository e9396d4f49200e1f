import { INSTANCE, isReference, isTable, LIST_TAG, STRING, TUPLE_TAG } from "../bytecode/values.ts";
import type { Chip, Core } from "../machine/chip.ts";
import { formatReal, quoted } from "../machine/display-value.ts";
import { ConditionError, classNamed, evaluate, findName, LONGEST_STRING, localOf, type Value } from "./conditions.ts";
import { type ListParts, listAt } from "./list-parts.ts";
import { partsAt } from "./objects.ts";
import type { Condition, LogPart } from "./protocol/breakpoints.ts";
import type { Evaluation } from "./protocol/inspection.ts";
import { elementPlace, type Place } from "./slot-places.ts";
import { framesOf } from "./stack.ts";
import { tableAt } from "./tables.ts";
import { stringAt } from "./text-at.ts";
import { shorten, shown } from "./values.ts";

// What people see of an expression's value on a core: as a watch, in a logpoint's message, and whether it has changed.

/// The value of an expression on a core.
export function evaluationOf(chip: Chip, core: Core, expression: Condition): Evaluation {
  if (core.pythonCore) return { problem: "the values of full Python are not seen here" };
  try {
    return evaluationFrom(chip, core, evaluate(chip, core, expression));
  } catch (error) {
    if (error instanceof ConditionError) return { problem: error.message };
    throw error;
  }
}

function evaluationFrom(chip: Chip, core: Core, value: Value): Evaluation {
  const { classic } = chip.image;
  const none = { length: null, number: null };
  switch (value.type) {
    case "number": {
      const { value: number, real } = value;
      if (value.bool) {
        const word = number === 0 ? "False" : "True";
        return { type: "bool", text: classic === true ? word.toLowerCase() : word, length: null, number };
      }
      return { type: real ? "real" : "int", text: real ? formatReal(number) : String(number), length: null, number };
    }
    case "string":
      return { type: "string", text: shorten(quoted(value.value)), length: [...value.value].length, number: null };
    case "none":
      return { ...none, type: "None", text: classic === true ? "NONE" : "None" };
    case "sequence":
      return { ...none, type: value.word, text: shown(chip, core, value.place).text, length: value.items.length };
    case "other":
      return { ...none, type: value.word, text: shown(chip, core, value.place).text };
  }
}

/// A logpoint's message on a core. An expression without a value is told with the reason.
export function logMessage(chip: Chip, core: Core, parts: readonly LogPart[]): string {
  return parts
    .map((part) => {
      if (typeof part === "string") return part;
      try {
        const value = evaluate(chip, core, part.value);
        // As print writes it.
        if (value.type === "string") return value.value;
        const told = evaluationFrom(chip, core, value);
        return "text" in told ? told.text : told.problem;
      } catch (error) {
        if (error instanceof ConditionError) return `{${part.text}: ${error.message}}`;
        throw error;
      }
    })
    .join("");
}

/// What a value was at one time, to tell later whether it has changed.
export interface Observation {
  /// Where its names belong: two observations of different calls are not of the same thing.
  readonly scope: number;
  /// Equal for equal values.
  readonly print: string;
  readonly text: string;
}

/// Observes the value of an expression on a core; undefined where its names do not exist.
export function observe(chip: Chip, core: Core, expression: Condition): Observation | undefined {
  const frame = framesOf(chip, core)[0];
  const names = namesIn(expression);
  for (const name of names) {
    if (findName(chip, core, frame, name) === undefined && classNamed(chip, core, name) === undefined) return undefined;
  }
  const locals = frame !== undefined && names.some((name) => localOf(chip, frame, name) >= 0);
  const scope = locals ? frame.fp : 0;
  try {
    const value = evaluate(chip, core, expression);
    const told = evaluationFrom(chip, core, value);
    return { scope, print: printOf(chip, core, value), text: "text" in told ? told.text : told.problem };
  } catch (error) {
    if (error instanceof ConditionError) return { scope, print: "", text: "no value" };
    throw error;
  }
}

function namesIn(expression: Condition): string[] {
  switch (expression.kind) {
    case "name":
      return [expression.name];
    case "attribute":
      return namesIn(expression.of);
    case "index":
      return [...namesIn(expression.of), ...namesIn(expression.at)];
    case "call":
      return expression.of.flatMap(namesIn);
    case "unary":
      return namesIn(expression.of);
    case "binary":
      return [...namesIn(expression.left), ...namesIn(expression.right)];
    default:
      return [];
  }
}

/// Tells a value from every other, whatever its length.
function printOf(chip: Chip, core: Core, value: Value): string {
  if (value.type === "string") return `s${value.value}`;
  if (value.type === "none") return "none";
  if (value.type === "number") return `${value.real ? "r" : value.bool ? "b" : "i"}${value.value}`;
  const hash = new Hash();
  hashPlace(chip, core, value.place, hash, new Set());
  return `${value.word}${value.type === "other" ? value.identity : value.items.length} ${hash.text}`;
}

/// Two hashes of 32 bits each: that two different lists have both the same does not happen.
class Hash {
  private first = 0x811c9dc5;
  private second = 0x2545f491;

  add(word: number): void {
    this.first = Math.imul(this.first ^ word, 0x01000193);
    this.second = Math.imul(this.second + word, 0x9e3779b1) ^ (this.second >>> 15);
  }

  get text(): string {
    return `${this.first} ${this.second}`;
  }
}

/// `known` are the objects that are in the hash already: what is reached once more adds only its address.
function hashPlace(chip: Chip, core: Core, { tag, word }: Place, hash: Hash, known: Set<number>): void {
  const value = chip.words[word] as number;
  hash.add(tag);
  if (tag === STRING) {
    const text = stringAt(chip, core, value, 0, LONGEST_STRING)?.text ?? "";
    for (let k = 0; k < text.length; k++) hash.add(text.charCodeAt(k));
    return;
  }
  const inner = isReference(tag) && !known.has(value) ? placesIn(chip, core, tag, value) : undefined;
  if (inner === undefined) {
    hash.add(value);
    return;
  }
  known.add(value);
  hash.add(inner.length);
  for (const place of inner) hashPlace(chip, core, place, hash, known);
}

/// Where all that a value consists of stands; undefined of what has no parts.
function placesIn(chip: Chip, core: Core, tag: number, value: number): readonly Place[] | undefined {
  const placesOf = (list: ListParts, order: readonly number[]): Place[] =>
    order.map((k) => elementPlace(chip, list, k));
  if (tag === LIST_TAG || tag === TUPLE_TAG) {
    const list = listAt(chip, core, value);
    return list && placesOf(list, [...Array(list.length).keys()]);
  }
  if (isTable(tag)) {
    const table = tableAt(chip, core, tag, value);
    return (
      table && [table.keys, ...(table.values ? [table.values] : [])].flatMap((list) => placesOf(list, table.order))
    );
  }
  return tag === INSTANCE ? partsAt(chip, core, tag, value).map(({ place }) => place) : undefined;
}
