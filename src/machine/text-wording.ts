import type { ExceptionName } from "../bytecode/exceptions.ts";
import { pythonTypeName, STRING } from "../bytecode/values.ts";
import * as problems from "./format-problems.ts";

// What CPython says of forms that do not fit, and of arguments that methods of strings cannot use.

/// An exception's class and its text.
export type Worded = readonly [ExceptionName, string];

/// Of a problem with `template % values` if `percent`, else of one with a form after a colon or in a template for `format`.
export function formatWording(why: number, detail: number, template: string, percent: boolean): Worded {
  const letter = String.fromCharCode(detail & 255);
  const type = pythonTypeName((detail >> 8) & 255);
  switch (why) {
    case problems.TOO_FEW_VALUES:
      return ["TypeError", "not enough arguments for format string"];
    case problems.TOO_MANY_VALUES:
      return ["TypeError", "not all arguments converted during string formatting"];
    case problems.WRONG_VALUE:
      return percent
        ? ["TypeError", percentWants(letter, type)]
        : ["ValueError", `Unknown format code '${letter}' for object of type '${type}'`];
    case problems.NOT_ALLOWED:
      return ["ValueError", notAllowed(letter, String.fromCharCode(detail >> 8))];
    case problems.MISSING_PRECISION:
      return ["ValueError", "Format specifier missing precision"];
    case problems.NO_SUCH_PLACE:
      return ["IndexError", `Replacement index ${detail} out of range for positional args tuple`];
    case problems.NO_SUCH_ELEMENT:
      return ["IndexError", `${detail === STRING ? "string" : pythonTypeName(detail)} index out of range`];
    case problems.NO_SUCH_NAME:
      return ["KeyError", problems.named(template, detail)];
    case problems.LONE_BRACE:
      return ["ValueError", `Single '${letter}' encountered in format string`];
    case problems.UNCLOSED_BRACE:
      return ["ValueError", "expected '}' before end of string"];
    case problems.MIXED_NUMBERING: {
      const [from, to] = ["automatic field numbering", "manual field specification"];
      const [before, after] = detail === 0 ? [from, to] : [to, from];
      return ["ValueError", `cannot switch from ${before} to ${after}`];
    }
    case problems.NEEDS_NAMES:
      return ["TypeError", "format requires a mapping"];
    case problems.NO_CHARACTER:
      return ["OverflowError", "%c arg not in range(0x110000)"];
    case problems.NO_FORM:
      return ["TypeError", `unsupported format string passed to ${pythonTypeName(detail)}.__format__`];
    case problems.NO_ATTRIBUTE:
      return ["AttributeError", `'${pythonTypeName(detail)}' object has no such attribute`];
    case problems.NESTED_TOO_DEEP:
      return ["ValueError", "Max string recursion exceeded"];
    default:
      return ["ValueError", unknownForm(detail, template, percent)];
  }
}

function percentWants(letter: string, type: string): string {
  if (letter === "*") return "* wants int";
  if (letter === "c") return "%c requires int or char";
  if ("eEfFgG".includes(letter)) return `must be real number, not ${type}`;
  return `%${letter} format: ${"oxX".includes(letter) ? "an integer" : "a real number"} is required, not ${type}`;
}

function notAllowed(part: string, letter: string): string {
  const where = letter === "s" ? "in string format specifier" : `with integer format specifier '${letter}'`;
  switch (part) {
    case ",":
    case "_":
      return `Cannot specify '${part}' with '${letter}'.`;
    case ".":
      return "Precision not allowed in integer format specifier";
    case "#":
      return `Alternate form (#) not allowed ${where}`;
    case "=":
      return "'=' alignment not allowed in string format specifier";
    case "z":
      return `Negative zero coercion (z) not allowed in ${letter === "s" ? "string format specifier" : "format specifier with integer presentation type"}`;
    default:
      return `${part === " " && letter === "s" ? "Space" : "Sign"} not allowed ${where}`;
  }
}

function unknownForm(detail: number, template: string, percent: boolean): string {
  const code = detail & 0x1fffff;
  const letter = String.fromCodePoint(code);
  if (percent) {
    if (code === 0) return "incomplete format";
    const at = template.indexOf(`%${letter}`) + 1;
    return `unsupported format character '${letter}' (0x${code.toString(16)}) at index ${at}`;
  }
  const tag = detail >>> 21;
  return tag === 0
    ? "Invalid format specifier"
    : `Unknown format code '${letter}' for object of type '${pythonTypeName(tag)}'`;
}

/// Of an argument, by its index, that a method of strings or a built-in for texts cannot use; undefined of any other function.
export function textArgumentWording(name: string, index: number, type: string): string | undefined {
  if (name === "gcd" || name === "lcm") return `'${type}' object cannot be interpreted as an integer`;
  switch (`${name} ${index}`) {
    case "center 2":
    case "ljust 2":
    case "rjust 2":
      return `The fill character must be a unicode character, not ${type}`;
    case "partition 1":
    case "rpartition 1":
    case "find 1":
    case "rfind 1":
    case "index 1":
    case "rindex 1":
    case "count 1":
      return `must be str, not ${type}`;
    case "split 1":
    case "rsplit 1":
      return `must be str or None, not ${type}`;
    case "removeprefix 1":
    case "removesuffix 1":
    case "replace 1":
    case "replace 2":
      return `${name}() argument${name === "replace" ? ` ${index}` : ""} must be str, not ${type}`;
    case "strip 1":
    case "lstrip 1":
    case "rstrip 1":
      return `${name} arg must be None or str`;
    case "startswith 1":
    case "endswith 1":
      return `${name} first arg must be str or a tuple of str, not ${type}`;
    case "join 1":
      return "can only join an iterable";
    case "format 1":
      return `format() argument 2 must be str, not ${type}`;
    case "translate 1":
    case "format_map 1":
      return `'${type}' object is not subscriptable`;
    case "sum 1":
      return type === "str" ? "sum() can't sum strings [use ''.join(seq) instead]" : undefined;
    case "pow 0":
    case "pow 1":
    case "pow 2":
      return "pow() 3rd argument not allowed unless all arguments are integers";
    default:
      return undefined;
  }
}
