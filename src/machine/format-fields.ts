import { DICT, LIST_TAG, STRING, TUPLE_TAG } from "../bytecode/values.ts";
import type { Chip } from "./chip.ts";
import { asciiText, quoted } from "./display-value.ts";
import { parseForm } from "./format-form.ts";
import * as problems from "./format-problems.ts";
import { type FormatProblem, isText } from "./format-problems.ts";
import { formatSpec, textForm } from "./format-spec.ts";
import { elementTag, elementWord, listLength } from "./lists.ts";
import { valueNamed } from "./names-in-dicts.ts";
import { characterAt, stringLength } from "./strings.ts";

// `"{} {0} {name[1]:>8}".format(…)`: texts with values in place of their braces.

/// A value by its tag and its word, or a text that lies nowhere yet.
type Value = { readonly tag: number; readonly word: number } | string;

/// What a template may ask for.
export interface FieldValues {
  readonly places: readonly Value[];
  readonly named: (name: string) => Value | undefined;
}

// As in Python, a form may have fields and these may not.
const DEEPEST = 2;

/// The template with these values in it.
export function formatFields(chip: Chip, template: string, values: FieldValues): string | FormatProblem {
  return new Fields(chip, values, template).text(template, DEEPEST);
}

const problem = (why: number, detail = 0): FormatProblem => ({ why, detail });

class Fields {
  /// The next field without a number; undefined once one has had one.
  private next: number | undefined;
  private isNumbered = false;
  private readonly chip: Chip;
  private readonly values: FieldValues;
  private readonly template: string;

  constructor(chip: Chip, values: FieldValues, template: string) {
    this.chip = chip;
    this.values = values;
    this.template = template;
  }

  text(template: string, depth: number): string | FormatProblem {
    if (depth === 0) return problem(problems.NESTED_TOO_DEEP);
    let out = "";
    for (let at = 0; at < template.length; ) {
      const character = template[at] as string;
      if (character !== "{" && character !== "}") {
        out += character;
        at++;
      } else if (template[at + 1] === character) {
        out += character;
        at += 2;
      } else if (character === "}" || at + 1 === template.length) {
        return problem(problems.LONE_BRACE, character.charCodeAt(0));
      } else {
        const end = endOf(template, at + 1);
        if (end < 0) return problem(problems.UNCLOSED_BRACE);
        const shown = this.field(template.slice(at + 1, end), depth);
        if (!isText(shown)) return shown;
        out += shown;
        at = end + 1;
      }
    }
    return out;
  }

  private field(field: string, depth: number): string | FormatProblem {
    const [name = ""] = /^(?:\[[^\]]*\]?|[^[:!])*/.exec(field) ?? [];
    if (name.includes("{")) return problem(problems.LONE_BRACE, 0x7b);
    let rest = field.slice(name.length);
    const value = this.value(name);
    if (typeof value !== "string" && "why" in value) return value;
    let conversion = "";
    if (rest.startsWith("!")) {
      conversion = rest.slice(0, 2);
      rest = rest.slice(2);
      if (!/^![rsa]$/.test(conversion) || !/^(:|$)/.test(rest)) {
        return problem(problems.UNKNOWN_FORM, conversion.codePointAt(1) ?? 0x21);
      }
    }
    const form = this.text(rest.slice(1), depth - (rest.includes("{") ? 1 : 0));
    return isText(form) ? this.shown(value, conversion, form) : form;
  }

  private shown(value: Value, conversion: string, form: string): string | FormatProblem {
    if (typeof value !== "string") {
      return formatSpec(this.chip, value.tag, value.word, `${conversion}${form === "" ? "" : `:${form}`}`);
    }
    const text = conversion === "!r" ? quoted(value) : conversion === "!a" ? asciiText(quoted(value)) : value;
    const parsed = parseForm(form);
    return "why" in parsed ? parsed : textForm(text, parsed);
  }

  private value(name: string): Value | FormatProblem {
    const [first = ""] = /^[^.[]*/.exec(name) ?? [];
    let value = this.first(first);
    let rest = name.slice(first.length);
    while (rest !== "" && (typeof value === "string" || !("why" in value))) {
      const [step = "", key = ""] = /^\[([^\]]*)\]/.exec(rest) ?? [];
      if (step === "") return problem(problems.NO_ATTRIBUTE, typeof value === "string" ? STRING : value.tag);
      value = this.element(value, key);
      rest = rest.slice(step.length);
    }
    return value;
  }

  private first(name: string): Value | FormatProblem {
    const { places, named } = this.values;
    if (name !== "" && !/^\d+$/.test(name)) return named(name) ?? problems.noSuchName(this.template, name);
    if (name === "") {
      if (this.isNumbered) return problem(problems.MIXED_NUMBERING, 1);
      this.next ??= 0;
    } else {
      if (this.next !== undefined) return problem(problems.MIXED_NUMBERING);
      this.isNumbered = true;
    }
    const place = name === "" ? (this.next as number) : Number(name);
    if (name === "") this.next = place + 1;
    return places[place] ?? problem(problems.NO_SUCH_PLACE, place);
  }

  private element(value: Value, key: string): Value | FormatProblem {
    const { chip } = this;
    const tag = typeof value === "string" ? STRING : value.tag;
    if (typeof value !== "string" && tag === DICT) {
      const name = /^\d+$/.test(key) ? Number(key) : key;
      return valueNamed(chip, chip.words[value.word] as number, name) ?? problems.noSuchName(this.template, key);
    }
    if (!/^\d+$/.test(key)) return problem(problems.NO_ATTRIBUTE, tag);
    const at = Number(key);
    if (typeof value === "string") return Array.from(value)[at] ?? problem(problems.NO_SUCH_ELEMENT, tag);
    const address = chip.words[value.word] as number;
    if (tag === STRING) {
      return at < stringLength(chip, address)
        ? String.fromCodePoint(characterAt(chip, address, at))
        : problem(problems.NO_SUCH_ELEMENT, tag);
    }
    if (tag !== LIST_TAG && tag !== TUPLE_TAG) return problem(problems.NO_ATTRIBUTE, tag);
    return at < listLength(chip, address)
      ? { tag: elementTag(chip, address, at), word: elementWord(chip, address, at) }
      : problem(problems.NO_SUCH_ELEMENT, tag);
  }
}

/// Where the field that begins at an offset ends: at the brace that closes it, or -1.
function endOf(template: string, from: number): number {
  let depth = 1;
  for (let at = from; at < template.length; at++) {
    if (template[at] === "[" && depth === 1 && !template.slice(from, at).includes(":")) {
      const close = template.indexOf("]", at);
      if (close >= 0) at = close;
    } else if (template[at] === "{") depth++;
    else if (template[at] === "}" && --depth === 0) return at;
  }
  return -1;
}
