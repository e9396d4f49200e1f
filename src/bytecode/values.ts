// What a value in a core's memory is. A slot has two words: the value and one of these tags.
// INT and REAL are 1 and 2 and no other tag is 3, so that `(a | b) === 3` says "one int, one real".

export const UNSET = 0;
export const INT = 1;
export const REAL = 2;
export const NONE = 4;
export const BOOL = 5;
export const STRING = 6;
export const LIST_TAG = 7;
export const TUPLE_TAG = 8;
export const FUNCTION = 9;
export const NATIVE_FUNCTION = 10;
/// A type, such as `int`: the word is the number of the native that makes its values.
export const TYPE_TAG = 11;
/// A class: the word is its number. A program's own count from 0, those of ePython itself from 0x8000.
export const CLASS = 12;
export const INSTANCE = 13;
export const DICT = 14;
export const SET = 15;
export const FROZENSET = 16;
/// A function with variables of those around it.
export const CLOSURE = 17;
/// A variable that functions share, in a block of its own.
export const CELL = 18;
/// A method with the value that it belongs to.
export const BOUND = 19;
export const GENERATOR = 20;
export const RANGE = 21;
export const ITERATOR = 22;
export const SLICE_TAG = 23;
export const BYTES = 24;
export const BYTEARRAY = 25;
export const COMPLEX = 26;
/// A value that there is once: the word is 0 for NotImplemented, 1 for `...`.
export const SINGLETON = 27;
export const SINGLETON_NAMES: readonly string[] = ["NotImplemented", "Ellipsis"];
/// The keys, values or items of a dictionary.
export const VIEW = 28;
export const LAST_TAG = 28;

/// Whether values with this tag are dictionaries or sets.
export function isTable(tag: number): boolean {
  return tag >= DICT && tag <= FROZENSET;
}

/// Whether values with this tag are addresses of something in a heap.
export function isReference(tag: number): boolean {
  return tag >= STRING && tag <= LAST_TAG && !inWord.has(tag);
}

/// Tags from STRING on whose values are whole in their word.
const inWord: ReadonlySet<number> = new Set([FUNCTION, NATIVE_FUNCTION, TYPE_TAG, CLASS, SINGLETON]);

/// The name of a tag's type as Python writes it.
export function pythonTypeName(tag: number): string {
  switch (tag) {
    case REAL:
      return "float";
    case NONE:
      return "NoneType";
    case STRING:
      return "str";
    case NATIVE_FUNCTION:
      return "builtin_function_or_method";
    case CLASS:
      return "type";
    default:
      return typeName(tag);
  }
}

/// The name of a tag's type in the learner's words.
export function typeName(tag: number): string {
  switch (tag) {
    case INT:
      return "int";
    case REAL:
      return "real";
    case NONE:
      return "None";
    case BOOL:
      return "bool";
    case STRING:
      return "string";
    case LIST_TAG:
      return "list";
    case TUPLE_TAG:
      return "tuple";
    case FUNCTION:
    case NATIVE_FUNCTION:
    case CLOSURE:
      return "function";
    case TYPE_TAG:
    case CLASS:
      return "type";
    default:
      return others.get(tag) ?? "unset";
  }
}

const others: ReadonlyMap<number, string> = new Map([
  [INSTANCE, "object"],
  [DICT, "dict"],
  [SET, "set"],
  [FROZENSET, "frozenset"],
  [CELL, "cell"],
  [BOUND, "method"],
  [GENERATOR, "generator"],
  [RANGE, "range"],
  [ITERATOR, "iterator"],
  [SLICE_TAG, "slice"],
  [BYTES, "bytes"],
  [BYTEARRAY, "bytearray"],
  [COMPLEX, "complex"],
  [SINGLETON, "NotImplemented"],
  [VIEW, "view"],
]);
