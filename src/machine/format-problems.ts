// Why a value cannot be shown in the form that was asked for; the word that goes with each is said in text-format.ts.

export const TOO_FEW_VALUES = 1;
export const TOO_MANY_VALUES = 2;
export const WRONG_VALUE = 3;
export const UNKNOWN_FORM = 4;
