import type { Chip } from "./chip.ts";
import { BAD_CODE } from "./faults.ts";
import { elementTag, elementWord, listLength } from "./lists.ts";
import { RunFault } from "./run-fault.ts";

// What an operation has to know, halfway through its work, of objects whose classes say so themselves: whether two are equal, which
// comes first, what the hash or the text of one is. No operation can wait for a call. So it is given up, the interpreter makes a
// frame of a function in ePython (language/modules/builtins.py) that finds the answer, and then the same instruction is taken up
// from its beginning. It asks the same questions in the same order, and finds the answers to the first of them in a list. An
// operation that may ask must not have changed anything before its last question.

/// The questions, by the methods of classes that answer them.
export const HASH_OF = "__hash__";
export const IS_EQUAL = "__eq__";
export const IS_LESS = "__lt__";
export const ORDER_OF = "sort";
export const IS_TRUE = "__bool__";
export const SUM_OF = "__add__";
export const TEXT_OF = "__str__";
export const REPR_OF = "__repr__";
export const FORM_OF = "__format__";
export const INDEX_OF = "__index__";

/// A value that a question is about, or the answer.
export interface Asked {
  readonly tag: number;
  readonly value: number;
}

/// Thrown halfway through an instruction; the interpreter then has the question answered.
export class Question extends RunFault {
  readonly method: string;
  readonly about: readonly (Asked | string)[];

  constructor(method: string, about: readonly (Asked | string)[]) {
    super(BAD_CODE);
    this.method = method;
    this.about = about;
  }
}

/// The answer to a question about values, or texts. Throws the question if it is not known yet.
export function answer(chip: Chip, method: string, ...about: readonly (Asked | string)[]): Asked {
  const { answers } = chip;
  if (answers === 0 || chip.answered >= listLength(chip, answers)) throw new Question(method, about);
  const k = chip.answered++;
  return { tag: elementTag(chip, answers, k), value: chip.words[elementWord(chip, answers, k)] as number };
}

/// The value with this tag at a word index, for a question about it.
export function askedAt(chip: Chip, tag: number, slot: number): Asked {
  return { tag, value: chip.words[slot] as number };
}
