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
      return "function";
    case TYPE_TAG:
      return "type";
    default:
      return "unset";
  }
}
